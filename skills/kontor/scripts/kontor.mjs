#!/usr/bin/env node
// Calls any operation of Kontor and holds the gates: what reaches customers is shown first, and done after a yes.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect, resolveAccess, signIn } from '../lib/access.mjs';
import { EXIT, runScript, Stop } from '../lib/exit.mjs';
import { gateOf, readBefore, requireApproval, requireTree } from '../lib/gates.mjs';
import { readInput } from '../lib/input.mjs';
import { findOperation, OPERATIONS } from '../lib/operations.mjs';
import { describeSchema } from '../lib/schema.mjs';
import { waitFor } from '../lib/wait.mjs';

const USAGE = `kontor.mjs login                      asks for a key or client, hidden; for a person in a terminal
kontor.mjs whoami                     address, workspace and scopes
kontor.mjs operations [WORD]          what there is to call
kontor.mjs describe OPERATION         its inputs and its answer
kontor.mjs call OPERATION [name=value …] [--all] [--out FILE] [--confirm CODE]
kontor.mjs wait job|crawl|document|suite-run ID …

name=value: JSON where it is JSON, else text; a.b=… goes inside; @FILE is a file's content; env:NAME a variable's; body=@FILE
is the whole body. --all reads every page of a list. --out writes the answer to a file that only you can read.
Ends with 0: done · 1: refused or failed · 2: called wrongly · 3: not signed in · 10: waits for a person's yes · 11: a gate is closed`;

const COMMANDS = { login, whoami, operations, describe, call, wait };

await runScript(async (argv) => {
  const options = {
    confirm: { type: 'string' },
    out: { type: 'string' },
    all: { type: 'boolean' },
    help: { type: 'boolean' },
  };
  const { values, positionals } = readWords(argv, options);
  const [name, ...words] = positionals;
  if (values.help || name === 'help') return void process.stdout.write(`${USAGE}\n`);
  if (!Object.hasOwn(COMMANDS, name ?? '')) throw new Stop(EXIT.usage, USAGE);
  return COMMANDS[name](words, values);
});

function readWords(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Stop(EXIT.usage, error.message, USAGE);
  }
}

async function login() {
  await signIn();
}

async function whoami() {
  const kontor = await connect();
  const { url, source, apiKey, clientId } = await resolveAccess();
  const workspace = apiKey ? await kontor.getWorkspace() : null;
  print({ url, signedInBy: source, workspace, hasKeyFor: [...(apiKey ? ['/v2'] : []), ...(clientId ? ['/api'] : [])] });
}

function operations([word = '']) {
  const wanted = word.toLowerCase();
  for (const [name, { skill, gate, summary }] of Object.entries(OPERATIONS)) {
    const line = `${name.padEnd(32)} ${gate.padEnd(5)} ${skill.padEnd(20)} ${summary}`;
    if (line.toLowerCase().includes(wanted)) process.stdout.write(`${line}\n`);
  }
}

/** From the server's own reference, so that it is true for the version that runs. */
async function describe([name]) {
  const { method, path } = findOperation(name);
  const kontor = await connect();
  const document = await kontor.getOpenApiDocument();
  process.stdout.write(`${describeSchema(document, document.paths[path]?.[method.toLowerCase()], name)}\n`);
}

async function call([name, ...words], { confirm, out, all }) {
  const operation = findOperation(name);
  const input = readInput(operation, words);
  const kontor = await connect();
  await requireTree(kontor, name);
  const before = await readBefore(kontor, name, input);
  if (gateOf(name, input, before) === 'live') requireApproval(name, input, before, confirm);
  const answer = all ? await readAll(kontor, name, input) : await kontor[name](input);
  await show(answer, out);
  for (const job of jobsIn(answer)) process.stderr.write(`Not done yet, only queued: wait job ${job}\n`);
}

async function readAll(kontor, name, input) {
  const items = [];
  for await (const item of kontor.items(name, input)) items.push(item);
  return items;
}

function jobsIn(answer) {
  return (answer?.jobs ?? [answer]).map((one) => one?.backgroundJobId).filter(Boolean);
}

async function wait([kind, ...ids]) {
  const ended = await waitFor(await connect(), kind, ids);
  print(ended.map(({ result }) => result));
  for (const { id, says } of ended) process.stderr.write(`${kind} ${id} ${says}\n`);
  return ended.every(({ isGood }) => isGood) ? EXIT.ok : EXIT.failed;
}

/** Secrets in an answer go to a file: what is printed stands in the chat. */
async function show(answer, out) {
  if (answer instanceof Uint8Array && !out)
    throw new Stop(EXIT.usage, 'The answer is a file. Say where it goes: --out FILE');
  if (out)
    await writeFile(out, answer instanceof Uint8Array ? answer : JSON.stringify(answer, null, 2), { mode: 0o600 });
  if (!(answer instanceof Uint8Array)) print(answer);
  if (out) process.stderr.write(`Written to ${out}, readable by you only.\n`);
}

function print(answer) {
  const isSecret = (key, value) => /secret$|^apiKey$/i.test(key) && typeof value === 'string';
  const hide = (key, value) => (isSecret(key, value) ? '(hidden; with --out FILE it is in the file)' : value);
  process.stdout.write(typeof answer === 'string' ? answer : `${JSON.stringify(answer ?? null, hide, 1)}\n`);
}

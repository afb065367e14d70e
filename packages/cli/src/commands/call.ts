import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Kontor, type ListName, OPERATIONS } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { usageError } from '../exit.ts';
import { openFile } from '../open-file.ts';
import { parseJson, readText } from '../prompt.ts';
import { suggest } from '../suggest.ts';

/** The methods of the SDK as they are called by a name that is known at run time only. */
type AnyMethods = Record<string, (input: Record<string, unknown>, options: object) => Promise<unknown>>;

export async function run(call: Call): Promise<undefined> {
  const { world, text, flag, terminal } = call;
  const operation = call.argument('operation');
  const entry = (OPERATIONS as Readonly<Record<string, string>>)[operation];
  if (entry === undefined) {
    const near = suggest(operation, Object.keys(OPERATIONS));
    throw usageError(
      `There is no operation ${operation}.`,
      near ? `Did you mean ${near}?` : '“kontor operations” lists them.',
    );
  }
  const input = { ...readParameters(operation, entry, call.texts('param')), ...(await readBody(call)) };
  const kontor = await call.connect();
  const key = text('idempotency-key');
  const options = { signal: world.signal, ...(key !== undefined && { idempotencyKey: key }) };
  const answer = flag('all')
    ? await collectPages(kontor, operation, entry, input, options)
    : await (kontor as unknown as AnyMethods)[operation]?.(input, options);
  const output = text('output');
  if (output !== undefined) {
    const bytes =
      answer instanceof Uint8Array || typeof answer === 'string'
        ? answer
        : `${JSON.stringify(answer ?? null, null, 2)}\n`;
    await writeFile(path.resolve(world.cwd, output), bytes, { mode: 0o600 });
    terminal.note(`Written to ${output}.`);
    return;
  }
  if (answer instanceof Uint8Array) throw usageError(`${operation} answers a file: say --output FILE.`);
  if (isLines(answer)) {
    for await (const line of answer) world.stdout.write(`${JSON.stringify(line)}\n`);
    return;
  }
  if (typeof answer === 'string') world.stdout.write(answer);
  else terminal.result(answer);
}

/** What the path names is a parameter of it; all others belong to the query. */
function readParameters(operation: string, entry: string, given: readonly string[]) {
  const template = entry.split(' ')[1] ?? '';
  const inPath = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const input: Record<string, unknown> = {};
  const query: Record<string, string[]> = {};
  for (const pair of given) {
    const at = pair.indexOf('=');
    if (at < 1) throw usageError(`--param “${pair}” is not NAME=VALUE.`);
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (inPath.includes(name)) input[name] = value;
    else query[name] = [...(query[name] ?? []), value];
  }
  const missing = inPath.find((name) => input[name] === undefined);
  if (missing) throw usageError(`${operation} needs ${missing}: --param ${missing}=…`, entry.split(' ', 2).join(' '));
  return { ...input, ...(Object.keys(query).length > 0 && { query }) };
}

async function readBody(call: Call): Promise<{ body?: unknown }> {
  const { world } = call;
  const [given, files] = [call.text('json-body'), call.texts('file')];
  if (given !== undefined && files.length > 0) throw usageError('A body is JSON or a form: say --json-body or --file.');
  if (given !== undefined) {
    const isFile = given === '-' || given.startsWith('@');
    const json = isFile ? await readText(world, given.replace(/^@/, '')) : given;
    return { body: parseJson(json, isFile ? given : '--json-body') };
  }
  if (files.length === 0) return {};
  const form = new FormData();
  for (const field of files) {
    const [, name, at, value] = /^([^=]+)=(@?)(.*)$/s.exec(field) ?? [];
    if (name === undefined || value === undefined) throw usageError(`--file “${field}” is not NAME=@FILE.`);
    if (at === '') form.append(name, value);
    else {
      const file = await openFile(world.cwd, value);
      form.append(name, file.blob, file.name);
    }
  }
  return { body: form };
}

async function collectPages(kontor: Kontor, operation: string, entry: string, input: object, options: object) {
  if (!/ list(=|$)/.test(entry)) throw usageError(`${operation} answers no pages: leave --all out.`);
  const items: unknown[] = [];
  const pages = kontor.items as (name: ListName, input: object, options: object) => AsyncGenerator;
  for await (const item of pages(operation as ListName, input, options)) items.push(item);
  return items;
}

const isLines = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

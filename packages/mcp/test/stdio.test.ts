/** The program over stdio, as an agent starts it, by the official clients. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as HandshakeClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as HandshakeTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../server/test/harness/test-kontor.ts';

const MAIN = path.join(import.meta.dirname, '../src/main.ts');
const INFO = { name: 'test', version: '1' };

let kontor: TestKontor;
let workspace: TestWorkspace;
/** Nobody's home: what this machine keeps is not asked. */
let home: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor-mcp-'));
  kontor = await startTestKontor({ linksToItself: true, worker: false });
  workspace = await kontor.createWorkspace();
});
afterAll(async () => {
  await kontor.stop();
  await rm(home, { recursive: true });
});

const program = (env: Record<string, string>, args: string[] = []) => ({
  command: process.execPath,
  args: [MAIN, ...args],
  env: { HOME: home, PATH: process.env.PATH ?? '', ...env },
});

test('a client with a handshake uses the key of the environment', async () => {
  const client = new HandshakeClient(INFO);
  const env = { KONTOR_URL: kontor.url, KONTOR_API_KEY: workspace.apiKey };
  await client.connect(new HandshakeTransport(program(env, ['--toolsets', 'tags'])));
  const names = (await client.listTools()).tools.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['ask_bot', 'create_tag_group']));
  const answers = await Promise.all(['list_bots', 'get_overview'].map((name) => client.callTool({ name })));
  expect(answers.map(({ isError }) => isError)).toEqual([false, false]);
  await client.close();
});

test('a stateless client uses the id and the secret of the profile that the command line keeps', async () => {
  const { clientId, clientSecret } = workspace;
  await mkdir(path.join(home, '.config/kontor'), { recursive: true });
  const profiles = { current: 'default', profiles: { default: { url: kontor.url, clientId, clientSecret } } };
  await writeFile(path.join(home, '.config/kontor/profiles.json'), JSON.stringify(profiles));
  const client = new Client(INFO, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StdioClientTransport(program({}, ['bank'])));
  expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
  const made = await client.callTool({ name: 'create_user', arguments: { body: { type: 'person' } } });
  expect(made.structuredContent).toMatchObject({ status: 201 });
  await client.close();
  // A profile's credentials are for its own address only.
  const elsewhere = await run({ KONTOR_URL: 'http://127.0.0.1:9' }, ['bank'], []);
  expect([elsewhere.code, elsewhere.stderr]).toEqual([2, expect.stringContaining('KONTOR_CLIENT_ID')]);
});

/** Runs it with these lines on stdin until it ends. */
async function run(env: Record<string, string>, args: string[], lines: string[]) {
  const { command, args: all, env: given } = program(env, args);
  const child = spawn(command, all, { env: given });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (chunk) => (texts[name] += chunk));
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [code] = (await once(child, 'close')) as [number];
  return {
    code,
    stderr: texts.stderr,
    answers: texts.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

test('what goes wrong is told in answers, and on stderr before there is anybody to answer', async () => {
  const [nothing, words, refused, away] = await Promise.all([
    run({ KONTOR_URL: kontor.url }, ['bots'], []),
    run({}, ['everything'], []),
    run({ KONTOR_URL: kontor.url, KONTOR_API_KEY: 'kontor_wrong' }, [], ['{', list]),
    run({ KONTOR_URL: 'http://127.0.0.1:9', KONTOR_API_KEY: 'kontor_x' }, [], [list]),
  ]);
  expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('KONTOR_API_KEY')]);
  expect([words.code, words.stderr]).toEqual([2, expect.stringContaining('only bots and bank')]);
  expect(refused.answers).toMatchObject([
    { id: null, error: { code: -32700 } },
    { id: 1, error: { message: expect.stringContaining('HTTP 401') } },
  ]);
  expect(away.answers).toMatchObject([{ id: 1, error: { message: expect.stringContaining('can not be reached') } }]);
});

test('the credential goes to no other address, and a busy server is asked once more', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    if (seen.length === 1) return response.writeHead(429, { 'retry-after': '0' }).end('{}');
    return response.writeHead(302, { location: `${kontor.url}/mcp` }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { answers } = await run({ KONTOR_URL: url, KONTOR_API_KEY: workspace.apiKey }, [], [list]);
  expect(seen).toEqual([`Bearer ${workspace.apiKey}`, `Bearer ${workspace.apiKey}`]);
  expect(answers).toMatchObject([{ id: 1, error: { message: expect.stringContaining('can not be reached') } }]);
  server.close();
});

/** The command line against a real Kontor. */
import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestWorld, type TestWorld } from '../../packages/cli/test/world.testing.ts';
import { verifyWebhook } from '../../packages/sdk/src/index.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
let world: TestWorld;
beforeAll(async () => {
  kontor = await startTestKontor();
  workspace = await kontor.createWorkspace();
  const { apiKey, clientId, clientSecret } = workspace;
  world = createTestWorld({
    KONTOR_URL: kontor.url,
    ...{ KONTOR_API_KEY: apiKey, KONTOR_CLIENT_ID: clientId, KONTOR_CLIENT_SECRET: clientSecret },
  });
});
afterAll(async () => {
  world.remove();
  await kontor.stop();
});

const write = (file: string, text: string) => writeFileSync(path.join(world.folder, file), text);
const read = (file: string) => readFileSync(path.join(world.folder, file), 'utf8');
const createUser = async () => (await world.run(['users', 'create', '--suspended'])).out.trim();

const ACCOUNTS = JSON.stringify([
  {
    ...{ accountId: 'giro', accountNumber: '532013000', balance: 1874.35, currency: 'EUR' },
    transactions: ['2026-08-28', '2026-09-30', '2026-10-30'].map((bookingDate, at) => ({
      ...{ transactionId: String(at), amount: 2950, bookingDate, bookingText: 'GEHALT' },
      paymentPartner: { name: 'Beispiel GmbH' },
    })),
  },
]);
const STATEMENT =
  'Buchungstag;Verwendungszweck;Betrag;Waehrung\n01.03.2026;Miete;-900,00;EUR\n02.03.2026;Gehalt;2000,00;EUR\n';

test('from a user over an upload to a result, and away again', async () => {
  const userId = await createUser();
  expect((await world.run(['upload', userId, '-'], { stdin: ACCOUNTS })).out).toContain('3 transactions added');
  const analysed = await world.run(['analyze', userId, '--wait']);
  expect(analysed.out).toContain('Done: 3 transactions in 1 accounts');
  expect((await world.run(['analysis', 'income', userId, '--json'])).json().salary.current).toBe(2950);
  expect((await world.run(['analysis', 'transactions', userId, '--json'])).json()).toHaveLength(3);
  expect((await world.run(['users', 'export', userId, '--output', 'user.json'])).code).toBe(0);
  expect(read('user.json')).toContain('Beispiel GmbH');
  expect(statSync(path.join(world.folder, 'user.json')).mode & 0o077).toBe(0);
  const unasked = await world.run(['users', 'delete', userId]);
  expect([unasked.code, unasked.err]).toEqual([2, expect.stringContaining('Say --yes')]);
  expect((await world.run(['users', 'delete', userId, '--yes'])).out).toContain('3 transactions');
  const gone = await world.run(['users', 'show', userId]);
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('(404, user_not_found)')]);
});

test('imports files of banks, or says only what it would do', async () => {
  const userId = await createUser();
  write('january.csv', STATEMENT);
  const dry = await world.run(['import', userId, 'january.csv', '--account', 'giro', '--dry-run']);
  expect([dry.out, dry.err]).toEqual([
    expect.stringContaining('2 imported'),
    expect.stringContaining('Nothing was stored'),
  ]);
  expect((await world.run(['import', userId, 'january.csv', '--account', 'giro', '--json'])).json()).toMatchObject({
    imported: 2,
  });
  const missing = await world.run(['import', userId, 'february.csv']);
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('There is no file february.csv')]);
  const wrong = await world.run(['upload', userId, '-'], { stdin: '[{"accountId": 7}]' });
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('/accounts/0/accountId')]);
});

test('lists as tables, as JSON, and no further than asked', async () => {
  const { apiKey: _, ...other } = await kontor.createWorkspace();
  const env = { KONTOR_CLIENT_ID: other.clientId, KONTOR_CLIENT_SECRET: other.clientSecret };
  expect((await world.run(['users', 'list'], { env })).err).toContain('There is no such user');
  for (const id of ['a', 'b', 'c'])
    await world.run(['users', 'create', '--external-id', id, '--type', 'company'], { env });
  const two = await world.run(['users', 'list', '--limit', '2'], { env });
  expect(two.out.trim().split('\n')).toHaveLength(3);
  expect(two.err).toContain('There are more');
  const all = (await world.run(['--json', 'users', 'list', '--limit', '0'], { env })).json();
  expect(all.map(({ externalId }: { externalId: string }) => externalId)).toEqual(['c', 'b', 'a']);
});

test('any operation by its name: parameters, bodies, all pages, a refusal with its field', async () => {
  const made = await world.run(['call', 'createUser', '--json-body', '-', '--idempotency-key', 'crm-1', '--json'], {
    stdin: '{"type": "person"}',
  });
  const { userId } = made.json();
  expect((await world.run(['call', 'getUser', '--param', `userId=${userId}`])).out).toContain(`userId: ${userId}`);
  const paged = await world.run(['call', 'listUsers', '--param', 'limit=1', '--all', '--json']);
  expect(paged.json().length).toBeGreaterThan(1);
  const wrong = await world.run(['call', 'createUser', '--json-body', '{"type": "ghost"}']);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('/type')]);
  expect(
    (await world.run(['call', 'updateUser', '--param', `userId=${userId}`, '--json-body', '{"expiresIn": "P1D"}']))
      .code,
  ).toBe(0);
  const table = (await world.run(['operations', 'getUser', '--json'])).json();
  expect(table).toContainEqual({
    operation: 'getUser',
    method: 'GET',
    path: '/api/users/{userId}',
    commands: ['users show', 'users delete'],
  });
});

test('credentials: tried before they are kept, readable by one person, sent to their own address only', async () => {
  const own = createTestWorld();
  const login = (credentials: object) =>
    own.run(['login', '--url', kontor.url], { stdin: JSON.stringify(credentials) });
  expect(await own.run(['bots', '--url', kontor.url])).toMatchObject({
    code: 3,
    err: expect.stringContaining('KONTOR_API_KEY'),
  });
  const wrong = await login({ apiKey: 'kontor_wrong' });
  expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('Nothing was kept')]);
  const { apiKey, clientId, clientSecret } = workspace;
  const right = await login({ apiKey, clientId, clientSecret });
  expect([right.code, right.err]).toEqual([0, expect.stringContaining('opens the workspace “Test”')]);
  const file = path.join(own.folder, 'config/kontor/profiles.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const listed = await own.run(['profiles']);
  expect(listed.out).toContain('/v2, /api');
  expect([right.out, right.err, listed.out].join('')).not.toMatch(new RegExp(`${apiKey}|${clientSecret}`));
  expect((await own.run(['users', 'list', '--limit', '1'])).code).toBe(0);
  const elsewhere = await own.run(['bots', '--url', kontor.url.replace('127.0.0.1', 'localhost')]);
  expect([elsewhere.code, elsewhere.err]).toEqual([3, expect.stringContaining('needs an API key')]);
  chmodSync(file, 0o644);
  const seen = await own.run(['doctor', '--json']);
  expect(seen.json()).toContainEqual(
    expect.objectContaining({ about: 'profiles', state: 'broken', hint: `chmod 600 ${file}` }),
  );
  expect((await own.run(['logout'])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toContain(apiKey);
  own.remove();
});

test('doctor: what is well, what is missing, and nobody there', async () => {
  const well = await world.run(['doctor', '--json']);
  const about = (name: string) => well.json().find((finding: { about: string }) => finding.about === name);
  for (const name of ['address', 'ready', 'clock', 'version', 'key', 'client', 'webhooks', 'writes'])
    expect(about(name)?.state, name).toBe('ok');
  const wrong = await world.run(['doctor'], { env: { KONTOR_API_KEY: 'kontor_wrong' } });
  expect([wrong.code, wrong.out]).toEqual([1, expect.stringMatching(/✗ key .*refused/)]);
  const nobody = await world.run(['doctor', '--url', 'http://127.0.0.1:9']);
  expect([nobody.code, nobody.out]).toEqual([4, expect.stringContaining('Is the server running')]);
});

test('events reach a receiver that Kontor can not call, signed like a webhook', async () => {
  const secret = `whsec_${Buffer.from('a secret of this machine').toString('base64')}`;
  const heard: { type: string; data: object }[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readAll(request);
    heard.push(await verifyWebhook({ secret, headers: request.headers, body }));
    response.writeHead(204).end();
  };
  const receiver = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const target = `127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const { clientId, clientSecret } = await kontor.createWorkspace();
  const env = { KONTOR_WEBHOOK_SECRET: secret, KONTOR_CLIENT_ID: clientId, KONTOR_CLIENT_SECRET: clientSecret };
  const create = async () => (await world.run(['users', 'create'], { env })).out.trim();
  const since = new Date(Date.now() - 60_000).toISOString();
  const listening = world.run(
    [
      'webhooks',
      'listen',
      '--forward-to',
      target,
      '--since',
      since,
      '--events',
      'user.created',
      '--count',
      '2',
      '--json',
    ],
    { env },
  );
  const made = [await create(), await create()];
  const { code, out } = await listening;
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ type: 'user.created', forwarded: { status: 204, error: null } });
  expect(heard.map(({ data }) => (data as { userId: string }).userId).toSorted()).toEqual(made.toSorted());
  const example = await world.run(['webhooks', 'trigger', 'analysis.completed', '--forward-to', target], { env });
  expect([example.code, heard.at(-1)?.type]).toEqual([0, 'analysis.completed']);
  receiver.close();
  const down = await world.run(['webhooks', 'trigger', '--forward-to', target], { env });
  expect([down.code, down.out]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
});

test('a process: result and error apart, exit codes, no colours in a pipe', async () => {
  const main = path.resolve(import.meta.dirname, '../../packages/cli/src/main.ts');
  const start = (...argv: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const env = {
        PATH: process.env.PATH,
        KONTOR_URL: kontor.url,
        KONTOR_API_KEY: workspace.apiKey,
        XDG_CONFIG_HOME: world.folder,
      };
      execFile(process.execPath, [main, ...argv], { env }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      ).stdin?.end();
    });
  expect(await start('--version')).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^kontor \d+\.\d+\.\d+\n$/),
    stderr: '',
  });
  expect(await start('bots', '--json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  const wrong = await start('bts');
  expect([wrong.code, wrong.stdout, wrong.stderr]).toEqual([
    2,
    '',
    '✗ There is no command “kontor bts”.\n  → Did you mean “kontor bots”?\n',
  ]);
});

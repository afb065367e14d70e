import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { findFreePort } from '#platform/db/embedded/free-port.ts';
import { adminQuery, databaseUrl } from '../harness/databases.ts';
import { cleanUp, type KontorProcess, launchKontor, makeDataDir, until } from './kontor-process.ts';

afterEach(cleanUp);

const READABLE = /^\nKontor could not start\. [A-Z][\s\S]+[^.\s]\.?\n\n$/;

/** What it says on its way out; it must be words, not a stack. */
async function messageOf(kontor: KontorProcess): Promise<string> {
  expect(await kontor.exit).toEqual({ code: 1, signal: null });
  const message = kontor.output().slice(kontor.output().indexOf('\nKontor could not start.'));
  expect(message).toMatch(READABLE);
  expect(message).not.toMatch(/\n {4}at |undefined|\[object/);
  return message.trim();
}

async function messageWith(env: Record<string, string>, more: { port?: number; dataDir?: string } = {}) {
  return messageOf(await launchKontor({ dataDir: more.dataDir ?? (await makeDataDir()), port: more.port, env }));
}

test('a port in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  expect(await messageWith({}, { port })).toBe(
    `Kontor could not start. Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
  );
  other.close();
});

test('an address of another machine', async () => {
  expect(await messageWith({ HOST: '192.0.2.1' })).toBe(
    'Kontor could not start. HOST is 192.0.2.1, which is no address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for all networks.',
  );
});

test('every wrong setting at once', async () => {
  const message = await messageWith({
    PORT: '70000',
    KONTOR_PUBLIC_URL: 'kontor.example',
    KONTOR_ROLES: 'api,wroker',
    DATABASE_URL: 'mysql://somebody:very-secret@127.0.0.1/kontor',
    KONTOR_DATABASE_POOL_SIZE: 'many',
    KONTOR_SECRET_KEY: 'very-secret',
    KONTOR_DEMO: 'yes',
    KONTOR_LOG_LEVEL: 'loud',
    KONTOR_SANDBOX: 'maybe',
    KONTOR_SANDBOX_PORT: '-1',
    KONTOR_XS2A_TLS_CERT: 'qwac.pem',
  });
  for (const name of [
    'PORT',
    'KONTOR_PUBLIC_URL',
    'KONTOR_ROLES',
    'DATABASE_URL',
    'KONTOR_DATABASE_POOL_SIZE',
    'KONTOR_SECRET_KEY',
    'KONTOR_DEMO',
    'KONTOR_LOG_LEVEL',
    'KONTOR_SANDBOX',
    'KONTOR_SANDBOX_PORT',
    'KONTOR_XS2A_TLS_CERT',
  ]) {
    expect(message).toContain(`\n  - ${name} `);
  }
  expect(message.split('\n')).toHaveLength(12);
  expect(message).not.toContain('very-secret');
});

test('banks that can not be read, a sandbox on a port in use and one of another process', async () => {
  expect(await messageWith({ KONTOR_XS2A_BANKS: '/nowhere.json' })).toContain(
    'KONTOR_XS2A_BANKS: /nowhere.json cannot be read (ENOENT)',
  );
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  expect(await messageWith({ KONTOR_SANDBOX_PORT: String(port) })).toContain(
    `Port ${port} of 127.0.0.1 is in use by another program: choose another KONTOR_SANDBOX_PORT`,
  );
  server.close();
  expect(await messageWith({ KONTOR_ROLES: 'api', KONTOR_SANDBOX: '1' })).toContain('give that process both roles');
});

test('one role without a shared database', async () => {
  expect(await messageWith({ KONTOR_ROLES: 'worker' })).toContain('set DATABASE_URL');
});

test('a second Kontor on the same data directory', async () => {
  const dataDir = await makeDataDir();
  const first = await launchKontor({ dataDir, env: { KONTOR_DEMO: '0' } });
  await first.ready();
  const message = await messageWith({ KONTOR_DEMO: '0' }, { dataDir });
  expect(message).toContain(`The data directory ${dataDir} is in use by another running Kontor (pid ${first.pid} `);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

test('a data directory that is a file, and one whose key others can read', async () => {
  const dataDir = await makeDataDir();
  const file = join(dataDir, 'file');
  await writeFile(file, '');
  expect(await messageWith({ KONTOR_DATA_DIR: file })).toContain(
    `The data directory ${file} is no directory, or lies below a file.`,
  );
  const open = join(dataDir, 'open');
  await mkdir(open);
  await writeFile(join(open, 'secret.key'), randomBytes(32).toString('base64'));
  await chmod(join(open, 'secret.key'), 0o644);
  expect(await messageWith({ KONTOR_DATA_DIR: open })).toContain('chmod 600');
});

test('a DATABASE_URL with a wrong login or database, and one that is no PostgreSQL', async () => {
  const url = new URL(inject('clusterUrl'));
  const at = `${url.hostname}:${url.port}`;
  url.password = 'wrong-password';
  const login = await messageWith({ DATABASE_URL: url.href });
  expect(login).toContain(
    `PostgreSQL at ${at} refuses the user ${url.username} of DATABASE_URL: password authentication failed`,
  );
  expect(login).not.toContain('wrong-password');
  const missing = await messageWith({ DATABASE_URL: databaseUrl(inject('clusterUrl'), 'nowhere') });
  expect(missing).toContain(`PostgreSQL at ${at} has no database nowhere. Create it: createdb`);
  const web = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const { port } = web.address() as { port: number };
  expect(await messageWith({ DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/db` })).toContain(
    `What listens at 127.0.0.1:${port} is not PostgreSQL. Check host and port of DATABASE_URL.`,
  );
  web.closeAllConnections();
  web.close();
});

test('a DATABASE_URL where nobody answers: it says so, waits for it, and stops when asked', async () => {
  const port = await findFreePort();
  const nobody = await launchKontor({
    dataDir: await makeDataDir(),
    env: { DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/db` },
  });
  const nowhere = await launchKontor({
    dataDir: await makeDataDir(),
    env: { DATABASE_URL: 'postgres://u:p@db.invalid/db' },
  });
  await until(
    () => nobody.output().includes(`Nothing listens at 127.0.0.1:${port}, where DATABASE_URL points.`),
    30_000,
  );
  await until(
    () => nowhere.output().includes('DATABASE_URL names the host db.invalid, which can not be found.'),
    30_000,
  );
  nobody.child.kill('SIGTERM');
  nowhere.child.kill('SIGTERM');
  expect(await nobody.exit).toEqual({ code: 0, signal: null });
  expect(await nowhere.exit).toEqual({ code: 0, signal: null });
});

test('another key than the one the secrets of the database are sealed with', async () => {
  const database = `process_key_${process.pid}`;
  const DATABASE_URL = databaseUrl(inject('clusterUrl'), database);
  await adminQuery(inject('clusterUrl'), `create database ${database}`);
  const [first, second] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
  const running = await launchKontor({ dataDir: await makeDataDir(), env: { DATABASE_URL, KONTOR_SECRET_KEY: first } });
  await running.ready();
  const message = await messageWith({ DATABASE_URL });
  expect(message).toMatch(
    /sealed with the encryption key [0-9a-f]{8}; this process has [0-9a-f]{8}\. Give it the KONTOR_SECRET_KEY/,
  );
  // And it has not changed the password of the role that the first one works as.
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  await running.kill();
  const rotated = await launchKontor({
    dataDir: await makeDataDir(),
    env: { DATABASE_URL, KONTOR_SECRET_KEY: `${second},${first}` },
  });
  await rotated.ready();
  await rotated.kill();
});

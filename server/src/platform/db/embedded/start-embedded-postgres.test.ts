import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './index.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A directory of mode 700, as `mktemp -d` makes them. */
function privateDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-embedded-'));
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function start(dataDir: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  const server = await startEmbeddedPostgres({ dataDir, log, settings: { fsync: 'off' }, ...options });
  cleanups.push(() => server.stop());
  return server;
}

async function queryOne(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test('the first start creates a durable UTF-8 cluster that asks for a password on loopback only', async () => {
  const dataDir = join(privateDirectory(), 'data');
  const server = await start(dataDir, { settings: {} });

  const settings = await queryOne(
    server.url,
    `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
       current_setting('data_checksums') as checksums, current_setting('listen_addresses') as address,
       current_setting('unix_socket_directories') as sockets, current_setting('TimeZone') as zone,
       (select concat(datlocprovider, datlocale) from pg_database where datname = 'postgres') as locale,
       upper('straße ä') as upper`,
  );
  expect(settings).toEqual({
    encoding: 'UTF8',
    fsync: 'on',
    checksums: 'on',
    address: '127.0.0.1',
    sockets: '',
    zone: 'UTC',
    locale: 'bC.UTF-8',
    upper: 'STRAßE Ä',
  });
  const withoutPassword = server.url.replace(/:[^:@]+@/, ':wrong@');
  await expect(queryOne(withoutPassword, 'select 1')).rejects.toThrow('password authentication failed');
  for (const path of ['postgres', 'postgres/kontor.password', 'postgres.log', 'kontor.lock', 'kontor.pid']) {
    expect(statSync(join(dataDir, path)).mode & 0o077, path).toBe(0);
  }
});

test('rows, password and settings survive a stop and a start', async () => {
  const dataDir = privateDirectory();
  const first = await start(dataDir);
  await queryOne(first.url, `create table kept as select 'Grüße 🏦' as word`);
  await first.stop();
  await first.stop();

  const second = await start(dataDir, { settings: { fsync: 'off', work_mem: '7MB' } });
  expect(await queryOne(second.url, `select word, current_setting('work_mem') as memory from kept`)).toEqual({
    word: 'Grüße 🏦',
    memory: '7MB',
  });
  expect(new URL(second.url).password).toBe(new URL(first.url).password);
});

test('a creation that was killed half-way is done anew', async () => {
  const dataDir = privateDirectory();
  const remains = join(dataDir, 'postgres.init-123-abc');
  mkdirSync(join(remains, 'data'), { recursive: true });
  writeFileSync(join(remains, 'data/PG_VERSION'), '18\n');
  mkdirSync(join(dataDir, 'postgres'));

  const server = await start(dataDir);
  expect(await queryOne(server.url, 'select 1 as one')).toEqual({ one: 1 });
  expect(existsSync(remains)).toBe(false);
});

test('a folder that is no cluster, or one of another version, is refused and left alone', async () => {
  const dataDir = privateDirectory();
  const server = await start(dataDir);
  await server.stop();
  const version = join(dataDir, 'postgres/PG_VERSION');

  writeFileSync(version, '17\n');
  await expect(start(dataDir)).rejects.toThrow(/written by PostgreSQL 17, but PostgreSQL 18 is installed/);
  rmSync(version);
  await expect(start(dataDir)).rejects.toThrow(/not a PostgreSQL cluster/);
  expect(existsSync(join(dataDir, 'postgres/global'))).toBe(true);
});

test('a server that does not start is reported with its own words, and the data directory is free again', async () => {
  const dataDir = privateDirectory();
  await expect(start(dataDir, { settings: { work_mem: 'plenty' } })).rejects.toThrow(
    /exit code 1\); its log:\n.*invalid value for parameter "work_mem": "plenty"/s,
  );
  const server = await start(dataDir);
  expect(await queryOne(server.url, 'select 1 as one')).toEqual({ one: 1 });
});

test('the data directory must be an absolute path', async () => {
  await expect(start('data')).rejects.toThrow('must be an absolute path');
});

test('neither statements nor values of rows get into the log', async () => {
  const dataDir = privateDirectory();
  const server = await start(dataDir);
  await queryOne(server.url, 'create table users (email text unique)');
  const twice = `insert into users values ('anna@example.com'), ('anna@example.com')`;
  await expect(queryOne(server.url, twice)).rejects.toThrow('duplicate key');
  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('anna');
});

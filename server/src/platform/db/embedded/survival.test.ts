import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { startChild } from './embedded-child.testing.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './index.ts';
import { findServerProcesses } from './server-processes.ts';

const cleanups: (() => unknown)[] = [];
/** Made once, because creating a cluster takes most of the time; every test leaves no server behind in it. */
const dataDir = mkdtempSync(join(tmpdir(), 'kontor-embedded-'));
const cluster = join(dataDir, 'postgres');

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  const server = await startEmbeddedPostgres({ dataDir, log, settings: { fsync: 'off' }, ...options });
  cleanups.push(() => server.stop());
  return server;
}

function childOf(...args: Parameters<typeof startChild>): ReturnType<typeof startChild> {
  const child = startChild(...args);
  cleanups.push(() => child.end());
  return child;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('kill -9 of Node: the server goes too, the next start works and every acknowledged row is there', async () => {
  const child = childOf(dataDir, { writes: true });
  const { pid = 0 } = await child.first;
  await vi.waitFor(() => expect(child.messages.length).toBeGreaterThan(300), 10_000);
  await child.kill();
  const acknowledged = child.messages.flatMap(({ id }) => (id === undefined ? [] : [id]));

  // At once, while the orphaned server may still be shutting down.
  const server = await start();
  expect(await findServerProcesses(cluster)).not.toContain(pid);
  const rows = await query(server.url, 'select id from acknowledged');
  const stored = new Set(rows.map(({ id }) => Number(id)));
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
});

test('kill -9 of Node: the server ends within seconds even when nobody starts again', async () => {
  const child = childOf(dataDir);
  await child.first;
  await child.kill();
  await vi.waitFor(async () => expect(await findServerProcesses(cluster)).toEqual([]), 5_000);
});

test.runIf(existsSync('/proc/self/cmdline'))(
  'kill -9 of Node and of the shell that watches over it: the next start ends the orphan',
  async () => {
    const child = childOf(dataDir);
    const { pid = 0 } = await child.first;
    const all = await findServerProcesses(cluster);
    const shells = all.filter((each) => readFileSync(`/proc/${each}/cmdline`, 'utf8').startsWith('/bin/sh'));
    expect(shells).toHaveLength(2);
    // Stopped first: neither Node nor the shell may see the other one end.
    for (const shell of shells) process.kill(shell, 'SIGSTOP');
    await child.kill();
    for (const shell of shells) process.kill(shell, 'SIGKILL');
    await sleep(100);
    expect(await findServerProcesses(cluster)).toContain(pid);

    const server = await start();
    expect(await findServerProcesses(cluster)).not.toContain(pid);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  },
);

test('kill -9 of the watching shell alone: the server is restarted below a new one', async () => {
  const server = await start();
  const before = server.pid;
  const shell = Math.min(...(await findServerProcesses(cluster)));
  process.kill(shell, 'SIGKILL');
  await vi.waitFor(() => expect(server.pid).not.toBe(before), 60_000);
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('kill -9 of the server: it comes back on the same port, with its rows, and not after stop', async () => {
  const server = await start({ settings: {} });
  await query(server.url, 'drop table if exists kept; create table kept as select 42 as answer');
  const busy = query(server.url, `select count(*) from generate_series(1, 1e12::bigint)`).catch(() => 'cut off');
  for (let round = 0; round < 2; round++) {
    const before = server.pid;
    process.kill(before, 'SIGKILL');
    await vi.waitFor(() => expect(server.pid).not.toBe(before), 60_000);
    expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  }
  expect(await busy).toBe('cut off');

  await server.stop();
  await sleep(300);
  expect(await findServerProcesses(cluster)).toEqual([]);
});

test('a stop while a restart is pending leaves nothing behind', async () => {
  const server = await start();
  process.kill(server.pid, 'SIGKILL');
  await sleep(60);
  await server.stop();
  expect(await findServerProcesses(cluster)).toEqual([]);
});

test('a second instance is refused at once, in this process or another, with the pid of the first', async () => {
  const server = await start();
  const startedMs = performance.now();
  await expect(start()).rejects.toThrow(`in use by another running Kontor (pid ${process.pid} on host`);
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  const child = childOf(dataDir);
  expect((await child.first).failed).toContain(`(pid ${process.pid} on host`);

  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  await start();
});

test('of several that start at the same moment in a new directory exactly one wins', async () => {
  const newDirectory = mkdtempSync(join(tmpdir(), 'kontor-embedded-'));
  cleanups.push(() => rmSync(newDirectory, { recursive: true, force: true }));
  const children = [1, 2, 3].map(() => childOf(newDirectory));
  const outcomes = await Promise.all(children.map((child) => child.first));
  expect(outcomes.filter(({ url }) => url)).toHaveLength(1);
  for (const { failed } of outcomes.filter(({ url }) => !url))
    expect(failed).toContain('in use by another running Kontor');
});

test('a stale postmaster.pid is no obstacle: of a dead process, or of another program with that pid', async () => {
  const server = await start();
  await server.stop();
  const { uid, gid } = statSync(cluster);
  const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
  cleanups.push(() => stranger.kill());
  const ended = spawn('true');
  await new Promise((resolve) => ended.once('exit', resolve));

  for (const pid of [ended.pid, stranger.pid]) {
    const pidFile = join(cluster, 'postmaster.pid');
    writeFileSync(pidFile, `${pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n  1234567   98765\nready   \n`);
    await chown(pidFile, uid, gid);
    const again = await start();
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await again.stop();
  }
  expect(stranger.exitCode).toBeNull();
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, findRunningCluster, startEmbeddedPostgres } from '#platform/db/embedded/index.ts';
import { createLogger } from '#platform/log/index.ts';
import type { ApiClient } from '../harness/api-client.ts';
import { databaseUrl } from '../harness/databases.ts';
import { waitForAnalysis } from '../harness/wait-for-analysis.ts';
import { cleanUp, launchKontor, makeDataDir, readCredentials, signIn, until } from './kontor-process.ts';
import { accountOf, createUser, expectWhole, storedAccounts, type Upload, uploadUntil } from './load.ts';
import { openGate } from './tcp-gate.ts';

afterEach(cleanUp);

/** Of this test process; ended first, for hooks run from the last to the first. */
const ownServers: EmbeddedPostgres[] = [];
afterEach(async () => {
  for (const server of ownServers.splice(0)) await server.stop();
});

const LANES = ['a', 'b', 'c', 'd', 'e', 'f'];

test('PostgreSQL is killed under load: 503 until it is back, without a restart of Kontor and without a loss', async () => {
  const dataDir = await makeDataDir();
  const kontor = await launchKontor({ dataDir, env: { KONTOR_LOG_LEVEL: 'warn' } });
  await kontor.ready();
  const api = await signIn(kontor.url, await readCredentials(dataDir));
  const user = await createUser(api);
  const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const uploads = await uploadsAround(api, user, async () => {
    process.kill(pid, 'SIGKILL');
  });
  expectRefusals(uploads);
  const adminUrl = databaseUrl((await findRunningCluster(dataDir)) ?? '', 'kontor');
  expectWhole(uploads, await storedAccounts(adminUrl));
  await expectAnalysis(api);
});

test('a database of one’s own is stopped for three seconds, with an analysis under way: the same', async () => {
  const log = createLogger({ level: 'silent' });
  const clusterDir = await makeDataDir();
  const start = async () => {
    const started = await startEmbeddedPostgres({ dataDir: clusterDir, log });
    ownServers.push(started);
    return started;
  };
  let server = await start();
  // Stands for the address of the server, which stays the same.
  const gate = await openGate(() => server.port);
  const DATABASE_URL = Object.assign(new URL(server.url), { port: String(gate.port) }).href;
  const dataDir = await makeDataDir();
  const kontor = await launchKontor({ dataDir, env: { DATABASE_URL, KONTOR_DEMO: '1', KONTOR_LOG_LEVEL: 'warn' } });
  await kontor.ready();
  const api = await signIn(kontor.url, await readCredentials(dataDir));
  const user = await createUser(api);
  const analysed = await createUser(api);
  await api.post(`${analysed}/banking/accounts`, { accounts: [accountOf('big', 20_000)] });
  const { correlationId } = (await api.post(`${analysed}/trigger-analysis`)).body;
  const uploads = await uploadsAround(api, user, async () => {
    await Promise.all([gate.close(), server.stop()]);
    await sleep(3_000);
    server = await start();
    await gate.open();
  });
  expectRefusals(uploads);
  const stored = await storedAccounts(server.url);
  expect(stored.get('big')).toBe(20_000);
  stored.delete('big');
  expectWhole(uploads, stored);
  await waitForAnalysis(api, analysed, correlationId);
  await expectAnalysis(api);
  kontor.child.kill('SIGTERM');
  expect(await kontor.exit).toEqual({ code: 0, signal: null });
  await gate.close();
});

async function uploadsAround(api: ApiClient, user: string, outage: () => Promise<void>): Promise<Upload[]> {
  const stop = new AbortController();
  const lanes = LANES.map((): Upload[] => []);
  const uploading = LANES.map((lane, n) => uploadUntil(api, user, lane, stop.signal, lanes[n]));
  await until(() => lanes.every((lane) => lane.length > 0));
  await outage();
  await until(() => lanes.flat().some(({ status }) => status !== 201));
  const told = lanes.map((lane) => lane.length);
  await until(() => lanes.every((lane, n) => lane.length > (told[n] ?? 0) + 1 && lane.at(-1)?.status === 201));
  stop.abort();
  return (await Promise.all(uploading)).flat();
}

/** Every request was answered in time, with what the caller can act on. */
function expectRefusals(uploads: Upload[]) {
  const refused = uploads.filter(({ status }) => status !== 201);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter(({ status, retryAfter }) => status !== 503 || !Number(retryAfter))).toEqual([]);
  expect(Math.max(...uploads.map(({ durationMs }) => durationMs))).toBeLessThan(20_000);
}

/** The worker takes new jobs again. */
async function expectAnalysis(api: ApiClient) {
  const user = await createUser(api);
  await api.post(`${user}/banking/accounts`, { accounts: [accountOf('after', 50)] });
  const { correlationId } = (await api.post(`${user}/trigger-analysis`)).body;
  await waitForAnalysis(api, user, correlationId);
}

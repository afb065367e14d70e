import { randomBytes } from 'node:crypto';
import { afterEach, expect, inject, test } from 'vitest';
import { adminQuery, databaseUrl } from '../harness/databases.ts';
import { cleanUp, launchKontor, makeDataDir, readCredentials, signIn, until } from './kontor-process.ts';
import { accountOf, createUser, expectWhole, storedAccounts, type Upload, uploadUntil } from './load.ts';

afterEach(cleanUp);

const DATABASE_URL = databaseUrl(inject('clusterUrl'), `process_roles_${process.pid}`);
const shared = { DATABASE_URL, KONTOR_SECRET_KEY: randomBytes(32).toString('base64') };

test('a database of one’s own gets no demo unasked; api and worker may be two processes and die on their own', async () => {
  await adminQuery(inject('clusterUrl'), `create database process_roles_${process.pid}`);
  const dataDir = await makeDataDir();
  const launch = (roles: string, env = {}) =>
    launchKontor({ dataDir, env: { ...shared, KONTOR_ROLES: roles, KONTOR_LOG_LEVEL: 'warn', ...env } });

  // Both at once on an empty database: they take turns to migrate.
  const [plain, firstWorker] = await Promise.all([launch('api'), launch('worker')]);
  await Promise.all([plain.ready(), firstWorker.ready()]);
  expect((await adminQuery(DATABASE_URL, 'select from workspaces')).rowCount).toBe(0);
  expect((await fetch(`${firstWorker.url}/api/users`)).status, 'a worker has no API').toBe(404);
  await plain.kill();

  // Two that are asked for the demo make one.
  const [api, twin] = await Promise.all([launch('api', { KONTOR_DEMO: '1' }), launch('api', { KONTOR_DEMO: '1' })]);
  await Promise.all([api.ready(), twin.ready()]);
  expect((await adminQuery(DATABASE_URL, 'select name from workspaces')).rows).toEqual([{ name: 'Demo' }]);
  const credentials = await readCredentials(dataDir);
  await twin.kill();

  // A worker that dies in the middle of an analysis.
  const client = await signIn(api.url, credentials);
  const user = await createUser(client);
  const uploaded = await client.post(`${user}/banking/accounts`, { accounts: [accountOf('big', 30_000)] });
  expect(uploaded.status).toBe(201);
  await client.post(`${user}/trigger-analysis`);
  const run = async () => (await client.get(`${user}/analyses`)).body.analyses[0];
  await until(async () => (await run()).status === 'running');
  await firstWorker.kill();
  expect((await run()).status, 'it died in the middle').toBe('running');
  const killedMs = performance.now();
  const [secondWorker, thirdWorker] = await Promise.all([launch('worker'), launch('worker')]);
  await until(async () => (await run()).status === 'completed');
  console.log(`taken over ${Math.round(performance.now() - killedMs)} ms after the worker was killed`);
  const { rows } = await adminQuery(
    DATABASE_URL,
    `select transaction_count::int as count, attempt,
       (select count(*)::int from events where type = 'analysis.completed' and data->>'userId' = $1) as events
     from analysis_runs where transaction_count = 30000`,
    [user.split('/').at(-1)],
  );
  expect(rows).toEqual([{ count: 30_000, attempt: 2, events: 1 }]);
  await secondWorker.kill();

  // An API that dies while it is told things.
  const lanes = new AbortController();
  const told: Upload[] = [];
  const uploads = ['a', 'b', 'c', 'd'].map((lane) => uploadUntil(client, user, lane, lanes.signal, told));
  await until(() => told.length > 20);
  await api.kill();
  lanes.abort();
  await Promise.all(uploads);
  expectWhole(told, await withoutBig());
  await thirdWorker.kill();
});

async function withoutBig(): Promise<Map<string, number>> {
  const stored = await storedAccounts(DATABASE_URL);
  stored.delete('big');
  return stored;
}

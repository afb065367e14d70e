import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { waitForAnalysis } from '../harness/wait-for-analysis.ts';
import { cleanUp, launchKontor, makeDataDir, signIn, until } from './kontor-process.ts';
import { accountOf, createUser } from './load.ts';
import { createSeededDatabase } from './seeded-database.ts';

afterEach(cleanUp);

test('an exception in the worker does not take the API down; the worker comes back and does its work', async () => {
  const { env, ...client } = await createSeededDatabase('process_worker');
  const dataDir = await makeDataDir();
  const plan = join(dataDir, 'break-worker');
  const kontor = await launchKontor({
    dataDir,
    preload: [fileURLToPath(new URL('./break-worker.ts', import.meta.url))],
    env: { ...env, BREAK_WORKER_FILE: plan },
  });
  await kontor.ready();
  const api = await signIn(kontor.url, client);
  const user = await createUser(api);
  await api.post(`${user}/banking/accounts`, { accounts: [accountOf('one', 50)] });
  const readiness: number[] = [];
  let apiAnswers = true;

  await writeFile(plan, '');
  await until(() => !existsSync(plan));
  const { correlationId } = (await api.post(`${user}/trigger-analysis`)).body;
  await until(async () => {
    readiness.push((await fetch(`${kontor.url}/readyz`)).status);
    apiAnswers &&= (await api.get('/users')).status === 200;
    return readiness.includes(503) && readiness.at(-1) === 200;
  });
  expect(apiAnswers).toBe(true);
  await waitForAnalysis(api, user, correlationId);
  expect(kontor.output()).toMatch(/"level":"error".*broken by the test.*The worker died; starting it again/);

  // A stop while it is dead must not wait for it.
  await writeFile(plan, '');
  await until(() => kontor.output().split('The worker died').length === 3);
  kontor.child.kill('SIGTERM');
  expect(await kontor.exit).toEqual({ code: 0, signal: null });
});

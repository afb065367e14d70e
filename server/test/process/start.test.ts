import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { findRunningCluster } from '#platform/db/embedded/index.ts';
import type { ApiClient } from '../harness/api-client.ts';
import { createApiClient } from '../harness/api-client.ts';
import { adminQuery, databaseUrl } from '../harness/databases.ts';
import { cleanUp, launchKontor, makeDataDir, readCredentials, signIn, until } from './kontor-process.ts';

afterEach(cleanUp);

test('the first start makes the demo and its credentials, the second leaves both as they are', async () => {
  const dataDir = await makeDataDir();
  const path = join(dataDir, 'credentials.json');
  const first = await launchKontor({ dataDir });
  const firstMs = await first.ready();
  expect(statSync(path).mtimeMs, 'the file is there before /readyz is 200').toBeLessThan(Date.now());
  const credentials = await readCredentials(dataDir);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(Object.keys(credentials).sort()).toEqual(
    ['apiKey', 'botId', 'clientId', 'clientSecret', 'operatorEmail', 'operatorPassword', 'readOnlyApiKey'].sort(),
  );
  expect(first.output()).toContain(credentials.clientSecret);
  await expectDemo(first.url, dataDir);
  await expectCompany(first.url, credentials);
  first.child.kill('SIGTERM');
  expect(await first.exit).toEqual({ code: 0, signal: null });

  const text = await readFile(path, 'utf8');
  const second = await launchKontor({ dataDir });
  const warmMs = await second.ready();
  expect(await readFile(path, 'utf8')).toBe(text);
  expect(second.output()).not.toContain(credentials.clientSecret);
  await expectDemo(second.url, dataDir);
  await expectCompany(second.url, credentials);
  console.log(`first start ${Math.round(firstMs)} ms, warm start ${Math.round(warmMs)} ms`);
});

test('a first start that is killed at any moment is made good by the next', async () => {
  const moments = [
    // While the cluster is made, while it is migrated, and between the writing of the credentials and the commit.
    async () => sleep(300 + Math.random() * 1_000),
    async () => sleep(1_300 + Math.random() * 2_000),
    async (dataDir: string) => until(() => existsSync(join(dataDir, 'credentials.json'))),
  ];
  for (const [n, moment] of moments.entries()) {
    const dataDir = await makeDataDir();
    const killed = await launchKontor({ dataDir });
    await Promise.race([moment(dataDir), killed.ready()]);
    await killed.kill();
    const next = await launchKontor({ dataDir });
    await next.ready();
    await expectDemo(next.url, dataDir, `killed at moment ${n}, having printed:\n${killed.output()}`);
    await cleanUp();
  }
});

/** One Demo workspace, whose credentials work and whose two users are analysed. */
async function expectDemo(url: string, dataDir: string, when = '') {
  const credentials = await readCredentials(dataDir);
  for (const key of [credentials.apiKey, credentials.readOnlyApiKey]) {
    const workspace = await createApiClient(`${url}/v2`, { authorization: `Bearer ${key}` }).get('/workspace');
    expect(workspace.status, `${when} ${workspace.text}`).toBe(200);
  }
  const api = await signIn(url, credentials);
  const { users } = (await api.get('/users')).body as { users: { userId: string }[] };
  expect(users, when).toHaveLength(2);
  for (const { userId } of users) await until(() => isAnalysed(api, userId));
  const cluster = (await findRunningCluster(dataDir)) ?? '';
  const { rows } = await adminQuery(databaseUrl(cluster, 'kontor'), 'select name from workspaces');
  expect(rows, when).toEqual([{ name: 'Demo' }]);
}

/** The bot knows the customer by the company's own systems, as soon as it is trained. */
async function expectCompany(url: string, { apiKey, botId }: { apiKey: string; botId: string }) {
  const v2 = createApiClient(`${url}/v2`, { authorization: `Bearer ${apiKey}` });
  const asked = {
    ...{ botId, content: 'Please block my card, it was stolen' },
    metadata: { user_attributes: { externalId: 'demo-lena-hoffmann' } },
  };
  const answer = async () => (await v2.post('/hc-interactions/events/public', asked)).body[1].message as string;
  await until(async () => (await answer()).includes('4711'));
}

async function isAnalysed(api: ApiClient, userId: string): Promise<boolean> {
  const { analyses } = (await api.get(`/users/${userId}/analyses`)).body as { analyses: { status: string }[] };
  return analyses.length === 1 && analyses[0]?.status === 'completed';
}

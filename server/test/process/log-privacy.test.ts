import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, inject, test } from 'vitest';
import { createPersona } from '#modules/personas/index.ts';
import { createApiClient } from '../harness/api-client.ts';
import { adminQuery, databaseUrl } from '../harness/databases.ts';
import { cleanUp, launchKontor, makeDataDir, readCredentials, signIn } from './kontor-process.ts';

afterEach(cleanUp);

const QUICKSTART = fileURLToPath(new URL('../../../scripts/quickstart.ts', import.meta.url));

test('what a whole run logs, at the most talkative level, holds no secret and no personal data', async () => {
  const database = `process_logs_${process.pid}`;
  await adminQuery(inject('clusterUrl'), `create database ${database}`);
  const dataDir = await makeDataDir();
  const kontor = await launchKontor({
    dataDir,
    env: { DATABASE_URL: databaseUrl(inject('clusterUrl'), database), KONTOR_DEMO: '1', KONTOR_LOG_LEVEL: 'trace' },
  });
  await kontor.ready();
  const credentials = await readCredentials(dataDir);
  const welcome = kontor.output();
  for (const secret of secretsOf(credentials)) expect(welcome.split(secret), 'printed once').toHaveLength(2);

  const printed = await quickstart(kontor.url, dataDir);
  expect(printed).toContain('Step 5 of 5');
  await provokeErrors(kontor.url, credentials);
  kontor.child.kill('SIGTERM');
  await kontor.exit;

  const logged = kontor
    .output()
    .replace(welcome.slice(welcome.indexOf('\nKontor runs at'), welcome.lastIndexOf('quickstart')), '');
  expect(logged.split('\n').length, 'it did log').toBeGreaterThan(20);
  const found = (texts: string[], where: string) => texts.filter((text) => where.includes(text));
  const secrets = [...secretsOf(credentials), new URL(inject('clusterUrl')).password];
  expect(found(secrets, logged)).toEqual([]);
  expect(logged).not.toMatch(/eyJ[A-Za-z0-9_-]{10}/);
  expect(found(personalTexts(), logged)).toEqual([]);
  // What the newcomer sees shows the made-up accounts, but no secret either.
  expect(
    found(
      secrets.filter((secret) => secret !== credentials.clientId),
      printed,
    ),
  ).toEqual([]);
  expect(printed).not.toMatch(/eyJ[A-Za-z0-9_-]{20}/);
});

function secretsOf(credentials: Awaited<ReturnType<typeof readCredentials>>): string[] {
  return [credentials.clientSecret, credentials.apiKey, credentials.readOnlyApiKey, credentials.operatorPassword];
}

/** IBANs, names and purposes of the accounts that the demo and the quick start upload. */
function personalTexts(): string[] {
  const until = new Date().toISOString().slice(0, 10);
  const texts = new Set<string>();
  const names = ['employee', 'company'] as const;
  for (const { user, accounts } of names.flatMap((name) =>
    [1, 7].map((seed) => createPersona(name, { until, seed })),
  )) {
    texts.add(user.email);
    for (const account of accounts) {
      for (const text of [account.iban, account.accountNumber, account.owner]) if (text) texts.add(text);
      for (const { purpose, paymentPartner } of account.transactions) {
        texts.add(purpose);
        for (const text of [paymentPartner?.name, paymentPartner?.iban]) if (text) texts.add(text);
      }
    }
  }
  // Shorter ones stand in any text by chance.
  return [...texts].filter((text) => text.length >= 6);
}

async function quickstart(url: string, dataDir: string): Promise<string> {
  const child = spawn(process.execPath, [QUICKSTART, '--url', url], {
    env: { PATH: process.env.PATH, KONTOR_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text));
  const [code] = await once(child, 'close');
  expect(code, printed).toBe(0);
  return printed;
}

/** Refusals whose messages or causes could carry what was sent. */
async function provokeErrors(url: string, credentials: Awaited<ReturnType<typeof readCredentials>>) {
  const api = await signIn(url, credentials);
  const { accounts } = createPersona('employee', { until: new Date().toISOString().slice(0, 10), seed: 7 });
  const { userId } = (await api.post('/users', { type: 'person', automaticAnalysis: 'suspended' })).body;
  const doubled = { accounts: [{ ...accounts[0], balance: 'x' }, accounts[0]] };
  expect((await api.post(`/users/${userId}/banking/accounts`, doubled)).status).toBe(400);
  expect((await api.get(`/users/${accounts[0]?.iban}`)).status).toBe(404);
  expect((await api.get(`/users/${userId}/banking/transactions?q=${accounts[0]?.iban}`)).status).toBe(200);
  const stranger = createApiClient(url, { authorization: `Bearer ${credentials.apiKey.slice(0, -1)}` });
  expect((await stranger.get('/v2/workspace')).status).toBe(401);
  const wrong = new URLSearchParams({
    grant_type: 'password',
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
  });
  expect((await stranger.send('POST', '/api/auth', { body: wrong })).status).toBe(400);
}

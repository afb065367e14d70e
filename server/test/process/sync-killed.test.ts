import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { NO_BANK_ACCESS } from '#platform/bank-access.ts';
import { parseKeyring } from '#platform/crypto/secret-box.ts';
import { findFreePort } from '#platform/db/embedded/free-port.ts';
import { createLogger } from '#platform/log/index.ts';
import { createServices } from '../../src/assemble.ts';
import { connectSandbox } from '../../src/modules/banking/logins/sandbox-login.testing.ts';
import { adminQuery, databaseUrl } from '../harness/databases.ts';
import { holdLock } from '../harness/hold-lock.ts';
import { cleanUp, launchKontor, makeDataDir, readCredentials, signIn, until } from './kontor-process.ts';
import { createUser } from './load.ts';

afterEach(cleanUp);

test('kill -9 while a bank is being read: after the start it is read to its end, once', async () => {
  const database = `process_sync_${process.pid}`;
  await adminQuery(inject('clusterUrl'), `create database ${database}`);
  const adminUrl = databaseUrl(inject('clusterUrl'), database);
  const dataDir = await makeDataDir();
  const sandboxPort = String(await findFreePort());
  const env = { DATABASE_URL: adminUrl, KONTOR_DEMO: '1', KONTOR_SANDBOX: '1', KONTOR_SANDBOX_PORT: sandboxPort };
  const first = await launchKontor({ dataDir, env });
  await first.ready();
  const credentials = await readCredentials(dataDir);
  const path = await createUser(await signIn(first.url, credentials));
  const reading = await holdLock(adminUrl, 'lock table account_balances in access exclusive mode');

  // As the hosted page does: beside the server, with its keys, on its database.
  const { services, close } = await createServices({
    databaseUrl: adminUrl,
    databasePoolSize: 1,
    keyring: parseKeyring(await readKey(dataDir)),
    publicUrl: 'http://kontor.test',
    bankAccess: { ...NO_BANK_ACCESS, sandboxUrl: `http://127.0.0.1:${sandboxPort}` },
    log: createLogger({ level: 'silent' }),
    worker: false,
  });
  const { rows } = await adminQuery(adminUrl, 'select workspace_id from users where user_id = $1', [path.slice(7)]);
  const { at } = await connectSandbox(services, rows[0].workspace_id, path.slice(7), 'employee');
  await close(1_000);
  await until(async () => {
    const waiting = await adminQuery(
      adminUrl,
      `select from pg_locks where not granted and relation = 'account_balances'::regclass`,
    );
    return waiting.rowCount === 1;
  });
  await first.kill();
  await reading.release();

  const second = await launchKontor({ dataDir, env });
  await second.ready();
  const api = await signIn(second.url, credentials);
  const sync = async () => (await api.get(`${at}/sync`)).body;
  await until(async () => (await sync()).status === 'completed', 40_000);
  const { attempt, accounts } = await sync();
  expect(attempt).toBe(2);
  expect(accounts).toHaveLength(3);
  const imported = accounts.reduce((sum: number, account: { imported: number }) => sum + account.imported, 0);
  const stored = await api.get(`${path}/banking/transactions?limit=1`);
  expect(stored.body.total).toBe(imported);
  const events = await adminQuery(adminUrl, `select from events where type = 'login.sync-completed'`);
  expect(events.rowCount).toBe(1);
});

const readKey = (dataDir: string) => readFile(join(dataDir, 'secret.key'), 'utf8');

import { afterEach, expect, test } from 'vitest';
import { NO_BANK_ACCESS } from '#platform/bank-access.ts';
import { parseKeyring } from '#platform/crypto/secret-box.ts';
import { findFreePort } from '#platform/db/embedded/free-port.ts';
import { createLogger } from '#platform/log/index.ts';
import { createServices } from '../../src/assemble.ts';
import { connectSandbox } from '../../src/modules/banking/logins/sandbox-login.testing.ts';
import { adminQuery } from '../harness/databases.ts';
import { holdLock } from '../harness/hold-lock.ts';
import { cleanUp, launchKontor, makeDataDir, signIn, until } from './kontor-process.ts';
import { createUser } from './load.ts';
import { createSeededDatabase } from './seeded-database.ts';

afterEach(cleanUp);

test('kill -9 while a bank is being read: after the start it is read to its end, once', async () => {
  const { adminUrl, env: own, workspaceId, ...credentials } = await createSeededDatabase('process_sync');
  const dataDir = await makeDataDir();
  const sandboxPort = String(await findFreePort());
  const env = { ...own, KONTOR_SANDBOX: '1', KONTOR_SANDBOX_PORT: sandboxPort };
  const first = await launchKontor({ dataDir, env });
  await first.ready();
  const path = await createUser(await signIn(first.url, credentials));
  const reading = await holdLock(adminUrl, 'lock table account_balances in access exclusive mode');

  // As the hosted page does: beside the server, with its keys, on its database.
  const { services, close } = await createServices({
    databaseUrl: adminUrl,
    databasePoolSize: 1,
    keyring: parseKeyring(own.KONTOR_SECRET_KEY),
    publicUrl: 'http://kontor.test',
    bankAccess: { ...NO_BANK_ACCESS, sandboxUrl: `http://127.0.0.1:${sandboxPort}` },
    log: createLogger({ level: 'silent' }),
    worker: false,
  });
  const { at } = await connectSandbox(services, workspaceId, path.slice(7), 'employee');
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
  await until(async () => (await sync()).status === 'completed');
  const { attempt, accounts } = await sync();
  expect(attempt).toBe(2);
  expect(accounts).toHaveLength(3);
  const imported = accounts.reduce((sum: number, account: { imported: number }) => sum + account.imported, 0);
  const stored = await api.get(`${path}/banking/transactions?limit=1`);
  expect(stored.body.total).toBe(imported);
  const events = await adminQuery(adminUrl, `select from events where type = 'login.sync-completed'`);
  expect(events.rowCount).toBe(1);
});

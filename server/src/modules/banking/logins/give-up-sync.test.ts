/** The end of a synchronisation after faults of our own: the queue has given it up. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createUser } from '../../../../test/harness/bank-data.ts';
import { adminQuery } from '../../../../test/harness/databases.ts';
import { holdLock } from '../../../../test/harness/hold-lock.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../../test/harness/test-kontor.ts';
import { createLogin } from './create-login.ts';
import { giveUpSync } from './end-sync.ts';
import { type SyncJob, syncQueueName } from './logins.queue.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());
beforeEach(async () => {
  workspace = await kontor.createWorkspace();
});

const read = async (sql: string, values: unknown[] = []) => (await adminQuery(kontor.adminUrl, sql, values)).rows;

/** A login whose first synchronisation is queued. */
async function connect() {
  const path = await createUser(workspace.api);
  const bank = { bankId: 'bank-1', name: 'Musterbank', bic: null, bankCode: null };
  const consent = { validUntil: null, storeSecrets: true, recurring: true, selectedAccounts: null, psu: null };
  const access = { state: {}, loginName: null, accounts: [] };
  const userId = path.slice('/users/'.length);
  const { loginId } = await workspace.run((ctx) =>
    createLogin(ctx, { userId, provider: 'test', bank, ...consent, ...access, correlationId: randomUUID() }),
  );
  const [queued] = await read(`select data from pgboss.job where name = $1 and data->>'loginId' = $2`, [
    syncQueueName.name,
    loginId,
  ]);
  const sync = async () => (await workspace.api.get(`${path}/banking/logins/${loginId}/sync`)).body;
  return { loginId, job: queued?.data as SyncJob, sync };
}

test('says that it failed, once', async () => {
  const { job, sync } = await connect();
  await giveUpSync(kontor.services, job);
  expect(await sync()).toMatchObject({ status: 'failed', error: { type: 'internal_error' } });
  await giveUpSync(kontor.services, job);
  const told = `select from events where workspace_id = $1 and type = 'login.sync-failed'`;
  expect(await read(told, [workspace.workspaceId])).toHaveLength(1);
});

test('waits for what is done for the user, without holding the login back', async () => {
  const { loginId, job, sync } = await connect();
  const user = await holdLock(
    kontor.adminUrl,
    'select from users where user_key = (select user_key from bank_logins where login_id = $1) for update',
    [loginId],
  );
  const givenUp = giveUpSync(kontor.services, job);
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await read(waiting)).length).toBeGreaterThan(0);
  await user.query('select from bank_logins where login_id = $1 for update nowait', [loginId]);
  await user.query(`update login_syncs set status = 'completed' where login_id = $1`, [loginId]);
  await user.release();
  await givenUp;
  expect(await sync()).toMatchObject({ status: 'completed', error: null });
});

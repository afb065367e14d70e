import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Services } from '#platform/context.ts';
import { createApiClient } from '../../../../test/harness/api-client.ts';
import { createUser, expectDeclared, expectRefused } from '../../../../test/harness/bank-data.ts';
import { adminQuery } from '../../../../test/harness/databases.ts';
import {
  fetchToken,
  startTestKontor,
  type TestKontor,
  type TestWorkspace,
} from '../../../../test/harness/test-kontor.ts';
import { statementAccount } from '../statements/statements.testing.ts';
import { createLogin, type GivenConsent, renewLogin } from './create-login.ts';
import { type RevokeJob, revokeQueueName, type SyncJob, syncQueueName } from './logins.queue.ts';
import { revokeAtBank } from './revoke-consent.ts';
import { runSync } from './run-sync.ts';
import { scheduleSyncs } from './schedule-syncs.ts';
import { createTestBank, refusal, type TestBank } from './test-bank.testing.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-04-01T09:00:00Z');

let kontor: TestKontor;
let workspace: TestWorkspace;
let services: Services;
let bank: TestBank;
let nowMs = START;

beforeAll(async () => {
  kontor = await startTestKontor({ worker: false, now: () => new Date(nowMs) });
});
afterAll(() => kontor.stop());

beforeEach(async () => {
  nowMs = START;
  workspace = await kontor.createWorkspace();
  services = kontor.services;
  bank = createTestBank('test');
  bank.accounts.set('r-1', { transactions: [{ partner: 'REWE', bankIds: ['id:1'] }] });
});

const BANK = { bankId: 'bank-1', name: 'Musterbank', bic: 'MUSTDEFF', bankCode: '10000000' };
const { signal } = new AbortController();
const findProvider = async () => bank.provider;

/** What a consent that is given now opens. */
const offered = () =>
  [...bank.accounts].map(([resourceId, { account }]) => ({ ...statementAccount(account), resourceId }));

async function connect(consent: Partial<GivenConsent> = {}, user?: string) {
  const path = user ?? (await createUser(workspace.api));
  const userId = path.slice('/users/'.length);
  const given: GivenConsent = {
    userId,
    state: { consentId: 'c-1' },
    loginName: null,
    accounts: offered(),
    validUntil: '2026-06-30',
    storeSecrets: true,
    recurring: true,
    selectedAccounts: null,
    correlationId: randomUUID(),
    psu: { ipAddress: '203.0.113.7', userAgent: null },
    ...consent,
  };
  const { loginId } = await workspace.run((ctx) => createLogin(ctx, { ...given, provider: 'test', bank: BANK }));
  const at = `${path}/banking/logins/${loginId}`;
  return { path, userId, loginId, at, given, sync: async () => (await workspace.api.get(`${at}/sync`)).body };
}

/** Jobs of this workspace that wait in a queue, oldest first. */
async function jobs<Data>(queue: { name: string }): Promise<Data[]> {
  const { rows } = await adminQuery(
    kontor.adminUrl,
    `select data from pgboss.job where name = $1 and data->>'workspaceId' = $2 and state < 'active' order by created_on, id`,
    [queue.name, workspace.workspaceId],
  );
  return rows.map((row) => row.data);
}

/** Access tokens don't outlive such leaps. */
async function moveTo(atMs: number) {
  nowMs = atMs;
  const authorization = `Bearer ${await fetchToken(kontor.url, workspace)}`;
  workspace = { ...workspace, api: createApiClient(`${kontor.url}/api`, { authorization }) };
}

/** Works the newest job, as a worker does. */
async function work() {
  const job = (await jobs<SyncJob>(syncQueueName)).at(-1) as SyncJob;
  await runSync(services, job, signal, findProvider);
  return job;
}

async function eventsOf(...types: string[]) {
  const { rows } = await adminQuery(
    kontor.adminUrl,
    'select type, data from events where workspace_id = $1 and type = any($2) order by created_at, event_id',
    [workspace.workspaceId, types],
  );
  return rows as { type: string; data: Record<string, unknown> }[];
}

describe('a connection', () => {
  test('reads the accounts, says so, and an analysis follows under the same correlation id', async () => {
    const { path, at, given, sync, loginId } = await connect(
      {},
      await createUser(workspace.api, { automaticAnalysis: 'active' }),
    );
    expect(await sync()).toMatchObject({ status: 'queued', trigger: 'connection', correlationId: given.correlationId });
    await work();
    expect(await sync()).toMatchObject({
      status: 'completed',
      attempt: 1,
      accounts: [{ status: 'created', imported: 1 }],
    });
    const login = await workspace.api.get(at);
    expectDeclared('getLogin', login);
    expect(login.body).toMatchObject({
      consent: { status: 'valid' },
      recurring: true,
      accounts: [{ iban: 'DE89370400440532013000' }],
    });
    expect(await eventsOf('login.sync-completed', 'accounts.changed', 'transactions.changed')).toMatchObject([
      { type: 'accounts.changed', data: { correlationId: given.correlationId, change: 'imported' } },
      { type: 'transactions.changed', data: { correlationId: given.correlationId, added: 1 } },
      { type: 'login.sync-completed', data: { correlationId: given.correlationId, loginId, added: 1 } },
    ]);
    const run = await workspace.api.get(`${path}/analyses/${given.correlationId}`);
    expect(run.body).toMatchObject({ status: 'queued' });
    expect(bank.calls).toEqual([{ resourceId: 'r-1', from: null, attended: true }]);
  });

  test('reads the chosen accounts only', async () => {
    bank.accounts.set('r-2', { account: { iban: 'DE02120300000000202051' } });
    await connect({ selectedAccounts: ['r-2'] });
    await work();
    expect(bank.calls.map(({ resourceId }) => resourceId)).toEqual(['r-2']);
  });

  test('keeps its state encrypted, and with storeSecrets=false nothing of it after the first reading', async () => {
    const { given, at, path } = await connect({
      storeSecrets: false,
      recurring: true,
      state: { token: 'very-secret' },
    });
    const stored = async () =>
      (await adminQuery(kontor.adminUrl, 'select * from bank_logins where workspace_id = $1', [workspace.workspaceId]))
        .rows;
    const [before] = await stored();
    expect(before.sealed_state).toMatch(/^v1\./);
    expect(JSON.stringify(before)).not.toContain('very-secret');
    await work();
    expect(await stored()).toMatchObject([
      { sealed_state: null, recurring: false, consent_status: 'revoked', next_sync_at: null },
    ]);
    const [revoke] = await jobs<RevokeJob>(revokeQueueName);
    await revokeAtBank(services, revoke as RevokeJob, signal, findProvider);
    expect(bank.revoked).toEqual([given.state]);
    expectRefused(await workspace.api.post(`${at}/sync`), 409, 'consent_ended');
    const exported = await workspace.api.get(`${path}/export`);
    expect(exported.text).not.toContain('sealed');
  });

  test('to the same bank takes the place of the one before and ends its consent; the accounts stay the same', async () => {
    const { path, loginId, sync } = await connect();
    await work();
    bank.accounts = new Map([['other-resource', bank.accounts.get('r-1') ?? {}]]);
    const again = await connect({ state: { consentId: 'c-2' } }, path);
    expect(again.loginId).toBe(loginId);
    await work();
    expect(await sync()).toMatchObject({
      status: 'completed',
      accounts: [{ status: 'existing', imported: 0, duplicates: 1 }],
    });
    const { body } = await workspace.api.get(`${path}/banking/logins`);
    expect(body.logins).toHaveLength(1);
    for (const job of await jobs<RevokeJob>(revokeQueueName)) await revokeAtBank(services, job, signal, findProvider);
    expect(bank.revoked).toEqual([{ consentId: 'c-1' }]);
  });

  test('renewed keeps its id', async () => {
    const { loginId, given, at } = await connect({ validUntil: '2026-04-02' });
    await work();
    await moveTo(nowMs + 3 * DAY_MS);
    expect((await workspace.api.get(at)).body.consent.status).toBe('expired');
    await workspace.run((ctx) => renewLogin(ctx, { ...given, loginId, validUntil: '2026-09-30' }));
    await work();
    expect((await workspace.api.get(at)).body).toMatchObject({
      loginId,
      consent: { status: 'valid' },
      sync: { status: 'completed' },
    });
  });
});

describe('a synchronisation', () => {
  test('asks for two weeks before the last one, and further back while something is pending', async () => {
    const { at } = await connect();
    await work();
    await moveTo(nowMs + 10 * DAY_MS);
    await workspace.api.post(`${at}/sync`);
    bank.accounts.set('r-1', { transactions: [{ partner: 'Tank', bookingDate: '2026-03-05', status: 'pending' }] });
    await work();
    await moveTo(nowMs + 20 * DAY_MS);
    await workspace.api.post(`${at}/sync`);
    await work();
    expect(bank.calls.map(({ from }) => from)).toEqual([null, '2026-03-18', '2026-03-05']);
  });

  test('that is under way is answered instead of another', async () => {
    const { at, given } = await connect();
    const answer = await workspace.api.post(`${at}/sync`);
    expectDeclared('syncLogin', answer);
    expect(answer).toMatchObject({ status: 202, body: { correlationId: given.correlationId } });
    expect(answer.headers.get('finoos-correlation-id')).toBe(given.correlationId);
    expect(await jobs(syncQueueName)).toHaveLength(1);
  });

  test('happens four times a day without the end user, and as often as they want while they are there', async () => {
    const { at } = await connect();
    await work();
    const psu = { ipAddress: '203.0.113.7' };
    for (let n = 0; n < 4; n += 1) {
      await moveTo(nowMs + 60_000);
      expect((await workspace.api.post(`${at}/sync`)).status).toBe(202);
      await work();
    }
    const refused = await workspace.api.post(`${at}/sync`);
    expectRefused(refused, 429, 'bank_read_too_often');
    expect(Number(refused.headers.get('retry-after'))).toBe(24 * 3_600 - 180);
    expect((await workspace.api.post(`${at}/sync`, { psu })).status).toBe(202);
    await work();
    expect(bank.calls.map(({ attended }) => attended)).toEqual([true, false, false, false, false, true]);
    await moveTo(nowMs + DAY_MS);
    expect((await workspace.api.post(`${at}/sync`)).status).toBe(202);
  });

  test('waits as long as the bank says, then goes on', async () => {
    const { sync } = await connect();
    bank.refusals = [refusal('too_many_requests', 7_200_000)];
    const job = await work();
    const waiting = await sync();
    expect(waiting).toMatchObject({ status: 'waiting', error: { type: 'too_many_requests' } });
    expect(Date.parse(waiting.retryAt) - nowMs).toBeGreaterThanOrEqual(7_200_000);
    await runSync(services, job, signal, findProvider);
    expect(await sync(), 'a job that comes too early does nothing').toEqual(waiting);
    await moveTo(Date.parse(waiting.retryAt));
    await work();
    expect(await sync()).toMatchObject({ status: 'completed', attempt: 2, error: null });
  });

  test('is given up after six attempts, told of, and tried again much later', async () => {
    const { sync, at, given } = await connect();
    bank.refusals = Array.from({ length: 6 }, () => refusal('bank_unavailable'));
    const pauses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      await work();
      const { retryAt, status } = await sync();
      if (status !== 'waiting') break;
      pauses.push(Date.parse(retryAt) - nowMs);
      await moveTo(Date.parse(retryAt));
    }
    expect(pauses).toHaveLength(5);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(await sync()).toMatchObject({ status: 'failed', attempt: 6, error: { type: 'bank_unavailable' } });
    expect(await eventsOf('login.sync-failed')).toMatchObject([
      { data: { reason: 'bank_unavailable', consentEnded: false, correlationId: given.correlationId } },
    ]);
    const { nextSyncAt } = (await workspace.api.get(at)).body;
    expect(Date.parse(nextSyncAt) - nowMs).toBeGreaterThan(12 * 3_600_000);
  });

  test('ends at once when the consent has ended, and forgets it', async () => {
    const { sync, at } = await connect();
    bank.refusals = [refusal('consent_expired')];
    await work();
    expect(await sync()).toMatchObject({ status: 'failed', error: { type: 'consent_expired' } });
    expect((await workspace.api.get(at)).body).toMatchObject({ consent: { status: 'expired' }, nextSyncAt: null });
    expect(await eventsOf('login.sync-failed')).toMatchObject([{ data: { consentEnded: true } }]);
    expectRefused(await workspace.api.post(`${at}/sync`), 409, 'consent_ended');
  });

  test('whose worker died goes on with the accounts that are not yet stored', async () => {
    bank.accounts.set('r-2', { account: { iban: 'DE02120300000000202051' }, transactions: [{ partner: 'Miete' }] });
    const { sync } = await connect();
    bank.refusals = [null, new Error('the worker was killed')];
    await expect(work()).rejects.toThrow('killed');
    expect(await sync()).toMatchObject({ status: 'running', accounts: [{ imported: 1 }] });
    await work();
    expect(bank.calls.map(({ resourceId }) => resourceId)).toEqual(['r-1', 'r-2', 'r-2']);
    expect(await sync()).toMatchObject({
      status: 'completed',
      attempt: 2,
      accounts: [{ imported: 1 }, { imported: 1 }],
    });
    expect(await eventsOf('login.sync-completed')).toHaveLength(1);
  });

  test('of a worker that was taken for dead counts for nothing', async () => {
    const { sync } = await connect();
    bank.beforeReading = async () => {
      bank.beforeReading = async () => undefined;
      await work();
    };
    await work();
    expect(await sync()).toMatchObject({ status: 'completed', attempt: 2, accounts: [{ imported: 1 }] });
    expect(await eventsOf('login.sync-completed')).toHaveLength(1);
  });

  test('of a login that was removed meanwhile stores nothing', async () => {
    const { path, at } = await connect();
    bank.beforeReading = async () => {
      await workspace.api.delete(at);
    };
    await work();
    expect((await workspace.api.get(`${path}/banking/accounts`)).body.accounts).toEqual([]);
  });
});

describe('by itself', () => {
  test('a recurring login is synchronised about three times a day, not all at once', async () => {
    const { at, sync } = await connect();
    await work();
    const { nextSyncAt } = (await workspace.api.get(at)).body;
    const hours = (Date.parse(nextSyncAt) - nowMs) / 3_600_000;
    expect(hours).toBeGreaterThanOrEqual(6.4);
    expect(hours).toBeLessThanOrEqual(9.6);
    await scheduleSyncs(services);
    expect(await sync()).toMatchObject({ status: 'completed', trigger: 'connection' });
    await moveTo(Date.parse(nextSyncAt));
    await scheduleSyncs(services);
    await scheduleSyncs(services);
    expect(await sync()).toMatchObject({ status: 'queued', trigger: 'scheduled' });
    await work();
    expect(await sync()).toMatchObject({ status: 'completed', trigger: 'scheduled' });
    expect(bank.calls.map(({ attended }) => attended)).toEqual([true, false]);
  });

  test('the end of a consent is told once, seven days ahead; then nothing is read any more', async () => {
    const { at, loginId, userId } = await connect({ validUntil: '2026-04-20' });
    await work();
    await moveTo(Date.parse('2026-04-13T20:00:00Z'));
    await scheduleSyncs(services);
    expect(await eventsOf('consent.expiring')).toEqual([]);
    await moveTo(Date.parse('2026-04-14T00:00:01Z'));
    await scheduleSyncs(services);
    await scheduleSyncs(services);
    expect(await eventsOf('consent.expiring')).toMatchObject([
      { data: { userId, loginId, validUntil: '2026-04-20T23:59:59.000Z' } },
    ]);
    await moveTo(Date.parse('2026-04-21T00:00:00Z'));
    await scheduleSyncs(services);
    expect((await workspace.api.get(at)).body).toMatchObject({ consent: { status: 'expired' }, nextSyncAt: null });
  });
});

describe('removing', () => {
  test('a login leaves its accounts, and ends the consent at the bank', async () => {
    const { path, at } = await connect();
    await work();
    const answer = await workspace.api.delete(at);
    expectDeclared('deleteLogin', answer);
    expect(answer.body).toEqual({ deleted: { accounts: 0, transactions: 0 } });
    expect((await workspace.api.get(`${path}/banking/accounts`)).body.accounts).toHaveLength(1);
    expectRefused(await workspace.api.get(at), 404, 'login_not_found');
    expect(await jobs(revokeQueueName)).toHaveLength(1);
  });

  test('takes the accounts along if asked to', async () => {
    const { path, at } = await connect();
    await work();
    expect((await workspace.api.delete(`${at}?deleteAccounts=true`)).body).toEqual({
      deleted: { accounts: 1, transactions: 1 },
    });
    expect((await workspace.api.get(`${path}/banking/accounts`)).body.accounts).toEqual([]);
  });

  test('a user ends their consents too', async () => {
    const { path } = await connect();
    await work();
    const { body } = await workspace.api.delete(path);
    expect(body.erased).toMatchObject({ bank_logins: 1, login_syncs: 1, login_accounts: 1, transaction_origins: 1 });
    expect(await jobs(revokeQueueName)).toHaveLength(1);
  });
});

test('what a bank said can not be altered by an upload', async () => {
  const { path } = await connect();
  await work();
  const [{ accountId }] = (await workspace.api.get(`${path}/banking/accounts`)).body.accounts;
  const answer = await workspace.api.delete(`${path}/banking/accounts/${accountId}/transactions`, { ids: ['x'] });
  expectRefused(answer, 409, 'bank_data_is_fixed');
});

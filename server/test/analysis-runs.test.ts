import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiAnswer, ApiClient } from './harness/api-client.ts';
import { account, createUser, expectRefused, transaction, upload } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { holdLock, holdReading } from './harness/hold-lock.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const poll = (api: ApiClient, user: string, correlationId: string) =>
  api.get(`${user}/categorization/correlation?correlationId=${correlationId}`);

async function trigger(api: ApiClient, user: string): Promise<string> {
  const answer = await api.post(`${user}/trigger-analysis`);
  expect(answer.status, answer.text).toBe(202);
  expect(answer.headers.get('finoos-correlation-id')).toBe(answer.body.correlationId);
  return answer.body.correlationId;
}

async function analyze(api: ApiClient, user: string): Promise<string> {
  const correlationId = await trigger(api, user);
  await waitForAnalysis(api, user, correlationId);
  return correlationId;
}

async function untilStatus(api: ApiClient, user: string, correlationId: string, status: string): Promise<ApiAnswer> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(20)) {
    const answer = await api.get(`${user}/analyses/${correlationId}`);
    if (answer.body.status === status) return answer;
  }
  throw new Error(`The run did not become ${status}.`);
}

const transactionsOf = async (api: ApiClient, user: string) =>
  (await api.get(`${user}/categorization?limit=500`)).body.transactions;

const runsOf = async (user: string) =>
  (
    await adminQuery(
      kontor.adminUrl,
      `select r.status, count(c.correlation_id)::int as calls from analysis_runs r join users using (user_key)
       left join analysis_correlations c using (run_id) where user_id = $1 group by r.run_id, r.status order by r.run_id`,
      [user.slice('/users/'.length)],
    )
  ).rows;

/** Until a connection to this database stands before a lock that another one holds. */
async function someoneWaits(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(20)) {
    if ((await adminQuery(kontor.adminUrl, waiting)).rowCount) return;
  }
  throw new Error('Nobody waits for a lock.');
}

describe('a run', () => {
  test('is running until it is completed, and says so to polls by query and by header', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    await upload(api, user, account([transaction(), transaction()]));
    const held = await holdReading(kontor.adminUrl);
    const correlationId = await trigger(api, user);
    const running = await untilStatus(api, user, correlationId, 'running');
    expect(running.body).toMatchObject({ correlationId, completedAt: null, counts: null, error: null });
    const open = await poll(api, user, correlationId);
    expectRefused(open, 404, 'analysis_unfinished');
    expect(open.body).toMatchObject({ status: 'running', progress: 0 });
    expect(Number(open.headers.get('retry-after'))).toBeGreaterThan(0);
    await held.release();
    await waitForAnalysis(api, user, correlationId);
    const byHeader = await api.get(`${user}/categorization/correlation`, { 'Finoos-Correlation-Id': correlationId });
    expect(byHeader.status).toBe(200);
    expect(byHeader.body).toMatchObject({ correlationId, status: 'completed', progress: 1, error: null });
    expect(byHeader.body.counts).toMatchObject({ accounts: 1, transactions: 2 });
    const { createdAt, startedAt, completedAt } = byHeader.body;
    expect(createdAt <= startedAt && startedAt <= completedAt).toBe(true);
    expect((await api.get(`${user}/analyses/${correlationId}`)).body).toEqual(byHeader.body);
  });

  test('of a user without any data completes too', async () => {
    const { api } = await kontor.createWorkspace();
    for (const type of ['person', 'company']) {
      const user = await createUser(api, { type });
      await analyze(api, user);
      expect((await api.get(`${user}/categorization`)).body).toMatchObject({ transactions: [], nextCursor: null });
      expect((await api.get(`${user}/contracts`)).body).toEqual({ contracts: [] });
      const result = await api.get(`${user}/analysis/${type === 'person' ? 'person/income' : 'company/cashflow'}`);
      expect(result.status, result.text).toBe(200);
    }
  });

  test('is found by its own correlation id only', async () => {
    const { api } = await kontor.createWorkspace();
    const [user, other] = [await createUser(api), await createUser(api)];
    const foreign = await trigger(api, other);
    const path = `${user}/categorization/correlation`;
    expectRefused(await api.get(path), 400, 'validation_failed', '?correlationId');
    for (const id of ['11111111-1111-4111-8111-111111111111', 'none', '-'.repeat(36), foreign]) {
      expectRefused(await api.get(`${path}?correlationId=${id}`), 404, 'correlation_not_found');
      expectRefused(await api.get(path, { 'Finoos-Correlation-Id': id }), 404, 'correlation_not_found');
      expectRefused(await api.get(`${user}/analyses/${id}`), 404, 'correlation_not_found');
      expectRefused(await api.post(`${user}/analyses/${id}/cancel`), 404, 'correlation_not_found');
    }
  });

  test('announces its end with counts, once for each call that asked for it', async () => {
    const { api, workspaceId } = await kontor.createWorkspace();
    const user = await createUser(api);
    await upload(api, user, account([transaction()]));
    const correlationIds = await Promise.all([trigger(api, user), trigger(api, user), trigger(api, user)]);
    for (const id of correlationIds) await waitForAnalysis(api, user, id);
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `select data from events where workspace_id = $1 and type = 'analysis.completed'`,
      [workspaceId],
    );
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.data.correlationId))).toEqual(new Set(correlationIds));
    expect(rows[0].data).toEqual({
      userId: user.slice('/users/'.length),
      correlationId: rows[0].data.correlationId,
      webhookData: null,
      counts: { accounts: 1, transactions: 1, categories: expect.any(Number), contracts: expect.any(Number) },
    });
    expect((await runsOf(user)).length).toBeLessThanOrEqual(2);
  });
});

describe('with `automaticAnalysis: active`', () => {
  test('uploads in quick succession share one run by themselves, each under its own correlation id', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api, { automaticAnalysis: 'active' });
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const answer = await upload(api, user, account([transaction()]));
      ids.push(answer.headers.get('finoos-correlation-id') ?? '');
    }
    expect(new Set(ids).size).toBe(3);
    expect((await poll(api, user, ids[0] as string)).body).toMatchObject({ status: 'queued', progress: 0 });
    for (const id of ids) await waitForAnalysis(api, user, id);
    expect(await runsOf(user)).toEqual([{ status: 'completed', calls: 3 }]);
    expect(await transactionsOf(api, user)).toHaveLength(3);
  });
});

describe('several runs of one user', () => {
  test('calls during a run share the next one, whose result is of the newest data', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    await upload(api, user, account([transaction()], { accountId: 'a' }));
    const held = await holdLock(kontor.adminUrl, 'lock table categorization_rules in access exclusive mode');
    const first = await trigger(api, user);
    await untilStatus(api, user, first, 'running');
    await upload(api, user, account([transaction()]));
    const second = await trigger(api, user);
    await upload(api, user, account([transaction()]));
    const third = await trigger(api, user);
    expect(await runsOf(user)).toEqual([
      { status: 'running', calls: 1 },
      { status: 'queued', calls: 2 },
    ]);
    await held.release();
    for (const id of [first, second, third]) await waitForAnalysis(api, user, id);
    expect(await transactionsOf(api, user)).toHaveLength(3);
    expect((await api.get(`${user}/categorization`)).body.correlationId).toBe([second, third].sort()[0]);
  });

  test('an upload while a run completes waits for nothing that waits for it', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    await upload(api, user, account([transaction()]));
    const reading = await holdReading(kontor.adminUrl);
    const correlationId = await trigger(api, user);
    await untilStatus(api, user, correlationId, 'running');
    // What an upload of an active user locks, in its order; between the two the run wants to store its result.
    const userId = user.slice('/users/'.length);
    const writing = await holdLock(kontor.adminUrl, 'select from users where user_id = $1 for update', [userId]);
    await reading.release();
    await someoneWaits();
    await writing.query(
      'select from analysis_states join users using (user_key) where user_id = $1 for update of analysis_states',
      [userId],
    );
    await writing.release();
    await waitForAnalysis(api, user, correlationId);
    const { rows } = await adminQuery(
      kontor.adminUrl,
      'select attempt from analysis_runs join users using (user_key) where user_id = $1',
      [userId],
    );
    expect(rows).toEqual([{ attempt: 1 }]);
  });

  test('are listed newest first, every call exactly once, whatever the page size', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.unshift(await analyze(api, user));
    for (const limit of [1, 2, 500]) {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await api.get(`${user}/analyses?limit=${limit}${cursor}`);
        seen.push(...body.analyses.map((run: { correlationId: string }) => run.correlationId));
        if (body.nextCursor === null) break;
        cursor = `&cursor=${body.nextCursor}`;
      }
      expect(seen).toEqual(ids);
    }
    for (const query of ['limit=0', 'limit=501', 'cursor=x', `cursor=${'-'.repeat(36)}.${'-'.repeat(36)}`]) {
      expectRefused(await api.get(`${user}/analyses?${query}`), 400, 'validation_failed', `?${query.split('=')[0]}`);
    }
  });
});

describe('cancelling', () => {
  test('a running one: its result is not stored, the one behind it gets its turn', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    await upload(api, user, account([transaction()]));
    const held = await holdReading(kontor.adminUrl);
    const first = await trigger(api, user);
    await untilStatus(api, user, first, 'running');
    const cancelled = await api.post(`${user}/analyses/${first}/cancel`);
    expect(cancelled.body).toMatchObject({
      correlationId: first,
      status: 'cancelled',
      completedAt: expect.any(String),
    });
    const asked = await poll(api, user, first);
    expectRefused(asked, 404, 'analysis_unfinished');
    expect(asked.body.status).toBe('cancelled');
    expect(asked.headers.get('retry-after')).toBeNull();
    await held.release();
    await sleep(200);
    expectRefused(await api.get(`${user}/categorization`), 404, 'analysis_missing');
    await analyze(api, user);
    expect(await runsOf(user)).toEqual([
      { status: 'cancelled', calls: 1 },
      { status: 'completed', calls: 1 },
    ]);
    expectRefused(await api.post(`${user}/analyses/${first}/cancel`), 409, 'analysis_ended');
  });

  test('a queued one ends it for every call that shares it; the running one is left alone', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const held = await holdReading(kontor.adminUrl);
    const first = await trigger(api, user);
    await untilStatus(api, user, first, 'running');
    const [second, third] = [await trigger(api, user), await trigger(api, user)];
    expect((await api.post(`${user}/analyses/${second}/cancel`)).body.status).toBe('cancelled');
    expect((await api.get(`${user}/analyses/${third}`)).body.status).toBe('cancelled');
    const fourth = await trigger(api, user);
    expect((await api.post(`${user}/analyses/${first}/cancel`)).body.status).toBe('cancelled');
    await held.release();
    await waitForAnalysis(api, user, fourth);
  });
});

describe('results', () => {
  test('pages of one run never mix with another: they stay for one newer run and are refused after two', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const rows = Array.from({ length: 250 }, (_, n) =>
      transaction({ amount: 1, bookingDate: `2026-0${1 + (n % 9)}-11` }),
    );
    const sent = (amount: number) =>
      account(
        rows.map((row) => ({ ...row, amount })),
        { accountId: 'a' },
      );
    await upload(api, user, sent(1));
    const first = await analyze(api, user);
    const page = await api.get(`${user}/categorization?limit=70`);
    expect(page.body.correlationId).toBe(first);
    await upload(api, user, sent(2));
    const second = await analyze(api, user);
    const seen = [...page.body.transactions];
    for (let cursor = page.body.nextCursor; cursor !== null; ) {
      const { body } = await api.get(`${user}/categorization?limit=70&cursor=${cursor}`);
      expect(body.correlationId).toBe(first);
      seen.push(...body.transactions);
      cursor = body.nextCursor;
    }
    expect(new Set(seen.map((t) => t.transactionId)).size).toBe(250);
    expect(seen).toHaveLength(250);
    expect(seen.every((t) => t.amount === 1)).toBe(true);
    const dates = seen.map((t) => t.bookingDate);
    expect(dates.every((date, n) => n === 0 || date <= dates[n - 1])).toBe(true);
    const fresh = await api.get(`${user}/categorization?limit=300`);
    expect(fresh.body).toMatchObject({ correlationId: second, nextCursor: null });
    expect(fresh.body.transactions.every((t: { amount: number }) => t.amount === 2)).toBe(true);
    await analyze(api, user);
    expectRefused(await api.get(`${user}/categorization?cursor=${page.body.nextCursor}`), 409, 'pages_superseded');
    for (const cursor of ['x', `${'-'.repeat(36)}.1`, page.body.nextCursor.replace(/\d+$/, 'x')]) {
      expectRefused(await api.get(`${user}/categorization?cursor=${cursor}`), 400, 'validation_failed', '?cursor');
    }
  });

  test('are missing before the first run has completed, and of the other kind of user', async () => {
    const { api } = await kontor.createWorkspace();
    const [person, company] = [await createUser(api), await createUser(api, { type: 'company' })];
    for (const name of ['categorization', 'contracts', 'analysis/person/income', 'analysis/person/household-budget']) {
      expectRefused(await api.get(`${person}/${name}`), 404, 'analysis_missing');
    }
    expectRefused(await api.get(`${company}/analysis/company/cashflow`), 404, 'analysis_missing');
    for (const name of ['income', 'spending', 'risk', 'household-budget', 'adult-check', 'living-situation']) {
      expectRefused(await api.get(`${company}/analysis/person/${name}`), 403, 'wrong_user_type');
    }
    expectRefused(await api.get(`${person}/analysis/company/credits`), 403, 'wrong_user_type');
  });

  test('hold the booked modules only; without any there is none', async () => {
    const workspace = await kontor.createWorkspace();
    const { api } = workspace;
    const user = await createUser(api);
    await analyze(api, user);
    const two = await workspace.apiWith(['person-income-salary', 'person-income-alimony']);
    expect(Object.keys((await two.get(`${user}/analysis/person/income`)).body)).toEqual(['salary', 'alimony']);
    expectRefused(await two.get(`${user}/analysis/person/spending`), 403, 'forbidden');
    expectRefused(await two.get(`${user}/analysis/person/household-budget`), 403, 'forbidden');
    expectRefused(await two.get(`${user}/categorization`), 403, 'forbidden');
    expectRefused(await two.get(`${user}/contracts`), 403, 'forbidden');
    expectRefused(await two.post(`${user}/trigger-analysis`), 403, 'forbidden');
    expectRefused(await two.get(`${user}/analyses`), 403, 'forbidden');
    expect(Object.keys((await api.get(`${user}/analysis/person/income`)).body)).toHaveLength(10);
    expect(Object.keys((await api.get(`${user}/analysis/person/spending`)).body)).toHaveLength(14);
    expect(Object.keys((await api.get(`${user}/analysis/person/risk`)).body)).toHaveLength(5);
  });
});

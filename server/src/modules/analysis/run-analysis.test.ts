import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replaceCategories } from '#modules/banking/index.ts';
import { withWorkspace } from '#platform/context.ts';
import type { ApiClient } from '../../../test/harness/api-client.ts';
import { account, createUser, expectRefused, transaction, upload } from '../../../test/harness/bank-data.ts';
import { adminQuery } from '../../../test/harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { analyzeQueue } from './analysis.jobs.ts';
import { storeResults } from './results.queries.ts';
import { runAnalysis } from './run-analysis.ts';

// No worker takes the jobs: each test runs them as it needs.
let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

const query = async (text: string, values: unknown[]) => (await adminQuery(kontor.adminUrl, text, values)).rows;
const never = new AbortController().signal;

interface QueuedRun {
  workspace: TestWorkspace;
  api: ApiClient;
  user: string;
  runId: string;
  correlationId: string;
  run(signal?: AbortSignal): Promise<void>;
}

async function queueRun(): Promise<QueuedRun> {
  const workspace = await kontor.createWorkspace();
  const { api, workspaceId } = workspace;
  const user = await createUser(api);
  await upload(api, user, account(Array.from({ length: 120 }, () => transaction())));
  const { correlationId } = (await api.post(`${user}/trigger-analysis`)).body;
  const [row] = await query('select run_id from analysis_correlations where correlation_id = $1', [correlationId]);
  const runId = row.run_id;
  return {
    workspace,
    api,
    user,
    runId,
    correlationId,
    run: (signal = never) => runAnalysis(kontor.services, workspaceId, runId, signal),
  };
}

const stored = async (runId: string) =>
  (
    await query(
      `select status, attempt, error_code, (select count(*)::int from categorized_pages where run_id = r.run_id) as pages,
         (select count(*)::int from analysis_results where run_id = r.run_id) as results
       from analysis_runs r where run_id = $1`,
      [runId],
    )
  )[0];

const eventsOf = async ({ workspaceId }: TestWorkspace) =>
  await query(`select type, data from events where workspace_id = $1 and type like 'analysis.%' order by event_id`, [
    workspaceId,
  ]);

const poll = ({ api, user, correlationId }: QueuedRun) =>
  api.get(`${user}/categorization/correlation?correlationId=${correlationId}`);

test('a run that no worker has taken is queued, and worth asking for again', async () => {
  const queued = await queueRun();
  const answer = await poll(queued);
  expectRefused(answer, 404, 'analysis_unfinished');
  expect(answer.body).toMatchObject({ status: 'queued', progress: 0 });
  expect(answer.headers.get('retry-after')).toBe('1');
});

describe('a run that is worked on twice', () => {
  test('at once, as after a worker was taken for dead, ends in one result and one event', async () => {
    const queued = await queueRun();
    await Promise.all([queued.run(), queued.run()]);
    expect(await stored(queued.runId)).toMatchObject({ status: 'completed', attempt: 2, pages: 2 });
    expect(await eventsOf(queued.workspace)).toHaveLength(1);
    expect((await queued.api.get(`${queued.user}/categorization?limit=500`)).body.transactions).toHaveLength(120);
  });

  test('after it was completed changes nothing', async () => {
    const queued = await queueRun();
    await queued.run();
    const before = await stored(queued.runId);
    await queued.run();
    await analyzeQueue.dead?.(kontor.services, { workspaceId: queued.workspace.workspaceId, runId: queued.runId });
    expect(await stored(queued.runId)).toEqual(before);
    expect(await eventsOf(queued.workspace)).toHaveLength(1);
  });

  test('after a shutdown had stopped it in the middle completes', async () => {
    const queued = await queueRun();
    await expect(queued.run(AbortSignal.abort(new Error('shutdown')))).rejects.toThrow('shutdown');
    expect(await stored(queued.runId)).toMatchObject({ status: 'running', attempt: 1, results: 0 });
    await queued.run();
    expect(await stored(queued.runId)).toMatchObject({ status: 'completed', attempt: 2 });
  });
});

test('a run that fails every time is failed and says so; readers keep what they had, and the next one gets its turn', async () => {
  const first = await queueRun();
  await first.run();
  const { api, user, workspace } = first;
  const { correlationId } = (await api.post(`${user}/trigger-analysis`)).body;
  const [row] = await query('select run_id from analysis_correlations where correlation_id = $1', [correlationId]);
  const { workspaceId } = workspace;
  const [owner] = await query('select user_key from transactions where workspace_id = $1 limit 1', [workspaceId]);
  // No engine can make anything of this.
  await query(`update transactions set currency = '???' where user_key = $1`, [owner.user_key]);
  await expect(runAnalysis(kontor.services, workspaceId, row.run_id, never)).rejects.toThrow('is no currency');
  const next = (await api.post(`${user}/trigger-analysis`)).body.correlationId;
  await analyzeQueue.dead?.(kontor.services, { workspaceId, runId: row.run_id });
  const answer = await api.get(`${user}/categorization/correlation?correlationId=${correlationId}`);
  expectRefused(answer, 404, 'analysis_unfinished');
  expect(answer.body.status).toBe('failed');
  expect(answer.headers.get('retry-after')).toBeNull();
  const failed = (await api.get(`${user}/analyses/${correlationId}`)).body;
  expect(failed).toMatchObject({
    status: 'failed',
    counts: null,
    error: { type: 'analysis_failed', message: expect.any(String) },
  });
  expect((await eventsOf(workspace)).at(-1)).toEqual({
    type: 'analysis.failed',
    data: { userId: user.slice('/users/'.length), correlationId, webhookData: null, error: failed.error },
  });
  expect((await api.get(`${user}/categorization`)).body.correlationId).toBe(first.correlationId);
  const [behind] = await query('select run_id from analysis_correlations where correlation_id = $1', [next]);
  const jobs = await query(`select state from pgboss.job where name = $1 and data ->> 'runId' = $2`, [
    analyzeQueue.name,
    behind.run_id,
  ]);
  expect(jobs).toHaveLength(1);
  await query(`update transactions set currency = 'EUR' where user_key = $1`, [owner.user_key]);
  await runAnalysis(kontor.services, workspaceId, behind.run_id, never);
  expect((await api.get(`${user}/categorization`)).body.correlationId).toBe(next);
});

test('a page that fails leaves nothing of a run, not even what the database was still to do', async () => {
  const { workspace, runId } = await queueRun();
  const { workspaceId } = workspace;
  const [{ user_key: userKey }] = await query('select user_key from analysis_runs where run_id = $1', [runId]);
  const pages = (function* () {
    yield '{}';
    throw new Error('no page');
  })();
  const storing = withWorkspace(kontor.services, workspaceId, ({ session }) =>
    storeResults(session, { runId, workspaceId, userKey, results: [{ name: 'contracts', body: '{}' }], pages }, () =>
      replaceCategories(session, { workspaceId, userKey }, [{ categoryId: 'groceries', transactionIds: ['t-1'] }]),
    ),
  );
  await expect(storing).rejects.toThrow('no page');
  expect(await stored(runId)).toMatchObject({ pages: 0, results: 0 });
  expect(await query('select category_id from transaction_categories where workspace_id = $1', [workspaceId])).toEqual(
    [],
  );
});

test('the erasure of its user beside it leaves nothing of either', async () => {
  for (let round = 0; round < 4; round += 1) {
    const queued = await queueRun();
    const [, erased] = await Promise.all([queued.run(), queued.api.delete(queued.user)]);
    expect(erased.status, erased.text).toBe(200);
    expect(await stored(queued.runId)).toBeUndefined();
    const { workspaceId } = queued.workspace;
    const left = await query(
      `select (select count(*)::int from analysis_states where workspace_id = $1) as states,
         (select count(*)::int from transaction_categories where workspace_id = $1) as categories,
         (select count(*)::int from analysis_results where workspace_id = $1) as results`,
      [workspaceId],
    );
    expect(left).toEqual([{ states: 0, categories: 0, results: 0 }]);
  }
});

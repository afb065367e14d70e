import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase } from '#platform/db/database.ts';
import type { Reply } from '#platform/http/route.ts';
import { statusRoute } from '#platform/http/status-route.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

const OVERDUE = '00000000-0000-4000-8000-00000000';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());
afterEach(() => adminQuery(kontor.adminUrl, `delete from pgboss.job where id::text like $1`, [`${OVERDUE}%`]));

/** A new route each time, so that no answer is one that was kept. */
async function status(services = kontor.services, startedAtMs = performance.now()) {
  const handle = statusRoute(startedAtMs).handle as (services: object, input: object) => Promise<Reply>;
  const { body } = await handle({ ...services, requestId: 'test' }, { params: {}, query: {}, body: {}, headers: {} });
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every shape
  const answer = body as any;
  const [database, worker, queue] = answer.components;
  return { status: answer.status, database, worker, queue };
}

const insertJob = (n: number, name: string, columns: string, values: string) =>
  adminQuery(kontor.adminUrl, `insert into pgboss.job (id, name, ${columns}) values ($1, $2, ${values})`, [
    `${OVERDUE}000${n}`,
    name,
  ]);

test('is public, declared, kept for a few seconds and tells no tenant', async () => {
  const workspace = await kontor.createWorkspace();
  const answer = await kontor.anonymous.get('/status');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=5');
  expect(answer.body.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(answer.body.components.map(({ name }: { name: string }) => name)).toEqual(['database', 'worker', 'queue']);
  expect(answer.text).not.toContain(workspace.workspaceId);
  expect((await kontor.anonymous.get('/status')).body.checkedAt).toBe(answer.body.checkedAt);
});

describe('the queue', () => {
  test('lags when jobs are due for longer than a minute, not when they are to come', async () => {
    // Jobs that other files of this worker left waiting would come due in between.
    await adminQuery(
      kontor.adminUrl,
      `update pgboss.job set start_after = now() + interval '1 day' where state < 'active'`,
    );
    const before = await status();
    await insertJob(1, 'analysis.run', 'start_after', `now() - interval '30 seconds'`);
    await insertJob(2, 'analysis.run', 'start_after', `now() + interval '1 hour'`);
    expect((await status()).queue).toEqual(before.queue);
    await insertJob(3, 'analysis.run', 'start_after', `now() - interval '10 years'`);
    await insertJob(4, 'analysis.run', 'start_after, state', `now() - interval '2 minutes', 'retry'`);
    const after = await status();
    expect(after.status).toBe('degraded');
    expect(after.queue.status).toBe('degraded');
    expect(after.queue.overdueJobs).toBe(before.queue.overdueJobs + 2);
    expect(after.queue.lagSeconds).toBeGreaterThan(9 * 365 * 86_400);
  });
});

test('the worker is as alive as its last scheduled job, once there was time for one', async () => {
  await adminQuery(kontor.adminUrl, `delete from pgboss.job where name like 'schedule.%' and state = 'completed'`);
  const longAgo = performance.now() - 181_000;
  expect((await status()).worker).toEqual({ name: 'worker', status: 'ok', lastCompletedAt: null });
  expect((await status(kontor.services, longAgo)).worker).toMatchObject({ status: 'degraded', lastCompletedAt: null });
  await insertJob(5, 'schedule.expire-users', 'state, completed_on', `'completed', now() + interval '1 hour'`);
  const { worker } = await status(kontor.services, longAgo);
  expect(worker.status).toBe('ok');
  expect(new Date(worker.lastCompletedAt).getTime()).toBeGreaterThan(Date.now() + 3_000_000);
});

test('answers without a database, too', async () => {
  const { log } = kontor.services;
  const database = createDatabase({
    url: 'postgres://nobody@127.0.0.1:1/none',
    poolSize: 1,
    log,
    acquireTimeoutMs: 500,
  });
  const seen = await status({ ...kontor.services, database });
  expect(seen).toMatchObject({
    status: 'degraded',
    database: { status: 'down' },
    worker: { status: 'unknown', lastCompletedAt: null },
    queue: { status: 'unknown', overdueJobs: null },
  });
  await database.close();
});

import { afterAll, beforeAll, describe, test } from 'vitest';
import { withWorkspace } from '#platform/context.ts';
import { adminQuery } from '../../../test/harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { startTestWorker, type TestWorker } from '../../../test/harness/test-worker.ts';
import { hasOpenJobs } from './jobs.queries.ts';
import { defineQueue, type JobData, type JobRun } from './jobs.ts';

interface Numbered extends JobData {
  n: number;
}
interface Run {
  n: number;
  atMs: number;
  retryCount: number;
}

/** A queue that notes its runs and its dead letters, and does with a job what the test says. */
function notingQueue(
  name: string,
  work: (data: Numbered, job: JobRun) => Promise<void>,
  { retryLimit = 2, concurrency = 1 } = {},
) {
  const runs: Run[] = [];
  const dead: number[] = [];
  const queue = defineQueue<Numbered>({
    name: `test.${name}`,
    retryLimit,
    concurrency,
    retryDelaySeconds: 1,
    async run(_, data, job) {
      runs.push({ n: data.n, atMs: Date.now(), retryCount: job.retryCount });
      await work(data, job);
    },
    dead: async (_, data) => {
      dead.push(data.n);
    },
  });
  return { queue, runs, dead };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const plain = notingQueue('plain', async () => {});
const flaky = notingQueue('flaky', async (_, { retryCount }) => {
  if (retryCount < 2) throw new Error('not yet');
});
const hopeless = notingQueue('hopeless', () => Promise.reject(new Error('never')), { retryLimit: 1 });
const active = new Set<number>();
const overlaps: number[] = [];
const crowded = notingQueue(
  'crowded',
  async ({ n }) => {
    if (active.has(n)) overlaps.push(n);
    active.add(n);
    await pause(15);
    active.delete(n);
  },
  { concurrency: 2 },
);
let ticks = 0;
const schedule = { name: 'test-tick', cron: '0 0 1 1 *', run: async () => void (ticks += 1) };
const queues = [plain.queue, flaky.queue, hopeless.queue, crowded.queue];

let kontor: TestKontor;
let workspace: TestWorkspace;
let worker: TestWorker;
let second: TestWorker;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
  worker = await startTestWorker(kontor, queues, { schedules: [schedule] });
  second = await startTestWorker(kontor, queues);
});
afterAll(async () => {
  await Promise.all([worker.jobs.stop(5_000), second.jobs.stop(5_000)]);
  await kontor.stop();
});

const inWorkspace = <T>(work: Parameters<typeof withWorkspace<T>>[2]) =>
  withWorkspace(worker.services, workspace.workspaceId, work);
const send = (queue: { name: string }, n = 0) =>
  inWorkspace((ctx) => ctx.jobs.send(ctx, queue, { workspaceId: workspace.workspaceId, n }));
const jobsOf = async (name: string) =>
  (await adminQuery(kontor.adminUrl, 'select state from pgboss.job where name = $1', [name])).rows;

describe.concurrent('a job', () => {
  test('exists exactly if the transaction commits that enqueues it', async ({ expect }) => {
    const undone = inWorkspace(async (ctx) => {
      await ctx.jobs.send(ctx, plain.queue, { workspaceId: workspace.workspaceId, n: 1 });
      expect(await jobsOf(plain.queue.name)).toEqual([]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await jobsOf(plain.queue.name)).toEqual([]);
    await send(plain.queue, 2);
    await expect.poll(() => plain.runs.map(({ n }) => n)).toEqual([2]);
  });

  test('that fails is tried again, each time later', async ({ expect }) => {
    await send(flaky.queue);
    await expect.poll(() => flaky.runs.length).toBe(3);
    const [first, again, last] = flaky.runs as [Run, Run, Run];
    expect([first.retryCount, again.retryCount, last.retryCount]).toEqual([0, 1, 2]);
    expect(again.atMs - first.atMs).toBeGreaterThan(450);
    expect(last.atMs - again.atMs).toBeGreaterThan(950);
    await expect.poll(() => jobsOf(flaky.queue.name)).toEqual([{ state: 'completed' }]);
    expect(flaky.dead).toEqual([]);
  });

  test('that fails every time becomes one dead letter', async ({ expect }) => {
    await send(hopeless.queue, 7);
    await expect.poll(() => hopeless.dead).toEqual([7]);
    expect(hopeless.runs.map(({ retryCount }) => retryCount)).toEqual([0, 1]);
    await pause(1_500);
    expect(hopeless.dead).toEqual([7]);
    expect(hopeless.runs).toHaveLength(2);
  });

  test('is run by one worker only, however many there are', async ({ expect }) => {
    await Promise.all(Array.from({ length: 60 }, (_, n) => send(crowded.queue, n)));
    await expect.poll(() => crowded.runs.length).toBe(60);
    expect(new Set(crowded.runs.map(({ n }) => n)).size).toBe(60);
    expect(overlaps).toEqual([]);
  });

  test('of a schedule runs when its time comes', async ({ expect }) => {
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `select cron from pgboss.schedule where name = 'schedule.test-tick'`,
    );
    expect(rows).toEqual([{ cron: schedule.cron }]);
    await send({ name: 'schedule.test-tick' });
    await expect.poll(() => ticks).toBe(1);
  });
});

describe.concurrent('a worker that stops', () => {
  test('waits for the job that runs, and takes no new one', async ({ expect }) => {
    let finished = false;
    const sent = Promise.withResolvers<void>();
    const slow = notingQueue('slow', async () => {
      await sent.promise;
      await pause(100);
      finished = true;
    });
    const stopping = await startTestWorker(kontor, [slow.queue]);
    await send(slow.queue, 1);
    await expect.poll(() => slow.runs.length).toBe(1);
    const stopped = stopping.jobs.stop(30_000);
    await send(slow.queue, 2);
    sent.resolve();
    await stopped;
    expect(finished).toBe(true);
    expect(slow.runs).toHaveLength(1);
    expect(await jobsOf(slow.queue.name)).toEqual(
      expect.arrayContaining([{ state: 'completed' }, { state: 'created' }]),
    );
  });

  test('tells a job that takes too long to end, and leaves it to the next worker', async ({ expect }) => {
    const endless = notingQueue(
      'endless',
      (_, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const stopping = await startTestWorker(kontor, [endless.queue]);
    await send(endless.queue);
    await expect.poll(() => endless.runs.length).toBe(1);
    const startedMs = Date.now();
    await stopping.jobs.stop(1_000);
    expect(Date.now() - startedMs).toBeLessThan(20_000);
    await expect.poll(() => jobsOf(endless.queue.name)).toEqual([{ state: 'retry' }]);
  });
});

test('open jobs are those that are due or under way; not of schedules, and not of later', async ({ expect }) => {
  const undone = inWorkspace(async (ctx) => {
    const { session, workspaceId } = ctx;
    const sendHere = (queue: { name: string }, options?: { afterSeconds: number }) =>
      ctx.jobs.send(ctx, queue, { workspaceId, n: 0 }, options);
    // Those of the tests before; what is sent here, no worker sees.
    await session.query(`update pgboss.job set state = 'completed' where state <= 'active'`);
    expect(await hasOpenJobs(session)).toBe(false);
    await sendHere({ name: 'schedule.test-tick' });
    await sendHere(plain.queue, { afterSeconds: 60 });
    expect(await hasOpenJobs(session)).toBe(false);
    await sendHere(plain.queue);
    expect(await hasOpenJobs(session)).toBe(true);
    await session.query(`update pgboss.job set state = 'active' where state = 'created' and start_after <= now()`);
    expect(await hasOpenJobs(session)).toBe(true);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
});

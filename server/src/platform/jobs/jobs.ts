import { type Queue as BossQueue, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Context, Services } from '#platform/context.ts';
import type { Logger } from '#platform/log/index.ts';

/** What every job carries: the workspace it acts in. */
export interface JobData {
  workspaceId: string;
}

export interface JobRun {
  /** Of the message: the same at every try, another one when the same work was sent twice. */
  id: string;
  /** Aborted when the process shuts down or the job has run too long. */
  signal: AbortSignal;
  /** 0 for the first try. */
  retryCount: number;
}

/**
 * A kind of work. Delivery is at least once: `run` must end in the same state when it runs twice. It opens its own
 * transactions, with `withWorkspace`.
 */
export interface Queue<Data extends JobData = JobData> {
  name: string;
  retryLimit: number;
  retryDelaySeconds: number;
  /** How many run side by side in one process. */
  concurrency: number;
  expireSeconds: number;
  run(services: Services, data: Data, job: JobRun): Promise<void>;
  /** Called once when the last try has failed or the process died in it every time. */
  dead?(services: Services, data: Data): Promise<void>;
}

/** Enough of a queue to send to it: breaks the circle between who sends and who works. */
export interface QueueName<Data extends JobData> {
  readonly name: string;
  /** Never read: carries `Data` for the compiler. */
  readonly data?: Data;
}

export interface Schedule {
  name: string;
  /** Cron, UTC, to the minute. */
  cron: string;
  run(services: Services): Promise<void>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list of queues holds queues of any data
export type AnyQueue = Queue<any>;

export function defineQueue<Data extends JobData>(
  queue: Pick<Queue<Data>, 'name' | 'run'> & Partial<Omit<Queue<Data>, 'name' | 'run'>>,
): Queue<Data> {
  return { retryLimit: 5, retryDelaySeconds: 1, concurrency: 2, expireSeconds: 900, ...queue };
}

export interface JobQueue {
  /** Enqueues in the caller's transaction: the job exists exactly if the transaction commits. */
  send<Data extends JobData>(
    ctx: Context,
    queue: QueueName<Data>,
    data: Data,
    options?: { afterSeconds?: number },
  ): Promise<void>;
}

export interface JobRunner extends JobQueue {
  /** Begins to work: call once, when the services are complete. */
  work(services: Services): Promise<void>;
  /** Stops fetching, waits for what runs (at most `timeoutMs`), and closes. */
  stop(timeoutMs: number): Promise<void>;
}

export interface JobOptions {
  url: string;
  queues: AnyQueue[];
  schedules: Schedule[];
  log: Logger;
}

/** A worker that stops to beat for this long is taken for dead and its job runs again (the library's minimum). */
const HEARTBEAT_SECONDS = 10;

type QueueSettings = Omit<BossQueue, 'name'>;

/** Creates pg-boss's tables and our queues, or brings them up to date; needs the rights of the tables' owner. */
export async function prepareJobs(adminUrl: string, queues: AnyQueue[], schedules: Schedule[]): Promise<void> {
  const boss = new PgBoss({ connectionString: adminUrl, max: 1, supervise: false, schedule: false });
  const errors: unknown[] = [];
  boss.on('error', (error) => errors.push(error));
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name));
    const create = async (name: string, options: QueueSettings, fixed: Partial<QueueSettings> = {}) => {
      if (known.has(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, { ...options, ...fixed });
    };
    for (const queue of queues) {
      await create(deadQueueName(queue), { retryLimit: 3, retryDelay: 5, notify: true });
      const settings = {
        retryLimit: queue.retryLimit,
        retryDelay: queue.retryDelaySeconds,
        retryBackoff: true,
        expireInSeconds: queue.expireSeconds,
        deleteAfterSeconds: 3_600,
        notify: true,
      };
      const fixed = { retryDelayMax: 600, heartbeatSeconds: HEARTBEAT_SECONDS, deadLetter: deadQueueName(queue) };
      await create(queue.name, settings, fixed);
    }
    for (const schedule of schedules)
      await create(scheduleQueueName(schedule), { retryLimit: 0, deleteAfterSeconds: 3_600 });
  } finally {
    await boss.stop({ graceful: false });
  }
  if (errors.length > 0) throw errors[0];
}

const deadQueueName = (queue: AnyQueue) => `${queue.name}.dead`;
const scheduleQueueName = (schedule: Schedule) => `schedule.${schedule.name}`;

/** `worker: false` only enqueues, for processes without the worker role. */
export async function createJobs(options: JobOptions & { worker: boolean }): Promise<JobRunner> {
  const { log } = options;
  const boss = new PgBoss({
    connectionString: options.url,
    max: options.worker ? 4 : 1,
    migrate: false,
    createSchema: false,
    application_name: 'kontor-jobs',
    useListenNotify: options.worker,
    supervise: options.worker,
    schedule: options.worker,
    // Together with the heartbeat: how soon the job of a killed worker runs again.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    maintenanceIntervalSeconds: 300,
    reindex: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'The job queue reported an error'));
  boss.on('warning', (warning) => log.debug({ warning }, 'The job queue reported a warning'));
  await boss.start();
  return {
    async send(ctx, queue, data, { afterSeconds } = {}) {
      await boss.send(queue.name, data, {
        ...(afterSeconds ? { startAfter: afterSeconds } : {}),
        db: { executeSql: (text, values) => ctx.session.client.query(text, values as unknown[]) },
      });
    },
    async work(services) {
      for (const queue of options.queues) {
        await workQueue(boss, services, queue);
        await workDeadLetters(boss, services, queue);
      }
      for (const schedule of options.schedules) {
        const name = scheduleQueueName(schedule);
        await boss.work(name, { pollingIntervalSeconds: 5 }, () => schedule.run(services));
        await boss.schedule(name, schedule.cron);
      }
    },
    stop: (timeoutMs) => boss.stop({ graceful: true, timeout: timeoutMs }),
  };
}

/**
 * Each lane is a worker of its own with one job at a time, so that a long job holds up nobody else's and its end is
 * written at once. Having done a job it looks for the next without waiting for the poll: a notification wakes it only
 * once, however many jobs it is about.
 */
async function workQueue(boss: PgBoss, services: Services, queue: AnyQueue) {
  const options = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, includeMetadata: true } as const;
  for (let lane = 0; lane < queue.concurrency; lane += 1) {
    const workerId: string = await boss.work<JobData, void, typeof options>(queue.name, options, async ([job]) => {
      boss.notifyWorker(workerId);
      if (job) await runJob(services, queue, job);
    });
  }
}

async function runJob(services: Services, queue: AnyQueue, job: JobWithMetadata<JobData>) {
  try {
    await queue.run(services, job.data, { id: job.id, signal: job.signal, retryCount: job.retryCount });
  } catch (error) {
    services.log.warn({ err: error, queue: queue.name, jobId: job.id, retryCount: job.retryCount }, 'A job failed');
    // It is kept with the job: without what the error carries along.
    // oxlint-disable-next-line eslint/preserve-caught-error
    throw new Error((error as Error).message);
  }
}

async function workDeadLetters(boss: PgBoss, services: Services, queue: AnyQueue) {
  await boss.work<JobData>(
    deadQueueName(queue),
    { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 },
    async (jobs) => {
      for (const job of jobs) {
        services.log.error({ queue: queue.name, jobId: job.id }, 'A job was given up after its last try');
        await queue.dead?.(services, job.data);
      }
    },
  );
}

/**
 * Claims: two worker processes analyse 1,000 users × 1,000 transactions at 0.9 or more of the speed-up that two cores
 * allow; a worker's memory stays flat; one new transaction analyses one user again and no other.
 * `node bench/workers.ts [users] [transactions]`; needs Linux and, to mean anything, an otherwise idle machine.
 *
 * The bound: one worker takes w seconds on one core while PostgreSQL takes p on the other; two workers share both cores
 * for w + p seconds of work. So they can be 2w / (w + p) times as fast and no more. w and p are measured with one worker.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { queues, schedules } from '../server/src/app.ts';
import { createServices } from '../server/src/assemble.ts';
import { scheduleRun } from '../server/src/modules/analysis/schedule-run.ts';
import { addTransactions } from '../server/src/modules/banking/add-transactions.ts';
import { receiveUpload } from '../server/src/modules/banking/upload/read-upload.ts';
import { NO_BANK_ACCESS } from '../server/src/platform/bank-access.ts';
import { type Services, withWorkspace } from '../server/src/platform/context.ts';
import { loadOrCreateKeyFile } from '../server/src/platform/crypto/key-file.ts';
import { uuidv7 } from '../server/src/platform/crypto/random.ts';
import { openDatabase } from '../server/src/platform/db/open-database.ts';
import { prepareJobs } from '../server/src/platform/jobs/jobs.ts';
import { createLogger } from '../server/src/platform/log/index.ts';
import { bulkTransactions } from './data.ts';
import { report } from './harness/report.ts';
import { createDataDir, removeDataDir } from './harness/running-kontor.ts';
import { megabytes, round } from './harness/statistics.ts';
import { type StoredUser, storeUsers } from './workers/bulk-users.ts';
import { busySecondsOfMachine, cpuSecondsOf, residentBytesOf, wantedSecondsOf } from './workers/cpu-time.ts';
import { startWorkerProcess, type WorkerProcess } from './workers/worker-process.ts';

const users = Number(process.argv[2] ?? 1_000);
const transactions = Number(process.argv[3] ?? 1_000);
/** Warm the workers' compilers and caches before the clock starts. */
const WARM_UP_USERS = 30;
const POLL_MS = 100;
const SHUTDOWN_MS = 10_000;

interface Stage {
  services: Services;
  admin: pg.Client;
  adminUrl: string;
  dataDir: string;
  postmasterPid: number;
  workspaceId: string;
}

interface Laps {
  wallSeconds: number;
  workerCpuSeconds: number;
  postgresCpuSeconds: number;
  /** CPU that the rest of the machine took meanwhile: where it is much, the speed-up tells of the others. */
  othersCpuSeconds: number;
  /** Share of the time in which the workers neither ran nor stood in line for a CPU: they waited for something else. */
  idleShare: number;
  residentBytesAtQuarter: number;
  residentBytesAtEnd: number;
}

async function withStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const dataDir = await createDataDir();
  const log = createLogger({ level: 'error' });
  const keyring = await loadOrCreateKeyFile(join(dataDir, 'secret.key'));
  const database = await openDatabase({
    ...{ dataDir, databaseUrl: null, appDatabaseUrl: null, keyring, log },
    prepare: (adminUrl) => prepareJobs(adminUrl, queues, schedules),
  });
  const options = {
    ...{ databaseUrl: database.appUrl, databasePoolSize: 4, keyring },
    ...{ publicUrl: 'http://127.0.0.1', bankAccess: NO_BANK_ACCESS, log },
  };
  const running = await createServices({ ...options, worker: false });
  const admin = new pg.Client({ connectionString: database.adminUrl });
  try {
    await admin.connect();
    const workspaceId = uuidv7(Date.now());
    await admin.query(`insert into workspaces (workspace_id, name) values ($1, 'workers')`, [workspaceId]);
    const postmasterPid = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    const { adminUrl } = database;
    await work({ services: running.services, admin, adminUrl, dataDir, postmasterPid, workspaceId });
  } finally {
    await admin.end();
    await running.close(SHUTDOWN_MS);
    await database.close();
    await removeDataDir(dataDir);
  }
}

/** Queues a run for each user in one transaction: the workers see all of them at once, when it commits. */
async function queueAll({ services, workspaceId }: Stage, of: readonly StoredUser[], beforeCommit: () => void) {
  await withWorkspace(services, workspaceId, async (ctx) => {
    for (const { userKey, userId } of of) {
      await scheduleRun(ctx, userKey, { correlationId: userId, trigger: 'manual' });
    }
    beforeCommit();
  });
}

async function countOpenRuns(stage: Stage): Promise<number> {
  const { rows } = await stage.admin.query(
    `select count(*) filter (where status in ('queued', 'running'))::int as open,
       count(*) filter (where status in ('failed', 'cancelled'))::int as lost from analysis_runs`,
  );
  if (rows[0].lost > 0) throw new Error(`${rows[0].lost} runs failed.`);
  return rows[0].open;
}

async function untilDone(stage: Stage, onProgress: (open: number) => void = () => {}): Promise<void> {
  for (let open = await countOpenRuns(stage); open > 0; open = await countOpenRuns(stage)) {
    onProgress(open);
    await sleep(POLL_MS);
  }
}

async function measure(stage: Stage, of: readonly StoredUser[], workers: readonly WorkerProcess[]): Promise<Laps> {
  const take = () => ({
    atMs: Date.now(),
    workers: workers.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0),
    postgres: cpuSecondsOf(stage.postmasterPid),
    machine: busySecondsOfMachine(),
    wanted: workers.reduce((sum, { pid }) => sum + wantedSecondsOf(pid), 0),
  });
  let from = take();
  await queueAll(stage, of, () => {
    from = take();
  });
  const resident = () => Math.max(...workers.map(({ pid }) => residentBytesOf(pid)));
  let residentBytesAtQuarter = 0;
  await untilDone(stage, (open) => {
    if (residentBytesAtQuarter === 0 && open <= of.length * 0.75) residentBytesAtQuarter = resident();
  });
  const to = take();
  const { rows } = await stage.admin.query('select max(completed_at) as at from analysis_runs');
  const workerCpuSeconds = to.workers - from.workers;
  const postgresCpuSeconds = to.postgres - from.postgres;
  const wallSeconds = (rows[0].at.getTime() - from.atMs) / 1_000;
  return {
    wallSeconds,
    workerCpuSeconds,
    postgresCpuSeconds,
    othersCpuSeconds: to.machine - from.machine - workerCpuSeconds - postgresCpuSeconds,
    idleShare: Math.max(0, 1 - (to.wanted - from.wanted) / (wallSeconds * workers.length)),
    residentBytesAtQuarter,
    residentBytesAtEnd: resident(),
  };
}

/** Users of its own for each pass, so that none finds results to replace. */
async function pass(stage: Stage, workerCount: number): Promise<Laps> {
  const stored = { workspaceId: stage.workspaceId, transactions, automaticAnalysis: 'suspended' as const };
  const warmUp = await storeUsers(stage.admin, { ...stored, users: WARM_UP_USERS * workerCount });
  const measured = await storeUsers(stage.admin, { ...stored, users });
  const workers = await Promise.all(
    Array.from({ length: workerCount }, () => startWorkerProcess(stage.adminUrl, stage.dataDir)),
  );
  try {
    await queueAll(stage, warmUp, () => {});
    await untilDone(stage);
    await stage.admin.query('checkpoint');
    return await measure(stage, measured, workers);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** Adds one booking for one of several users whose analyses follow changes; answers whose runs that made. */
async function runsAfterOneTransaction(stage: Stage): Promise<{ runs: number; users: number }> {
  const { services, workspaceId, admin } = stage;
  const several = { workspaceId, users: 20, transactions, automaticAnalysis: 'active' as const };
  const [changed] = await storeUsers(admin, several);
  const worker = await startWorkerProcess(stage.adminUrl, stage.dataDir);
  try {
    const before = new Date();
    const [one] = bulkTransactions(1, 4_711);
    const body = Buffer.from(JSON.stringify({ transactions: [{ ...one, transactionId: 'one-more' }] }));
    const upload = await receiveUpload(Readable.from([body]), { shape: 'transactions' });
    await withWorkspace(services, workspaceId, (ctx) => addTransactions(ctx, changed?.userId ?? '', 'giro-1', upload));
    await untilDone(stage);
    const { rows } = await admin.query(
      `select count(*)::int as runs, count(distinct user_key)::int as users,
         coalesce(bool_and(user_key = $2), false) as "onlyThat" from analysis_runs where created_at >= $1`,
      [before, changed?.userKey],
    );
    if (!rows[0].onlyThat) throw new Error('The new transaction did not analyse the user it belongs to.');
    return { runs: rows[0].runs, users: rows[0].users };
  } finally {
    await worker.stop();
  }
}

const figuresOf = (laps: Laps) => ({
  wallSeconds: round(laps.wallSeconds),
  workerCpuSeconds: round(laps.workerCpuSeconds),
  postgresCpuSeconds: round(laps.postgresCpuSeconds),
  othersCpuSeconds: round(laps.othersCpuSeconds),
  idleShare: round(laps.idleShare),
  cpuMsPerUser: round((laps.workerCpuSeconds / users) * 1_000),
  residentMbAtQuarter: megabytes(laps.residentBytesAtQuarter),
  residentMbAtEnd: megabytes(laps.residentBytesAtEnd),
});

/** Of all CPU time that there was; the bench itself and the kernel's own work are among the others. */
const othersShare = (laps: Laps) => laps.othersCpuSeconds / (laps.wallSeconds * availableParallelism());

await withStage(async (stage) => {
  const one = await pass(stage, 1);
  const two = await pass(stage, 2);
  const speedUp = one.wallSeconds / two.wallSeconds;
  const bound = (2 * one.workerCpuSeconds) / (one.workerCpuSeconds + one.postgresCpuSeconds);
  const growth = Math.max(...[one, two].map((laps) => laps.residentBytesAtEnd / laps.residentBytesAtQuarter));
  report('workers: two processes', {
    ...{ users, transactions, cores: availableParallelism() },
    oneWorker: figuresOf(one),
    twoWorkers: figuresOf(two),
    speedUp: round(speedUp),
    bound: round(bound),
    shareOfBound: { value: round(speedUp / bound), atLeast: 0.9 },
    residentGrowth: { value: round(growth), atMost: 1.25 },
    // Beyond this the machine was not ours, and the speed-up tells of the others: nothing is claimed then.
    shareOfCpuTakenByOthers: { value: round(Math.max(...[one, two].map(othersShare))), atMost: 0.15 },
  });
  const again = await runsAfterOneTransaction(stage);
  report('workers: one new transaction', {
    runs: { value: again.runs, atMost: 1 },
    usersAnalysed: { value: again.users, atMost: 1 },
  });
});

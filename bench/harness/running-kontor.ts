/** A Kontor as an operator runs it: what `npm start` runs, in a process of its own, with its embedded PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import manifest from '../../package.json' with { type: 'json' };
import { findFreePort } from '../../server/src/platform/db/embedded/free-port.ts';

const REPOSITORY = join(import.meta.dirname, '../..');
/** What `npm start` sets for Node, and the arguments that it gives to it. */
const [SETTINGS = '', START = ''] = manifest.scripts.start.split(' exec node ');
const START_TIMEOUT_MS = 60_000;
/** Per second: polls of the queue and the like take less than a tenth of a core. */
const MOST_TICKS_AT_REST = 10;

export interface RunningKontor {
  url: string;
  pid: number;
  /** Of the process whose children serve the connections. */
  postgresPid(): Promise<number>;
  dataDir: string;
  /** From the start of the process to the first 200 of `/readyz`. */
  startedInMs: number;
  credentials: { clientId: string; clientSecret: string };
  /** As the owner of the tables. */
  adminUrl(): Promise<string>;
  /** Peak resident memory of the server's process (all its threads) since it began; Linux only. */
  peakResidentBytes(): Promise<number>;
  residentBytes(): Promise<number>;
  /** Of the server and of every process that it has started (PostgreSQL, trainer, sandbox) at this moment; shared pages count once. */
  allProcessesBytes(): Promise<number>;
  /** Resolves when it rests: when what a first start gives the worker to do, for the demo workspace, is done. */
  rests(): Promise<void>;
  /** Ends the process as an operator would; the data stay. */
  stop(): Promise<void>;
}

/** A data directory that PostgreSQL, which does not run as root, can reach. */
export async function createDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'kontor-bench-'));
}

export async function removeDataDir(dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

/** Starts Kontor with its default settings, but for the rate limits, which are out of the way. */
export async function startKontor(dataDir: string): Promise<RunningKontor> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(join(dataDir, 'server.log'), 'a');
  const startMs = performance.now();
  const child = spawn(process.execPath, START.split(' '), {
    cwd: REPOSITORY,
    env: {
      PATH: process.env.PATH,
      ...Object.fromEntries(SETTINGS.split(' ').map((setting) => setting.split('='))),
      PORT: String(port),
      KONTOR_DATA_DIR: dataDir,
      KONTOR_RATE_LIMIT: '100000000',
      KONTOR_API_RATE_LIMIT: '100000000',
    },
    stdio: ['ignore', log, log],
  });
  await untilReady(url, child, join(dataDir, 'server.log'));
  const startedInMs = performance.now() - startMs;
  return {
    url,
    pid: child.pid as number,
    postgresPid: () => readPostgresPid(dataDir),
    dataDir,
    startedInMs,
    credentials: JSON.parse(await readFile(join(dataDir, 'credentials.json'), 'utf8')),
    adminUrl: () => readAdminUrl(dataDir),
    peakResidentBytes: () => readStatus(child, 'VmHWM'),
    residentBytes: () => readStatus(child, 'VmRSS'),
    allProcessesBytes: () => sumProportional(child.pid as number),
    rests: () => untilItRests(child),
    async stop() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function untilReady(url: string, child: ChildProcess, logPath: string): Promise<void> {
  const deadlineMs = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadlineMs) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.status === 200,
      () => false,
    );
    if (ready) return;
    await sleep(10);
  }
  child.kill('SIGKILL');
  throw new Error(`Kontor did not start:\n${(await readFile(logPath, 'utf8')).slice(-2_000)}`);
}

/** In units of 10 ms; https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function readProcessorTicks(child: ChildProcess): Promise<number> {
  const fields = (await readFile(`/proc/${child.pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

async function untilItRests(child: ChildProcess): Promise<void> {
  let before = await readProcessorTicks(child);
  for (let quietSeconds = 0; quietSeconds < 3; ) {
    await sleep(1_000);
    const now = await readProcessorTicks(child);
    quietSeconds = now - before < MOST_TICKS_AT_REST ? quietSeconds + 1 : 0;
    before = now;
  }
}

async function readPostgresPid(dataDir: string): Promise<number> {
  const [pid = ''] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return Number(pid);
}

async function readAdminUrl(dataDir: string): Promise<string> {
  const cluster = join(dataDir, 'postgres');
  const password = (await readFile(join(cluster, 'kontor.password'), 'utf8')).trim();
  // https://www.postgresql.org/docs/current/storage-file-layout.html: the fourth line is the port.
  const port = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[3]?.trim();
  return `postgres://postgres:${password}@127.0.0.1:${port}/kontor`;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
async function readStatus(child: ChildProcess, field: 'VmHWM' | 'VmRSS'): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (!kilobytes) throw new Error(`/proc/${child.pid}/status has no ${field}; this measurement needs Linux.`);
  return Number(kilobytes) * 1024;
}

/** Each page divided among those who share it; https://man7.org/linux/man-pages/man5/proc_pid_smaps.5.html. One that has just ended counts nothing. */
async function sumProportional(pid: number): Promise<number> {
  const read = (path: string) => readFile(`/proc/${pid}/${path}`, 'utf8').catch(() => '');
  const kilobytes = Number(/^Pss:\s+(\d+) kB$/m.exec(await read('smaps_rollup'))?.[1] ?? 0);
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const children =
    (await Promise.all(tasks.map((task) => read(`task/${task}/children`)))).join(' ').match(/\d+/g) ?? [];
  const theirs = await Promise.all(children.map((child) => sumProportional(Number(child))));
  return theirs.reduce((sum, bytes) => sum + bytes, kilobytes * 1024);
}

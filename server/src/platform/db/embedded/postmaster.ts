import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { readPidFile } from './pid-file.ts';
import { PROGRAM_ENVIRONMENT } from './run-program.ts';
import { logSize, logTail, openLog } from './server-log.ts';
import { findServerProcesses, signalProcess } from './server-processes.ts';
import type { ServerUser } from './server-user.ts';

/** Everything one start of the server needs; used again unchanged for a restart. */
export type LaunchPlan = {
  user: ServerUser;
  /** The `postgres` program with its arguments. */
  command: string[];
  clusterPath: string;
  logPath: string;
  url: string;
  startTimeoutMs: number;
};

export type Postmaster = {
  pid: number;
  /** Settles when the server has ended, for whatever reason; the text says how, with the tail of the server's log. */
  ended: Promise<string>;
  shutDown(): Promise<void>;
};

/**
 * The server runs below a small shell that holds the other end of a socket of ours (descriptor 3). When our process
 * ends, however it does, the kernel closes it, `read` returns and the shell asks the server for a fast shutdown. It
 * asks repeatedly, because the server ignores the signal in its first milliseconds. First it tells us the server's pid.
 */
const WATCHED_RUN = `
"$@" 3<&- & SERVER=$!
echo "$SERVER" >&3
{ read -r _ <&3; while kill -INT "$SERVER" 2>/dev/null; do sleep 1; done; } & WATCHER=$!
wait "$SERVER"; STATUS=$?
kill "$WATCHER" 2>/dev/null
exit "$STATUS"
`;

const POLL_MS = 5;
const FAST_SHUTDOWN_MS = 15_000;
const IMMEDIATE_SHUTDOWN_MS = 5_000;

/**
 * Starts the server and returns once it answers. Throws an Error with the tail of the server's log when it does not,
 * or when `stopRequest` comes first; no server is left running then.
 */
export async function launchPostmaster(plan: LaunchPlan, stopRequest?: AbortSignal): Promise<Postmaster> {
  const logStart = logSize(plan.logPath);
  const shell = spawnWatched(plan);
  // A killed shell resets the socket; its exit tells all there is to know.
  shell.stdio[3]?.on('error', () => undefined);
  let exit: string | undefined;
  const ended = new Promise<string>((resolve) => {
    const settle = (how: string) => {
      shell.stdio[3]?.destroy();
      exit = `${how}; its log:\n${logTail(plan.logPath, logStart)}`;
      resolve(exit);
    };
    shell.once('error', (error) => settle(`PostgreSQL could not be started (${error.message})`));
    shell.once('exit', (code, signal) => settle(`PostgreSQL ended (${signal ?? `exit code ${code}`})`));
  });
  const deadlineMs = performance.now() + plan.startTimeoutMs;
  try {
    const pid = await Promise.race([receivePid(shell), ended.then(fail)]);
    while (!isReady(plan.clusterPath, pid)) {
      if (exit !== undefined) fail(exit);
      if (stopRequest?.aborted) fail('The start was given up because a stop was asked for.');
      if (performance.now() > deadlineMs)
        fail(`PostgreSQL was not ready in time; its log:\n${logTail(plan.logPath, logStart)}`);
      await sleep(POLL_MS);
    }
    await proveConnection(plan.url, deadlineMs);
    letProcessEnd(shell);
    const shutDown = async () => (exit === undefined ? shutDownServer(plan.clusterPath, pid, shell, ended) : undefined);
    return { pid, ended, shutDown };
  } catch (error) {
    await endFailedStart(plan.clusterPath, shell, ended);
    throw error;
  }
}

function spawnWatched(plan: LaunchPlan): ChildProcess {
  const [command = '', ...args] = [...plan.user.argvPrefix, '/bin/sh', '-c', WATCHED_RUN, 'sh', ...plan.command];
  const log = openLog(plan.logPath);
  try {
    return spawn(command, args, {
      ...plan.user.spawnIds,
      cwd: '/',
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', log, log, 'pipe'],
      // A session of its own: Ctrl-C in the terminal is for Kontor, which stops the server when it has drained.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

async function receivePid(shell: ChildProcess): Promise<number> {
  const [line] = (await once(shell.stdio[3] as Socket, 'data')) as [Buffer];
  return Number.parseInt(line.toString(), 10);
}

function isReady(clusterPath: string, pid: number): boolean {
  const file = readPidFile(clusterPath);
  return file?.pid === pid && file.ready;
}

async function proveConnection(url: string, deadlineMs: number): Promise<void> {
  const timeoutMs = Math.max(1_000, deadlineMs - performance.now());
  const client = new Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new Error(`The embedded PostgreSQL runs but refuses our connection: ${(cause as Error).message}`, { cause });
  } finally {
    await client.end();
  }
}

/** The server must not keep alive a Node process that has nothing else to do; it ends with it. */
function letProcessEnd(shell: ChildProcess): void {
  shell.unref();
  (shell.stdio[3] as Socket).unref();
}

/** Fast shutdown; when that takes longer than 15 s an immediate one, after 5 s more SIGKILL. */
async function shutDownServer(
  clusterPath: string,
  pid: number,
  shell: ChildProcess,
  ended: Promise<unknown>,
): Promise<void> {
  shell.ref();
  signalProcess(pid, 'SIGINT');
  if (await endsWithin(ended, FAST_SHUTDOWN_MS)) return;
  signalProcess(pid, 'SIGQUIT');
  if (await endsWithin(ended, IMMEDIATE_SHUTDOWN_MS)) return;
  for (const each of await findServerProcesses(clusterPath)) signalProcess(each, 'SIGKILL');
  await ended;
}

async function endFailedStart(clusterPath: string, shell: ChildProcess, ended: Promise<unknown>): Promise<void> {
  // Closing our end makes the shell stop the server, if there is one.
  shell.stdio[3]?.destroy();
  if (await endsWithin(ended, IMMEDIATE_SHUTDOWN_MS)) return;
  for (const each of await findServerProcesses(clusterPath)) signalProcess(each, 'SIGKILL');
}

async function endsWithin(ended: Promise<unknown>, timeoutMs: number): Promise<boolean> {
  const timer = new AbortController();
  const timeout = sleep(timeoutMs, false, { signal: timer.signal }).catch(() => false);
  const won = await Promise.race([ended.then(() => true), timeout]);
  timer.abort();
  return won;
}

function fail(message: string): never {
  throw new Error(message);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../server/src/platform/db/embedded/free-port.ts';

const MAIN = join(import.meta.dirname, '../../server/src/main.ts');
const START_TIMEOUT_MS = 120_000;

export interface WorkerProcess {
  pid: number;
  stop(): Promise<void>;
}

/** `npm start` with KONTOR_ROLES=worker on a database that exists; resolves when it takes jobs. */
export async function startWorkerProcess(databaseUrl: string, dataDir: string): Promise<WorkerProcess> {
  const port = await findFreePort();
  const logPath = join(dataDir, `worker-${port}.log`);
  const log = openSync(logPath, 'a');
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      // The key that the database's password is derived from lies here.
      KONTOR_DATA_DIR: dataDir,
      KONTOR_ROLES: 'worker',
    },
    stdio: ['ignore', log, log],
  });
  await untilReady(`http://127.0.0.1:${port}/readyz`, child, logPath);
  return {
    pid: child.pid as number,
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
  while (performance.now() < deadlineMs && child.exitCode === null) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`A worker process did not start:\n${readFileSync(logPath, 'utf8').slice(-2_000)}`);
}

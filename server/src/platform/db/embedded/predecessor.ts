import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedPostgresLog } from './embedded-postgres.types.ts';
import { pidFilePath, readPidFile } from './pid-file.ts';
import { findServerProcesses, isAlive, signalProcess } from './server-processes.ts';

const POLL_MS = 20;
// Its watcher has asked it to stop already; we ask again in case the watcher was killed too.
const ASK_AFTER_MS = 1_000;
const ABORT_AFTER_MS = 20_000;
const KILL_AFTER_MS = 25_000;
/** How long children may outlive a server that was killed; they notice by themselves unless busy computing. */
const KILL_ORPHANS_AFTER_MS = 2_000;

/**
 * Makes sure that no server of an earlier run works on the cluster. The caller holds the instance lock, so whatever
 * still runs lost its Kontor: a server that is shutting down is waited for (at most 25 s), what does not end is killed;
 * PostgreSQL recovers from that without losing an acknowledged row.
 */
export async function retirePredecessor(clusterPath: string, log: EmbeddedPostgresLog): Promise<void> {
  // Gone when a server has shut down in an orderly way, also where what an earlier one left still runs.
  const server = readPidFile(clusterPath)?.pid;
  const startedMs = performance.now();
  let asked: NodeJS.Signals | undefined;
  for (;;) {
    const pids = await findServerProcesses(clusterPath);
    if (pids.length === 0) break;
    const living = pids.filter((pid) => pid === server);
    const signal = nextSignal(performance.now() - startedMs, living.length > 0);
    if (signal && signal !== asked) {
      asked = signal;
      log.warn({ pids, signal }, 'An embedded PostgreSQL of an earlier run is still there; ending it');
      for (const pid of signal === 'SIGKILL' ? pids : living) signalProcess(pid, signal);
    }
    await sleep(POLL_MS);
  }
  await removeMisleadingPidFile(clusterPath, log);
}

function nextSignal(waitedMs: number, serverLives: boolean): NodeJS.Signals | undefined {
  if (!serverLives) return waitedMs > KILL_ORPHANS_AFTER_MS ? 'SIGKILL' : undefined;
  if (waitedMs > KILL_AFTER_MS) return 'SIGKILL';
  if (waitedMs > ABORT_AFTER_MS) return 'SIGQUIT';
  return waitedMs > ASK_AFTER_MS ? 'SIGINT' : undefined;
}

/**
 * PostgreSQL clears away a pid file whose process is gone. When another program has that pid by now (after a reboot, in
 * a restarted container) it may refuse to start; nothing of the cluster runs, so the file can go.
 */
async function removeMisleadingPidFile(clusterPath: string, log: EmbeddedPostgresLog): Promise<void> {
  const left = readPidFile(clusterPath);
  if (!left || !isAlive(left.pid)) return;
  log.warn({ pid: left.pid }, 'Removing a stale postmaster.pid: its pid belongs to another program now');
  await rm(pidFilePath(clusterPath), { force: true });
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedPostgresLog } from './embedded-postgres.types.ts';
import { type LaunchPlan, launchPostmaster, type Postmaster } from './postmaster.ts';
import { retirePredecessor } from './predecessor.ts';
import { limitLog } from './server-log.ts';

const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 5_000;
/** A server that ran this long was healthy: the next crash starts with the shortest delay again. */
const HEALTHY_AFTER_MS = 60_000;
const LOG_CHECK_INTERVAL_MS = 60_000;

type Supervised = { pid(): number; stop(): Promise<void> };

/**
 * Watches over a running server: whenever it ends unasked it is started again by the same plan (same port, so that
 * connection pools recover by themselves), with growing delays up to 5 s, until `stop`. Also keeps its log bounded.
 */
export function supervise(plan: LaunchPlan, first: Postmaster, log: EmbeddedPostgresLog): Supervised {
  const stopRequest = new AbortController();
  let current = first;
  let delayMs = FIRST_DELAY_MS;

  async function keepRunning(): Promise<void> {
    for (;;) {
      const startedMs = performance.now();
      const how = await current.ended;
      if (stopRequest.signal.aborted) return;
      if (performance.now() - startedMs > HEALTHY_AFTER_MS) delayMs = FIRST_DELAY_MS;
      log.error({ pid: current.pid, reason: how }, 'Embedded PostgreSQL ended unexpectedly; restarting it');
      if (!(await restart())) return;
    }
  }

  /** False when `stop` came first. */
  async function restart(): Promise<boolean> {
    while (!stopRequest.signal.aborted) {
      await sleep(delayMs, undefined, { ref: false, signal: stopRequest.signal }).catch(() => undefined);
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
      if (stopRequest.signal.aborted) return false;
      try {
        await retirePredecessor(plan.clusterPath, log);
        current = await launchPostmaster(plan, stopRequest.signal);
        log.info({ pid: current.pid }, 'Embedded PostgreSQL is running again');
        return true;
      } catch (error) {
        if (stopRequest.signal.aborted) return false;
        log.error({ reason: (error as Error).message }, 'Embedded PostgreSQL could not be restarted; trying again');
      }
    }
    return false;
  }

  function checkLog(): void {
    try {
      limitLog(plan.logPath);
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'The log of the embedded PostgreSQL could not be shortened');
    }
  }

  const watching = keepRunning();
  const logCheck = setInterval(checkLog, LOG_CHECK_INTERVAL_MS).unref();

  return {
    pid: () => current.pid,
    async stop() {
      stopRequest.abort();
      clearInterval(logCheck);
      const stopped = current;
      await stopped.shutDown();
      await watching;
      // A restart that was under way when the stop came may have put another server in its place.
      if (current !== stopped) await current.shutDown();
      await retirePredecessor(plan.clusterPath, log);
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '#platform/log/index.ts';

/**
 * A connection of its own that hears notifications and holds locks between processes. The locks end with the connection:
 * when a process is killed, another gets them at once.
 */
export interface Listener {
  /** Takes the lock of this name, if no other process has it. A name may be taken once. */
  tryLock(name: string): Promise<boolean>;
  /** False for good once the connection was lost, though it has been made again: another process may have the lock now. */
  holds(name: string): boolean;
  unlock(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface ListenerOptions {
  url: string;
  channel: string;
  /** Called for every notification, and with null after a new connection was made: something may have been missed. */
  hear(payload: string | null): void;
  /** Writers ask whether anybody listens on this channel before they notify (`somebody_listens` of the database). */
  isAsked?: boolean;
  log: Logger;
}

const RECONNECT_MS = 1_000;
/** A machine that went away without a word gives its locks back after 25 s. */
const KEEP_ALIVE = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/** So long the first follower waits for transactions that may have asked before anybody listened, and commit after. */
const WRITERS_MS = 1_000;
/** No statement runs longer (`database.ts`). */
const LONGEST_WRITER_MS = 120_000;
const LOOK_AGAIN_MS = 20;

/**
 * Holds the lock that writers find taken, until the connection ends; a writer has it for the moment of asking only. Those
 * that asked before are waited for; of any that takes long `missed` tells when it has ended.
 */
async function showPresence(client: pg.Client, channel: string, missed: () => void): Promise<void> {
  await client.query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [channel]);
  const { rows } = await client.query('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
  if (await haveEnded(client, rows[0].next, WRITERS_MS)) return;
  // When the connection is lost meanwhile, the next one says that something may have been missed.
  haveEnded(client, rows[0].next, LONGEST_WRITER_MS).then(missed, () => undefined);
}

/** Whether all transactions before this one have ended, waiting for them so long. */
async function haveEnded(client: pg.Client, next: string, waitMs: number): Promise<boolean> {
  for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
    const { rows } = await client.query('select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as all', [next]);
    if (rows[0].all || waitedMs >= waitMs) return rows[0].all;
    await sleep(LOOK_AGAIN_MS, undefined, { ref: false });
  }
}

/** Resolves when it listens for the first time; from then on it mends itself. */
export async function openListener({ url, channel, hear, isAsked, log }: ListenerOptions): Promise<Listener> {
  const held = new Set<string>();
  let client = await connect();
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'kontor-listener',
      options: KEEP_ALIVE,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
    });
    fresh.on('error', (error) => log.warn({ err: error }, 'The listening database connection was lost'));
    fresh.on('notification', ({ payload }) => hear(payload ?? ''));
    await fresh.connect();
    fresh.once('end', lose);
    await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
    if (isAsked) await showPresence(fresh, channel, () => hear(null));
    return fresh;
  }
  function lose() {
    held.clear();
    if (!closed) retry = setTimeout(() => void reconnect(), RECONNECT_MS);
  }
  async function reconnect() {
    try {
      client = await connect();
    } catch {
      return lose();
    }
    if (closed) await client.end();
    else hear(null);
  }

  return {
    async tryLock(name) {
      if (held.has(name)) return false;
      const on = client;
      const { rows } = await on.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as taken', [name]);
      if (!rows[0].taken || on !== client) return false;
      held.add(name);
      return true;
    },
    holds: (name) => held.has(name),
    async unlock(name) {
      if (held.delete(name)) await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client.end();
    },
  };
}

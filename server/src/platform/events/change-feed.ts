/** Hears what the triggers of the database announce, on one connection per process, and tells those who follow a workspace. */
import type { Database } from '#platform/db/database.ts';
import type { Listener } from '#platform/db/listener.ts';
import type { Logger } from '#platform/log/index.ts';

const CHANNEL = 'kontor_changes';

/** That something of this kind was added, changed or deleted; which, where there are too many to look at all. */
export interface Change {
  topic: string;
  id: string | null;
}

export interface Follower {
  workspaceId: string;
  /** Whose it is, for `countOf`. */
  owner: string;
  /** Null: something may have been missed, for the connection was lost and made again. */
  hear(change: Change | null): void;
  /** The process stops. */
  end(): void;
}

export interface ChangeFeed {
  /**
   * From when it resolves until the function that it answers is called. `sinceMs`: it has read at that time, and hears
   * also what changed from then on, or null when that is not known. Rejects when the database can't be reached.
   */
  follow(follower: Follower, sinceMs?: number): Promise<() => void>;
  countOf(owner: string): number;
  readonly count: number;
  /** Ends every follower, and takes no other. */
  close(): Promise<void>;
}

/** So many changes are known to those who come later; a page opens its stream a moment after it has read. */
const MOST_KNOWN = 1_000;
/** Pages may have read from another machine. */
const CLOCKS_DIFFER_MS = 250;

/** Listens from the first follower on: a process that nobody follows holds no connection, and where none listens nothing is notified. */
export function createChangeFeed(database: Pick<Database, 'listen'>, log: Logger): ChangeFeed {
  const followers = new Set<Follower>();
  const known = rememberChanges();
  let listening: Promise<Listener> | null = null;
  let isClosed = false;

  function hear(payload: string | null) {
    const change = payload === null ? null : readPayload(payload, log);
    if (change === undefined) return;
    known.add(change);
    for (const follower of followers) tell(follower, change);
  }
  const listen = () => {
    listening ??= database.listen(CHANNEL, hear, { isAsked: true }).then(
      (listener) => {
        known.add(null);
        return listener;
      },
      (error: unknown) => {
        listening = null;
        throw error;
      },
    );
    return listening;
  };

  return {
    async follow(follower, sinceMs) {
      if (isClosed) throw new Error('The change feed is closed');
      followers.add(follower);
      const leave = () => void followers.delete(follower);
      try {
        await listen();
      } catch (error) {
        leave();
        throw error;
      }
      if (sinceMs !== undefined) for (const change of known.since(sinceMs - CLOCKS_DIFFER_MS)) tell(follower, change);
      return leave;
    },
    countOf: (owner) => [...followers].filter((follower) => follower.owner === owner).length,
    get count() {
      return followers.size;
    },
    async close() {
      isClosed = true;
      for (const follower of followers) follower.end();
      followers.clear();
      const listener = await listening?.catch(() => null);
      listening = null;
      await listener?.close();
    },
  };
}

type Announced = Change & { workspaceId: string };

function tell(follower: Follower, change: Announced | null) {
  if (change === null) follower.hear(null);
  else if (follower.workspaceId === change.workspaceId) follower.hear({ topic: change.topic, id: change.id });
}

/** The latest changes, and from when on they are all; null is what may have been missed. */
function rememberChanges() {
  let latest: { atMs: number; change: Announced }[] = [];
  let fromMs = Number.POSITIVE_INFINITY;
  return {
    add(change: Announced | null) {
      if (change) latest.push({ atMs: Date.now(), change });
      else [latest, fromMs] = [[], Date.now()];
      const forgotten = latest.length > 2 * MOST_KNOWN ? latest.splice(0, MOST_KNOWN).at(-1) : undefined;
      if (forgotten) fromMs = forgotten.atMs + 1;
    },
    since: (sinceMs: number) =>
      sinceMs < fromMs ? [null] : latest.filter(({ atMs }) => atMs >= sinceMs).map(({ change }) => change),
  };
}

function readPayload(payload: string, log: Logger): Announced | undefined {
  try {
    const { workspaceId, topic, id } = JSON.parse(payload);
    if (typeof workspaceId === 'string' && typeof topic === 'string') return { workspaceId, topic, id: id ?? null };
  } catch {
    // Said below.
  }
  log.warn({ payload }, 'A notification of a change is not what the triggers send');
  return undefined;
}

import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OpenSession, readSessionScopes } from '#modules/identity/index.ts';
import type { Services } from '#platform/context.ts';
import type { Follower } from '#platform/events/change-feed.ts';
import { AppError } from '#platform/http/errors.ts';
import { tooManyStreams } from './live.errors.ts';
import { mayHear, SESSIONS_TOPIC } from './topics.ts';

/** Below the 30 s after which some proxies take a silent connection for dead. */
const HEARTBEAT_MS = 20_000;
/** What changes together is told together. */
const GATHER_MS = 100;
/** A browser needs one for all its tabs. */
const MOST_OF_OPERATOR = 8;
const MOST = 2_000;
/** Beyond this many ids of one stretch of time the topic alone is told. */
const MOST_WAITING = 50;

type End = 'session_ended' | 'shutdown';

/**
 * What changes in the workspace of a session, as server-sent events, for as long as the session lasts. The role is read
 * again with every heartbeat and whenever it or the session changes. A browser that reads slowly hears less often, not later.
 */
export async function openStream(
  services: Services,
  open: Pick<OpenSession, 'workspaceId' | 'sessionId' | 'operatorId'>,
  scopes: ReadonlySet<string>,
  sinceMs?: number,
  { heartbeatMs = HEARTBEAT_MS } = {},
): Promise<Readable> {
  requireRoom(services, open.operatorId);
  const waiting = createWaiting();
  const follower: Follower = {
    workspaceId: open.workspaceId,
    owner: open.operatorId,
    hear: (change) => {
      if (change?.topic !== SESSIONS_TOPIC) waiting.add(change);
      else if (change.id === open.operatorId) waiting.look();
    },
    end: () => waiting.end('shutdown'),
  };
  const leave = await services.changes.follow(follower, sinceMs);
  const look = () => readSessionScopes(services, open);
  const told = tell(waiting, scopes, look, heartbeatMs);
  const stream = new Readable({
    read() {
      told.next().then(
        ({ value }) => stream.destroyed || stream.push(value ?? null),
        (error) => stream.destroy(error),
      );
    },
    // Also when the browser has gone: at once, not with the next heartbeat.
    destroy(error, done) {
      leave();
      waiting.end('shutdown');
      done(error);
    },
  });
  return stream;
}

function requireRoom({ changes }: Services, operatorId: string) {
  if (changes.countOf(operatorId) < MOST_OF_OPERATOR && changes.count < MOST) return;
  throw new AppError(tooManyStreams, 'There are as many open streams as there may be; close a window of the console.', {
    headers: { 'retry-after': '30' },
  });
}

type Waiting = ReturnType<typeof createWaiting>;

async function* tell(
  waiting: Waiting,
  first: ReadonlySet<string>,
  look: () => Promise<ReadonlySet<string> | null>,
  heartbeatMs: number,
): AsyncGenerator<string, void, void> {
  let scopes: ReadonlySet<string> | null = first;
  yield ': open\n\n';
  for (;;) {
    const isWoken = await waiting.woken(heartbeatMs);
    if (isWoken) await sleep(GATHER_MS);
    const { changes, isDoubted, end } = waiting.take();
    if (end) {
      yield event('end', { reason: end });
      return;
    }
    if (isDoubted || !isWoken) scopes = await look();
    if (!scopes) {
      yield event('end', { reason: 'session_ended' satisfies End });
      return;
    }
    const allowed = scopes;
    const told = changes.filter((change) => change === null || mayHear(change.topic, allowed));
    yield told.map((change) => (change ? event('change', change) : event('missed', {}))).join('') || ':\n\n';
  }
}

const event = (name: 'change' | 'missed' | 'end', data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

interface Told {
  topic: string;
  id: string | null;
}

/** Collects what is to be said until somebody takes it, each thing once. */
function createWaiting() {
  let changes = new Map<string, Told | null>();
  let isDoubted = false;
  let end: End | null = null;
  let wake = Promise.withResolvers<true>();
  const add = (change: Told | null) => {
    if (change === null) changes = new Map();
    const known = changes.size < MOST_WAITING ? change : change && { topic: change.topic, id: null };
    changes.set(known ? `${known.topic} ${known.id}` : '', known);
    wake.resolve(true);
  };
  return {
    add,
    /** The session may be over, or may do other things than before. */
    look() {
      isDoubted = true;
      wake.resolve(true);
    },
    end(reason: End) {
      end ??= reason;
      wake.resolve(true);
    },
    /** False when nothing has happened for so long. */
    async woken(timeoutMs: number): Promise<boolean> {
      const timer = Promise.withResolvers<false>();
      const timeout = setTimeout(() => timer.resolve(false), timeoutMs);
      const isWoken = await Promise.race([wake.promise, timer.promise]);
      clearTimeout(timeout);
      return isWoken;
    },
    take() {
      const taken = { changes: [...changes.values()], isDoubted, end };
      changes = new Map();
      isDoubted = false;
      wake = Promise.withResolvers();
      if (end) wake.resolve(true);
      return taken;
    },
  };
}

/** What the server says has changed, heard on one connection for all tabs of the browser. */
import { callStream } from './api.ts';

export interface Change {
  topic: string;
  /** Of the conversation or the user that it is about; else null. */
  id: string | null;
}

/** Null: something may have been missed, so everything may be stale. */
export type Heard = Change | null;
type Hear = (change: Heard) => void;

const NAME = 'kontor.changes';
/** The server says something at least every 20 s; a connection that is silent for longer is none. */
const SILENCE_MS = 60_000;
/** A lock that nobody else holds is there at once. */
const TAKEN_OVER_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Until `signal` aborts. Of several tabs one holds the connection and tells the others: browsers open six connections to a
 * server, and these would take them up. `since`: no page was read before. `onSessionEnd`: nobody is signed in any more.
 */
export function followChanges(hear: Hear, since: string, onSessionEnd: () => void, signal: AbortSignal) {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }) => hear(data));
  signal.addEventListener('abort', () => channel.close());
  const tellAll: Hear = (change) => {
    if (signal.aborted) return;
    hear(change);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
    channel.postMessage(change);
  };
  const startMs = performance.now();
  // Whoever had to wait takes over from a tab that was closed, and its connection with it.
  const isNew = () => performance.now() - startMs < TAKEN_OVER_MS;
  const hold = () => keepFollowing(tellAll, onSessionEnd, isNew() ? since : null, signal);
  // Browsers have locks on https and on this machine only; elsewhere each tab has a connection of its own.
  const held = navigator.locks ? navigator.locks.request(NAME, { signal }, hold) : hold();
  held.catch(() => undefined);
}

/** `since`: what the server tells from; null when it is not known what was heard before. */
async function keepFollowing(hear: Hear, onSessionEnd: () => void, since: string | null, signal: AbortSignal) {
  let waitMs = FIRST_RETRY_MS;
  let from = since;
  const opened = () => {
    waitMs = FIRST_RETRY_MS;
    if (from === null) hear(null);
    from = null;
  };
  while (!signal.aborted) {
    const outcome = await followOnce(hear, from, opened, signal);
    if (outcome === 'session_ended') return onSessionEnd();
    // Not all browsers at once, when a server comes back.
    await pause(waitMs * (0.5 + Math.random()), signal);
    waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS);
  }
}

/** Until the connection ends, however it does. */
async function followOnce(
  hear: Hear,
  since: string | null,
  onOpen: () => void,
  signal: AbortSignal,
): Promise<'session_ended' | 'lost'> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENCE_MS);
  try {
    const query = { since: since ?? undefined };
    const response = await callStream('GET /console/changes', { query }, AbortSignal.any([signal, silent.signal]));
    if (response.status === 401) return 'session_ended';
    if (!response.ok || !response.body) return 'lost';
    onOpen();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let buffer = ''; ; ) {
      const { done, value } = await reader.read();
      if (done) return 'lost';
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENCE_MS);
      const blocks = (buffer + value).split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks) if (understand(block, hear) === 'session_ended') return 'session_ended';
    }
  } catch {
    return 'lost';
  } finally {
    clearTimeout(timer);
  }
}

function understand(block: string, hear: Hear): 'session_ended' | null {
  const event = /^event: (.*)$/m.exec(block)?.[1];
  const data = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}');
  if (event === 'change') hear(data);
  if (event === 'missed') hear(null);
  return event === 'end' && data.reason === 'session_ended' ? 'session_ended' : null;
}

const pause = (durationMs: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, durationMs);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

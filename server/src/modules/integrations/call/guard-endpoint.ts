import type { FailureKind } from '../integrations.types.ts';

/** What all processes know of an endpoint in one environment. */
export interface EndpointState {
  /** When the next request would go if they went evenly. */
  nextSlotAt: Date;
  consecutiveFailures: number;
  /** Nothing is sent before. */
  pausedUntil: Date;
}

export type Admission =
  | { admitted: true; waitMs: number; state: EndpointState }
  | { admitted: false; failure: 'held_back' | 'circuit_open' };

/** From so many failures in a row on the endpoint is cut off, and asked with one call per pause whether it is back. */
export const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;
/** Longer than any call takes: meanwhile no second one asks. */
const PROBE_MS = 20_000;
/** Part of the limit that may go at once; the rest is spread over the minute. */
const BURST_SHARE = 0.1;
const MINUTE_MS = 60_000;

/** Failures that tell that the endpoint is not well. A refusal, an unknown customer or a wrong key are not among them. */
const UNWELL: ReadonlySet<FailureKind> = new Set([
  'unreachable',
  'tls',
  'timeout',
  'broken_answer',
  'not_json',
  'too_large',
  'server_error',
]);

/**
 * Whether a call may go, and after which wait: the generic cell rate algorithm (ITU-T I.371), set so that in any 60 seconds
 * no more calls go than the company has allowed.
 */
export function admit(
  state: EndpointState,
  now: Date,
  limit: { rateLimitPerMinute: number | null; maxWaitMs: number },
): Admission {
  if (state.pausedUntil > now) return { admitted: false, failure: 'circuit_open' };
  const probes = state.consecutiveFailures >= FAILURES_TO_OPEN;
  const pausedUntil = probes ? new Date(now.getTime() + PROBE_MS) : state.pausedUntil;
  if (limit.rateLimitPerMinute === null) return { admitted: true, waitMs: 0, state: { ...state, pausedUntil } };
  const burst = Math.max(1, Math.floor(limit.rateLimitPerMinute * BURST_SHARE));
  const spacingMs = MINUTE_MS / (limit.rateLimitPerMinute - burst + 1);
  const slotMs = Math.max(state.nextSlotAt.getTime(), now.getTime());
  const waitMs = Math.max(0, slotMs - (burst - 1) * spacingMs - now.getTime());
  if (waitMs > limit.maxWaitMs) return { admitted: false, failure: 'held_back' };
  const nextSlotAt = new Date(Math.ceil(slotMs + spacingMs));
  return { admitted: true, waitMs: Math.ceil(waitMs), state: { ...state, nextSlotAt, pausedUntil } };
}

/** What a call that has ended tells about the endpoint. */
export function judge(
  state: EndpointState,
  ended: { failure: FailureKind | null; retryAfterSeconds: number | null },
  now: Date,
): EndpointState {
  const { failure } = ended;
  if (failure === 'rate_limited') {
    const pauseMs = Math.min(Math.max(ended.retryAfterSeconds ?? 1, 1) * 1_000, LONGEST_PAUSE_MS);
    return { ...state, pausedUntil: new Date(now.getTime() + pauseMs) };
  }
  if (failure === null || !UNWELL.has(failure)) {
    // A pause that was asked for with 429 stays.
    const pausedUntil = state.consecutiveFailures >= FAILURES_TO_OPEN ? new Date(0) : state.pausedUntil;
    return { ...state, consecutiveFailures: 0, pausedUntil };
  }
  const consecutiveFailures = state.consecutiveFailures + 1;
  const over = consecutiveFailures - FAILURES_TO_OPEN;
  if (over < 0) return { ...state, consecutiveFailures };
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(over, 10), LONGEST_PAUSE_MS);
  return { ...state, consecutiveFailures, pausedUntil: new Date(now.getTime() + pauseMs) };
}

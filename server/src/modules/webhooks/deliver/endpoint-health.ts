import type { DisabledReason, Health } from '../webhooks.types.ts';

/** From so many failures in a row on the endpoint is asked once per pause, with one delivery, whether it is back. */
const FAILURES_TO_PAUSE = 5;
const PAUSE_MS = 60_000;
/** What a receiver may ask for with 429 or 503 and `Retry-After`. */
const MAX_ASKED_PAUSE_MS = 300_000;
const DISABLE_AFTER_MS = 5 * 86_400_000;

export interface Outcome {
  succeeded: boolean;
  /** When it ended. */
  at: Date;
  /** 410. */
  isGone: boolean;
  /** With 429 and 503, when the receiver named a time. */
  retryAfterSeconds: number | null;
  /** Of a test: says nothing about whether events arrive. */
  isTest: boolean;
}

export const HEALTHY: Health = { consecutiveFailures: 0, failingSince: null, pausedUntil: null };

export const isHealthy = (health: Health) => health.consecutiveFailures === 0 && health.pausedUntil === null;

/** Half open: it may be back, and one delivery finds out. */
export const isProbed = (health: Health) => health.consecutiveFailures >= FAILURES_TO_PAUSE;

export const isPaused = (health: Health, now: Date) => health.pausedUntil !== null && health.pausedUntil > now;

/** What an attempt tells about the endpoint, and whether it has to be switched off now. */
export function judge(health: Health, outcome: Outcome): { health: Health; disable: DisabledReason | null } {
  if (outcome.succeeded) return { health: HEALTHY, disable: null };
  if (outcome.isTest) return { health, disable: outcome.isGone ? 'gone' : null };
  const consecutiveFailures = health.consecutiveFailures + 1;
  const failingSince = health.failingSince ?? outcome.at;
  const pauseMs = Math.max(
    consecutiveFailures >= FAILURES_TO_PAUSE ? PAUSE_MS : 0,
    Math.min((outcome.retryAfterSeconds ?? 0) * 1000, MAX_ASKED_PAUSE_MS),
  );
  const pausedUntil = pauseMs > 0 ? new Date(outcome.at.getTime() + pauseMs) : health.pausedUntil;
  const hasFailedLong = outcome.at.getTime() - failingSince.getTime() >= DISABLE_AFTER_MS;
  return {
    health: { consecutiveFailures, failingSince, pausedUntil },
    disable: outcome.isGone ? 'gone' : hasFailedLong ? 'failing' : null,
  };
}

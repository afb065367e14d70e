/**
 * Seconds before each attempt, counted from the one before: ten attempts over 75 h 35 m. The first ones bridge a restart of
 * the receiver, the later ones a weekend.
 */
export const RETRY_DELAYS_SECONDS = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** Up to this much is added or taken, so that what failed together is not tried again together. */
const JITTER = 0.1;
/** Longer than any wait of the schedule no receiver may ask for. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

/**
 * When a delivery that has failed `attemptCount` times is tried again; null when that was the last time.
 *
 * @param random between 0 and 1
 * @param retryAfterSeconds what the receiver asked for, if it did
 */
export function nextAttempt(
  attemptCount: number,
  failedAt: Date,
  random: number,
  retryAfterSeconds: number | null,
): Date | null {
  const delay = RETRY_DELAYS_SECONDS[attemptCount];
  if (delay === undefined) return null;
  const scheduled = delay * (1 + JITTER * (2 * random - 1));
  const asked = Math.min(retryAfterSeconds ?? 0, MAX_RETRY_AFTER_SECONDS);
  return new Date(failedAt.getTime() + Math.max(scheduled, asked) * 1000);
}

/** Seconds from now that a `Retry-After` (RFC 9110, section 10.2.3) names; null when it is missing or neither form. */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = /^[A-Za-z]{3}, \d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, (date - now.getTime()) / 1000);
}

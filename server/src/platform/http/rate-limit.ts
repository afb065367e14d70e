/** What the limit says of one request; the headers follow draft-ietf-httpapi-ratelimit-headers-10. */
export interface RateVerdict {
  allowed: boolean;
  retryAfterSeconds: number;
  headers: Record<string, string>;
}

export interface RateLimiter {
  take(key: string, limit: number, nowMs: number): RateVerdict;
}

const WINDOW_MS = 60_000;
/** Far more callers than one process serves in a minute; beyond it the oldest windows are forgotten. */
const MOST_KEYS = 50_000;

/**
 * Counts requests per key in fixed windows of 60 s, in this process: several processes each grant the limit. That
 * keeps the count off the database, which every request would otherwise write to.
 */
export function createRateLimiter(): RateLimiter {
  const windows = new Map<string, { startedMs: number; used: number }>();
  return {
    take(key, limit, nowMs) {
      let window = windows.get(key);
      // A window that begins in the future is of a clock that was set back since.
      if (!window || nowMs - window.startedMs >= WINDOW_MS || nowMs < window.startedMs) {
        windows.delete(key);
        window = { startedMs: nowMs, used: 0 };
        windows.set(key, window);
        if (windows.size > MOST_KEYS) windows.delete(windows.keys().next().value as string);
      }
      window.used += 1;
      const remaining = Math.max(0, limit - window.used);
      const seconds = Math.max(1, Math.ceil((window.startedMs + WINDOW_MS - nowMs) / 1000));
      return {
        allowed: window.used <= limit,
        retryAfterSeconds: seconds,
        headers: {
          'ratelimit-policy': `"default";q=${limit};w=60`,
          ratelimit: `"default";r=${remaining};t=${seconds}`,
        },
      };
    },
  };
}

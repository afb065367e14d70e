import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FailureKind } from '../integrations.types.ts';
import { admit, type EndpointState, FAILURES_TO_OPEN, judge } from './guard-endpoint.ts';

const FRESH: EndpointState = { nextSlotAt: new Date(0), consecutiveFailures: 0, pausedUntil: new Date(0) };
const START_MS = Date.UTC(2026, 10, 22);
const at = (ms: number) => new Date(START_MS + ms);
const failed = (failure: FailureKind | null, retryAfterSeconds: number | null = null) => ({
  failure,
  retryAfterSeconds,
});

test('in any 60 seconds no more calls go than allowed, however they come in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 300 }),
      fc.constantFrom(0, 1_000, 5_000),
      (rateLimitPerMinute, gaps, maxWaitMs) => {
        let state = FRESH;
        let nowMs = 0;
        const sent: number[] = [];
        for (const gap of gaps) {
          nowMs += gap;
          const admission = admit(state, at(nowMs), { rateLimitPerMinute, maxWaitMs });
          if (!admission.admitted) continue;
          state = admission.state;
          sent.push(nowMs + admission.waitMs);
        }
        for (const [n, fromMs] of sent.entries()) {
          expect(sent.slice(n).filter((ms) => ms < fromMs + 60_000).length).toBeLessThanOrEqual(rateLimitPerMinute);
        }
      },
    ),
  );
});

test('a steady stream gets nearly all that is allowed', () => {
  let state = FRESH;
  let sent = 0;
  for (let ms = 0; ms < 60_000; ms += 100) {
    const admission = admit(state, at(ms), { rateLimitPerMinute: 120, maxWaitMs: 0 });
    if (!admission.admitted) continue;
    state = admission.state;
    sent += 1;
  }
  expect(sent).toBeGreaterThan(105);
});

test('five failures in a row cut it off, one call asks whether it is back, and it is back by itself', () => {
  const limit = { rateLimitPerMinute: null, maxWaitMs: 0 };
  let state = FRESH;
  for (let n = 1; n <= FAILURES_TO_OPEN; n++) {
    expect(admit(state, at(n), limit).admitted).toBe(true);
    state = judge(state, failed('server_error'), at(n));
  }
  expect(admit(state, at(30_004), limit)).toEqual({ admitted: false, failure: 'circuit_open' });
  const probe = admit(state, at(30_005), limit);
  if (!probe.admitted) throw new Error('The circuit did not close by itself');
  expect(admit(probe.state, at(30_006), limit).admitted).toBe(false);
  const again = judge(probe.state, failed('timeout'), at(31_000));
  expect(again.pausedUntil).toEqual(at(91_000));
  expect(judge(probe.state, failed(null), at(31_000))).toEqual({ ...FRESH, nextSlotAt: state.nextSlotAt });
});

test.each(['not_found', 'refused', 'unauthorized', 'rejected'] as const)(
  '%s is an answer like any other',
  (failure) => {
    const shaken = judge(FRESH, failed('timeout'), at(0));
    expect(judge(shaken, failed(failure), at(1))).toEqual(FRESH);
  },
);

test('429 is respected as long as it asks for, within reason', () => {
  expect(judge(FRESH, failed('rate_limited', 7), at(0)).pausedUntil).toEqual(at(7_000));
  expect(judge(FRESH, failed('rate_limited'), at(0)).pausedUntil).toEqual(at(1_000));
  expect(judge(FRESH, failed('rate_limited', 86_400), at(0)).pausedUntil).toEqual(at(300_000));
});

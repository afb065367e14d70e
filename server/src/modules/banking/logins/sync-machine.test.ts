import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterFailure, DAY_MS, mayRun, nextSyncAt, readFrom, unattendedFrom } from './sync-machine.ts';

const now = new Date('2026-04-01T09:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const failure = (
  problem: 'bank_unavailable' | 'too_many_requests' | 'wrong_credentials',
  retryAfterMs: number | null = null,
) => ({
  problem,
  retryAfterMs,
  consentEnded: false,
});

describe('whether a job may run', () => {
  test.each([
    ['queued', null, true],
    ['running', null, true],
    ['waiting', after(60_000), false],
    ['waiting', after(0), true],
    ['completed', null, false],
    ['failed', null, false],
  ] as const)('%s, to be tried again at %s: %s', (status, retryAt, expected) => {
    expect(mayRun({ status, retryAt }, now)).toBe(expected);
  });
});

test('four readings within any 24 hours, and the fifth when the oldest of them is a day old', () => {
  const reads = [-90_000_000, -50_000, -40_000, -30_000, -20_000].map(after);
  expect(unattendedFrom(reads.slice(0, 4), now)).toBe(null);
  expect(unattendedFrom(reads, now)).toEqual(after(-50_000 + DAY_MS));
});

describe('after a refusal', () => {
  test('the pauses grow, until it is given up', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((attempt) =>
      afterFailure(failure('bank_unavailable'), { attempt, now, chance: 0 }),
    );
    expect(waits.slice(0, 5)).toEqual(
      [30_000, 120_000, 600_000, 3_600_000, 14_400_000].map((ms) => ({ status: 'waiting', retryAt: after(ms) })),
    );
    expect(waits[5]).toEqual({ status: 'failed', consentEnded: false });
  });

  test("the bank's own wish is followed, up to two days", () => {
    const wish = (ms: number) => afterFailure(failure('too_many_requests', ms), { attempt: 1, now, chance: 0 });
    expect(wish(7_200_000)).toEqual({ status: 'waiting', retryAt: after(7_200_000) });
    expect(wish(10 * DAY_MS)).toEqual({ status: 'waiting', retryAt: after(2 * DAY_MS) });
  });

  test('what only the end user can mend is not tried again', () => {
    expect(afterFailure(failure('wrong_credentials'), { attempt: 1, now, chance: 0 })).toMatchObject({
      status: 'failed',
    });
  });
});

test('a recurring login is never asked for more than five times a day nor less than every three days', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const login = { recurring: true, consentStatus: 'valid' as const, validUntil: null, failures };
      const pauseMs = (nextSyncAt(login, { now, chance }) as Date).getTime() - now.getTime();
      expect(pauseMs).toBeGreaterThanOrEqual(6 * 3_600_000);
      expect(pauseMs).toBeLessThanOrEqual(3 * DAY_MS);
    }),
  );
});

test('nothing is planned beyond the consent, or without one', () => {
  const login = { recurring: true, consentStatus: 'valid' as const, validUntil: after(3_600_000), failures: 0 };
  expect(nextSyncAt(login, { now, chance: 0.5 })).toBe(null);
  expect(nextSyncAt({ ...login, validUntil: null, recurring: false }, { now, chance: 0.5 })).toBe(null);
  expect(nextSyncAt({ ...login, validUntil: null, consentStatus: 'expired' }, { now, chance: 0.5 })).toBe(null);
});

test.each([
  [null, null, null],
  ['2026-04-01', null, '2026-03-18'],
  ['2026-04-01', '2026-03-25', '2026-03-18'],
  ['2026-04-01', '2026-03-02', '2026-03-02'],
  ['2026-04-01', '2025-01-01', '2026-01-02'],
])('read through %s, pending since %s: asked from %s', (readThrough, oldestPending, expected) => {
  expect(readFrom(readThrough, oldestPending)).toBe(expected);
});

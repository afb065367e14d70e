import { expect, test } from 'vitest';
import { nextAttempt, RETRY_DELAYS_SECONDS, readRetryAfter } from './retry-schedule.ts';

const now = new Date('2026-03-01T12:00:00Z');
const secondsUntil = (date: Date | null) => (date ? (date.getTime() - now.getTime()) / 1000 : null);

test('ten attempts over 75 h 35 m, then none', () => {
  expect(RETRY_DELAYS_SECONDS).toHaveLength(10);
  const waits = Array.from({ length: 9 }, (_, n) => secondsUntil(nextAttempt(n + 1, now, 0.5, null)));
  expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  expect(Math.floor(waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 60)).toBe(75 * 60 + 35);
  expect(nextAttempt(10, now, 0.5, null)).toBeNull();
  expect(nextAttempt(10, now, 0.5, 60)).toBeNull();
});

test('the waits spread by a tenth to both sides', () => {
  expect([0, 1].map((random) => secondsUntil(nextAttempt(2, now, random, null)))).toEqual([270, 330]);
});

test('a receiver may ask for more time, but not for less and not for more than a day', () => {
  expect(secondsUntil(nextAttempt(1, now, 0.5, 120))).toBe(120);
  expect(secondsUntil(nextAttempt(2, now, 0.5, 1))).toBe(300);
  expect(secondsUntil(nextAttempt(1, now, 0.5, 10_000_000))).toBe(86_400);
});

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['99999999999', null],
  ['', null],
  [undefined, null],
])('Retry-After "%s" is %s seconds', (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds);
});

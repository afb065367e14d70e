import { expect, test } from 'vitest';
import { HEALTHY, isPaused, isProbed, judge, type Outcome } from './endpoint-health.ts';

const start = new Date('2026-03-01T12:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const failure = (seconds: number, more: Partial<Outcome> = {}): Outcome => ({
  succeeded: false,
  at: after(seconds),
  isGone: false,
  retryAfterSeconds: null,
  isTest: false,
  ...more,
});
const judgeAll = (...outcomes: Outcome[]) =>
  outcomes.reduce((state, outcome) => judge(state.health, outcome), { health: HEALTHY, disable: null } as ReturnType<
    typeof judge
  >);
const DAY = 86_400;

test('five failures in a row open the circuit for a minute; a success closes it', () => {
  const four = judgeAll(failure(0), failure(1), failure(2), failure(3)).health;
  expect([isPaused(four, after(3)), isProbed(four)]).toEqual([false, false]);
  const five = judge(four, failure(4)).health;
  expect([isPaused(five, after(63)), isPaused(five, after(64)), isProbed(five)]).toEqual([true, false, true]);
  expect(judge(five, { ...failure(65), succeeded: true }).health).toEqual(HEALTHY);
});

test('a receiver that asks for time with 429 or 503 gets it, at most five minutes', () => {
  const pausedUntil = (seconds: number) => judgeAll(failure(0, { retryAfterSeconds: seconds })).health.pausedUntil;
  expect(pausedUntil(20)).toEqual(after(20));
  expect(pausedUntil(10_000)).toEqual(after(300));
});

test('five days without a success switch it off, one success in between does not', () => {
  expect(judgeAll(failure(0), failure(5 * DAY - 1)).disable).toBeNull();
  expect(judgeAll(failure(0), failure(5 * DAY)).disable).toBe('failing');
  expect(judgeAll(failure(0), { ...failure(DAY), succeeded: true }, failure(5 * DAY)).disable).toBeNull();
});

test('410 switches it off at once; a test that fails says nothing else', () => {
  expect(judgeAll(failure(0, { isGone: true })).disable).toBe('gone');
  expect(judgeAll(failure(0, { isTest: true }))).toEqual({ health: HEALTHY, disable: null });
  expect(judgeAll(failure(0, { isTest: true, isGone: true })).disable).toBe('gone');
});

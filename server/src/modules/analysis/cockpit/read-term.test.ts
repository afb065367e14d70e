import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTerm } from './read-term.ts';

test.each([
  ['P1D', 86_400],
  ['P30D', 2_592_000],
  ['P4W', 2_419_200],
  ['PT1S', 1],
  ['P1DT2H3M4S', 93_784],
])('%s lasts %i s', (duration, seconds) => {
  expect(readTerm(duration)).toBe(seconds);
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  '1D',
  'P1M',
  'P1Y',
  'P-1D',
  'P1.5D',
  'p1d',
  'P1D ',
  'P31D',
  'PT0S',
  'P30DT1S',
  'PT999999999H',
])('refuses %j', (duration) => {
  expect(() => readTerm(duration)).toThrow('/expiresIn');
});

test('never takes more than thirty days', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(1_000), fc.nat(3_000_000), (days, hours, seconds) => {
      const total = days * 86_400 + hours * 3_600 + seconds;
      const read = () => readTerm(`P${days}DT${hours}H${seconds}S`);
      if (total < 1 || total > 2_592_000) expect(read).toThrow('at most P30D');
      else expect(read()).toBe(total);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleFor } from './scale.ts';

const amount = fc.integer({ min: -1e14, max: 1e14 }).map((minor) => minor / 100);

test('holds zero and every value between a few even steps', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 20 }), (values) => {
      const { min, max, ticks } = scaleFor(values);
      expect(ticks).toContain(0);
      expect(min).toBeLessThanOrEqual(Math.min(0, ...values));
      expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values));
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      const step = (max - min) / (ticks.length - 1);
      for (const [n, tick] of ticks.entries()) expect(tick).toBeCloseTo(min + n * step, -Math.log10(step) + 6);
    }),
  );
});

test('takes round steps', () => {
  expect(scaleFor([0, 930]).ticks).toEqual([0, 250, 500, 750, 1000]);
  expect(scaleFor([-38_000, 82_000]).ticks).toEqual([-50_000, 0, 50_000, 100_000]);
  expect(scaleFor([]).ticks.length).toBeGreaterThan(1);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerMedian, median, relativeDeviation } from './statistics.ts';

describe('statistics', () => {
  it('know the middle of lists that are not sorted, and of none', () => {
    expect(median([9, 1, 10])).toBe(9);
    expect(median([4, 1, 10, 2])).toBe(3);
    expect(lowerMedian([4, 1, 10, 2])).toBe(2);
    expect(median([])).toBeNaN();
    expect(relativeDeviation([])).toBeNaN();
  });

  it('measure scatter as the median of the distances from the median', () => {
    expect(relativeDeviation([100, 100, 110, 90, 400])).toBe(0.1);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 }), (values) => {
        const center = median(values);
        const scatter = median(values.map((value) => Math.abs(value - center)));
        expect(relativeDeviation(values)).toBe(scatter / lowerMedian(values));
      }),
    );
  });
});

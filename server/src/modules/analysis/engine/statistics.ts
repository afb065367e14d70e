/** Order statistics and averages over minor units and days. Lists need not be sorted; none is changed. */

const ascending = (a: number, b: number): number => a - b;

/** Half away from zero, so that −0.5 and 0.5 round alike. */
export function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/** The middle value; of an even count the average of the middle two. NaN for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort(ascending);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** The lower of the two middle values of an even count, else the median: always a value that occurs. */
export function lowerMedian(values: readonly number[]): number {
  const sorted = [...values].sort(ascending);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Arithmetic mean; NaN for an empty list. */
export function average(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Median absolute deviation from the median, unscaled. NaN for an empty list. */
export function medianDeviation(values: readonly number[]): number {
  const center = median(values);
  return median(values.map((value) => Math.abs(value - center)));
}

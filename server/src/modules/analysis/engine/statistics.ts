/** Order statistics and averages over minor units and days. Lists need not be sorted; none is changed. */

/** Half away from zero, so that −0.5 and 0.5 round alike. */
export function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/** The values in ascending order; typed, because a typed array sorts without calling a comparison. */
const ascending = (values: readonly number[]): Float64Array => new Float64Array(values).sort();

function middleOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

const lowerMiddleOf = (sorted: Float64Array): number => sorted[(sorted.length - 1) >> 1] ?? Number.NaN;

/** The middle value; of an even count the average of the middle two. NaN for an empty list. */
export function median(values: readonly number[]): number {
  return middleOf(ascending(values));
}

/** The lower of the two middle values of an even count, else the median: always a value that occurs. */
export function lowerMedian(values: readonly number[]): number {
  return lowerMiddleOf(ascending(values));
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

/**
 * How far values scatter: their median absolute deviation from the median, unscaled, relative to the lower median.
 * NaN for an empty list.
 */
export function relativeDeviation(values: readonly number[]): number {
  const sorted = ascending(values);
  const center = middleOf(sorted);
  // The deviations fall towards the median and rise from there: merging both sides gives them in order.
  let right = sorted.length >> 1;
  let left = right - 1;
  let before = Number.NaN;
  let middle = Number.NaN;
  for (let rank = sorted.length >> 1; rank >= 0; rank--) {
    const below = left < 0 ? Number.POSITIVE_INFINITY : center - (sorted[left] as number);
    const above = right < sorted.length ? (sorted[right] as number) - center : Number.POSITIVE_INFINITY;
    before = middle;
    middle = Math.min(below, above);
    if (below < above) left--;
    else right++;
  }
  return (sorted.length % 2 === 1 ? middle : (before + middle) / 2) / lowerMiddleOf(sorted);
}

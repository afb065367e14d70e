export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('There is no median of nothing.');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** `share` between 0 and 1; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('There is no percentile of nothing.');
  return value;
}

/** To three significant digits: more would pretend to a precision that a shared machine doesn't have. */
export const round = (value: number) => Number(value.toPrecision(3));

export async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/** In units of 1,000,000 bytes. */
export const megabytes = (bytes: number) => Math.round(bytes / 1e6);

/** The smallest and the largest, beside the median that a report gives. */
export const spread = (values: readonly number[]) => ({
  from: round(Math.min(...values)),
  to: round(Math.max(...values)),
});

/** A balance that a bank gave for the end of a day, and what the stored transactions since the one before add up to. */
export interface BalancePoint {
  day: string;
  balanceMinor: number;
  /** Booked after the point before this one, up to the end of `day`; of the first point it means nothing. */
  bookedMinor: number;
}

/** Where balances and transactions part. */
export interface BalanceGap {
  /** The last day up to which they agreed. */
  since: string;
  /** The day of the balance that they disagree by. */
  until: string;
  /** The newest balance as the bank gave it. */
  expectedMinor: number;
  /** What it would be after the stored transactions. */
  foundMinor: number;
  /** `expected` − `found`: what the missing transactions add up to. */
  differenceMinor: number;
}

/**
 * Compares each balance with the one before and the transactions between. A single point that is off while its
 * neighbours agree with each other was taken in the middle of a day, and is passed over.
 */
export function reconcileBalances(points: readonly BalancePoint[]): BalanceGap | null {
  const steps = points.slice(1).map((point, n) => {
    const before = points[n] as BalancePoint;
    const difference = point.balanceMinor - before.balanceMinor - point.bookedMinor;
    return { since: before.day, until: point.day, difference };
  });
  for (const [n, step] of steps.entries()) {
    const next = steps[n + 1];
    if (!next || step.difference === 0 || step.difference + next.difference !== 0) continue;
    step.difference = 0;
    next.difference = 0;
  }
  const gaps = steps.filter((step) => step.difference !== 0);
  const [first, last, newest] = [gaps[0], gaps.at(-1), points.at(-1)];
  if (!first || !last || !newest) return null;
  const differenceMinor = gaps.reduce((sum, gap) => sum + gap.difference, 0);
  const expectedMinor = newest.balanceMinor;
  return {
    since: first.since,
    until: last.until,
    expectedMinor,
    foundMinor: expectedMinor - differenceMinor,
    differenceMinor,
  };
}

import { average } from '../statistics.ts';
import type { AmountProfile } from './amounts.ts';
import type { Cadence } from './cadences.ts';
import type { Grid } from './grid.ts';
import type { Placed } from './place-bookings.ts';
import type { RecurringPrior } from './recurrence-prior.ts';
import type { Booking } from './stream.types.ts';

/** Least share of due payments that were made. */
export const MIN_HIT_SHARE = { contract: 0.6, neutral: 0.75, purchase: 0.85 };

/** So small a chance of accident that the amounts of a neutral kind may vary like those of a contract. */
export const BEYOND_DOUBT = 1e-4;

/** Whether the amounts are those of one contract of this kind. */
export function amountsFit(
  profile: AmountProfile,
  prior: RecurringPrior,
  meanResidual: number,
  isBeyondDoubt: boolean,
): boolean {
  if (prior === 'contract') return profile.spread <= 0.6 || profile.constancy >= 0.5;
  if (prior === 'purchase') return profile.constancy >= 0.8 && profile.spread <= 0.3;
  if (isBeyondDoubt && profile.spread <= 0.5) return true;
  return profile.constancy >= 0.6 || profile.spread <= (meanResidual <= 1.5 ? 0.2 : 0.1);
}

/** Punctuality is judged on random dates: they would lie a quarter of the period off on average. */
export function isPunctual(meanResidual: number, cadence: Cadence, prior: RecurringPrior): boolean {
  const strictness = prior === 'contract' ? 1 : prior === 'neutral' ? 0.75 : 0.5;
  if (cadence.periodDays < 10) return meanResidual <= strictness * 1.3;
  return meanResidual <= cadence.tolerance[prior] * 0.6;
}

/** Highest chance of looking this regular by accident that is believed, for all bookings and for picked parts. */
export const MAX_CHANCE = {
  contract: { whole: 0.5, part: 0.25 },
  neutral: { whole: 0.05, part: 0.005 },
  purchase: { whole: 0.005, part: 0.0005 },
};

/**
 * Chance that as many bookings on random days would all lie as close to a grid: two of them place the grid, each other
 * one falls within the residuals' width with probability width / period. The width is 2 · widest + 1 days, or that of
 * evenly spread residuals with the same mean, 4 · mean + 1, when a single one lies far out.
 */
export function chanceOf(residuals: readonly number[], periodDays: number): number {
  const distances = residuals.map(Math.abs);
  const widest = distances.reduce((most, distance) => Math.max(most, distance), 0);
  const width = Math.min(2 * widest, 4 * average(distances)) + 1;
  return Math.min(1, width / periodDays) ** (residuals.length - 2);
}

/** Once in nearly every period and never twice: regular on any day of the week. Purchases never keep this up. */
export function isOneEach(members: number, hit: number, missed: number, leftover: readonly Booking[]): boolean {
  return members >= 8 && hit >= 0.95 * members && hit >= 0.9 * (hit + missed) && leftover.length <= 0.05 * members;
}

/** Both halves of the month are paid about equally often; else two contracts merely look like one. */
export function isBalanced(grid: Grid, members: readonly Placed[]): boolean {
  if (grid.frequency !== 'SEMI_MONTHLY') return true;
  const first = members.filter((placed) => placed.index % 2 === 0).length;
  return Math.min(first, members.length - first) >= 0.35 * members.length;
}

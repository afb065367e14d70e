import { average } from '../statistics.ts';
import { type AmountProfile, isSameAmount } from './amounts.ts';
import type { Cadence } from './cadences.ts';
import type { Grid } from './grid.ts';
import { MIN_RUN_BESIDE_PAUSE, type Placed } from './place-bookings.ts';
import type { RecurringPrior } from './recurrence-prior.ts';
import type { Booking } from './stream.types.ts';

/** How far apart bookings lie, in days. */
export interface Gaps {
  /** From the first to the last. */
  span: number;
  /** From each to the next, sorted. */
  ascending: Int32Array;
}

export function gapsOf(days: readonly number[]): Gaps {
  const ascending = new Int32Array(days.length - 1);
  for (let i = 1; i < days.length; i++) ascending[i - 1] = (days[i] as number) - (days[i - 1] as number);
  return { span: (days.at(-1) as number) - (days[0] as number), ascending: ascending.sort() };
}

/** The lower median of the gaps between bookings of different days; NaN when there are none. */
export function medianGap({ ascending }: Gaps): number {
  let sameDay = 0;
  while (ascending[sameDay] === 0) sameDay++;
  return ascending[(sameDay + ascending.length - 1) >> 1] || Number.NaN;
}

/** Least share of due payments that were made: of one price, of varying amounts. */
const MIN_HIT_SHARE = { contract: [0.62, 0.8], neutral: [0.75, 0.8], purchase: [0.85, 0.85] } as const;
/** Rare and fast payments are missed less often than monthly ones, where a month without use is common. */
const MIN_HIT_SHARE_UNLESS_MONTHLY = 0.75;

/** Least share of due payments that must have been made. */
function leastHitShare(cadence: Cadence, prior: RecurringPrior, isOnePrice: boolean): number {
  const least = MIN_HIT_SHARE[prior][isOnePrice ? 0 : 1];
  return cadence.frequency === 'MONTHLY' ? least : Math.max(least, MIN_HIT_SHARE_UNLESS_MONTHLY);
}

/**
 * Whether bookings so far apart may pass `isComplete` on any grid, whatever `maxLeftover` of them are left over. Counts
 * in their favour: each left over one makes up for a gap, the widest first; one more gap may be a pause; and the grid
 * may have two occurrences fewer than their span has periods where months differ in length.
 */
export function mayBeComplete(gaps: Gaps, cadence: Cadence, prior: RecurringPrior, maxLeftover: number): boolean {
  const least = leastHitShare(cadence, prior, true);
  const { ascending } = gaps;
  const all = ascending.length + 1;
  let { span } = gaps;
  let at = ascending.length;
  if (all >= 2 * MIN_RUN_BESIDE_PAUSE) span -= ascending[--at] as number;
  for (let members = all; members >= all - maxLeftover; members--) {
    const due = span / cadence.periodDays - (cadence.unit === 'days' ? 0 : 2);
    if (members >= least * due) return true;
    span -= ascending[--at] ?? 0;
  }
  return false;
}

/** Whether enough due payments were made, and not too many twice. */
export function isComplete(
  members: number,
  hit: number,
  hitShare: number,
  cadence: Cadence,
  prior: RecurringPrior,
  profile: AmountProfile,
): boolean {
  const needed = leastHitShare(cadence, prior, profile.constancy >= 0.6);
  return hitShare >= needed && hit >= members * 0.75 && hit >= Math.min(3, cadence.minBookings[prior], members);
}

/** So small a chance of accident that the amounts of a neutral kind may vary like those of a contract. */
export const BEYOND_DOUBT = { contract: 1e-4, neutral: 1e-4, purchase: 1e-7 };

/** Whether the amounts are those of one contract of this kind. */
export function amountsFit(
  profile: AmountProfile,
  prior: RecurringPrior,
  meanResidual: number,
  isBeyondDoubt: boolean,
): boolean {
  if (prior === 'contract') return profile.spread <= 0.6 || profile.constancy >= 0.5;
  if (isBeyondDoubt && profile.spread <= (prior === 'purchase' ? 0.2 : 0.5)) return true;
  if (prior === 'purchase') return profile.constancy >= 0.8 && profile.spread <= 0.3;
  return profile.constancy >= 0.6 || profile.spread <= (meanResidual <= 1.5 ? 0.2 : 0.1);
}

/** Payments that are enough for their amounts to vary as they like. */
const MANY = 5;

/** Fewer payments are one contract only where none costs half as much again as another; a rhythm of three is soon found. */
export function areFewAlike(amounts: readonly number[]): boolean {
  if (amounts.length >= MANY) return true;
  const sizes = amounts.map(Math.abs);
  return Math.max(...sizes) <= 1.5 * Math.min(...sizes);
}

/**
 * Days that bookings may lie off their expected days on average. Punctuality is judged on random dates: they would lie
 * a quarter of the period off.
 */
export function maxMeanResidual(cadence: Cadence, prior: RecurringPrior): number {
  const strictness = prior === 'contract' ? 1 : prior === 'neutral' ? 0.75 : 0.5;
  return cadence.periodDays < 10 ? strictness * 1.3 : cadence.tolerance[prior] * 0.6;
}

/** Highest chance of looking regular by accident that is believed: of one price, of varying amounts. */
const MAX_CHANCE = {
  contract: { whole: [0.5, 0.1], part: [0.25, 0.02] },
  neutral: { whole: [0.05, 0.05], part: [0.005, 0.005] },
  purchase: { whole: [0.005, 0.005], part: [0.0005, 0.0005] },
} as const;

/** A chance so small that a stream stands by itself among bookings that fit nowhere. */
export const STRONG_CHANCE = 0.005;

/** Highest chance that is believed of payments of this kind; parts were picked, so less is believed of them. */
export function maxChance(prior: RecurringPrior, profile: AmountProfile, isPart: boolean): number {
  const [ofOnePrice, ofVarying] = MAX_CHANCE[prior][isPart ? 'part' : 'whole'];
  return profile.constancy >= 0.6 ? ofOnePrice : ofVarying;
}

/** Two payments a quarter or more apart are believed when they are punctual: at one price, or within a fifth of it. */
export function isAlikePair(
  [first = 0, second = 0]: readonly number[],
  meanResidual: number,
  periodDays: number,
): boolean {
  const punctual = Math.max(2.5, (5 * periodDays) / 365);
  if (isSameAmount(first, second)) return meanResidual <= punctual;
  const ratio = second / first;
  return ratio > 0.8 && ratio < 1.25 && meanResidual <= Math.min(3, punctual);
}

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

/**
 * Ways in which so many of the due payments may be missing. Bookings on random days are tried against all of them, so
 * that what looks regular once its gaps are forgiven is that much less surprising (Bonferroni).
 */
export function waysToMiss(hit: number, missed: number): number {
  let ways = 1;
  for (let n = 1; n <= missed; n++) ways *= (hit + n) / n;
  return ways;
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

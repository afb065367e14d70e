import { average } from '../statistics.ts';
import { amountsAlternate, isSameAmount, profileAmounts } from './amounts.ts';
import { subjectOf } from './booking-text.ts';
import { CADENCES, type Cadence } from './cadences.ts';
import { type DatedDays, dateDays, dayGrid, type Grid, monthGrid } from './grid.ts';
import { countOccurrences, placeBookings } from './place-bookings.ts';
import { priorOfGroup, type RecurringPrior } from './recurrence-prior.ts';
import {
  amountsFit,
  areFewAlike,
  BEYOND_DOUBT,
  chanceOf,
  type Gaps,
  gapsOf,
  isAlikePair,
  isBalanced,
  isComplete,
  isOneEach,
  maxChance,
  maxMeanResidual,
  mayBeComplete,
  medianGap,
  STRONG_CHANCE,
  waysToMiss,
} from './regularity.ts';
import type { Booking, Fit } from './stream.types.ts';

/** Leftovers that do not speak against a stream: a stray booking, or one in seven. */
function maxLeftover(members: number, all: number): number {
  return Math.max(members >= 4 ? 1 : 0, Math.floor(all * 0.15));
}

/**
 * The grid that lies nearest to the bookings; null when none lies near enough for them to be punctual, however many of
 * them may be left over. Payments on any day of a week need not be.
 */
function nearestGrid(cadence: Cadence, dated: DatedDays, prior: RecurringPrior): Grid | null {
  const cap = cadence.tolerance[prior] + 2;
  if (mayBeOnePerWeek(cadence, prior)) return cadence.gridOf(dated, { cap });
  const all = dated.days.length;
  const limit = maxMeanResidual(cadence, prior) * all + cap * maxLeftover(all, all) + 1e-6;
  return cadence.gridOf(dated, { cap, limit });
}

const mayBeOnePerWeek = ({ periodDays }: Cadence, prior: RecurringPrior): boolean =>
  periodDays === 7 && prior === 'contract';

/** A year or half a year: further apart than what somebody happens to buy twice. */
const RARE_PERIOD_DAYS = 180;

/**
 * Whether two payments of a kind that says nothing may be a yearly or half-yearly contract: all that was ever paid to
 * this account or creditor, at one price, in the same words. Cards name neither, so that what was bought twice is none.
 */
function isPlainPair({ periodDays }: Cadence, bookings: readonly Booking[], prior: RecurringPrior, isPart: boolean) {
  const [first, second] = bookings;
  if (isPart || prior !== 'neutral' || bookings.length !== 2 || !first || !second) return false;
  if (periodDays < RARE_PERIOD_DAYS || first.amountMinor > 0) return false;
  const { paymentPartner } = first.transaction;
  if (!paymentPartner?.iban && !paymentPartner?.creditorId) return false;
  return isSameAmount(first.amountMinor, second.amountMinor) && subjectOf(first).text === subjectOf(second).text;
}

/** One cadence tried on bookings: the fit, or null when anything speaks against it. */
function fitOne(
  cadence: Cadence,
  bookings: readonly Booking[],
  dated: DatedDays,
  prior: RecurringPrior,
  isPart: boolean,
): Fit | null {
  const maxResidual = cadence.tolerance[prior];
  const { periodDays } = cadence;
  const grid = nearestGrid(cadence, dated, prior);
  if (!grid) return null;
  const { members, leftover } = placeBookings(grid, bookings, maxResidual, prior === 'contract' ? 0.3 : 0.01);
  const isPair = isPlainPair(cadence, bookings, prior, isPart);
  if (members.length < cadence.minBookings[prior] && !isPair) return null;
  if (leftover.length > maxLeftover(members.length, bookings.length)) return null;
  const { hit, missed } = countOccurrences(members, cadence.maxMissed);
  const hitShare = hit / (hit + missed);
  const amounts = members.map((placed) => placed.booking.amountMinor);
  const profile = profileAmounts(amounts);
  if (!isComplete(members.length, hit, hitShare, cadence, prior, profile)) return null;
  const meanResidual = average(members.map((placed) => Math.abs(placed.residual)));
  const isOnePerWeek = mayBeOnePerWeek(cadence, prior) && isOneEach(members.length, hit, missed, leftover);
  if (!isOnePerWeek && meanResidual > maxMeanResidual(cadence, prior)) return null;
  if (!isBalanced(grid, members)) return null;
  if (!areFewAlike(amounts)) return null;
  const residuals = members.map((placed) => placed.residual).filter((residual) => Math.abs(residual) <= maxResidual);
  const chance = chanceOf(residuals, periodDays) * waysToMiss(hit, missed);
  const isRarePair = members.length === 2 && (prior === 'contract' || isPair);
  if (isRarePair && !isAlikePair(amounts, meanResidual, periodDays)) return null;
  if (!isRarePair && !isOnePerWeek && chance > maxChance(prior, profile, isPart)) return null;
  const isBeyondDoubt = !isPart && periodDays > 10 && chance <= BEYOND_DOUBT[prior];
  if (!amountsFit(profile, prior, meanResidual, isBeyondDoubt)) return null;
  if (isPart && prior !== 'contract' && profile.constancy < 0.75) return null;
  if (periodDays < 20 && (amounts[0] as number) < 0 && amountsAlternate(amounts)) return null;
  const punctuality = Math.max(0, 1 - meanResidual / (periodDays / 4));
  const quality = 0.45 * punctuality + 0.25 * hitShare + 0.3 * profile.quality;
  const isStrong = members.length >= 4 && chance <= STRONG_CHANCE && profile.constancy >= 0.75;
  return { grid, members: members.map((placed) => placed.booking), leftover, quality, isStrong };
}

/**
 * Whether it is worth looking for the grid: about as many bookings as the cadence has occurrences, most of them about
 * a period (or, after a missed one, two) apart. Cheap, and true for nearly all
 * that `fitOne` would accept.
 */
function isWorthATry(cadence: Cadence, days: readonly number[], { span }: Gaps, maxResidual: number): boolean {
  const occurrences = span / cadence.periodDays + 1;
  if (days.length > occurrences * 1.35 + 2) return false;
  if (days.length < occurrences * 0.35) return false;
  let regular = 0;
  let counted = 0;
  for (let i = 1; i < days.length; i++) {
    const gap = (days[i] as number) - (days[i - 1] as number);
    if (gap <= 1) continue;
    counted++;
    const periods = Math.max(1, Math.round(gap / cadence.periodDays));
    if (Math.abs(gap - periods * cadence.periodDays) <= maxResidual + 1.5) regular++;
  }
  return regular >= counted * 0.6;
}

/** Whether the amounts of all bookings together leave a chance that all but a few of them make a stream. */
function mayBeOnePrice(bookings: readonly Booking[], prior: RecurringPrior): boolean {
  const profile = profileAmounts(bookings.map((booking) => booking.amountMinor));
  if (prior === 'purchase') return profile.constancy >= 0.5 || profile.spread <= 0.25;
  if (prior === 'neutral') return profile.constancy >= 0.35 || profile.spread <= 0.6;
  return profile.constancy >= 0.3 || profile.spread <= 0.8;
}

/** One mandate for everything that was ever debited is a contract, whatever it is for. */
function hasOneMandate(bookings: readonly Booking[]): boolean {
  const mandate = bookings[0]?.transaction.mandateId;
  return Boolean(mandate) && bookings.every((booking) => booking.transaction.mandateId === mandate);
}

/**
 * The rhythm that the bookings follow as one stream, or null when they follow none. Bookings in the order of time.
 * Of several rhythms the one that explains most bookings best. `isPart`: they are a selection of what the counterparty
 * booked, so that chance alone makes some look regular.
 */
export function fitCadence(bookings: readonly Booking[], isPart = false): Fit | null {
  if (bookings.length < 2) return null;
  let prior = priorOfGroup(bookings.map((booking) => booking.prior));
  if (prior === 'none') return null;
  if (!isPart && hasOneMandate(bookings)) prior = prior === 'purchase' ? 'neutral' : 'contract';
  const days = bookings.map((booking) => booking.day);
  const gaps = gapsOf(days);
  const gap = medianGap(gaps);
  const mayBeLeftOver = maxLeftover(days.length, days.length);
  const worthATry = CADENCES.filter(
    (cadence) =>
      !(gap < 0.6 * cadence.periodDays || gap > 2.2 * cadence.periodDays) &&
      isWorthATry(cadence, days, gaps, cadence.tolerance[prior]) &&
      mayBeComplete(gaps, cadence, prior, mayBeLeftOver),
  );
  if (worthATry.length === 0 || !mayBeOnePrice(bookings, prior)) return null;
  const dated = dateDays(days);
  let best: Fit | null = null;
  for (const cadence of worthATry) {
    const fit = fitOne(cadence, bookings, dated, prior, isPart);
    if (fit && (!best || fit.members.length * fit.quality > best.members.length * best.quality + 1e-9)) best = fit;
  }
  return best;
}

/**
 * Two payments of a contract that is too young to be a stream: monthly or faster, alike in amount, of a kind that
 * recurs. Null for anything else.
 */
export function fitEarly(bookings: readonly Booking[]): Fit | null {
  const [first, second] = bookings;
  if (bookings.length !== 2 || !first || !second) return null;
  if (first.prior !== 'contract' || second.prior !== 'contract') return null;
  const ratio = second.amountMinor / first.amountMinor;
  if (ratio < 0.9 || ratio > 1.1) return null;
  const gap = second.day - first.day;
  const frequency = gap === 7 ? 'WEEKLY' : gap === 14 ? 'BIWEEKLY' : gap >= 26 && gap <= 35 ? 'MONTHLY' : null;
  if (!frequency) return null;
  const dated = dateDays([first.day, second.day]);
  const grid =
    frequency === 'MONTHLY'
      ? monthGrid(frequency, 1, dated, { cap: 5 })
      : dayGrid(frequency, frequency === 'WEEKLY' ? 7 : 14, dated, { cap: 3 });
  return grid && { grid, members: [first, second], leftover: [], quality: 0.6, isStrong: false };
}

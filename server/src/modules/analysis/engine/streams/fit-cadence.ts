import type { Frequency } from '../engine.types.ts';
import { average, lowerMedian } from '../statistics.ts';
import { type AmountProfile, amountsAlternate, isSameAmount, profileAmounts } from './amounts.ts';
import { dayGrid, type Grid, monthGrid, nearestOccurrence, semiMonthGrid } from './grid.ts';
import { priorOfGroup, type RecurrencePrior } from './recurrence-prior.ts';
import type { Booking, Fit } from './stream.types.ts';

interface Cadence {
  frequency: Frequency;
  periodDays: number;
  /** Days a booking may lie off its expected day, by prior. */
  tolerance: Record<Exclude<RecurrencePrior, 'none'>, number>;
  /** Bookings that make a stream (spec: 3, 2 if quarterly or rarer); more where the kind of payment says little. */
  minBookings: Record<Exclude<RecurrencePrior, 'none'>, number>;
  /** Occurrences in a row that may be missing before it counts as a pause. */
  maxMissed: number;
  gridOf: (days: readonly number[], cap: number) => Grid | null;
}

const dayCadence = (frequency: Frequency, period: number) => (days: readonly number[], cap: number) =>
  dayGrid(frequency, period, days, cap);
const monthCadence = (frequency: Frequency, step: number) => (days: readonly number[], cap: number) =>
  monthGrid(frequency, step, days, cap);

const tolerance = (contract: number, neutral: number, purchase: number) => ({ contract, neutral, purchase });

const CADENCES: readonly Cadence[] = [
  {
    frequency: 'WEEKLY',
    periodDays: 7,
    tolerance: tolerance(3, 2, 1),
    minBookings: tolerance(3, 4, 5),
    maxMissed: 3,
    gridOf: dayCadence('WEEKLY', 7),
  },
  {
    frequency: 'BIWEEKLY',
    periodDays: 14,
    tolerance: tolerance(3, 3, 2),
    minBookings: tolerance(3, 4, 5),
    maxMissed: 2,
    gridOf: dayCadence('BIWEEKLY', 14),
  },
  {
    frequency: 'SEMI_MONTHLY',
    periodDays: 15.2,
    tolerance: tolerance(4, 3, 2),
    minBookings: tolerance(3, 5, 6),
    maxMissed: 2,
    gridOf: semiMonthGrid,
  },
  // Every four weeks (British benefits and some pay): thirteen a year, reported as MONTHLY.
  {
    frequency: 'MONTHLY',
    periodDays: 28,
    tolerance: tolerance(2, 1, 1),
    minBookings: tolerance(5, 5, 6),
    maxMissed: 2,
    gridOf: dayCadence('MONTHLY', 28),
  },
  {
    frequency: 'MONTHLY',
    periodDays: 30.4,
    tolerance: tolerance(6, 5, 3),
    minBookings: tolerance(3, 3, 4),
    maxMissed: 3,
    gridOf: monthCadence('MONTHLY', 1),
  },
  {
    frequency: 'QUARTERLY',
    periodDays: 91.3,
    tolerance: tolerance(14, 8, 4),
    minBookings: tolerance(2, 3, 4),
    maxMissed: 1,
    gridOf: monthCadence('QUARTERLY', 3),
  },
  {
    frequency: 'HALF_YEARLY',
    periodDays: 182.6,
    tolerance: tolerance(16, 8, 4),
    minBookings: tolerance(2, 3, 4),
    maxMissed: 1,
    gridOf: monthCadence('HALF_YEARLY', 6),
  },
  {
    frequency: 'YEARLY',
    periodDays: 365.25,
    tolerance: tolerance(25, 12, 6),
    minBookings: tolerance(2, 3, 3),
    maxMissed: 1,
    gridOf: monthCadence('YEARLY', 12),
  },
];

interface Placed {
  booking: Booking;
  index: number;
  residual: number;
}

/** Puts each booking on its occurrence; what is too far from any, or a second one of another amount, is left over. */
function placeBookings(grid: Grid, bookings: readonly Booking[], maxResidual: number, late: number) {
  const slots = new Map<number, Placed[]>();
  const offGrid: Placed[] = [];
  const typical = lowerMedian(bookings.map((booking) => booking.amountMinor));
  for (const booking of bookings) {
    const placed = { booking, ...nearestOccurrence(grid, booking.day) };
    if (Math.abs(placed.residual) > maxResidual) offGrid.push(placed);
    else {
      const slot = slots.get(placed.index);
      if (slot) slot.push(placed);
      else slots.set(placed.index, [placed]);
    }
  }
  const leftover: Booking[] = [];
  const members: Placed[] = [];
  let doubled = 0;
  for (const slot of slots.values()) {
    const distance = (placed: Placed) => Math.abs(placed.booking.amountMinor - typical);
    slot.sort((a, b) => distance(a) - distance(b) || Math.abs(a.residual) - Math.abs(b.residual));
    const first = slot[0] as Placed;
    members.push(first);
    for (const second of slot.slice(1)) {
      if (!isSameAmount(second.booking.amountMinor, first.booking.amountMinor)) leftover.push(second.booking);
      else {
        doubled++;
        members.push(second);
      }
    }
  }
  // A payment that came late or early still fills its occurrence when that is empty and the amount is right.
  for (const placed of offGrid) {
    const ratio = placed.booking.amountMinor / typical;
    if (slots.has(placed.index) || Math.abs(ratio - 1) > late) leftover.push(placed.booking);
    else {
      slots.set(placed.index, [placed]);
      members.push(placed);
    }
  }
  members.sort((a, b) => a.booking.day - b.booking.day);
  return { members, leftover, doubled };
}

/** Occurrences hit and missed between the first and the last; one pause between two runs of three is forgiven. */
function countOccurrences(members: readonly Placed[], maxMissed: number): { hit: number; missed: number } {
  const indices = [...new Set(members.map((placed) => placed.index))].sort((a, b) => a - b);
  let missed = 0;
  let paused = false;
  for (let i = 1; i < indices.length; i++) {
    const gap = (indices[i] as number) - (indices[i - 1] as number) - 1;
    if (gap > maxMissed && !paused && i >= 3 && indices.length - i >= 3) paused = true;
    else missed += gap;
  }
  return { hit: indices.length, missed };
}

const MIN_HIT_SHARE = { contract: 0.6, neutral: 0.75, purchase: 0.85 };

function amountsFit(profile: AmountProfile, prior: Exclude<RecurrencePrior, 'none'>, meanResidual: number): boolean {
  if (prior === 'contract') return profile.spread <= 0.6 || profile.constancy >= 0.5;
  if (prior === 'purchase') return profile.constancy >= 0.8 && profile.spread <= 0.3;
  return profile.constancy >= 0.6 || profile.spread <= (meanResidual <= 1.5 ? 0.2 : 0.1);
}

/** Punctuality is judged on random dates: they would lie a quarter of the period off on average. */
function isPunctual(meanResidual: number, cadence: Cadence, prior: Exclude<RecurrencePrior, 'none'>): boolean {
  const strictness = prior === 'contract' ? 1 : prior === 'neutral' ? 0.75 : 0.5;
  if (cadence.periodDays < 10) return meanResidual <= strictness * 1.3;
  return meanResidual <= cadence.tolerance[prior] * 0.6;
}

/** Highest chance of looking this regular by accident that is believed, for all bookings and for picked parts. */
const MAX_CHANCE = {
  contract: { whole: 0.5, part: 0.25 },
  neutral: { whole: 0.05, part: 0.005 },
  purchase: { whole: 0.005, part: 0.0005 },
};

/**
 * Chance that as many bookings on random days would all lie as close to a grid: two of them place the grid, each other
 * one falls within the residuals' width with probability width / period. The width is 2 · widest + 1 days, or that of
 * evenly spread residuals with the same mean, 4 · mean + 1, when a single one lies far out.
 */
function chanceOf(residuals: readonly number[], periodDays: number): number {
  const distances = residuals.map(Math.abs);
  const widest = distances.reduce((most, distance) => Math.max(most, distance), 0);
  const width = Math.min(2 * widest, 4 * average(distances)) + 1;
  return Math.min(1, width / periodDays) ** (residuals.length - 2);
}

/** Once in nearly every period and never twice: regular on any day of the week. Purchases never keep this up. */
function isOneEach(members: number, hit: number, missed: number, leftover: readonly Booking[]): boolean {
  return members >= 8 && hit >= 0.95 * members && hit >= 0.9 * (hit + missed) && leftover.length <= 0.05 * members;
}

/** Both halves of the month are paid about equally often; else two contracts merely look like one. */
function isBalanced(grid: Grid, members: readonly Placed[]): boolean {
  if (grid.frequency !== 'SEMI_MONTHLY') return true;
  const first = members.filter((placed) => placed.index % 2 === 0).length;
  return Math.min(first, members.length - first) >= 0.35 * members.length;
}

function fitOne(
  cadence: Cadence,
  bookings: readonly Booking[],
  prior: Exclude<RecurrencePrior, 'none'>,
  isPart: boolean,
): Fit | null {
  const days = bookings.map((booking) => booking.day);
  const maxResidual = cadence.tolerance[prior];
  const grid = cadence.gridOf(days, maxResidual + 2);
  if (!grid) return null;
  const { members, leftover } = placeBookings(grid, bookings, maxResidual, prior === 'contract' ? 0.3 : 0.01);
  if (members.length < cadence.minBookings[prior]) return null;
  const stray = Math.max(members.length >= 4 ? 1 : 0, Math.floor(bookings.length * 0.15));
  if (leftover.length > stray) return null;
  const { hit, missed } = countOccurrences(members, cadence.maxMissed);
  const hitShare = hit / (hit + missed);
  const needed = cadence.periodDays > 60 ? Math.max(MIN_HIT_SHARE[prior], 0.75) : MIN_HIT_SHARE[prior];
  if (hitShare < needed || hit < members.length * 0.75 || hit < Math.min(3, cadence.minBookings[prior])) return null;
  const meanResidual = members.reduce((total, placed) => total + Math.abs(placed.residual), 0) / members.length;
  const isOnePerWeek =
    cadence.periodDays === 7 && prior === 'contract' && isOneEach(members.length, hit, missed, leftover);
  if (!isOnePerWeek && !isPunctual(meanResidual, cadence, prior)) return null;
  if (!isBalanced(grid, members)) return null;
  const amounts = members.map((placed) => placed.booking.amountMinor);
  const profile = profileAmounts(amounts);
  if (!amountsFit(profile, prior, meanResidual)) return null;
  const residuals = members.map((placed) => placed.residual).filter((residual) => Math.abs(residual) <= maxResidual);
  const isRarePair = members.length === 2 && prior === 'contract';
  const chance = chanceOf(residuals, cadence.periodDays);
  if (!isRarePair && !isOnePerWeek && chance > MAX_CHANCE[prior][isPart ? 'part' : 'whole']) return null;
  if (isPart && prior !== 'contract' && profile.constancy < 0.75) return null;
  const isExpense = (amounts[0] as number) < 0;
  if (cadence.periodDays < 20 && isExpense && amountsAlternate(amounts)) return null;
  // Two equal payments of a kind that recurs are enough; two unequal ones are a coincidence.
  if (members.length === 2 && profile.constancy === 0 && profile.spread > 0.2) return null;
  const punctuality = 1 - meanResidual / (cadence.periodDays / 4);
  const quality = 0.45 * Math.max(0, punctuality) + 0.25 * hitShare + 0.3 * profile.quality;
  return { grid, members: members.map((placed) => placed.booking), leftover, quality };
}

/**
 * Whether it is worth looking for the grid: about as many bookings as the cadence has occurrences, most of them about
 * a period (or, after a missed one, two) apart. Cheap, and true for whatever `fitOne` would accept.
 */
function isWorthATry(cadence: Cadence, days: readonly number[], maxResidual: number): boolean {
  const span = (days.at(-1) as number) - (days[0] as number);
  const occurrences = span / cadence.periodDays + 1;
  if (days.length > occurrences * 1.35 + 2) return false;
  if (days.length < occurrences * 0.35) return false;
  let regular = 0;
  let gaps = 0;
  for (let i = 1; i < days.length; i++) {
    const gap = (days[i] as number) - (days[i - 1] as number);
    if (gap <= 1) continue;
    gaps++;
    const periods = Math.max(1, Math.round(gap / cadence.periodDays));
    if (Math.abs(gap - periods * cadence.periodDays) <= 2 * maxResidual + 3) regular++;
  }
  return regular >= gaps * 0.55;
}

/** Whether the amounts of all bookings together leave a chance that all but a few of them make a stream. */
function mayBeOnePrice(amounts: readonly number[], prior: Exclude<RecurrencePrior, 'none'>): boolean {
  const profile = profileAmounts(amounts);
  if (prior === 'purchase') return profile.constancy >= 0.5;
  if (prior === 'neutral') return profile.constancy >= 0.35 || profile.spread <= 0.25;
  return profile.constancy >= 0.3 || profile.spread <= 0.8;
}

function medianGapOf(bookings: readonly Booking[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < bookings.length; i++) {
    const gap = (bookings[i] as Booking).day - (bookings[i - 1] as Booking).day;
    if (gap > 0) gaps.push(gap);
  }
  return lowerMedian(gaps);
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
  const gap = medianGapOf(bookings);
  const days = bookings.map((booking) => booking.day);
  if (
    !mayBeOnePrice(
      bookings.map((booking) => booking.amountMinor),
      prior,
    )
  )
    return null;
  let best: Fit | null = null;
  for (const cadence of CADENCES) {
    if (gap < 0.6 * cadence.periodDays || gap > 2.2 * cadence.periodDays) continue;
    if (!isWorthATry(cadence, days, cadence.tolerance[prior])) continue;
    const fit = fitOne(cadence, bookings, prior, isPart);
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
  const days = [first.day, second.day];
  const grid =
    frequency === 'MONTHLY'
      ? monthGrid(frequency, 1, days, 5)
      : dayGrid(frequency, frequency === 'WEEKLY' ? 7 : 14, days, 3);
  return grid && { grid, members: [first, second], leftover: [], quality: 0.6 };
}

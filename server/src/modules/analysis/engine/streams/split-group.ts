/**
 * Several contracts with one counterparty, or a contract among purchases: the bookings are parted by what tells
 * contracts apart (category, mandate, text, amount, order within the period), each part is fitted on its own, and the
 * parting that explains most bookings with fewest streams wins.
 */
import { subjectOf } from './booking-text.ts';
import { fitCadence } from './fit-cadence.ts';
import { expectedDay, nearestOccurrence, periodDaysOf } from './grid.ts';
import { priorOfGroup } from './recurrence-prior.ts';
import type { Booking, Fit } from './stream.types.ts';

type Parting = (bookings: readonly Booking[]) => Booking[][];

/** What a stream must add to be worth a stream more. */
const COST_OF_A_STREAM = 0.6;

/** A fit this good and without leftovers is not questioned. */
const GOOD_ENOUGH = 0.75;

const byKey =
  (keyOf: (booking: Booking) => string): Parting =>
  (bookings) => {
    const parts = new Map<string, Booking[]>();
    for (const booking of bookings) {
      const key = keyOf(booking);
      const part = parts.get(key);
      if (part) part.push(booking);
      else parts.set(key, [booking]);
    }
    return [...parts.values()];
  };

const inOrderOfTime = (bookings: Booking[]): Booking[] => bookings.sort((a, b) => a.place - b.place);

/** Clusters of amounts, parted where the next amount is more than `gap` times the one before. */
const byAmount =
  (gap: number): Parting =>
  (bookings) => {
    const sorted = [...bookings].sort((a, b) => Math.abs(a.amountMinor) - Math.abs(b.amountMinor));
    const parts: Booking[][] = [];
    let before = Number.NaN;
    for (const booking of sorted) {
      const amount = Math.abs(booking.amountMinor);
      if (amount - before <= Math.max(2, before * (gap - 1))) parts.at(-1)?.push(booking);
      else parts.push([booking]);
      before = amount;
    }
    return parts.map(inOrderOfTime);
  };

/** More payments a month to one counterparty than this are no bundle of contracts. */
const MAX_RANKS = 4;

/** First, second … booking of each month by amount: two payments that always come together. */
const byRankInMonth: Parting = (bookings) => {
  const months = byKey((booking) => booking.transaction.bookingDate.slice(0, 7))(bookings);
  const ranks: Booking[][] = [];
  for (const month of months) {
    month.sort((a, b) => a.amountMinor - b.amountMinor || a.day - b.day);
    for (const [rank, booking] of month.entries()) {
      const part = ranks[rank];
      if (part) part.push(booking);
      else ranks[rank] = [booking];
    }
  }
  return ranks.length > MAX_RANKS ? [] : ranks.map(inOrderOfTime);
};

const byPrice = byAmount(1.005);

const PARTINGS: readonly Parting[] = [
  byKey((booking) => booking.category.id),
  byKey((booking) => booking.transaction.mandateId ?? ''),
  byKey((booking) => subjectOf(booking).text),
  byPrice,
  byAmount(1.2),
  byRankInMonth,
];

/** Among purchases only an equal price marks a contract. */
const PARTINGS_OF_PURCHASES: readonly Parting[] = [byKey((booking) => booking.category.id), byPrice];

/** Smaller parts are no stream of their own, see `fitCadence`. */
const MIN_PART = { contract: 2, neutral: 4, purchase: 6, none: Number.POSITIVE_INFINITY };

const scoreOf = (fits: readonly Fit[]): number =>
  fits.reduce((total, fit) => total + fit.members.length * fit.quality - COST_OF_A_STREAM, 0);

/** Streams of one price after the other on one grid are one stream whose price changed. */
function joinSuccessors(fits: Fit[]): Fit[] {
  const sorted = [...fits].sort((a, b) => (a.members[0] as Booking).day - (b.members[0] as Booking).day);
  const joined: Fit[] = [];
  for (const fit of sorted) {
    const first = fit.members[0] as Booking;
    const index = joined.findIndex((earlier) => {
      const last = earlier.members.at(-1) as Booking;
      const ratio = first.amountMinor / last.amountMinor;
      const period = periodDaysOf(earlier.grid);
      const pause = first.day - last.day;
      return (
        earlier.grid.frequency === fit.grid.frequency &&
        ratio > 0.5 &&
        ratio < 2 &&
        pause > 0.5 * period &&
        pause < 2.5 * period
      );
    });
    const earlier = joined[index];
    const both = earlier && fitCadence([...earlier.members, ...fit.members], true);
    if (both && both.leftover.length === 0) joined[index] = both;
    else joined.push(fit);
  }
  return joined;
}

function findFirst(bookings: Iterable<Booking>, isWanted: (booking: Booking) => boolean): Booking | null {
  for (const booking of bookings) if (isWanted(booking)) return booking;
  return null;
}

/**
 * A price that changed with the newest payment: the next occurrences after a stream's last booking are taken from what
 * was left over when they are punctual, similar in amount and alike in text or mandate.
 */
function takeNextPrice(fit: Fit, leftover: Set<Booking>): void {
  for (;;) {
    const last = fit.members.at(-1) as Booking;
    const index = nearestOccurrence(fit.grid, last.day).index + 1;
    const due = expectedDay(fit.grid, index);
    const next = findFirst(leftover, (booking) => {
      if (Math.abs(booking.day - due) > 2 || booking.prior === 'purchase') return false;
      const ratio = booking.amountMinor / last.amountMinor;
      if (!(ratio > 0.7 && ratio < 1.4) || booking.category.id !== last.category.id) return false;
      return subjectOf(booking).text === subjectOf(last).text;
    });
    if (!next) return;
    leftover.delete(next);
    fit.members.push(next);
  }
}

/** Comparing every price with every other is for a handful of contracts, not for a shop with thousands of prices. */
const MAX_FITS_TO_JOIN = 40;

function fitParts(parts: Booking[][], partings: readonly Parting[]): Fit[] {
  const fits: Fit[] = [];
  for (const part of parts) {
    if (part.length < 2) continue;
    const prior = priorOfGroup(part.map((booking) => booking.prior));
    if (part.length >= MIN_PART[prior]) fits.push(...splitFurther(part, partings, true));
  }
  return fits.length > 1 && fits.length <= MAX_FITS_TO_JOIN ? joinSuccessors(fits) : fits;
}

/** Streams that are believed only because little else is left of the group, at most so many. */
const MAX_WEAK_FITS = 3;
/** Share of what the strong streams leave that the weak ones must explain. */
const MIN_WEAK_SHARE = 0.8;

/**
 * Strong streams, and the weak ones (few payments, varying amounts) only where these explain nearly all of the rest: two
 * equal prices half a year apart are a contract beside another one, and chance among twenty purchases.
 */
function keepBelievable(fits: Fit[], bookings: readonly Booking[]): Fit[] {
  const weak = fits.filter((fit) => !fit.isStrong);
  if (weak.length === 0) return fits;
  const strong = fits.filter((fit) => fit.isStrong);
  const membersOf = (some: readonly Fit[]): number => some.reduce((total, fit) => total + fit.members.length, 0);
  const rest = bookings.length - membersOf(strong);
  return weak.length <= MAX_WEAK_FITS && membersOf(weak) >= MIN_WEAK_SHARE * rest ? fits : strong;
}

/** Every booking lies in a stream, and each of these is beyond question. */
function explainsAll(fits: readonly Fit[], bookings: readonly Booking[]): boolean {
  let members = 0;
  for (const fit of fits) {
    if (fit.quality < GOOD_ENOUGH) return false;
    members += fit.members.length;
  }
  return members === bookings.length;
}

/** The best of: all as one stream, or parted by one of `partings` and the parts by the others, two levels deep. */
function splitFurther(bookings: readonly Booking[], partings: readonly Parting[], isPart: boolean): Fit[] {
  const whole = fitCadence(bookings, isPart);
  if (whole && whole.leftover.length === 0 && whole.quality >= GOOD_ENOUGH) return [whole];
  let best: Fit[] = whole ? [whole] : [];
  if (bookings.length < 3) return best;
  let bestScore = scoreOf(best);
  for (const parting of partings) {
    const parts = parting(bookings);
    if (parts.length < 2) continue;
    const deeper = isPart ? [] : partings.filter((other) => other !== parting);
    const fits = keepBelievable(fitParts(parts, deeper), bookings);
    const score = scoreOf(fits);
    if (score > bestScore + 1e-9) {
      best = fits;
      bestScore = score;
    }
    if (explainsAll(best, bookings)) break;
  }
  return best;
}

/** The streams among bookings of one counterparty, account and direction, given in the order of time. */
export function splitGroup(bookings: readonly Booking[]): Fit[] {
  const isPurchases = priorOfGroup(bookings.map((booking) => booking.prior)) === 'purchase';
  const fits = splitFurther(bookings, isPurchases ? PARTINGS_OF_PURCHASES : PARTINGS, false);
  const taken = new Set(fits.flatMap((fit) => fit.members));
  if (taken.size < bookings.length) {
    const leftover = new Set(bookings.filter((booking) => !taken.has(booking)));
    for (const fit of fits) takeNextPrice(fit, leftover);
  }
  return fits;
}

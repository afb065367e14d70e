import { formatDay } from '../calendar.ts';
import { relativeDeviation } from '../statistics.ts';
import type { Booking } from './stream.types.ts';

/** Amounts this close are the same price: 0.5 %, at least two minor units (rounding of exchange rates and taxes). */
export function isSameAmount(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(2, 0.005 * Math.max(Math.abs(a), Math.abs(b)));
}

/** How alike the amounts of consecutive bookings are. */
export interface AmountProfile {
  /** Share of bookings whose amount equals that of the booking before or after: 1 for a price that only steps. */
  constancy: number;
  /** Median absolute deviation from the median, relative to the median. */
  spread: number;
  /** 1 for constant or stepping prices, falling with the spread of the others. */
  quality: number;
}

/** Profile of amounts in the order of time. */
export function profileAmounts(amounts: readonly number[]): AmountProfile {
  let constant = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as number;
    const before = i > 0 && isSameAmount(amount, amounts[i - 1] as number);
    const after = i + 1 < amounts.length && isSameAmount(amount, amounts[i + 1] as number);
    if (before || after) constant++;
  }
  const constancy = constant / amounts.length;
  const spread = relativeDeviation(amounts.map(Math.abs));
  return { constancy, spread, quality: Math.max(constancy, Math.max(0, 1 - 2 * spread)) };
}

/**
 * True when the amounts take turns (900, 60, 900, 60): two contracts with one counterparty that together look like one
 * of twice the pace.
 */
export function amountsAlternate(amounts: readonly number[]): boolean {
  if (amounts.length < 3) return false;
  let alternating = 0;
  for (let i = 2; i < amounts.length; i++) {
    const same = isSameAmount(amounts[i] as number, amounts[i - 2] as number);
    if (same && !isSameAmount(amounts[i] as number, amounts[i - 1] as number)) alternating++;
  }
  return alternating >= (amounts.length - 2) * 0.6;
}

interface Plateau {
  amount: number;
  day: number;
  length: number;
}

function plateausOf(members: readonly Booking[]): Plateau[] {
  const plateaus: Plateau[] = [];
  for (const { amountMinor, day } of members) {
    const last = plateaus.at(-1);
    if (last && isSameAmount(last.amount, amountMinor)) {
      last.length++;
      last.amount = amountMinor;
    } else plateaus.push({ amount: amountMinor, day, length: 1 });
  }
  return plateaus;
}

/**
 * Steps from one lasting price to the next. A price lasts when it was paid twice in a row, or is the newest one; where
 * payments are rare (`everyPaymentCounts`) one payment is a price. Streams whose amount varies anyway have no price.
 */
export function findPriceChanges(
  members: readonly Booking[],
  everyPaymentCounts: boolean,
): { date: string; fromMinor: number; toMinor: number }[] {
  const plateaus = plateausOf(members);
  const lasting = plateaus.filter(
    (plateau, index) => everyPaymentCounts || plateau.length > 1 || index === plateaus.length - 1,
  );
  let covered = 0;
  for (const plateau of lasting) covered += plateau.length;
  const settled = lasting.filter((plateau) => plateau.length > 1).length;
  if (covered < members.length * 0.6 || (!everyPaymentCounts && settled === 0)) return [];
  const changes = [];
  for (let i = 1; i < lasting.length; i++) {
    const from = lasting[i - 1] as Plateau;
    const to = lasting[i] as Plateau;
    if (isSameAmount(from.amount, to.amount)) continue;
    changes.push({ date: formatDay(to.day), fromMinor: from.amount, toMinor: to.amount });
  }
  return changes;
}

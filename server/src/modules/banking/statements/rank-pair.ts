/** When a stored and an incoming transaction that don't say exactly the same are one; the lower the rank, the surer. */
import type { IncomingTransaction, Reading, StoredTransaction } from './match.types.ts';
import type { TextEvidence } from './weigh-evidence.ts';

export interface Pair {
  stored: StoredTransaction;
  incoming: IncomingTransaction;
  /** Booking day of the incoming minus that of the stored one. */
  days: number;
  evidence: TextEvidence;
  sharesId: boolean;
}

/** Numbers are given again: an id is believed for bookings that are this near. */
const ID_DAYS = 10;
/** A booking may be moved by a weekend and holidays. */
const SHIFT_DAYS = 5;
/** Before a pending one is booked, or shown before it was authorised. */
const PENDING_DAYS = { before: -5, after: 15 };

/** For pairs of the same amount; null when they are two. */
export function comparePair(pair: Pair, reading: Reading): number | null {
  const { stored, incoming, days, evidence, sharesId } = pair;
  if (evidence === 'contradict') return null;
  if (sharesId && Math.abs(days) <= ID_DAYS) return 1;
  if (days === 0 && evidence === 'agree') return 2;
  if (stored.status === 'pending') return rankPending(pair);
  if (incoming.status === 'pending') return rankStale(pair, reading);
  const otherSource = stored.source !== reading.source;
  if (days === 0) {
    if (otherSource) return 4;
    return evidence === 'overlap' && isCovered(stored.bookingDate, reading) ? 6 : null;
  }
  if (Math.abs(days) > SHIFT_DAYS || !isWithin(stored.bookingDate, reading)) return null;
  const sameValueDate = stored.valueDate !== null && stored.valueDate === incoming.valueDate;
  if (evidence === 'agree' && sameValueDate) return 7;
  // Some exports write the value date where others write the booking date.
  const crossed = stored.valueDate === incoming.bookingDate || incoming.valueDate === stored.bookingDate;
  return otherSource && crossed && (evidence === 'agree' || evidence === 'overlap') ? 8 : null;
}

/** A pending one is booked, or shown again with other words. */
function rankPending({ days, evidence }: Pair): number | null {
  if (days < PENDING_DAYS.before || days > PENDING_DAYS.after) return null;
  if (evidence === 'agree' || evidence === 'overlap') return 3;
  return evidence === 'silent' && days >= 0 ? 5 : null;
}

/** A bank may go on showing as pending for a while what it has booked already. */
function rankStale({ stored, days, evidence }: Pair, reading: Reading): number | null {
  if (!isWithin(stored.bookingDate, reading)) return null;
  if (-days < PENDING_DAYS.before || -days > PENDING_DAYS.after) return null;
  return evidence === 'agree' ? 9 : null;
}

/** Whether a pending card payment may have been booked with this other amount. */
export function compareAmounts({ stored, incoming, days, evidence, sharesId }: Pair, reading: Reading): boolean {
  if (stored.currency !== incoming.currency || stored.amountMinor >= 0 || stored.amountMinor === incoming.amountMinor)
    return false;
  if (days < 0 || days > ID_DAYS || !isWithin(stored.bookingDate, reading)) return false;
  if (evidence !== 'agree' && evidence !== 'overlap') return false;
  if (sharesId) return true;
  const ratio = incoming.amountMinor / stored.amountMinor;
  return evidence === 'agree' && ratio >= 0.75 && ratio <= 1.25;
}

const isWithin = (day: string, { from, to }: Reading) => day >= from && day <= to;

/** Whether the reading shows all of this day: a bank always does, a file may begin and end in the middle of one. */
const isCovered = (day: string, reading: Reading) =>
  reading.source === 'bank' ? isWithin(day, reading) : day > reading.from && day < reading.to;

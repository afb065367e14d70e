// A decision as people read it: each rule, what was seen, and the newest of the bookings behind it.
import type { Item } from 'kontor-sdk';
import type { Decision } from './rules.ts';

export type Booking = Item<'listTransactions'>;

/** How many bookings of a rule are printed; the others are counted. */
const SHOWN = 3;

export function printDecision({ outcome, reasons }: Decision, bookings: Booking[]): string {
  const lines = reasons.flatMap(({ rule, isKept, says, transactionIds }) => {
    const ids = new Set(transactionIds);
    const behind = bookings.filter(({ transactionId }) => ids.has(transactionId));
    const newest = behind.toSorted((a, b) => b.bookingDate.localeCompare(a.bookingDate)).slice(0, SHOWN);
    const more = behind.length - newest.length;
    return [
      `${isKept ? 'kept  ' : 'BROKEN'}  ${rule}: ${says}`,
      ...newest.map((booking) => `          ${describe(booking)}`),
      ...(more > 0 ? [`          and ${more} more`] : []),
    ];
  });
  return [...lines, '', `Decision: ${outcome}`].join('\n');
}

function describe({ bookingDate, amount, paymentPartner, purpose }: Booking): string {
  return `${bookingDate} ${amount.toFixed(2).padStart(10)}  ${paymentPartner?.name ?? ''}  ${purpose ?? ''}`.trimEnd();
}

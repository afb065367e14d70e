import type { Account, Transaction } from './banking.types.ts';

/** What one calendar month moved on an account; amounts in minor units of the account's currency. */
export interface AccountMonth {
  /** `YYYY-MM`. */
  month: string;
  /** Sum of the bookings above zero. */
  inflowMinor: number;
  /** Sum of the bookings below zero, as a positive number. */
  outflowMinor: number;
  netMinor: number;
  /** Balance after the month's last booking; null when the account's balance is unknown. */
  endBalanceMinor: number | null;
}

/** The month before a `YYYY-MM`. */
function previousMonth(month: string): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 2;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The bookings that make up an account's balance: booked, and in the account's own currency. */
export function bookedInAccountCurrency(account: Account, transactions: readonly Transaction[]): Transaction[] {
  return transactions.filter((t) => t.status === 'booked' && t.currency === account.currency);
}

/**
 * Monthly sums of an account by booking date, newest month first, months without a booking included.
 *
 * The account's `balanceMinor` is the balance after the last booked transaction, so the balance at a month's end is that
 * figure less everything booked in later months. Pending bookings and bookings in another currency than the account's
 * are not part of the balance and therefore in none of the sums.
 */
export function sumAccountMonths(account: Account, transactions: readonly Transaction[]): AccountMonth[] {
  const byMonth = new Map<string, { inflowMinor: number; outflowMinor: number }>();
  for (const { bookingDate, amountMinor } of bookedInAccountCurrency(account, transactions)) {
    const month = bookingDate.slice(0, 7);
    const sums = byMonth.get(month) ?? { inflowMinor: 0, outflowMinor: 0 };
    if (amountMinor > 0) sums.inflowMinor += amountMinor;
    else sums.outflowMinor -= amountMinor;
    byMonth.set(month, sums);
  }
  return fillMonths(
    account.balanceMinor,
    [...byMonth].map(([month, sums]) => ({ month, ...sums })),
  );
}

/**
 * Sums of the months that had bookings, in any order → every month from the newest to the oldest of them, with the
 * balance at its end counted back from the balance after the last booking.
 */
export function fillMonths(
  balanceMinor: number | null,
  sums: readonly { month: string; inflowMinor: number; outflowMinor: number }[],
): AccountMonth[] {
  const byMonth = new Map(sums.map((month) => [month.month, month]));
  const booked = [...byMonth.keys()].sort();
  const first = booked[0];
  const last = booked.at(-1);
  if (first === undefined || last === undefined) return [];

  const months: AccountMonth[] = [];
  let endBalanceMinor = balanceMinor;
  for (let month = last; month >= first; month = previousMonth(month)) {
    const { inflowMinor, outflowMinor } = byMonth.get(month) ?? { inflowMinor: 0, outflowMinor: 0 };
    const netMinor = inflowMinor - outflowMinor;
    months.push({ month, inflowMinor, outflowMinor, netMinor, endBalanceMinor });
    if (endBalanceMinor !== null) endBalanceMinor -= netMinor;
  }
  return months;
}

import type { Account } from '#modules/banking/index.ts';
import { firstDayOf, lastDayOf, monthOf } from './calendar.ts';
import type { Ledger } from './ledger.ts';

/** End-of-day balances of one account, one number per day. */
export interface BalanceCurve {
  account: Account;
  firstDay: number;
  lastDay: number;
  /** Balance before the first day. */
  openingMinor: number;
  /** Minor units at the end of `firstDay + index`. */
  endOfDayMinor: readonly number[];
}

/** Account types whose balance below zero is how they work, or that hold no money: no overdraft, no liquidity. */
const NOT_PAYMENT_ACCOUNTS: ReadonlySet<Account['type']> = new Set(['KREDIT_KARTE', 'DARLEHEN', 'DEPOT', 'BAUSPAREN']);

/** True for accounts that money is paid from. */
export function isPaymentAccount(account: Account): boolean {
  return !NOT_PAYMENT_ACCOUNTS.has(account.type);
}

/** True when end-of-day balances can be reconstructed in the currency of the figures. */
function hasBalanceCurve(ledger: Ledger, account: Account): boolean {
  return account.balanceMinor !== null && account.currency === ledger.currency;
}

/** Longest curve, in days: 40 years. Older bookings still count into the balances, their days are not listed. */
const MAX_DAYS = 14_610;

/**
 * Reconstructs end-of-day balances backwards: the account's balance is the one after its last booked transaction, so
 * each earlier balance is the later one minus what was booked in between. Pending bookings take no part. The curve runs
 * from the account's first booking (from the start of that month when it is the first, complete month of the data) to
 * the end of the observed period. Null without balance, without booking, or in another than the main currency.
 */
export function reconstructBalances(ledger: Ledger, account: Account): BalanceCurve | null {
  const { firstDay: dataStart, observedFromDay, observedToDay } = ledger.period;
  const booked = ledger.bookedByAccount.get(account.accountId) ?? [];
  const first = booked[0];
  if (!first || !hasBalanceCurve(ledger, account) || observedToDay === null || dataStart === null) return null;
  const accountStart = first.day;
  const isFromTheStart = monthOf(accountStart) === monthOf(dataStart);
  const startDay = isFromTheStart ? Math.min(accountStart, observedFromDay as number) : accountStart;
  const firstDay = Math.max(startDay, observedToDay - MAX_DAYS);
  if (firstDay > observedToDay) return null;
  const endOfDayMinor = Array.from({ length: observedToDay - firstDay + 1 }, () => 0);
  let balance = account.balanceMinor as number;
  let next = booked.length - 1;
  const goBackTo = (day: number): number => {
    for (let at = booked[next]; at && at.day > day; at = booked[next]) {
      if (at.transaction.currency === account.currency) balance -= at.transaction.amountMinor;
      next--;
    }
    return balance;
  };
  for (let day = observedToDay; day >= firstDay; day--) endOfDayMinor[day - firstDay] = goBackTo(day);
  return { account, firstDay, lastDay: observedToDay, openingMinor: goBackTo(firstDay - 1), endOfDayMinor };
}

/** The ids of the bookings that a curve is made of, by month, in the order of time. */
export function idsByMonth(ledger: Ledger, { account, firstDay, lastDay }: BalanceCurve): Map<number, string[]> {
  const ids = new Map<number, string[]>();
  for (const { transaction, day } of ledger.bookedByAccount.get(account.accountId) ?? []) {
    if (day < firstDay || day > lastDay || transaction.currency !== account.currency) continue;
    const month = monthOf(day);
    const ofMonth = ids.get(month);
    if (ofMonth) ofMonth.push(transaction.transactionId);
    else ids.set(month, [transaction.transactionId]);
  }
  return ids;
}

/** The days of one month that the curve knows. */
interface MonthOfBalances {
  month: number;
  firstDay: number;
  endOfDayMinor: readonly number[];
}

/** Cuts the curve into months, newest first. */
export function splitIntoMonths(curve: BalanceCurve): MonthOfBalances[] {
  const months: MonthOfBalances[] = [];
  for (let month = monthOf(curve.lastDay); month >= monthOf(curve.firstDay); month--) {
    const from = Math.max(firstDayOf(month), curve.firstDay);
    const to = Math.min(lastDayOf(month), curve.lastDay);
    const endOfDayMinor = curve.endOfDayMinor.slice(from - curve.firstDay, to - curve.firstDay + 1);
    months.push({ month, firstDay: from, endOfDayMinor });
  }
  return months;
}

/**
 * Balances of several accounts added up, day by day; before an account's first booking it counts with its opening
 * balance. Null without curves. All curves end on the same day.
 */
export function addCurves(
  curves: readonly BalanceCurve[],
): { firstDay: number; openingMinor: number; endOfDayMinor: number[] } | null {
  const [first] = curves;
  if (!first) return null;
  const firstDay = Math.min(...curves.map((curve) => curve.firstDay));
  const endOfDayMinor = Array.from({ length: first.lastDay - firstDay + 1 }, () => 0);
  let openingMinor = 0;
  for (const curve of curves) {
    const offset = curve.firstDay - firstDay;
    openingMinor += curve.openingMinor;
    for (let index = 0; index < endOfDayMinor.length; index++) {
      const own = index < offset ? curve.openingMinor : (curve.endOfDayMinor[index - offset] as number);
      endOfDayMinor[index] = (endOfDayMinor[index] as number) + own;
    }
  }
  return { firstDay, openingMinor, endOfDayMinor };
}

/** How an account is named in results. */
export interface AccountReference {
  accountId: string;
  iban: string | null;
  type: Account['type'];
}

export const referenceOf = ({ accountId, iban, type }: Account): AccountReference => ({ accountId, iban, type });

/** Accounts in a stable order: by id. */
export function inOrder(accounts: readonly Account[]): Account[] {
  return [...accounts].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

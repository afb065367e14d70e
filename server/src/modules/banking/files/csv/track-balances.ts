/** A column of running balances → the one balance after the newest booking. */
import type { StatementBalance, StatementTransaction } from '../../statements/statement.types.ts';

interface Point {
  date: string;
  amountMinor: number;
  balanceMinor: number;
  currency: string;
}

export interface BalanceTracker {
  add(ref: string, transaction: StatementTransaction, balanceMinor: number | null): void;
  closing(): { ref: string; balance: StatementBalance }[];
}

export function createBalanceTracker(): BalanceTracker {
  const accounts = new Map<string, { first: Point; second: Point | null; last: Point }>();
  return {
    add(ref, { bookingDate: date, amountMinor, currency, status }, balanceMinor) {
      if (balanceMinor === null || status === 'pending') return;
      const point = { date, amountMinor, balanceMinor, currency };
      const account = accounts.get(ref);
      if (!account) accounts.set(ref, { first: point, second: null, last: point });
      else {
        account.second ??= point;
        account.last = point;
      }
    },
    closing() {
      return [...accounts].flatMap(([ref, { first, second, last }]) => {
        const newest = isNewestFirst(first, second, last) ? first : last;
        const { date, balanceMinor, currency } = newest;
        // A column that does not follow the amounts is no balance of booked transactions.
        if (second && !follows(first, second) && !follows(second, first)) return [];
        return [{ ref, balance: { kind: 'closing', date, amountMinor: balanceMinor, currency } }];
      });
    },
  };
}

/** Whether `next` was booked right after `point`. */
const follows = (point: Point, next: Point) => point.balanceMinor + next.amountMinor === next.balanceMinor;

function isNewestFirst(first: Point, second: Point | null, last: Point): boolean {
  if (first.date !== last.date) return first.date > last.date;
  return second !== null && follows(second, first) && !follows(first, second);
}

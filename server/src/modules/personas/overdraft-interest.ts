import { addDays } from './calendar.ts';
import { balanceOn, type Ledger } from './ledger.ts';

/** Interest in cents on the overdrawn end-of-day balances of a span (both days included), at `percent` a year of 365 days. */
export function overdraftInterest(
  ledger: Ledger,
  accountId: string,
  from: string,
  to: string,
  percent: number,
): number {
  let interest = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const balance = balanceOn(ledger, accountId, day);
    if (balance < 0) interest -= (balance * percent) / 36_500;
  }
  return Math.round(interest);
}

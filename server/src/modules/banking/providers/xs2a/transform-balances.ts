import { parseAmount } from '#platform/money.ts';
import type { StatementBalance } from '../../statements/statement.types.ts';
import { dayOf, objectOf, textOf } from './read-json.ts';

/**
 * Balances after booked transactions, best first. `expected` and `interimAvailable` hold pending ones or the credit
 * limit too, so they are no balance to reckon with unless a bank has nothing else.
 */
const CLOSING = ['interimBooked', 'closingBooked', 'authorised', 'expected', 'interimAvailable', 'forwardAvailable'];

interface Balance {
  type: string;
  amountMinor: number;
  currency: string;
  date: string | null;
  withLimit: boolean;
}

/** The balance that the booked transactions end in, and the one that a day began with where the bank tells it. */
export function transformBalances(list: readonly unknown[], today: string): StatementBalance[] {
  const balances = readBalances(list);
  const limit = limitAmong(balances);
  const found: StatementBalance[] = [];
  const opening = balances.find(({ type, withLimit, date }) => type === 'openingBooked' && !withLimit && date);
  if (opening?.date) found.push({ kind: 'opening', ...money(opening, 0), date: opening.date });
  for (const type of CLOSING) {
    const ofType = balances.filter((balance) => balance.type === type);
    const best = ofType.find((balance) => !balance.withLimit) ?? (limit === null ? undefined : ofType[0]);
    if (!best) continue;
    found.push({ kind: 'closing', ...money(best, best.withLimit ? (limit ?? 0) : 0), date: best.date ?? today });
    break;
  }
  return found;
}

/** How far the account may go below zero, when the bank tells a balance both with and without it; else null. */
export function overdraftLimitOf(list: readonly unknown[]): number | null {
  return limitAmong(readBalances(list));
}

function limitAmong(balances: readonly Balance[]): number | null {
  for (const withLimit of balances.filter((balance) => balance.withLimit)) {
    const without = balances.find((other) => !other.withLimit && other.type === withLimit.type);
    if (without && withLimit.amountMinor >= without.amountMinor) return withLimit.amountMinor - without.amountMinor;
  }
  return null;
}

function money(balance: Balance, limitMinor: number) {
  return { amountMinor: balance.amountMinor - limitMinor, currency: balance.currency };
}

/** Balances that can't be read are left out: without one the account has none, which is the truth. */
function readBalances(list: readonly unknown[]): Balance[] {
  return list.map(objectOf).flatMap((entry) => {
    const { amount, currency } = objectOf(entry.balanceAmount);
    const code = textOf(currency)?.toUpperCase() ?? '';
    try {
      const amountMinor = parseAmount(amount, code);
      const date = dayOf(entry.referenceDate) ?? dayOf(entry.lastChangeDateTime);
      const withLimit = entry.creditLimitIncluded === true;
      return [{ type: textOf(entry.balanceType) ?? '', amountMinor, currency: code, date, withLimit }];
    } catch {
      return [];
    }
  });
}

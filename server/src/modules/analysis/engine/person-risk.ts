import {
  type AccountReference,
  idsByMonth,
  inOrder,
  isPaymentAccount,
  reconstructBalances,
  referenceOf,
} from './balances.ts';
import { formatMonth } from './calendar.ts';
import type { Entry, Ledger } from './ledger.ts';
import { groupByMonth, idsOf, monthlyRows, sumMinor } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';
import { listOverdrawnMonths } from './overdraft.ts';
import { findReturnedDebits, isOfReturn, isPaymentWith } from './returned-debits.ts';

function countMonthly(
  ledger: Ledger,
  entries: readonly Entry[],
  countedOf: (ofMonth: readonly Entry[]) => readonly Entry[],
) {
  const monthlyOverview = monthlyRows(ledger, groupByMonth(entries), (ofMonth) => {
    const counted = countedOf(ofMonth);
    return { count: counted.length, transactionIDs: idsOf(counted) };
  });
  return {
    available: monthlyOverview.some((row) => row.count > 0),
    monthlyOverview,
    observedTimespan: timespanOf(ledger.period),
  };
}

/** `person-risk-backDebit`: the larger of returns and return fees, per account and month. */
export const analyzeBackDebits = (ledger: Ledger) =>
  countMonthly(ledger, ledger.flows.filter(isOfReturn), findReturnedDebits);

/** `person-risk-garnishment` and `-collection`: payments under a garnishment, and to debt collectors. */
export const analyzePayments = (ledger: Ledger, tag: 'garnishment' | 'collection') =>
  countMonthly(
    ledger,
    ledger.flows.filter((entry) => isPaymentWith(entry, tag)),
    (ofMonth) => ofMonth,
  );

/** `person-risk-gambling`: stakes, not winnings. Amounts are negative: money out. */
export function analyzeGambling(ledger: Ledger) {
  const stakes = ledger.flows.filter((entry) => isPaymentWith(entry, 'gambling'));
  return {
    available: stakes.length > 0,
    currency: ledger.currency,
    monthlyOverview: monthlyRows(ledger, groupByMonth(stakes), (ofMonth) => ({
      count: ofMonth.length,
      amount: ledger.major(sumMinor(ofMonth)),
      transactionIDs: idsOf(ofMonth),
    })),
    observedTimespan: timespanOf(ledger.period),
  };
}

/** `person-risk-overdraft-amount`: days on which a payment account ended below zero, with its balance. */
export function analyzeOverdraft(ledger: Ledger) {
  const accounts = [];
  const accountsWithoutBalance: AccountReference[] = [];
  for (const account of inOrder(ledger.accounts)) {
    if (!isPaymentAccount(account)) continue;
    const curve = reconstructBalances(ledger, account);
    if (!curve) {
      accountsWithoutBalance.push(referenceOf(account));
      continue;
    }
    const ids = idsByMonth(ledger, curve);
    const monthlyOverview = listOverdrawnMonths(curve, 0).map(({ month, days }) => ({
      month: formatMonth(month),
      days: days.length,
      overdraftDays: days.map(({ date, balanceMinor }) => ({ date, amount: ledger.major(balanceMinor) })),
      transactionIDs: days.length > 0 ? (ids.get(month) ?? []) : [],
    }));
    accounts.push({ account: referenceOf(account), monthlyOverview });
  }
  return {
    available: accounts.some((account) => account.monthlyOverview.some((row) => row.days > 0)),
    currency: ledger.currency,
    accounts,
    accountsWithoutBalance,
    observedTimespan: timespanOf(ledger.period),
  };
}

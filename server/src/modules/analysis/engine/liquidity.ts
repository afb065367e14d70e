import type { Account } from '#modules/banking/index.ts';
import {
  addCurves,
  type BalanceCurve,
  idsByMonth,
  inOrder,
  isPaymentAccount,
  reconstructBalances,
  referenceOf,
  splitIntoMonths,
} from './balances.ts';
import { formatMonth } from './calendar.ts';
import type { Ledger } from './ledger.ts';
import { timespanOf } from './observed-period.ts';
import { average, roundHalfAway } from './statistics.ts';

function summarizeBalances(ledger: Ledger, balances: readonly number[]) {
  return {
    minBalance: ledger.major(balances.reduce((least, balance) => Math.min(least, balance), Number.POSITIVE_INFINITY)),
    maxBalance: ledger.major(balances.reduce((most, balance) => Math.max(most, balance), Number.NEGATIVE_INFINITY)),
    averageBalance: ledger.major(roundHalfAway(average(balances))),
  };
}

function describeAccount(ledger: Ledger, account: Account, curve: BalanceCurve) {
  const limit = account.overdraftLimitMinor;
  const balance = curve.endOfDayMinor.at(-1) as number;
  const ids = idsByMonth(ledger, curve);
  return {
    account: referenceOf(account),
    overview: {
      currentBalance: ledger.major(balance),
      overdraftLimit: limit === null ? null : ledger.major(limit),
      availableLiquidity: ledger.major(balance + (limit ?? 0)),
      ...summarizeBalances(ledger, curve.endOfDayMinor),
    },
    monthlyOverview: splitIntoMonths(curve).map(({ month, endOfDayMinor }) => ({
      month: formatMonth(month),
      endOfMonthBalance: ledger.major(endOfDayMinor.at(-1) as number),
      ...summarizeBalances(ledger, endOfDayMinor),
      transactionIDs: ids.get(month) ?? [],
    })),
  };
}

/**
 * `/liquidity`: balances of the accounts that money is paid from, by end of day, per account and altogether.
 * The last row of a month that is not over tells the newest balance. Accounts without a balance are listed apart.
 */
export function analyzeLiquidity(ledger: Ledger) {
  const accountLiquidity = [];
  const accountsWithoutBalance = [];
  const curves: BalanceCurve[] = [];
  let limits = 0;
  for (const account of inOrder(ledger.accounts)) {
    if (!isPaymentAccount(account)) continue;
    const curve = reconstructBalances(ledger, account);
    if (!curve) accountsWithoutBalance.push(referenceOf(account));
    else {
      curves.push(curve);
      limits += account.overdraftLimitMinor ?? 0;
      accountLiquidity.push(describeAccount(ledger, account, curve));
    }
  }
  const total = addCurves(curves);
  const balance = total?.endOfDayMinor.at(-1) ?? null;
  return {
    available: curves.length > 0,
    currency: ledger.currency,
    overview:
      total === null || balance === null
        ? null
        : {
            currentBalance: ledger.major(balance),
            overdraftLimit: ledger.major(limits),
            availableLiquidity: ledger.major(balance + limits),
            ...summarizeBalances(ledger, total.endOfDayMinor),
          },
    accountLiquidity,
    accountsWithoutBalance,
    observedTimespan: timespanOf(ledger.period),
  };
}

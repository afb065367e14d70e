import type { Entry, Ledger } from './ledger.ts';
import { groupByMonth, idsOf, monthlyRows, sumMinor } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';
import { hasTag } from './returned-debits.ts';

function summarize(ledger: Ledger, entries: readonly Entry[]) {
  const incomings = entries.filter((entry) => entry.amountMinor > 0);
  const outgoings = entries.filter((entry) => entry.amountMinor < 0);
  const incoming = sumMinor(incomings);
  const outgoing = -sumMinor(outgoings) + 0;
  return {
    incomings: { sum: ledger.major(incoming), count: incomings.length, transactionIDs: idsOf(incomings) },
    outgoings: { sum: ledger.major(outgoing), count: outgoings.length, transactionIDs: idsOf(outgoings) },
    totalTransactionAmount: ledger.major(incoming + outgoing),
    totalTransactionCount: incomings.length + outgoings.length,
  };
}

/**
 * `/cash-transactions`: cash paid in and drawn, nothing else. Sums of both directions are positive; the total is the
 * volume, money in plus money out.
 */
export function analyzeCash(ledger: Ledger) {
  const cash = ledger.flows.filter((entry) => hasTag(entry, 'cash_deposit') || hasTag(entry, 'cash_withdrawal'));
  return {
    available: cash.length > 0,
    currency: ledger.currency,
    overview: summarize(ledger, cash),
    monthlyOverview: monthlyRows(ledger, groupByMonth(cash), (ofMonth) => summarize(ledger, ofMonth)),
    observedTimespan: timespanOf(ledger.period),
  };
}

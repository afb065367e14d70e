import type { CategoryTag } from '#modules/categorization/index.ts';
import { addCurves, type BalanceCurve, isPaymentAccount, reconstructBalances } from './balances.ts';
import { firstDayOf, formatMonth, lastDayOf } from './calendar.ts';
import { forecastCashflow, type MonthForecast } from './forecast.ts';
import type { Entry, Ledger } from './ledger.ts';
import { figuresOf, groupByMonth, idsOf, monthlyRows, sumMinor } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';
import { hasTag } from './returned-debits.ts';
import type { ContractWithStream } from './streams/build-contracts.ts';

/** Months ahead that the forecast covers. */
const FORECAST_MONTHS = 3;

const inflowOf = (entries: readonly Entry[]): number =>
  entries.reduce((total, { amountMinor }) => total + Math.max(0, amountMinor), 0);

const withTag = (entries: readonly Entry[], tag: CategoryTag): Entry[] => entries.filter((entry) => hasTag(entry, tag));

/** What a month's money was for, each with its bookings; a refund lowers what it belongs to. */
function composition(ledger: Ledger, entries: readonly Entry[]) {
  const revenue = withTag(entries, 'revenue');
  const [payroll, taxes, loans] = (['payroll', 'tax', 'loan_instalment'] as const).map((tag) =>
    withTag(entries, tag),
  ) as [Entry[], Entry[], Entry[]];
  const paid = (own: Entry[]) => ledger.major(-sumMinor(own) + 0);
  return {
    revenue: ledger.major(sumMinor(revenue)),
    payroll: paid(payroll),
    taxes: paid(taxes),
    loanPayments: paid(loans),
    revenueTransactionIDs: idsOf(revenue),
    payrollTransactionIDs: idsOf(payroll),
    taxTransactionIDs: idsOf(taxes),
    loanPaymentTransactionIDs: idsOf(loans),
  };
}

/** Balance of all payment accounts together at the end of a day; null where it is not known. */
function balanceReader(ledger: Ledger): (day: number) => number | null {
  const curves = ledger.accounts
    .filter(isPaymentAccount)
    .map((account) => reconstructBalances(ledger, account))
    .filter((curve): curve is BalanceCurve => curve !== null);
  const total = addCurves(curves);
  return (day) => {
    if (!total) return null;
    if (day < total.firstDay) return total.openingMinor;
    return total.endOfDayMinor[Math.min(day - total.firstDay, total.endOfDayMinor.length - 1)] as number;
  };
}

const orNull = (ledger: Ledger, amountMinor: number | null): number | null =>
  amountMinor === null ? null : ledger.major(amountMinor);

function toForecastRow(ledger: Ledger, forecast: MonthForecast) {
  return {
    month: formatMonth(forecast.month),
    inflow: ledger.major(forecast.inflowMinor),
    outflow: ledger.major(forecast.outflowMinor),
    net: ledger.major(forecast.netMinor),
    interval: { level: forecast.level, low: ledger.major(forecast.lowMinor), high: ledger.major(forecast.highMinor) },
    endBalance: orNull(ledger, forecast.endBalanceMinor),
  };
}

/**
 * `/cashflow`: money in and out month by month, without transfers between own accounts; returned debits count, since
 * money moved. Revenue, payroll, taxes and loan payments are net of their own refunds and positive in their usual
 * direction. Balances are those of all payment accounts with a known balance together, null where none is known.
 */
export function analyzeCashflow(ledger: Ledger, contracts: readonly ContractWithStream[]) {
  const { flows, period } = ledger;
  const balanceAt = balanceReader(ledger);
  const byMonth = groupByMonth(flows);
  const entriesOf = (month: number): readonly Entry[] => byMonth.get(month) ?? [];
  const inMonth = (month: number): number => inflowOf(entriesOf(month));
  const outMonth = (month: number): number => inMonth(month) - sumMinor(entriesOf(month));
  const endDay = period.observedToDay ?? 0;
  const monthlyOverview = monthlyRows(ledger, byMonth, (entries, month) => ({
    inflow: ledger.major(inMonth(month)),
    outflow: ledger.major(outMonth(month)),
    net: ledger.major(sumMinor(entries)),
    startBalance: orNull(ledger, balanceAt(firstDayOf(month) - 1)),
    endBalance: orNull(ledger, balanceAt(Math.min(lastDayOf(month), endDay))),
    ...composition(ledger, entries),
    transactionIDs: idsOf(entries),
  }));
  const forecast = forecastCashflow(ledger, contracts, FORECAST_MONTHS, balanceAt);
  return {
    available: flows.length > 0,
    currency: ledger.currency,
    inflow: figuresOf(ledger, inMonth),
    outflow: figuresOf(ledger, outMonth),
    net: figuresOf(ledger, (month) => inMonth(month) - outMonth(month)),
    monthlyOverview,
    forecast: forecast.map((row) => toForecastRow(ledger, row)),
    observedTimespan: timespanOf(period),
  };
}

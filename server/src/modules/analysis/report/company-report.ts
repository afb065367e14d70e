import type { CashflowResult, CompanyResults, ShownResults } from '../cockpit/cockpit.types.ts';
import { cashflowTiles } from '../cockpit/page/cashflow-section.ts';
import { companyRiskRows } from '../cockpit/page/company-risk-section.ts';
import { recentMonths } from '../cockpit/page/months.ts';
import type { View } from '../cockpit/page/view.ts';
import { liquidityBlocks } from './liquidity-report.ts';
import type { Block } from './report.types.ts';
import {
  amountOr,
  goesOn,
  heading,
  madeOf,
  noRisk,
  note,
  number,
  riskTable,
  subheading,
  table,
} from './report-parts.ts';
import { reportTextsOf } from './report-texts.ts';

type Accounts = ShownResults['accounts'];

/** The results of a company; what the data lacks is left out. */
export const companyBlocks = (results: CompanyResults, accounts: Accounts, view: View): Block[] => [
  ...(results.cashflow ? cashflowBlocks(results.cashflow, view) : []),
  ...(results.liquidity ? liquidityBlocks(results.liquidity, accounts, view) : []),
  ...(results.risk ? riskBlocks(results.risk, accounts, view) : []),
  ...(['credits', 'insurances', 'investments', 'internalBookings'] as const).flatMap((kind) =>
    recurringBlocks(kind, results, view),
  ),
  ...(results.foreignPayments ? foreignBlocks(results.foreignPayments, view) : []),
  ...(results.cash ? cashBlocks(results.cash, view) : []),
];

function cashflowBlocks(cashflow: CashflowResult, view: View): Block[] {
  const { texts, formats } = view;
  if (!cashflow.available) return [heading(texts.cashflow), note(texts.noCashflow)];
  const { rows, running } = recentMonths(cashflow.monthlyOverview, cashflow.observedTimespan.to);
  const money = amountOr(view, cashflow.currency);
  return [
    heading(texts.cashflow),
    { kind: 'figures', tiles: cashflowTiles(cashflow, view) },
    {
      kind: 'chart',
      label: texts.cashflowChart,
      currency: cashflow.currency,
      months: rows.map(({ month }) => month),
      series: [
        { label: texts.inflow, tone: 'in', values: rows.map(({ inflow }) => inflow) },
        { label: texts.outflow, tone: 'out', values: rows.map(({ outflow }) => outflow) },
      ],
    },
    ...table(
      [
        { label: texts.month, share: 1.8 },
        number(texts.inflow),
        number(texts.outflow),
        number(texts.net),
        number(texts.endOfMonth),
      ],
      rows
        .toReversed()
        .map(({ month, inflow, outflow, net, endBalance }) => [
          formats.month(month),
          money(inflow),
          money(outflow),
          money(net),
          money(endBalance),
        ]),
    ),
    ...compositionOf(cashflow, view),
    ...forecastOf(cashflow, view),
    ...goesOn(running, view),
    ...madeOf(cashflow, view),
  ];
}

function compositionOf(cashflow: CashflowResult, view: View): Block[] {
  const { texts, formats } = view;
  const { rows } = recentMonths(cashflow.monthlyOverview, cashflow.observedTimespan.to);
  const money = amountOr(view, cashflow.currency);
  const parts = ['revenue', 'payroll', 'taxes', 'loanPayments'] as const;
  return [
    subheading(texts.composition),
    ...table(
      [{ label: texts.month, share: 1.8 }, ...parts.map((part) => number(texts.compositionParts[part]))],
      rows.toReversed().map((row) => [formats.month(row.month), ...parts.map((part) => money(row[part]))]),
    ),
  ];
}

function forecastOf({ forecast, currency }: CashflowResult, view: View): Block[] {
  const { texts, formats, language } = view;
  const words = reportTextsOf(language);
  const money = amountOr(view, currency);
  const level = forecast[0]?.interval.level;
  return [
    subheading(words.expected),
    ...(level === undefined ? [note(texts.noForecast)] : []),
    ...table(
      [
        { label: texts.month, share: 1.8 },
        number(texts.inflow),
        number(texts.outflow),
        number(texts.net),
        number(level === undefined ? '' : `${words.interval} (${formats.percent(level)})`, 2.6),
      ],
      forecast
        .toReversed()
        .map(({ month, inflow, outflow, net, interval }) => [
          formats.month(month),
          money(inflow),
          money(outflow),
          money(net),
          `${money(interval.low)} … ${money(interval.high)}`,
        ]),
    ),
  ];
}

function riskBlocks(risk: NonNullable<CompanyResults['risk']>, accounts: Accounts, view: View): Block[] {
  const { months, rows } = companyRiskRows(risk, accounts, view);
  return [
    heading(view.texts.risks),
    ...(months.length > 0 ? riskTable(months, rows, view) : []),
    ...noRisk(rows, view),
    ...madeOf(risk, view),
  ];
}

function recurringBlocks(
  kind: 'credits' | 'insurances' | 'investments' | 'internalBookings',
  results: CompanyResults,
  view: View,
): Block[] {
  const { texts, formats, language } = view;
  const result = results[kind];
  if (!result) return [];
  const label = texts.recurring[kind];
  if (!result.available) return [heading(label), note(texts.noneFound(label))];
  const { rows } = recentMonths(result.monthlyOverview, result.observedTimespan.to);
  const money = amountOr(view, result.currency);
  const words = reportTextsOf(language);
  return [
    heading(label),
    {
      kind: 'chart',
      label,
      currency: result.currency,
      months: rows.map(({ month }) => month),
      series: [{ label: texts.net, tone: 'balance', values: rows.map(({ amount }) => amount) }],
    },
    ...table(
      [{ label: texts.month, share: 1.8 }, number(texts.net), number(words.recurring), number(words.single)],
      rows
        .toReversed()
        .map(({ month, amount, recurringAmount, nonRecurringAmount }) => [
          formats.month(month),
          money(amount),
          money(recurringAmount),
          money(nonRecurringAmount),
        ]),
    ),
    ...madeOf(result, view),
  ];
}

function foreignBlocks(payments: NonNullable<CompanyResults['foreignPayments']>, view: View): Block[] {
  const { texts, formats } = view;
  const money = amountOr(view, payments.currency);
  const none = payments.homeCountry === null ? texts.homeUnknown : texts.noForeign;
  return [
    heading(texts.foreignPayments),
    ...(payments.countries.length === 0 ? [note(none)] : []),
    ...table(
      [{ label: texts.country, share: 2 }, number(texts.inflow), number(texts.outflow), number(texts.payments)],
      payments.countries.map(({ country, incomings, outgoings }) => [
        formats.country(country),
        money(incomings.sum),
        money(outgoings.sum),
        formats.count(incomings.count + outgoings.count),
      ]),
    ),
    ...madeOf(payments, view),
  ];
}

function cashBlocks(cash: NonNullable<CompanyResults['cash']>, view: View): Block[] {
  const { texts, formats, language } = view;
  if (!cash.available) return [heading(texts.cash), note(texts.noCash)];
  const words = reportTextsOf(language);
  const money = amountOr(view, cash.currency);
  const { rows } = recentMonths(cash.monthlyOverview, cash.observedTimespan.to);
  return [
    heading(texts.cash),
    ...table(
      [{ label: texts.month, share: 1.8 }, number(words.paidIn), number(words.withdrawn), number(words.bookings)],
      rows
        .toReversed()
        .map(({ month, incomings, outgoings, totalTransactionCount }) => [
          formats.month(month),
          money(incomings.sum),
          money(outgoings.sum),
          formats.count(totalTransactionCount),
        ]),
    ),
    ...madeOf(cash, view),
  ];
}

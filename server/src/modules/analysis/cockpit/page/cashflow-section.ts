import { type Html, html } from '#platform/html/html.ts';
import type { CashflowResult } from '../cockpit.types.ts';
import { type MonthChart, monthChart } from './month-chart.ts';
import { recentMonths } from './months.ts';
import { dataTable } from './table.ts';
import { empty, section, signed, type Tile, type View } from './view.ts';

/** Money in, money out and the difference in the median month. */
export function cashflowTiles(cashflow: CashflowResult, { texts, formats }: View): Tile[] {
  const tile = (label: string, { median, current }: CashflowResult['net']): Tile => ({
    label,
    value: median === null ? '–' : formats.rounded(median, cashflow.currency),
    note: current === null ? texts.medianNote : texts.latestNote(formats.rounded(current, cashflow.currency)),
    alarming: (median ?? 0) < 0,
  });
  return [tile(texts.inflow, cashflow.inflow), tile(texts.outflow, cashflow.outflow), tile(texts.net, cashflow.net)];
}

export function cashflowSection(cashflow: CashflowResult, view: View): Html {
  const { texts } = view;
  if (!cashflow.available) return section('cashflow', texts.cashflow, empty(texts.noCashflow));
  return section(
    'cashflow',
    texts.cashflow,
    monthChart(cashflowChart(cashflow, view), view),
    composition(cashflow, view),
  );
}

/** The last months and the three ahead; a running month has both what was booked and what is expected. */
function cashflowChart(cashflow: CashflowResult, { texts, formats }: View): MonthChart {
  const { rows, complete, running } = recentMonths(cashflow.monthlyOverview, cashflow.observedTimespan.to);
  const expected = cashflow.forecast.toReversed();
  const months = [...new Set([...rows, ...expected].map(({ month }) => month))].sort();
  const booked = new Map(rows.map((row) => [row.month, row]));
  const ahead = new Map(expected.map((row) => [row.month, row]));
  const rounded = (amount: number | null) => formats.rounded(amount ?? 0, cashflow.currency);
  const lastComplete = complete.at(-1);
  return {
    title: texts.cashflowChart,
    summary: texts.cashflowSummary(
      rounded(cashflow.inflow.median),
      rounded(cashflow.outflow.median),
      complete.filter(({ net }) => net < 0).length,
      complete.length,
    ),
    currency: cashflow.currency,
    months,
    columns: [
      { label: texts.inflow, tone: 'in', values: months.map((month) => booked.get(month)?.inflow ?? null) },
      { label: texts.outflow, tone: 'out', values: months.map((month) => booked.get(month)?.outflow ?? null) },
    ],
    line: {
      label: texts.net,
      values: months.map((month) => (month === running ? null : (booked.get(month)?.net ?? null))),
    },
    ...(expected.length > 0 && {
      expected: [
        {
          label: texts.expectedIn,
          tone: 'expected-in',
          values: months.map((month) => ahead.get(month)?.inflow ?? null),
        },
        {
          label: texts.expectedOut,
          tone: 'expected-out',
          values: months.map((month) => ahead.get(month)?.outflow ?? null),
        },
      ],
      forecast: {
        label: texts.forecast,
        // It begins where the known line ends.
        values: months.map(
          (month) => ahead.get(month)?.net ?? (month === lastComplete?.month ? lastComplete.net : null),
        ),
        intervalLabel: texts.interval(formats.percent(expected[0]?.interval.level ?? 0)),
        low: months.map((month) => ahead.get(month)?.interval.low ?? null),
        high: months.map((month) => ahead.get(month)?.interval.high ?? null),
      },
    }),
    note: [running && texts.running(formats.month(running)), expected.length === 0 && texts.noForecast]
      .filter(Boolean)
      .join(' '),
  };
}

/** Revenue, payroll, taxes and loan payments: what lenders ask for first. */
function composition(cashflow: CashflowResult, view: View): Html {
  const { texts, formats } = view;
  const { complete } = recentMonths(cashflow.monthlyOverview, cashflow.observedTimespan.to);
  const latest = complete.at(-1);
  const parts = ['revenue', 'payroll', 'taxes', 'loanPayments'] as const;
  const sum = (part: (typeof parts)[number]) => complete.reduce((total, row) => total + row[part], 0);
  const money = (amount: number) => signed(amount, formats.money(amount, cashflow.currency));
  return html`<h3>${texts.composition}</h3>${dataTable(
    texts.composition,
    [
      { label: texts.kind, cell: (part) => texts.compositionParts[part] },
      { label: texts.latestMonth, numeric: true, cell: (part) => (latest ? money(latest[part]) : '–') },
      { label: texts.sumOfMonths(complete.length), numeric: true, cell: (part) => money(sum(part)) },
    ],
    parts,
  )}`;
}

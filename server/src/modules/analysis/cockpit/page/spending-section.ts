import { type Html, html } from '#platform/html/html.ts';
import type { ModuleResult, PersonResults } from '../cockpit.types.ts';
import { recentMonths } from './months.ts';
import { dataTable } from './table.ts';
import { empty, section, type View } from './view.ts';

interface Row {
  label: string;
  result: ModuleResult;
  average: number;
}

/** What a person's money goes to: one row per kind, largest first. */
export function spendingSection(spending: PersonResults['spending'], view: View): Html {
  const { texts, formats } = view;
  const label = (name: string) => (texts.spendingModules as Record<string, string>)[name] ?? name;
  const rows = Object.entries(spending)
    .filter(([, result]) => result.available)
    .map(([name, result]) => ({ label: label(name), result, average: result.average ?? 0 }))
    .sort((a, b) => b.average - a.average);
  const missing = Object.keys(texts.spendingModules).filter((name) => spending[name]?.available === false);
  return section(
    'spending',
    texts.spendingByKind,
    rows.length === 0 ? empty(texts.noSpending) : html`<div class="spending">${spendingTable(rows, view)}</div>`,
    rows.length > 0 ? runningNote(rows, view) : null,
    rows.length > 0 && missing.length > 0
      ? html`<p class="note">${texts.checkedKinds(formats.list(missing.map(label)))}</p>`
      : null,
  );
}

function spendingTable(rows: readonly Row[], view: View): Html {
  const { texts, formats } = view;
  const largest = Math.max(...rows.map(({ average }) => average), 1);
  const total = rows.reduce((sum, { average }) => sum + Math.max(0, average), 0);
  const money = (amount: number | null, { currency }: ModuleResult) =>
    amount === null ? '–' : formats.money(amount, currency);
  return dataTable<Row>(
    texts.spendingByKind,
    [
      { label: texts.kind, cell: (row) => row.label },
      {
        label: texts.share,
        cell: ({ average }) => bar(average / largest, formats.percent(total > 0 ? Math.max(0, average) / total : 0)),
      },
      { label: texts.average, numeric: true, cell: ({ average, result }) => money(average, result) },
      { label: texts.median, numeric: true, cell: ({ result }) => money(result.median, result) },
      { label: texts.latestMonth, numeric: true, cell: ({ result }) => money(result.current, result) },
      { label: texts.trend, numeric: true, cell: (row) => sparkColumns(texts.trendOf(row.label), row.result, view) },
    ],
    rows,
  );
}

/** Length is the share of the longest bar; the text is what the reader hears. */
const bar = (length: number, share: string): Html =>
  html`<svg class="bar" role="img" aria-label="${share}" viewBox="0 0 1000 12" preserveAspectRatio="none"><title>${share}</title><rect width="${Math.round(1000 * Math.max(0, length))}" height="12" /></svg>`;

const SPARK_HEIGHT = 26;
const SPARK_SLOT = 10;

/** The last months as columns of one picture, each scaled to the largest of its own row. */
export function sparkColumns(
  label: string,
  result: Pick<ModuleResult, 'currency' | 'observedTimespan'> & {
    monthlyOverview: readonly { month: string; amount: number }[];
  },
  { formats }: View,
): Html {
  const { rows: months, running } = recentMonths(result.monthlyOverview, result.observedTimespan.to);
  const largest = Math.max(...months.map(({ amount }) => Math.abs(amount)), 1);
  const values = months.map(
    ({ month, amount }) => `${formats.shortMonth(month)} ${formats.rounded(Math.abs(amount), result.currency)}`,
  );
  return html`<svg class="spark" role="img" aria-label="${label}: ${values.join(', ')}" viewBox="0 0 132 ${SPARK_HEIGHT}"><path d="M0 ${SPARK_HEIGHT - 0.5}H132" />${months.map(
    ({ month, amount }, n) => {
      const height = Math.round((Math.abs(amount) / largest) * (SPARK_HEIGHT - 2) * 10) / 10;
      return html`<rect${month === running ? html` class="running"` : null} x="${n * SPARK_SLOT + 1}" y="${SPARK_HEIGHT - 1 - height}" width="${SPARK_SLOT - 3}" height="${height}"><title>${formats.shortMonthYear(month)}: ${formats.money(amount, result.currency)}</title></rect>`;
    },
  )}</svg>`;
}

function runningNote([first]: readonly Row[], { texts, formats }: View): Html | null {
  if (!first) return null;
  const { running } = recentMonths(first.result.monthlyOverview, first.result.observedTimespan.to);
  return running === null ? null : html`<p class="note">${texts.running(formats.month(running))}</p>`;
}

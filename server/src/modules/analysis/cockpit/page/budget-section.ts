import { type Html, html } from '#platform/html/html.ts';
import type { PersonResults } from '../cockpit.types.ts';
import { monthChart } from './month-chart.ts';
import { recentMonths } from './months.ts';
import { empty, section, type Tile, type View } from './view.ts';

type Budget = NonNullable<PersonResults['householdBudget']>;

/** Income, spending and what is left in the median month. */
export function budgetTiles(budget: Budget, { texts, formats }: View): Tile[] {
  const tile = (label: string, { median, current }: Budget['income']): Tile => ({
    label,
    value: median === null ? '–' : formats.rounded(median, budget.currency),
    note: current === null ? texts.medianNote : texts.latestNote(formats.rounded(current, budget.currency)),
  });
  const balance = tile(texts.balance, budget.balance);
  const [left, income] = [budget.balance.median, budget.income.median];
  if (left !== null && income) balance.note = texts.savingsRate(formats.percent(left / income));
  balance.alarming = left !== null && left < 0;
  return [tile(texts.income, budget.income), tile(texts.spending, budget.spending), balance];
}

export function budgetSection(budget: Budget, view: View): Html {
  const { texts } = view;
  if (!budget.available) return section('budget', texts.budget, empty(texts.noBudget));
  return section('budget', texts.budget, budgetChart(budget, view), fixedShare(budget, view));
}

function budgetChart(budget: Budget, view: View): Html {
  const { texts, formats } = view;
  const { rows, complete, running } = recentMonths(budget.monthlyOverview, budget.observedTimespan.to);
  const rounded = (amount: number | null) => formats.rounded(amount ?? 0, budget.currency);
  return monthChart(
    {
      title: texts.budgetChart,
      summary: texts.budgetSummary(
        rounded(budget.income.median),
        rounded(budget.spending.median),
        complete.filter(({ balance }) => balance < 0).length,
        complete.length,
      ),
      currency: budget.currency,
      months: rows.map(({ month }) => month),
      columns: [
        { label: texts.income, tone: 'in', values: rows.map(({ income }) => income) },
        { label: texts.spending, tone: 'out', values: rows.map(({ spending }) => spending) },
      ],
      line: {
        label: texts.balance,
        values: rows.map(({ month, balance }) => (month === running ? null : balance)),
      },
      note: running && texts.running(formats.month(running)),
    },
    view,
  );
}

function fixedShare(budget: Budget, { texts, formats }: View): Html | null {
  const latest = recentMonths(budget.monthlyOverview, budget.observedTimespan.to).complete.at(-1);
  if (!latest || latest.income <= 0 || latest.spending <= 0) return null;
  const share = (fixed: number, all: number) => formats.percent(fixed / all);
  return html`<p class="note">${texts.fixedShare(share(latest.fixedIncome, latest.income), share(latest.fixedSpending, latest.spending))}</p>`;
}

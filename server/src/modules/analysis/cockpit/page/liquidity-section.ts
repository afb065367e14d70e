import type { Account } from '#modules/banking/index.ts';
import { type Html, html } from '#platform/html/html.ts';
import type { LiquidityResult } from '../cockpit.types.ts';
import { accountLabel } from './accounts-section.ts';
import { monthChart } from './month-chart.ts';
import { recent } from './months.ts';
import { empty, section, type Tile, type View } from './view.ts';

export function liquidityTile({ overview, currency }: LiquidityResult, { texts, formats }: View): Tile[] {
  if (!overview) return [];
  const rounded = (amount: number) => formats.rounded(amount, currency);
  return [
    {
      label: texts.available,
      value: rounded(overview.availableLiquidity),
      note: texts.availableNote(rounded(overview.currentBalance), rounded(overview.overdraftLimit)),
      alarming: overview.availableLiquidity < 0,
    },
  ];
}

/** Each account's balances: the end of each month, and how low and high it went. */
export function liquiditySection(
  liquidity: LiquidityResult,
  accounts: readonly Account[] | undefined,
  view: View,
): Html {
  const { texts } = view;
  const charts = liquidity.accountLiquidity.map((account) => balanceChart(account, liquidity.currency, accounts, view));
  return section(
    'liquidity',
    texts.liquidity,
    charts.length === 0 ? empty(texts.noLiquidity) : html`<div class="pairs small">${charts}</div>`,
  );
}

function balanceChart(
  { account, overview, monthlyOverview }: LiquidityResult['accountLiquidity'][number],
  currency: string | null,
  accounts: readonly Account[] | undefined,
  view: View,
): Html {
  const { texts, formats } = view;
  const rows = recent(monthlyOverview);
  const rounded = (amount: number) => formats.rounded(amount, currency);
  return monthChart(
    {
      title: accountLabel(account, accounts, view),
      summary: texts.liquiditySummary(
        rounded(overview.currentBalance),
        rounded(overview.minBalance),
        rounded(overview.maxBalance),
      ),
      currency,
      months: rows.map(({ month }) => month),
      columns: [],
      range: {
        label: texts.rangeOfMonth,
        low: rows.map(({ minBalance }) => minBalance),
        high: rows.map(({ maxBalance }) => maxBalance),
      },
      line: { label: texts.endOfMonth, values: rows.map(({ endOfMonthBalance }) => endOfMonthBalance) },
    },
    view,
  );
}

import type { LiquidityResult, ShownResults } from '../cockpit/cockpit.types.ts';
import { accountLabel } from '../cockpit/page/accounts-section.ts';
import { liquidityTile } from '../cockpit/page/liquidity-section.ts';
import { recent } from '../cockpit/page/months.ts';
import type { View } from '../cockpit/page/view.ts';
import type { Block } from './report.types.ts';
import { amountOr, heading, madeOf, note, number, subheading, table } from './report-parts.ts';
import { reportTextsOf } from './report-texts.ts';

type Accounts = ShownResults['accounts'];

/** Each account's balances by month. */
export function liquidityBlocks(liquidity: LiquidityResult, accounts: Accounts, view: View): Block[] {
  const { texts, formats, language } = view;
  const money = amountOr(view, liquidity.currency);
  return [
    heading(texts.liquidity),
    { kind: 'figures', tiles: liquidityTile(liquidity, view) },
    ...(liquidity.accountLiquidity.length === 0 ? [note(texts.noLiquidity)] : []),
    ...liquidity.accountLiquidity.flatMap(({ account, monthlyOverview }): Block[] => {
      const rows = recent(monthlyOverview);
      return [
        subheading(accountLabel(account, accounts, view)),
        {
          kind: 'chart',
          label: accountLabel(account, accounts, view),
          currency: liquidity.currency,
          months: rows.map(({ month }) => month),
          series: [
            { label: texts.lowest, tone: 'low', values: rows.map(({ minBalance }) => minBalance) },
            { label: texts.endOfMonth, tone: 'balance', values: rows.map((row) => row.endOfMonthBalance) },
            { label: texts.highest, tone: 'high', values: rows.map(({ maxBalance }) => maxBalance) },
          ],
        },
        ...table(
          [
            { label: texts.month, share: 1.8 },
            number(texts.lowest),
            number(texts.highest),
            number(reportTextsOf(language).averageBalance),
            number(texts.endOfMonth),
          ],
          rows
            .toReversed()
            .map((row) => [
              formats.month(row.month),
              money(row.minBalance),
              money(row.maxBalance),
              money(row.averageBalance),
              money(row.endOfMonthBalance),
            ]),
        ),
      ];
    }),
    ...madeOf(liquidity, view),
  ];
}

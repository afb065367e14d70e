import type { Liquidity } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { LineChart } from '../../../ui/line-chart.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { useTrace } from '../trace.tsx';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';
import { FigureTable } from './figure-table.tsx';
import { oldestFirst, shownMonths } from './months.ts';
import { useFoot } from './use-foot.ts';

const OPERATIONS = {
  person: 'GET /api/users/{user-id}/analysis/person/liquidity',
  company: 'GET /api/users/{user-id}/analysis/company/liquidity',
} as const;

/** How full each account was: at the end of each month, with the lowest and the highest day as a band. */
export function BalanceView({ userId, type }: { userId: string; type: 'person' | 'company' }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const read = useRead(OPERATIONS[type], { params: { 'user-id': userId } });
  return (
    <Await read={read}>
      {({ available, accountLiquidity, currency }) =>
        available ? (
          accountLiquidity.map((account) => (
            <AccountBalance key={account.account.accountId} liquidity={account} currency={currency ?? 'EUR'} />
          ))
        ) : (
          <Empty title={texts.noBalance} />
        )
      }
    </Await>
  );
}

function AccountBalance({
  liquidity: { account, overview, monthlyOverview },
  currency,
}: {
  liquidity: Liquidity['accountLiquidity'][number];
  currency: string;
}) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const trace = useTrace();
  const footOf = useFoot(currency);
  const money = (amount: number) => formats.money(amount, currency);
  const shown = shownMonths(monthlyOverview);
  const title = texts.balanceOf(account.iban ?? account.accountId);
  return (
    <div className="card">
      <div className="line spread">
        <h2>{title}</h2>
        <strong>{money(overview.currentBalance)}</strong>
      </div>
      <small>{overview.overdraftLimit === null ? texts.noLimit : texts.limit(money(overview.overdraftLimit))}</small>
      <LineChart
        label={title}
        points={shown.map((row) => ({
          value: row.endOfMonthBalance,
          low: row.minBalance,
          high: row.maxBalance,
          text: `${formats.month(row.month)}: ${money(row.endOfMonthBalance)}`,
        }))}
        foot={footOf(
          shown.map(({ month }) => month),
          shown.map(({ maxBalance }) => maxBalance),
        )}
        onPick={(index) => trace.show(`${account.accountId}.${shown[index]?.month}.0`)}
      />
      <FigureTable
        prefix={account.accountId}
        head={[texts.month, texts.endBalance, texts.lowest, texts.highest]}
        rows={oldestFirst(monthlyOverview)
          .toReversed()
          .map((row) => ({
            id: row.month,
            name: formats.month(row.month),
            title: formats.month(row.month),
            figures: [
              { text: money(row.endOfMonthBalance), ids: row.transactionIDs },
              { text: money(row.minBalance), ids: row.transactionIDs },
              { text: money(row.maxBalance), ids: row.transactionIDs },
            ],
          }))}
      />
    </div>
  );
}

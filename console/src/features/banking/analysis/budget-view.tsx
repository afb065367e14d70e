import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Columns } from '../../../ui/charts.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { useTrace } from '../trace.tsx';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';
import { FigureTable } from './figure-table.tsx';
import { oldestFirst, shownMonths } from './months.ts';
import { useFoot } from './use-foot.ts';

/** What comes in against what goes out, month by month, and which part of it recurs. */
export function BudgetView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const trace = useTrace();
  const read = useRead('GET /api/users/{user-id}/analysis/person/household-budget', { params: { 'user-id': userId } });
  const footOf = useFoot(read.data?.currency ?? null);
  return (
    <Await read={read}>
      {({ available, currency, monthlyOverview }) => {
        if (!available) return <Empty title={texts.nothing} />;
        const money = (amount: number) => formats.money(amount, currency ?? 'EUR');
        const shown = shownMonths(monthlyOverview);
        return (
          <div className="card">
            <h2>{texts.names.budget}</h2>
            <Columns
              label={texts.names.budget}
              foot={footOf(
                shown.map(({ month }) => month),
                shown.flatMap(({ income, spending }) => [income, spending]),
              )}
              columns={shown.flatMap(({ month, income, spending }) => [
                { label: month, value: income, text: `${formats.month(month)} ${texts.income}: ${money(income)}` },
                {
                  label: month,
                  value: spending,
                  text: `${formats.month(month)} ${texts.spending}: ${money(spending)}`,
                  isOutgoing: true,
                },
              ])}
              onPick={(index) => trace.show(`budget.${shown[index >> 1]?.month}.${index & 1}`)}
            />
            <FigureTable
              prefix="budget"
              head={[texts.month, texts.income, texts.spending, texts.left, texts.fixedIncome, texts.fixedSpending]}
              rows={oldestFirst(monthlyOverview)
                .toReversed()
                .map((row) => ({
                  id: row.month,
                  name: formats.month(row.month),
                  title: formats.month(row.month),
                  figures: [
                    { text: money(row.income), ids: row.incomeTransactionIDs },
                    { text: money(row.spending), ids: row.spendingTransactionIDs },
                    { text: money(row.balance) },
                    { text: money(row.fixedIncome) },
                    { text: money(row.fixedSpending) },
                  ],
                }))}
            />
          </div>
        );
      }}
    </Await>
  );
}

import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Await, Empty } from '../../../ui/states.tsx';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';
import { FigureTable } from './figure-table.tsx';
import { InAndOut } from './in-and-out.tsx';
import { oldestFirst, shownMonths } from './months.ts';

/** What comes in against what goes out, month by month, and which part of it recurs. */
export function BudgetView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const read = useRead('GET /api/users/{user-id}/analysis/person/household-budget', { params: { 'user-id': userId } });
  return (
    <Await read={read}>
      {({ available, currency, monthlyOverview }) => {
        if (!available) return <Empty title={texts.nothing} />;
        const money = (amount: number) => formats.money(amount, currency ?? 'EUR');
        return (
          <div className="card">
            <h2>{texts.names.budget}</h2>
            <InAndOut
              label={texts.names.budget}
              prefix="budget"
              currency={currency}
              words={{ in: texts.income, out: texts.spending }}
              months={shownMonths(monthlyOverview).map((each) => ({
                month: each.month,
                in: each.income,
                out: each.spending,
              }))}
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

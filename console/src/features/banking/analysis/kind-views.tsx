import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Columns } from '../../../ui/charts.tsx';
import { Section } from '../../../ui/page.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { useTrace } from '../trace.tsx';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';
import { Timeline } from './contracts-view.tsx';
import { type Figure, FigureTable } from './figure-table.tsx';
import { oldestFirst, shownMonths } from './months.ts';
import { useFoot } from './use-foot.ts';

/** Results of one structure, by the last part of their address. */
const SHARED = {
  credits: 'GET /api/users/{user-id}/analysis/company/credits',
  insurances: 'GET /api/users/{user-id}/analysis/company/insurances',
  investments: 'GET /api/users/{user-id}/analysis/company/investments',
  internal: 'GET /api/users/{user-id}/analysis/company/internal-bookings',
} as const;

interface MonthRow {
  month: string;
  value: number;
  figures: Figure[];
}

/** Net by month, drawn by its size; below zero in the colour of what goes out. */
function MonthCard(props: { prefix: string; title: string; currency: string; head: string[]; rows: MonthRow[] }) {
  const { prefix, title, currency, head, rows } = props;
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const trace = useTrace();
  const footOf = useFoot(currency);
  const shown = shownMonths(rows);
  return (
    <div className="card">
      <h2>{title}</h2>
      <Columns
        label={title}
        foot={footOf(
          shown.map(({ month }) => month),
          shown.map(({ value }) => value),
        )}
        columns={shown.map(({ month, value }) => ({
          ...{ label: month, value, isOutgoing: value < 0 },
          text: `${formats.month(month)}: ${formats.money(value, currency)}`,
        }))}
        onPick={(index) => trace.show(`${prefix}.${shown[index]?.month}.0`)}
      />
      <FigureTable
        prefix={prefix}
        head={[texts.month, ...head]}
        rows={oldestFirst(rows)
          .toReversed()
          .map(({ month, figures }) => ({
            id: month,
            name: formats.month(month),
            title: formats.month(month),
            figures,
          }))}
      />
    </div>
  );
}

export function SharedView({ userId, name }: { userId: string; name: keyof typeof SHARED }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const read = useRead(SHARED[name], { params: { 'user-id': userId } });
  return (
    <Await read={read}>
      {({ available, currency, monthlyOverview, contractSummary }) => {
        if (!available) return <Empty title={texts.nothing} />;
        const money = (amount: number) => formats.money(amount, currency ?? 'EUR');
        return (
          <>
            <MonthCard
              prefix={name}
              title={texts.names[name]}
              currency={currency ?? 'EUR'}
              head={[texts.net, texts.recurring, texts.single]}
              rows={monthlyOverview.map((row) => ({
                month: row.month,
                value: row.amount,
                figures: [
                  { text: money(row.amount), ids: [...row.recurringTransactionIDs, ...row.nonRecurringTransactionIDs] },
                  { text: money(row.recurringAmount), ids: row.recurringTransactionIDs },
                  { text: money(row.nonRecurringAmount), ids: row.nonRecurringTransactionIDs },
                ],
              }))}
            />
            {contractSummary.length > 0 && (
              <Section title={texts.contractsOf}>
                <Timeline contracts={contractSummary} />
              </Section>
            )}
          </>
        );
      }}
    </Await>
  );
}

export function CashView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const read = useRead('GET /api/users/{user-id}/analysis/company/cash-transactions', {
    params: { 'user-id': userId },
  });
  return (
    <Await read={read}>
      {({ available, currency, monthlyOverview }) => {
        if (!available) return <Empty title={texts.nothing} />;
        const money = (amount: number) => formats.money(amount, currency ?? 'EUR');
        return (
          <MonthCard
            prefix="cash"
            title={texts.names.cash}
            currency={currency ?? 'EUR'}
            head={[texts.incoming, texts.outgoing]}
            rows={monthlyOverview.map(({ month, incomings, outgoings, totalTransactionAmount }) => ({
              month,
              value: totalTransactionAmount,
              figures: [incomings, outgoings].map(({ sum, transactionIDs: ids }) => ({ text: money(sum), ids })),
            }))}
          />
        );
      }}
    </Await>
  );
}

export function ForeignView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const read = useRead('GET /api/users/{user-id}/analysis/company/foreign-payments', { params: { 'user-id': userId } });
  return (
    <Await read={read}>
      {({ available, currency, monthlyOverview, countries, unknown }) => {
        const money = (amount: number) => formats.money(amount, currency ?? 'EUR');
        const figures = ({ incomings, outgoings }: typeof unknown) =>
          [incomings, outgoings].map(({ sum, transactionIDs: ids }) => ({ text: money(sum), ids }));
        return (
          <>
            {available ? (
              <MonthCard
                prefix="foreign"
                title={texts.names.foreign}
                currency={currency ?? 'EUR'}
                head={[texts.incoming, texts.outgoing]}
                rows={monthlyOverview.map((row) => ({
                  month: row.month,
                  value: row.incomings.sum - row.outgoings.sum,
                  figures: figures(row),
                }))}
              />
            ) : (
              <Empty title={texts.nothing} />
            )}
            <div className="card">
              <FigureTable
                prefix="country"
                head={[texts.country, texts.incoming, texts.outgoing]}
                rows={[...countries, { country: '', ...unknown }].map((row) => ({
                  id: row.country,
                  name: row.country ? formats.country(row.country) : texts.noCountry,
                  title: row.country ? formats.country(row.country) : texts.noCountry,
                  figures: figures(row),
                }))}
              />
            </div>
          </>
        );
      }}
    </Await>
  );
}

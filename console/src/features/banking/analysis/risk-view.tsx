import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Await, Empty } from '../../../ui/states.tsx';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';
import { type Figure, FigureTable } from './figure-table.tsx';

type Kind = keyof typeof ANALYSIS_TEXTS.risks;

const KINDS: Kind[] = ['overdraft', 'backDebit', 'garnishment', 'collection', 'gambling'];

interface Sign {
  month: string;
  count: number;
  /** What stands behind the count, such as the sum of the stakes. */
  text?: string;
  ids: readonly string[];
}

/** Months by kinds of trouble: how often, each with its transactions. Months without any are left out. */
function Matrix({ prefix, title, signs }: { prefix: string; title: string; signs: Partial<Record<Kind, Sign[]>> }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const kinds = KINDS.filter((kind) => signs[kind]);
  const months = [
    ...new Set(kinds.flatMap((kind) => signs[kind]?.filter(({ count }) => count > 0).map(({ month }) => month) ?? [])),
  ].toSorted((a, b) => (a < b ? 1 : -1));
  if (months.length === 0) return <p className="notice good">{texts.noRisk}</p>;
  const figure = (kind: Kind, month: string): Figure => {
    const sign = signs[kind]?.find((each) => each.month === month);
    if (!sign || sign.count === 0) return { text: '–' };
    return { text: [formats.count(sign.count), sign.text].filter(Boolean).join(' · '), ids: sign.ids };
  };
  return (
    <div className="card">
      {title && <h2>{title}</h2>}
      <FigureTable
        prefix={prefix}
        head={[texts.month, ...kinds.map((kind) => texts.risks[kind])]}
        rows={months.map((month) => ({
          id: month,
          name: formats.month(month),
          title: formats.month(month),
          figures: kinds.map((kind) => figure(kind, month)),
        }))}
      />
    </div>
  );
}

export function PersonRiskView({ userId }: { userId: string }) {
  const formats = useFormats();
  const read = useRead('GET /api/users/{user-id}/analysis/person/risk', { params: { 'user-id': userId } });
  return (
    <Await read={read}>
      {({ backDebit, garnishment, collection, gambling, overdraft }) => {
        const counted = (risk: typeof backDebit) =>
          risk?.monthlyOverview.map(({ month, count, transactionIDs: ids }) => ({ month, count, ids }));
        const currency = gambling?.currency ?? overdraft?.currency ?? 'EUR';
        const overdrawn = new Map<string, Sign & { lowest: number }>();
        for (const { month, days, overdraftDays, transactionIDs } of overdraft?.accounts.flatMap(
          (account) => account.monthlyOverview,
        ) ?? []) {
          const known = overdrawn.get(month) ?? { month, count: 0, ids: [], lowest: 0 };
          const lowest = Math.min(known.lowest, ...overdraftDays.map(({ amount }) => amount));
          const count = known.count + days;
          const text = lowest < 0 ? formats.money(lowest, currency) : undefined;
          overdrawn.set(month, { month, count, ids: [...known.ids, ...transactionIDs], lowest, ...(text && { text }) });
        }
        return (
          <Matrix
            prefix="risk"
            title=""
            signs={{
              ...(overdraft && { overdraft: [...overdrawn.values()] }),
              ...(backDebit && { backDebit: counted(backDebit) ?? [] }),
              ...(garnishment && { garnishment: counted(garnishment) ?? [] }),
              ...(collection && { collection: counted(collection) ?? [] }),
              ...(gambling && {
                gambling: gambling.monthlyOverview.map(({ month, count, amount, transactionIDs: ids }) => ({
                  ...{ month, count, ids },
                  text: formats.money(amount, currency),
                })),
              }),
            }}
          />
        );
      }}
    </Await>
  );
}

export function CompanyRiskView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const read = useRead('GET /api/users/{user-id}/analysis/company/risk', { params: { 'user-id': userId } });
  return (
    <Await read={read}>
      {({ accountRisks }) =>
        accountRisks.length === 0 ? (
          <Empty title={texts.nothing} />
        ) : (
          accountRisks.map(({ account, monthlyOverview }) => (
            <Matrix
              key={account.accountId}
              prefix={account.accountId}
              title={account.iban ?? account.accountId}
              signs={{
                overdraft: monthlyOverview.map(({ month, overdraftDays, overdraftTransactionIDs: ids }) => ({
                  ...{ month, count: overdraftDays ?? 0, ids },
                })),
                backDebit: monthlyOverview.map(({ month, backDebit: { count, transactionIDs: ids } }) => ({
                  ...{ month, count, ids },
                })),
                garnishment: monthlyOverview.map(({ month, garnishment: { count, transactionIDs: ids } }) => ({
                  ...{ month, count, ids },
                })),
              }}
            />
          ))
        )
      }
    </Await>
  );
}

import type { IncomeModule } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Section } from '../../../ui/page.tsx';
import { StackedColumns } from '../../../ui/stacked-columns.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { USER_TEXTS } from '../banking-texts.ts';
import { useTrace } from '../trace.tsx';
import { useCategories } from '../use-categories.ts';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';
import { ExpectedPayments } from './expected-payments.tsx';
import { FigureTable } from './figure-table.tsx';
import { oldestFirst, shownMonths } from './months.ts';
import { useFoot } from './use-foot.ts';

type ModuleName = keyof typeof USER_TEXTS.modules;
type Named = [name: ModuleName, module: IncomeModule];

/** So many kinds have a colour of their own. */
const COLOURS = 7;

export function IncomeView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const params = { 'user-id': userId };
  const income = useRead('GET /api/users/{user-id}/analysis/person/income', { params });
  const contracts = useRead('GET /api/users/{user-id}/contracts', { params });
  return (
    <>
      <Await read={income}>
        {(modules) => <Modules title={texts.income} sources={texts.sources} modules={modules} />}
      </Await>
      <Section title={texts.calendar}>
        <Await read={contracts}>{({ contracts: found }) => <ExpectedPayments contracts={found} />}</Await>
      </Section>
    </>
  );
}

export function SpendingView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const spending = useRead('GET /api/users/{user-id}/analysis/person/spending', { params: { 'user-id': userId } });
  return (
    <Await read={spending}>
      {(modules) => <Modules title={texts.spending} sources={texts.targets} modules={modules} />}
    </Await>
  );
}

/** The months as columns by kind, and as numbers; then who it comes from or goes to. */
function Modules({
  title,
  sources,
  modules,
}: {
  title: string;
  sources: string;
  modules: Partial<Record<ModuleName, IncomeModule>>;
}) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const { modules: names } = useTexts(USER_TEXTS);
  const formats = useFormats();
  const trace = useTrace();
  const found = (Object.entries(modules) as Named[])
    .filter(([, { available }]) => available)
    .toSorted(([, a], [, b]) => Math.abs(b.average ?? 0) - Math.abs(a.average ?? 0));
  const currency = found[0]?.[1].currency ?? 'EUR';
  const footOf = useFoot(currency);
  if (found.length === 0) return <Empty title={texts.nothing} />;
  const months = oldestFirst(found[0]?.[1].monthlyOverview ?? []).map(({ month }) => month);
  const shown = shownMonths(months.map((month) => ({ month }))).map(({ month }) => month);
  const inMonth = ([, module]: Named, month: string) => module.monthlyOverview.find((each) => each.month === month);
  const amounts = (month: string) => found.map((each) => inMonth(each, month)?.amount ?? 0);
  const sum = (month: string) => amounts(month).reduce((total, amount) => total + amount, 0);
  const head = found.slice(0, COLOURS);
  const rest = found.slice(COLOURS);
  return (
    <>
      <div className="card">
        <h2>{title}</h2>
        <StackedColumns
          label={title}
          series={[...head.map(([name]) => names[name]), ...(rest.length > 0 ? [names.other] : [])].filter(
            (name, n, all) => all.indexOf(name) === n,
          )}
          columns={shown.map((month) => ({
            label: month,
            parts: stack(head, rest, amounts(month)),
            text: `${formats.month(month)}: ${formats.money(sum(month), currency)}`,
          }))}
          foot={footOf(shown, shown.map(sum))}
          onPick={(column, series) => trace.show(`${title}.${shown[column]}.${series}`)}
        />
        <FigureTable
          prefix={title}
          head={[texts.month, ...found.map(([name]) => names[name])]}
          rows={months.toReversed().map((month) => ({
            id: month,
            name: formats.month(month),
            title: formats.month(month),
            figures: found.map((each) => {
              const figure = inMonth(each, month);
              return figure?.transactionIDs.length
                ? { text: formats.money(figure.amount, currency), ids: figure.transactionIDs }
                : { text: '–' };
            }),
          }))}
        />
      </div>
      <div className="card">
        <h2>{sources}</h2>
        <Sources found={found} currency={currency} title={title} />
      </div>
    </>
  );
}

/** The largest in colours of their own; the others, with what is called so anyway, in the last. */
function stack(head: Named[], rest: Named[], amounts: number[]): number[] {
  const parts = amounts.slice(0, head.length);
  if (rest.length === 0) return parts;
  const others = amounts.slice(head.length).reduce((total, amount) => total + amount, 0);
  const own = head.findIndex(([name]) => name === 'other');
  if (own < 0) return [...parts, others];
  return parts.map((part, n) => (n === own ? part + others : part));
}

function Sources({ found, currency, title }: { found: Named[]; currency: string; title: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const names = useCategories();
  const formats = useFormats();
  const money = (amount: number | null) => (amount === null ? '–' : formats.money(amount, currency));
  const sources = found.flatMap(([, module]) => module.sources);
  return (
    <FigureTable
      prefix={`${title}.source`}
      head={[texts.source, texts.kind, texts.usually, texts.rhythm, texts.next, texts.steady]}
      rows={sources.slice(0, 40).map((source, n) => ({
        id: String(n),
        name: source.name,
        title: source.name,
        figures: [
          { text: names.get(source.kind) ?? source.kind },
          {
            // In most months nothing: then the median says nothing either.
            text: source.median === 0 ? texts.seldom(money(source.average)) : money(source.median),
            ids: source.transactionIDs,
          },
          { text: source.frequency ? texts.rhythms[source.frequency] : '–' },
          { text: source.nextExpectedDate ? formats.day(source.nextExpectedDate) : '–' },
          { text: formats.percent(source.stability) },
        ],
      }))}
    />
  );
}

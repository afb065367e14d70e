import type { Cashflow, IncomeModule } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { BarRow, Columns } from '../../ui/charts.tsx';
import { Await } from '../../ui/states.tsx';
import { USER_TEXTS } from './banking-texts.ts';

/** How many months a picture shows: more are too thin for a phone. */
const MONTHS = 18;

export function PersonResults({ userId }: { userId: string }) {
  const texts = useTexts(USER_TEXTS);
  const params = { 'user-id': userId };
  const income = useRead('GET /api/users/{user-id}/analysis/person/income', { params });
  const spending = useRead('GET /api/users/{user-id}/analysis/person/spending', { params });
  return (
    <div className="grid">
      <Await read={income}>{(modules) => <Modules title={texts.income} modules={modules} />}</Await>
      <Await read={spending}>{(modules) => <Modules title={texts.spending} modules={modules} />}</Await>
    </div>
  );
}

type ModuleName = keyof typeof USER_TEXTS.modules;

/** The months as columns, the kinds as a ranking, and both as numbers. */
function Modules({ title, modules }: { title: string; modules: Partial<Record<ModuleName, IncomeModule>> }) {
  const texts = useTexts(USER_TEXTS);
  const formats = useFormats();
  const found = (Object.entries(modules) as [ModuleName, IncomeModule][])
    .filter(([, module]) => module.available && (module.average ?? 0) !== 0)
    .toSorted(([, a], [, b]) => Math.abs(b.average ?? 0) - Math.abs(a.average ?? 0));
  const currency = found[0]?.[1].currency ?? 'EUR';
  const months = sumByMonth(found.map(([, module]) => module)).slice(-MONTHS);
  const longest = Math.abs(found[0]?.[1].average ?? 1);
  const money = (amount: number) => formats.money(amount, currency);
  const footOf = useFoot(money);
  return (
    <div className="card">
      <h3>{title}</h3>
      {found.length === 0 && <p className="quiet-text">{texts.nothing}</p>}
      {months.length > 0 && (
        <Columns
          label={title}
          foot={footOf(
            months.map(([month]) => month),
            months.map(([, amount]) => amount),
          )}
          columns={months.map(([month, amount]) => ({
            label: month,
            value: amount,
            text: `${formats.month(month)}: ${money(amount)}`,
          }))}
        />
      )}
      {found.length > 0 && <p className="quiet-text">{texts.perMonth}</p>}
      <ul className="bars">
        {found.map(([name, { average }]) => (
          <BarRow
            key={name}
            name={texts.modules[name]}
            share={Math.abs(average ?? 0) / longest}
            text={money(average ?? 0)}
          />
        ))}
      </ul>
      <Numbers rows={months.map(([month, amount]) => [formats.month(month), money(amount)])} />
    </div>
  );
}

/** First month, highest amount, last month: what the picture has no axes for. */
function useFoot(money: (amount: number) => string) {
  const texts = useTexts(USER_TEXTS);
  const { month } = useFormats();
  return (months: string[], amounts: number[]): [string, string, string] => {
    const highest = Math.max(0, ...amounts.map(Math.abs));
    return [month(months[0] ?? ''), texts.atMost(money(highest)), month(months.at(-1) ?? '')];
  };
}

function sumByMonth(modules: IncomeModule[]): [month: string, amount: number][] {
  const sums = new Map<string, number>();
  for (const { month, amount } of modules.flatMap(({ monthlyOverview }) => monthlyOverview)) {
    sums.set(month, (sums.get(month) ?? 0) + amount);
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

export function CompanyResults({ userId }: { userId: string }) {
  const params = { 'user-id': userId };
  const cashflow = useRead('GET /api/users/{user-id}/analysis/company/cashflow', { params });
  return <Await read={cashflow}>{(data) => <Flow cashflow={data} />}</Await>;
}

function Flow({ cashflow }: { cashflow: Cashflow }) {
  const texts = useTexts(USER_TEXTS);
  const formats = useFormats();
  const money = (amount: number) => formats.money(amount, cashflow.currency ?? 'EUR');
  // Newest first on the wire; time goes to the right.
  const months = cashflow.monthlyOverview.toSorted((a, b) => (a.month < b.month ? -1 : 1)).slice(-MONTHS);
  const footOf = useFoot(money);
  return (
    <div className="card">
      <h3>{texts.cashflow}</h3>
      {months.length === 0 && <p className="quiet-text">{texts.nothing}</p>}
      {months.length > 0 && (
        <Columns
          label={texts.cashflow}
          foot={footOf(
            months.map(({ month }) => month),
            months.flatMap(({ inflow, outflow }) => [inflow, outflow]),
          )}
          columns={months.flatMap(({ month, inflow, outflow }) => [
            { label: month, value: inflow, text: `${formats.month(month)} ${texts.inflow}: ${money(inflow)}` },
            {
              label: month,
              value: outflow,
              text: `${formats.month(month)} ${texts.outflow}: ${money(outflow)}`,
              isOutgoing: true,
            },
          ])}
        />
      )}
      <Numbers
        rows={months.map(({ month, inflow, outflow }) => [
          formats.month(month),
          `${money(inflow)} / ${money(outflow)}`,
        ])}
      />
    </div>
  );
}

function Numbers({ rows }: { rows: [month: string, text: string][] }) {
  const texts = useTexts(USER_TEXTS);
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{texts.numbers}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.month}</th>
            <th scope="col">{texts.amount}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([month, text]) => (
            <tr key={month}>
              <td>{month}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

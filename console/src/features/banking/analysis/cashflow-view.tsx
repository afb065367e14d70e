import type { Cashflow } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { LineChart } from '../../../ui/line-chart.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';
import { FigureTable } from './figure-table.tsx';
import { InAndOut } from './in-and-out.tsx';
import { oldestFirst, shownMonths } from './months.ts';
import { useFoot } from './use-foot.ts';

/** Money in and out by month; the net of them goes on into what is expected, with how sure that is as a band. */
export function CashflowView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const read = useRead('GET /api/users/{user-id}/analysis/company/cashflow', { params: { 'user-id': userId } });
  return (
    <Await read={read}>
      {(cashflow) => (cashflow.available ? <Flow cashflow={cashflow} /> : <Empty title={texts.nothing} />)}
    </Await>
  );
}

function Flow({ cashflow }: { cashflow: Cashflow }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const money = (amount: number) => formats.money(amount, cashflow.currency ?? 'EUR');
  const months = shownMonths(cashflow.monthlyOverview);
  const title = texts.names.cashflow;
  return (
    <>
      <div className="card">
        <h2>{title}</h2>
        <InAndOut
          label={title}
          prefix="cashflow"
          currency={cashflow.currency}
          words={{ in: texts.inflow, out: texts.outflow }}
          months={months.map((each) => ({ month: each.month, in: each.inflow, out: each.outflow }))}
        />
        <FigureTable
          prefix="cashflow"
          head={[
            ...[texts.month, texts.inflow, texts.outflow, texts.net, texts.endBalance],
            ...[texts.revenue, texts.payroll, texts.taxes, texts.loans],
          ]}
          rows={oldestFirst(cashflow.monthlyOverview)
            .toReversed()
            .map((row) => ({
              id: row.month,
              name: formats.month(row.month),
              title: formats.month(row.month),
              figures: [
                { text: money(row.inflow), ids: row.transactionIDs, only: 'in' },
                { text: money(row.outflow), ids: row.transactionIDs, only: 'out' },
                { text: money(row.net), ids: row.transactionIDs },
                row.endBalance === null ? { text: '–' } : { text: money(row.endBalance), ids: row.transactionIDs },
                { text: money(row.revenue), ids: row.revenueTransactionIDs },
                { text: money(row.payroll), ids: row.payrollTransactionIDs },
                { text: money(row.taxes), ids: row.taxTransactionIDs },
                { text: money(row.loanPayments), ids: row.loanPaymentTransactionIDs },
              ],
            }))}
        />
      </div>
      {cashflow.forecast.length > 0 && <Forecast cashflow={cashflow} money={money} />}
    </>
  );
}

function Forecast({ cashflow, money }: { cashflow: Cashflow; money: (amount: number) => string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const footOf = useFoot(cashflow.currency);
  const ahead = oldestFirst(cashflow.forecast);
  const first = ahead[0]?.month ?? '';
  // The month that goes on is among both; what is expected of all of it says more than what has come of it.
  const known = shownMonths(cashflow.monthlyOverview).filter(({ month }) => month < first);
  const points = [
    ...known.map(({ month, net }) => ({ month, value: net, text: `${formats.month(month)}: ${money(net)}` })),
    ...ahead.map(({ month, net, interval }) => ({
      ...{ month, value: net, low: interval.low, high: interval.high, isExpected: true },
      text: `${formats.month(month)}, ${texts.expected}: ${money(net)}`,
    })),
  ];
  return (
    <div className="card">
      <h2>{texts.forecast}</h2>
      <LineChart
        label={texts.forecast}
        points={points}
        foot={footOf(
          points.map(({ month }) => month),
          points.map(({ value }) => value),
        )}
      />
      <FigureTable
        prefix="forecast"
        head={[
          ...[texts.month, texts.inflow, texts.outflow, texts.net],
          texts.range(formats.percent(ahead[0]?.interval.level ?? 0)),
          texts.endBalance,
        ]}
        rows={ahead.map(({ month, inflow, outflow, net, interval, endBalance }) => ({
          id: month,
          name: formats.month(month),
          title: formats.month(month),
          figures: [
            ...[inflow, outflow, net].map((amount) => ({ text: money(amount) })),
            { text: `${money(interval.low)} … ${money(interval.high)}` },
            { text: endBalance === null ? '–' : money(endBalance) },
          ],
        }))}
      />
    </div>
  );
}

/** The monthly figures that the engine answered, under the names of the known ones. */
import type { AnalyzedHistory } from '../../server/test/histories/analyze-history.ts';
import { add, createFigures, FIGURES, type Figures, INCOME_KEYS } from './known-figures.ts';

type Row = { month: string } & Record<string, number>;

const rowsOf = (analyzed: AnalyzedHistory, name: string): Row[] =>
  (analyzed.results[name] as { monthlyOverview: Row[] }).monthlyOverview;

const minor = (major: number | undefined): number => Math.round((major ?? Number.NaN) * 100);

/** Only for currencies of two decimals, which all histories have. */
export function answeredFigures(analyzed: AnalyzedHistory, userType: 'person' | 'company'): Figures {
  const figures = createFigures(FIGURES[userType]);
  const take = (figure: string, name: string, value: (row: Row) => number) => {
    for (const row of rowsOf(analyzed, name)) add(figures, figure, row.month, value(row));
  };
  if (userType === 'company') {
    take('inflow', 'company/cashflow', (row) => minor(row.inflow));
    take('outflow', 'company/cashflow', (row) => minor(row.outflow));
    take('net', 'company/cashflow', (row) => minor(row.net));
    take('credits', 'company/credits', (row) => minor(row.amount));
    return figures;
  }
  for (const key of Object.values(INCOME_KEYS))
    take(`income ${key}`, `person/income/${key}`, (row) => minor(row.amount));
  take('spending total', 'person/household-budget', (row) => minor(row.spending));
  take('back debits', 'person/risk/backDebit', (row) => row.count ?? Number.NaN);
  take('garnishments', 'person/risk/garnishment', (row) => row.count ?? Number.NaN);
  take('collections', 'person/risk/collection', (row) => row.count ?? Number.NaN);
  take('gambling', 'person/risk/gambling', (row) => -minor(row.amount));
  return figures;
}

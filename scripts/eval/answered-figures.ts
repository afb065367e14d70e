/** The figures that were answered, under the names of the known ones. Only for currencies of two decimals. */
import type { AnalyzedHistory } from '../../server/test/histories/analyze-history.ts';
import { add, type Figures } from './figures.ts';
import { INCOME_KEYS, SPENDING_KEYS } from './known-figures.ts';

type Row = { month: string; days: number; count: number; overdraftDays: unknown } & Record<string, number>;
type Counted = Record<'backDebit' | 'garnishment', { count: number }>;
type Directions = Record<'incomings' | 'outgoings', { sum: number }> & { totalTransactionCount: number };
interface Summary {
  current: number;
  median: number;
  average: number;
}

const minor = (major: number | undefined): number => Math.round((major ?? Number.NaN) * 100);

/** Reads rows of one result after the other into figures. */
function reader(figures: Figures, results: Record<string, unknown>) {
  const rowsOf = (name: string) => (results[name] as { monthlyOverview: (Row & Directions)[] }).monthlyOverview;
  const take = (figure: string, name: string, valueOf: (row: Row) => number) => {
    for (const row of rowsOf(name)) add(figures, figure, row.month, valueOf(row));
  };
  const takeAmount = (figure: string, name: string, key: string) => take(figure, name, (row) => minor(row[key]));
  /** What the answer itself says of all months, where it says so. */
  const summarize = (figure: string, { current, median, average }: Summary) => {
    add(figures, 'current of all these', figure, minor(current));
    add(figures, 'median of all these', figure, minor(median));
    add(figures, 'average of all these', figure, minor(average));
  };
  return { rowsOf, take, takeAmount, summarize };
}

export function answeredFigures({ results }: AnalyzedHistory, userType: 'person' | 'company'): Figures {
  const figures: Figures = new Map();
  if (userType === 'company') takeCompany(figures, results);
  else takePerson(figures, results);
  return figures;
}

function takePerson(figures: Figures, results: Record<string, unknown>): void {
  const { take, takeAmount, summarize } = reader(figures, results);
  for (const [kind, keys] of [
    ['income', Object.values(INCOME_KEYS)],
    ['spending', SPENDING_KEYS],
  ] as const) {
    for (const key of keys) {
      takeAmount(`${kind}: ${key}`, `person/${kind}/${key}`, 'amount');
      summarize(`${kind}: ${key}`, results[`person/${kind}/${key}`] as Summary);
    }
  }
  for (const name of ['income', 'spending', 'balance'] as const) {
    takeAmount(`budget: ${name}`, 'person/household-budget', name);
    summarize(`budget: ${name}`, (results['person/household-budget'] as Record<typeof name, Summary>)[name]);
  }
  takeAmount('budget: fixed income', 'person/household-budget', 'fixedIncome');
  takeAmount('budget: fixed spending', 'person/household-budget', 'fixedSpending');
  take('risk: back debits', 'person/risk/backDebit', ({ count }) => count);
  take('risk: garnishments', 'person/risk/garnishment', ({ count }) => count);
  take('risk: collections', 'person/risk/collection', ({ count }) => count);
  take('risk: gambling stakes', 'person/risk/gambling', ({ count }) => count);
  takeAmount('risk: gambling amount', 'person/risk/gambling', 'amount');
  const { accounts } = results['person/risk/overdraft'] as { accounts: { monthlyOverview: Overdrawn[] }[] };
  for (const { month, days, overdraftDays } of accounts.flatMap(({ monthlyOverview }) => monthlyOverview)) {
    add(figures, 'overdraft: days', month, days);
    const balances = overdraftDays.reduce((sum, { amount }) => sum + minor(amount), 0);
    add(figures, 'overdraft: balances', month, balances);
  }
  takeCircumstances(figures, results['person/living-situation'] as Living, results['person/adult-check'] as Adult);
}

interface Overdrawn {
  month: string;
  days: number;
  overdraftDays: { amount: number }[];
}

interface Adult {
  result: string;
}
type Living = Record<'family' | 'mobility' | 'homeOwnership' | 'renting', Record<string, string | number | null>>;

function takeCircumstances(figures: Figures, living: Living, adult: Adult): void {
  const { family, mobility, homeOwnership, renting } = living;
  for (const [what, answer] of [
    ['children', family.children],
    ['maintenance from a spouse', family.maintenanceFromSpouse],
    ['car', mobility.car],
    ['public transport', mobility.publicTransport],
    ['owner', homeOwnership.owner],
    ['tenant', renting.tenant],
  ] as const)
    add(figures, 'living situation', what, answer === 'yes' ? 1 : 0);
  add(figures, 'living situation', 'rent', minor(Number(renting.monthlyRent ?? 0)));
  add(figures, 'living situation', 'mortgage', minor(Number(homeOwnership.monthlyPayment ?? 0)));
  add(figures, 'adult check', 'adult', adult.result === 'adult' ? 1 : 0);
}

function takeCompany(figures: Figures, results: Record<string, unknown>): void {
  const { rowsOf, takeAmount, summarize } = reader(figures, results);
  for (const [figure, key] of [
    ...['inflow', 'outflow', 'net', 'revenue', 'payroll', 'taxes'].map((name) => [name, name] as const),
    ['loan payments', 'loanPayments'],
    ['balance before', 'startBalance'],
    ['balance after', 'endBalance'],
  ] as const)
    takeAmount(`cashflow: ${figure}`, 'company/cashflow', key);
  for (const name of ['inflow', 'outflow', 'net'] as const)
    summarize(`cashflow: ${name}`, (results['company/cashflow'] as Record<typeof name, Summary>)[name]);
  for (const row of rowsOf('company/cash-transactions')) {
    add(figures, 'cash: in', row.month, minor(row.incomings.sum));
    add(figures, 'cash: out', row.month, minor(row.outgoings.sum));
    add(figures, 'cash: bookings', row.month, row.totalTransactionCount);
  }
  for (const row of rowsOf('company/foreign-payments')) {
    add(figures, 'abroad: in', row.month, minor(row.incomings.sum));
    add(figures, 'abroad: out', row.month, minor(row.outgoings.sum));
  }
  for (const name of ['credits', 'insurances', 'investments']) {
    takeAmount(`${name}: amount`, `company/${name}`, 'amount');
    takeAmount(`${name}: recurring`, `company/${name}`, 'recurringAmount');
    summarize(`${name}: amount`, results[`company/${name}`] as Summary);
  }
  takeAmount('own transfers: amount', 'company/internal-bookings', 'amount');
  takeAmount('own transfers: in', 'company/internal-bookings', 'incoming');
  takeAmount('own transfers: out', 'company/internal-bookings', 'outgoing');
  summarize('own transfers: amount', results['company/internal-bookings'] as Summary);
  takeAccounts(figures, results);
}

function takeAccounts(figures: Figures, results: Record<string, unknown>): void {
  interface Of<More> {
    account: { accountId: string };
    monthlyOverview: (Row & More)[];
  }
  const { accountLiquidity } = results['company/liquidity'] as { accountLiquidity: Of<object>[] };
  for (const { account, monthlyOverview } of accountLiquidity) {
    for (const row of monthlyOverview) {
      const cell = `${row.month} ${account.accountId}`;
      add(figures, 'liquidity: end of month', cell, minor(row.endOfMonthBalance));
      add(figures, 'liquidity: least', cell, minor(row.minBalance));
      add(figures, 'liquidity: greatest', cell, minor(row.maxBalance));
      add(figures, 'liquidity: average', cell, minor(row.averageBalance));
    }
  }
  const { accountRisks } = results['company/risk'] as { accountRisks: Of<Counted>[] };
  for (const { account, monthlyOverview } of accountRisks) {
    for (const { month, backDebit, garnishment, overdraftDays } of monthlyOverview) {
      add(figures, 'risk: back debits', month, backDebit.count);
      add(figures, 'risk: garnishments', month, garnishment.count);
      add(figures, 'risk: days beyond the limit', `${month} ${account.accountId}`, Number(overdraftDays ?? 0));
    }
  }
}

// What Kontor found in a customer's bank data, as the figures that the rules look at.
import type { Kontor, Result } from 'kontor-sdk';
import type { Facts, Figure } from './rules.ts';

type Module = NonNullable<Result<'getPersonIncome'>['salary']>;

/** Paid-out loans are no income, and gifts or sales are nothing to rely on. */
const RELIABLE = [
  'salary',
  'pension',
  'childBenefit',
  'parentalAllowance',
  'rental',
  'alimony',
  'selfEmployment',
] as const;
const FIXED = ['housing', 'utilities', 'insurance', 'communication', 'media', 'mobility', 'children', 'taxes'] as const;

/** Throws when a scope of the client is missing: to decide without a part of the data would be wrong. */
export async function readFacts(kontor: Kontor, userId: string): Promise<Facts> {
  const [income, spending, risk] = await Promise.all([
    kontor.getPersonIncome({ userId }),
    kontor.getPersonSpending({ userId }),
    kontor.getPersonRisk({ userId }),
  ]);
  const salary = need(income, 'salary');
  const { from, to } = salary.observedTimespan;
  const months = (module: 'backDebit' | 'garnishment' | 'collection', count: number) =>
    need(risk, module).monthlyOverview.slice(0, count);
  const gambling = need(risk, 'gambling').monthlyOverview.slice(0, 6);
  return {
    currency: salary.currency ?? 'EUR',
    observedDays: from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 : 0,
    // Cautious: income at the lower of median and average, costs at the higher.
    income: addUp(
      RELIABLE.map((name) => need(income, name)),
      Math.min,
    ),
    fixedCosts: addUp(
      FIXED.map((name) => need(spending, name)),
      Math.max,
    ),
    credits: addUp([need(spending, 'credit')], Math.max),
    gambling: {
      // A plain amount: money out is negative.
      amount: -gambling.reduce((total, { amount }) => total + amount, 0) / 6,
      transactionIds: idsOf(gambling),
    },
    garnishments: idsOf(months('garnishment', 12)),
    collections: idsOf(months('collection', 12)),
    returnedDebits: {
      count: months('backDebit', 6).reduce((total, { count }) => total + count, 0),
      transactionIds: idsOf(months('backDebit', 6)),
    },
  };
}

/** An analysis answers the modules that the client's scopes open. */
function need<T extends object, K extends keyof T & string>(analysis: T, name: K): NonNullable<T[K]> {
  const module = analysis[name];
  if (!module) throw new Error(`The client needs a scope that it has not: ${name} of a person's analysis.`);
  return module;
}

/** What recurs and has not ended: only a running contract has a next payment. */
function addUp(modules: Module[], choose: (...amounts: number[]) => number): Figure {
  const running = modules.flatMap(({ sources }) => sources.filter((one) => one.frequency && one.nextExpectedDate));
  return {
    amount: running.reduce((total, { median, average }) => total + choose(median ?? 0, average ?? 0), 0),
    transactionIds: running.flatMap(({ transactionIDs }) => transactionIDs),
  };
}

const idsOf = (months: { transactionIDs: string[] }[]) => months.flatMap(({ transactionIDs }) => transactionIDs);

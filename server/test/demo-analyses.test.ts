/** Every documented analysis of the two demo users: answered, rich, consistent with each other, and made of their bookings. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPersona } from '#modules/personas/index.ts';
import { routes } from '../src/app.ts';
import type { ApiAnswer, ApiClient } from './harness/api-client.ts';
import { createUser, upload } from './harness/bank-data.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

type Answer = ApiAnswer['body'];
interface Asked {
  accounts: ReturnType<typeof createPersona>['accounts'];
  /** In cents, by transaction id. */
  cents: Map<string, number>;
  /** By the last part of the path. */
  answers: Record<string, Answer>;
  contracts: Answer[];
}

const UNTIL = '2026-11-20';
/** An employee of forty has no pension; everything else of a person the demo user has at least once in two years. */
const NOT_HERS = ['income pension'];
const toCents = (amount: number): number => Math.round(amount * 100);

let kontor: TestKontor;
let person: Asked;
let company: Asked;
beforeAll(async () => {
  kontor = await startTestKontor();
  const { api } = await kontor.createWorkspace();
  [person, company] = await Promise.all([ask(api, 'employee'), ask(api, 'company')]);
});
afterAll(() => kontor.stop());

/** Uploads the demo user as the first start does, and asks every route of their analyses that is documented. */
async function ask(api: ApiClient, name: 'employee' | 'company'): Promise<Asked> {
  const { user: fields, accounts } = createPersona(name, { until: UNTIL, seed: 1 });
  const user = await createUser(api, fields);
  await upload(api, user, ...accounts);
  const { body } = await api.post(`${user}/trigger-analysis`);
  await waitForAnalysis(api, user, body.correlationId);
  const prefix = `/api/users/{user-id}/analysis/${fields.type}/`;
  const paths = routes.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
  const answers: Record<string, Answer> = {};
  for (const path of paths) {
    const answer = await api.get(`${user}/analysis/${fields.type}/${path}`);
    expect(answer.status, answer.text).toBe(200);
    answers[path] = answer.body;
  }
  const bookings = accounts.flatMap(({ transactions }) => transactions);
  return {
    accounts,
    answers,
    cents: new Map(bookings.map(({ transactionId, amount }) => [transactionId, toCents(amount)])),
    contracts: (await api.get(`${user}/contracts`)).body.contracts,
  };
}

/** All transaction ids that stand anywhere in an answer. */
function idsIn(answer: Answer): string[] {
  if (Array.isArray(answer)) return answer.flatMap(idsIn);
  if (answer === null || typeof answer !== 'object') return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    /transactionIDs$/i.test(key) ? (value as string[]) : idsIn(value),
  );
}

const sumOf = ({ cents }: Asked, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + (cents.get(id) ?? Number.NaN), 0);

/** The modules of an answer of several, by name; a document that is one is named after its path. */
const modulesOf = ({ answers }: Asked, name: string): [string, Answer][] =>
  Object.entries(answers[name]).map(([module, value]) => [`${name} ${module}`, value]);

/** End-of-day balances in cents of an account, by the day, forwards from before its first booking. */
function endOfDays({ balance, transactions }: Asked['accounts'][number]): Map<string, number> {
  const total = transactions.reduce((sum, { amount }) => sum + toCents(amount), 0);
  let now = toCents(balance) - total;
  const days = new Map<string, number>();
  for (const { bookingDate, amount } of transactions) days.set(bookingDate, (now += toCents(amount)));
  const first = Date.parse(transactions[0]?.bookingDate ?? '');
  const balances = new Map<string, number>();
  let last = 0;
  for (let time = first; time <= Date.parse(UNTIL); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    balances.set(day, (last = days.get(day) ?? last));
  }
  return balances;
}

test('every documented analysis of both is asked, and names bookings that exist', () => {
  expect(Object.keys(person.answers)).toHaveLength(7);
  expect(Object.keys(company.answers)).toHaveLength(9);
  for (const asked of [person, company]) {
    for (const [name, answer] of Object.entries({ ...asked.answers, contracts: asked.contracts })) {
      const ids = idsIn(answer);
      expect(ids.length, name).toBeGreaterThan(0);
      expect(
        ids.filter((id) => !asked.cents.has(id)),
        name,
      ).toEqual([]);
    }
    expect(asked.contracts.length).toBeGreaterThan(30);
  }
});

describe('the person', () => {
  test('has every kind of income, spending and risk that an employee can have', () => {
    const modules = ['income', 'spending', 'risk'].flatMap((name) => modulesOf(person, name));
    expect(modules).toHaveLength(29);
    expect(modules.filter(([, { available }]) => !available).map(([name]) => name)).toEqual(NOT_HERS);
  });

  test('every amount of income and spending is the sum of its bookings, by month and by source', () => {
    for (const name of ['income', 'spending']) {
      const sign = name === 'income' ? 1 : -1;
      for (const [module, { monthlyOverview, sources }] of modulesOf(person, name)) {
        expect(monthlyOverview, module).toHaveLength(25);
        for (const { month, amount, transactionIDs } of monthlyOverview)
          expect(toCents(amount), `${module} ${month}`).toBe(sign * sumOf(person, transactionIDs) + 0);
        expect(idsIn(sources).sort(), module).toEqual(idsIn(monthlyOverview).sort());
      }
    }
  });

  test('the household budget is the sum of the modules', () => {
    const { monthlyOverview } = person.answers['household-budget'];
    expect(monthlyOverview).toHaveLength(25);
    for (const [index, { month, income, spending, balance }] of monthlyOverview.entries()) {
      const total = (name: string) =>
        modulesOf(person, name).reduce((sum, [, module]) => sum + toCents(module.monthlyOverview[index].amount), 0);
      expect([toCents(income), toCents(spending)], month).toEqual([total('income'), total('spending')]);
      expect(toCents(balance), month).toBe(toCents(income) - toCents(spending));
      expect(toCents(income), month).toBeGreaterThan(0);
    }
  });

  test('every overdrawn day is one on which the bookings say so, with its balance', () => {
    const { accounts } = person.answers.risk.overdraft;
    const told = accounts.flatMap(({ account, monthlyOverview }: Answer) =>
      monthlyOverview.flatMap(({ overdraftDays }: Answer) =>
        overdraftDays.map(({ date, amount }: Answer) => `${account.accountId} ${date} ${amount}`),
      ),
    );
    const known = person.accounts
      .filter(({ type }) => type !== 'KREDIT_KARTE')
      .flatMap((account) =>
        [...endOfDays(account)]
          .filter(([, cents]) => cents < 0)
          .map(([day, cents]) => `${account.accountId} ${day} ${cents / 100}`),
      );
    expect(known.length).toBeGreaterThan(3);
    expect(told.sort()).toEqual(known.sort());
  });

  test('is an adult with children, a car, a ticket, a rented home and a let flat', () => {
    expect(person.answers['adult-check'].result).toBe('adult');
    expect(person.answers['adult-check'].evidence.length).toBeGreaterThan(5);
    const { family, mobility, homeOwnership, renting } = person.answers['living-situation'];
    expect([family.children, mobility.car, mobility.publicTransport]).toEqual(['yes', 'yes', 'yes']);
    expect([homeOwnership.owner, renting.tenant]).toEqual(['yes', 'yes']);
    for (const { evidence } of [family, mobility, homeOwnership, renting])
      for (const { transactionIDs } of evidence) expect(transactionIDs.length).toBeGreaterThan(0);
    expect(renting.monthlyRent).toBeGreaterThan(1_000);
  });
});

describe('the company', () => {
  test('has something of everything', () => {
    const empty = Object.entries(company.answers).filter(([, { available }]) => !available);
    expect(empty.map(([name]) => name)).toEqual([]);
    for (const name of ['credits', 'insurances', 'investments', 'internal-bookings'])
      expect(company.answers[name].contractSummary.length, name).toBeGreaterThan(0);
    expect(company.answers['foreign-payments'].countries.length).toBeGreaterThan(2);
    expect(company.answers.cashflow.forecast).toHaveLength(3);
  });

  test('its cash flow is the sum of its bookings, and leads from balance to balance', () => {
    const months: Answer[] = company.answers.cashflow.monthlyOverview;
    expect(months).toHaveLength(25);
    for (const [index, month] of months.entries()) {
      const [inflow, outflow, net] = [month.inflow, month.outflow, month.net].map(toCents);
      expect(net, month.month).toBe(inflow! - outflow!);
      expect(sumOf(company, month.transactionIDs), month.month).toBe(net);
      // Both accounts are known, so that what moves between them changes nothing.
      expect(toCents(month.endBalance) - toCents(month.startBalance), month.month).toBe(net);
      if (index > 0) expect(month.endBalance).toBe(months[index - 1].startBalance);
      expect(month.payroll, month.month).toBeGreaterThanOrEqual(0);
      expect(month.revenue, month.month).toBeGreaterThan(0);
    }
    const [expected] = company.answers.cashflow.forecast;
    expect(expected.interval.low).toBeLessThan(expected.net);
    expect(expected.interval.high).toBeGreaterThan(expected.net);
    expect(expected.inflow).toBeGreaterThan(10_000);
  });

  test('its credits, insurances, investments and own transfers are the sums of their bookings', () => {
    for (const name of ['credits', 'insurances', 'investments', 'internal-bookings']) {
      const { monthlyOverview, contractSummary } = company.answers[name];
      for (const month of monthlyOverview) {
        const sums = [month.recurringTransactionIDs, month.nonRecurringTransactionIDs].map((ids: string[]) =>
          sumOf(company, ids),
        );
        expect([month.recurringAmount, month.nonRecurringAmount].map(toCents), `${name} ${month.month}`).toEqual(sums);
        expect(toCents(month.amount), `${name} ${month.month}`).toBe(sums[0]! + sums[1]!);
      }
      const known = company.contracts.map(({ contractId }) => contractId);
      for (const { contractId } of contractSummary) expect(known).toContain(contractId);
    }
  });

  test('its cash and its payments abroad add up, by month and by country', () => {
    const cash = company.answers['cash-transactions'];
    const abroad = company.answers['foreign-payments'];
    for (const direction of ['incomings', 'outgoings']) {
      const sign = direction === 'incomings' ? 1 : -1;
      for (const { overview, monthlyOverview } of [cash, abroad]) {
        const { sum, count, transactionIDs } = overview[direction];
        expect(count).toBeGreaterThan(1);
        expect(count).toBe(transactionIDs.length);
        expect(toCents(sum)).toBe(sign * sumOf(company, transactionIDs));
        const byMonth = monthlyOverview.reduce(
          (total: number, month: Answer) => total + toCents(month[direction].sum),
          0,
        );
        expect(byMonth).toBe(toCents(sum));
      }
      const byCountry = abroad.countries.map((country: Answer) => toCents(country[direction].sum));
      expect(byCountry.reduce((a: number, b: number) => a + b, 0)).toBe(toCents(abroad.overview[direction].sum));
    }
    expect(toCents(cash.overview.totalTransactionAmount)).toBe(
      toCents(cash.overview.incomings.sum) + toCents(cash.overview.outgoings.sum),
    );
  });

  test('its liquidity is its balances, and its risk the days beyond the limit and what came back', () => {
    const days = new Map(company.accounts.map((account) => [account.accountId, endOfDays(account)]));
    for (const { account, overview, monthlyOverview } of company.answers.liquidity.accountLiquidity) {
      const balances = [...(days.get(account.accountId) ?? [])];
      expect(toCents(overview.currentBalance)).toBe(balances.at(-1)?.[1]);
      for (const [index, { month, endOfMonthBalance, transactionIDs }] of monthlyOverview.entries()) {
        expect(toCents(endOfMonthBalance), month).toBe(balances.findLast(([day]) => day.startsWith(month))?.[1]);
        const before = monthlyOverview[index + 1]?.endOfMonthBalance;
        if (before !== undefined)
          expect(toCents(endOfMonthBalance), month).toBe(toCents(before) + sumOf(company, transactionIDs));
      }
    }
    const { accountRisks } = company.answers.risk;
    expect(accountRisks).toHaveLength(2);
    for (const { account, monthlyOverview } of accountRisks) {
      const limit = -toCents(company.accounts.find((one) => one.accountId === account.accountId)?.overdraftLimit ?? 0);
      const beyond = [...(days.get(account.accountId) ?? [])].filter(([, cents]) => cents < limit);
      for (const { month, overdraftDays } of monthlyOverview)
        expect(overdraftDays, month).toBe(beyond.filter(([day]) => day.startsWith(month)).length);
      if (account.type !== 'GIRO') continue;
      expect(beyond.length).toBeGreaterThan(0);
      const returned = monthlyOverview.reduce((sum: number, month: Answer) => sum + month.backDebit.count, 0);
      expect(returned).toBeGreaterThan(2);
    }
  });
});

/** Properties of categorizer and engine together, over bookings as banks send them: random texts, parties and amounts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, Transaction } from '#modules/banking/banking.types.ts';
import { findCategory } from '#modules/categorization/index.ts';
import { analyzeHistory, asBankSent, type BankData, runPipeline } from './histories/analyze-history.ts';
import { labelledHistories } from './histories/index.ts';

/** Bookings of all labelled histories: the texts that random data is mixed from. */
const pool = labelledHistories().flatMap(({ input }) => input.transactions.map(asBankSent));
const RUNS = 25;
const DAY_MS = 86_400_000;

const account = (accountId: string): Account => ({
  accountId,
  accountNumber: null,
  iban: accountId === 'a' ? 'DE02100100100006820101' : null,
  bic: null,
  bankCode: null,
  bankName: null,
  name: null,
  owner: 'Kim Beispiel',
  type: 'GIRO',
  currency: 'EUR',
  balanceMinor: 100_000,
  overdraftLimitMinor: null,
});

const NOBODY = { name: null, iban: null, bic: null, accountNumber: null, bankCode: null, creditorId: null };

const dayAfter = (day: number): string => new Date(Date.parse('2024-01-01') + day * DAY_MS).toISOString().slice(0, 10);

/** A booking of the pool on another account and day, sometimes with a random text, another amount, or not booked yet. */
const anyBooking = (accountIds: readonly string[]): fc.Arbitrary<Transaction> =>
  fc
    .record({
      template: fc.constantFrom(...pool),
      accountId: fc.constantFrom(...accountIds),
      day: fc.integer({ min: 0, max: 400 }),
      purpose: fc.option(fc.string({ maxLength: 40 }), { freq: 5 }),
      amountMinor: fc.option(fc.integer({ min: -300_000, max: 300_000 }), { freq: 3 }),
      status: fc.constantFrom('booked' as const, 'booked' as const, 'booked' as const, 'pending' as const),
    })
    .map(({ template, accountId, day, purpose, amountMinor, status }) => ({
      ...template,
      ...{ accountId, status, currency: 'EUR', bookingDate: dayAfter(day), valueDate: null },
      purpose: purpose ?? template.purpose,
      amountMinor: amountMinor ?? template.amountMinor,
    }));

/** Every month the same, so that random data has streams. */
const anyStream = (accountIds: readonly string[]): fc.Arbitrary<Transaction[]> =>
  fc
    .record({
      template: fc.constantFrom(...pool),
      accountId: fc.constantFrom(...accountIds),
      first: fc.integer({ min: 0, max: 27 }),
      count: fc.integer({ min: 3, max: 13 }),
    })
    .map(({ template, accountId, first, count }) =>
      Array.from({ length: count }, (_, month) => ({
        ...template,
        ...{ accountId, currency: 'EUR', bookingDate: dayAfter(first + Math.round(month * 30.44)), valueDate: null },
      })),
    );

/** Both sides of a transfer between the first and the last account, two days apart at most; only one side of one account. */
const anyTransfer = (accountIds: readonly string[]): fc.Arbitrary<Transaction[]> =>
  fc
    .record({
      template: fc.constantFrom(...pool),
      day: fc.integer({ min: 0, max: 400 }),
      later: fc.integer({ min: 0, max: 2 }),
      amountMinor: fc.integer({ min: 1, max: 300_000 }),
    })
    .map(({ template, day, later, amountMinor }) =>
      [...new Set([accountIds[0], accountIds.at(-1)])].map((accountId, side) => ({
        ...template,
        ...{ accountId: accountId as string, currency: 'EUR', valueDate: null, purpose: 'Umbuchung', status: 'booked' },
        paymentPartner: { ...NOBODY, name: 'Kim Beispiel' },
        bookingDate: dayAfter(day + side * later),
        amountMinor: side === 0 ? -amountMinor : amountMinor,
      })),
    );

const anyTransactions = (accountIds: readonly string[], prefix: string): fc.Arbitrary<Transaction[]> =>
  fc
    .tuple(
      fc.array(anyBooking(accountIds), { maxLength: 50 }),
      fc.array(anyStream(accountIds), { maxLength: 4 }),
      fc.array(anyTransfer(accountIds), { maxLength: 4 }),
    )
    .map(([single, streams, transfers]) =>
      [...single, ...streams.flat(), ...transfers.flat()].map((each, n) => ({
        ...each,
        transactionId: `${prefix}${n}`,
      })),
    );

const anyUser = (userType: BankData['userType']): fc.Arbitrary<BankData> =>
  anyTransactions(['a', 'b'], 't').map((transactions) => ({
    ...{ userType, asOf: '2025-03-01', transactions },
    accounts: [account('a'), account('b')],
  }));

const anyone = fc.constantFrom('person' as const, 'company' as const).chain(anyUser);

interface Row {
  month: string;
  amount: number;
  income: number;
  spending: number;
}
interface PageRow {
  transactionId: string;
  category: { id: string };
}
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const cents = (amount: number): number => Math.round(amount * 100);
const rowsOf = (results: Record<string, unknown>, name: string): Row[] =>
  (results[name] as { monthlyOverview: Row[] }).monthlyOverview;

describe('whatever a bank sends', () => {
  it('the modules add up to the totals, month by month', async () => {
    let monthsWithMoney = 0;
    const checkUser = async (user: BankData) => {
      const { results } = await analyzeHistory(user);
      const sumOf = (prefix: string, n: number) =>
        Object.keys(results)
          .filter((name) => name.startsWith(prefix))
          .reduce((sum, name) => sum + cents(rowsOf(results, name)[n]?.amount ?? Number.NaN), 0);
      for (const [n, row] of rowsOf(results, 'person/household-budget').entries()) {
        expect(sumOf('person/income/', n)).toBe(cents(row.income));
        expect(sumOf('person/spending/', n)).toBe(cents(row.spending));
        if (row.spending !== 0) monthsWithMoney += 1;
      }
    };
    await fc.assert(fc.asyncProperty(anyUser('person'), checkUser), { numRuns: RUNS });
    expect(monthsWithMoney).toBeGreaterThan(RUNS);
  });

  it('every transaction stands in exactly one category, which the taxonomy has, where it is counted and where it is read', async () => {
    const seen = new Map<string, number>();
    const checkUser = async (user: BankData) => {
      const { categories, pages } = await runPipeline(user);
      const counted = categories.flatMap(({ categoryId, transactionIds }) =>
        transactionIds.map((id) => ({ id, categoryId })),
      );
      const read = [...pages]
        .flatMap((page): PageRow[] => JSON.parse(`[${page}]`))
        .map(({ transactionId, category }) => ({ id: transactionId, categoryId: category.id }));
      const sent = user.transactions.map(({ transactionId }) => transactionId).sort();
      expect(counted.map(({ id }) => id).sort()).toEqual(sent);
      expect(read.sort(byId)).toEqual(counted.sort(byId));
      for (const { categoryId } of counted) {
        expect(findCategory(categoryId)?.id).toBe(categoryId);
        seen.set(categoryId, (seen.get(categoryId) ?? 0) + 1);
      }
    };
    await fc.assert(fc.asyncProperty(anyone, checkUser), { numRuns: RUNS });
    expect(seen.size).toBeGreaterThan(10);
    expect(seen.get('internal_transfer_in')).toBeGreaterThan(RUNS / 5);
  });

  it('the order of the input changes nothing', async () => {
    const checkUser = async (user: BankData, seed: number) => {
      const shuffled = {
        ...user,
        transactions: inOtherOrder(user.transactions, seed),
        accounts: [...user.accounts].reverse(),
      };
      const [before, after] = [await analyzeHistory(user), await analyzeHistory(shuffled)];
      expect(after.results).toEqual(before.results);
      expect(new Map(after.categories)).toEqual(new Map(before.categories));
    };
    await fc.assert(fc.asyncProperty(anyone, fc.integer({ min: 1 }), checkUser), { numRuns: RUNS });
  });

  it('an unrelated account changes no stream of the others', async () => {
    let streams = 0;
    const checkUser = async (user: BankData, more: Transaction[]) => {
      const before = await analyzeHistory(user);
      const after = await analyzeHistory({
        ...user,
        accounts: [...user.accounts, { ...account('new'), owner: 'Xaver Xenon' }],
        transactions: [...user.transactions, ...more.map(amongStrangers)],
      });
      expect(after.contracts.filter((contract) => contract.accountId !== 'new')).toEqual(before.contracts);
      streams += before.contracts.length;
    };
    await fc.assert(fc.asyncProperty(anyone, anyTransactions(['new'], 'n'), checkUser), { numRuns: RUNS });
    expect(streams).toBeGreaterThan(RUNS / 2);
  });
});

/** Purchases abroad by somebody who has nothing to do with the others and moves no money between accounts. */
const amongStrangers = (transaction: Transaction, n: number): Transaction => ({
  ...transaction,
  ...{ amountMinor: -(7_000_001 + n), paymentPartner: null, bookingText: null, mandateId: null },
  purpose: `Xenon ${n % 3} Zagreb`,
});

function inOtherOrder<Item>(items: readonly Item[], seed: number): Item[] {
  const rank = (n: number) => Math.imul(n + 1, seed | 1) >>> 0;
  return items
    .map((item, n) => ({ item, rank: rank(n) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

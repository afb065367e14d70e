import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from './analyze.ts';
import { amongStrangers, anyInput, anyTransactions } from './arbitrary-input.testing.ts';
import { account, booking, contractIdsById } from './bookings.testing.ts';
import type { AnalysisInput } from './engine.types.ts';

interface Row {
  month: string;
  amount: number;
  transactionIDs: string[];
}

function analyzeFully(input: AnalysisInput) {
  const output = analyze(input);
  return { ...output, results: Object.fromEntries(output.results) };
}

const modulesOf = (output: ReturnType<typeof analyzeFully>, prefix: string) =>
  Object.entries(output.results)
    .filter(([name]) => name.startsWith(prefix))
    .map(([, module]) => module as { monthlyOverview: Row[] });

const cents = (amount: number): number => Math.round(amount * 100);

/** Every list of months anywhere inside a result. */
function* monthLists(value: unknown): Generator<string[]> {
  if (Array.isArray(value)) {
    const months = value.map((row) => (row as { month?: string } | null)?.month).filter((month) => month !== undefined);
    if (months.length > 0) yield months;
    for (const item of value) yield* monthLists(item);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) yield* monthLists(item);
  }
}

describe('whatever the data', () => {
  it('the modules add up to the household budget, month by month', () => {
    let monthsWithMoney = 0;
    fc.assert(
      fc.property(anyInput('person'), (input) => {
        fc.pre(!input.transactions.some((transaction) => transaction.currency === 'JPY'));
        const output = analyzeFully(input);
        const budget = output.results['person/household-budget'] as {
          monthlyOverview: { month: string; income: number; spending: number }[];
        };
        for (const [index, row] of budget.monthlyOverview.entries()) {
          const total = (prefix: string) =>
            modulesOf(output, prefix).reduce(
              (sum, module) => sum + cents((module.monthlyOverview[index] as Row).amount),
              0,
            );
          expect(total('person/income/')).toBe(cents(row.income));
          expect(total('person/spending/')).toBe(cents(row.spending));
          if (row.income !== 0) monthsWithMoney++;
        }
      }),
      { numRuns: 150 },
    );
    expect(monthsWithMoney).toBeGreaterThan(50);
  });

  it('no transaction stands in two income modules, nor in two spending modules', () => {
    fc.assert(
      fc.property(anyInput('person'), (input) => {
        const output = analyzeFully(input);
        for (const prefix of ['person/income/', 'person/spending/']) {
          const ids = modulesOf(output, prefix).flatMap((module) =>
            module.monthlyOverview.flatMap((row) => row.transactionIDs),
          );
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });

  it.each(['person', 'company'] as const)('the order of the input changes nothing (%s)', (userType) => {
    fc.assert(
      fc.property(anyInput(userType), fc.infiniteStream(fc.nat()), (input, keys) => {
        const shuffle = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const shuffled = { ...input, transactions: shuffle(input.transactions), accounts: shuffle(input.accounts) };
        const [before, after] = [analyzeFully(input), analyzeFully(shuffled)];
        expect(after.results).toEqual(before.results);
        expect(after.contracts).toEqual(before.contracts);
        expect(contractIdsById(shuffled.transactions, after)).toEqual(contractIdsById(input.transactions, before));
      }),
    );
  });

  it('an unrelated account changes no stream of the others', () => {
    let streams = 0;
    fc.assert(
      fc.property(anyInput('person'), anyTransactions(['new'], 'n'), (input, more) => {
        const before = analyze(input).contracts;
        const after = analyze({
          ...input,
          accounts: [...input.accounts, account('new')],
          transactions: [...input.transactions, ...amongStrangers(more)],
        }).contracts;
        expect(after.filter((contract) => contract.accountId !== 'new')).toEqual(before);
        streams += before.length;
      }),
    );
    expect(streams).toBeGreaterThan(50);
  });

  it('nor does one that pays the same parties, while all accounts are in use', () => {
    let shared = 0;
    const inUse = (accountId: string) =>
      booking('2025-09-01', -70_001, 'uncategorized', { accountId, transactionId: `use-${accountId}` });
    fc.assert(
      fc.property(anyInput('person'), anyTransactions(['new'], 'n'), (input, more) => {
        const transactions = [...input.transactions, inUse('a'), inUse('b')];
        const known = { ...input, transactions, asOf: '2025-09-01' };
        const before = analyze(known).contracts;
        const after = analyze({
          ...known,
          accounts: [...input.accounts, account('new')],
          transactions: [...transactions, ...more, inUse('new')],
        }).contracts;
        expect(after.filter((contract) => contract.accountId !== 'new')).toEqual(before);
        const others = new Set(after.filter(({ accountId }) => accountId === 'new').map(({ name }) => name));
        shared += before.filter(({ name }) => others.has(name)).length;
      }),
    );
    expect(shared).toBeGreaterThan(5);
  });

  it.each(['person', 'company'] as const)('months are listed newest first, each once (%s)', (userType) => {
    fc.assert(
      fc.property(anyInput(userType), (input) => {
        for (const months of monthLists(analyzeFully(input).results)) {
          expect(months).toEqual([...new Set(months)].sort().reverse());
        }
      }),
    );
  });

  it('a transaction belongs to one contract at most, and to the one that lists it', () => {
    fc.assert(
      fc.property(anyInput('company'), (input) => {
        const output = analyze(input);
        const contractIds = contractIdsById(input.transactions, output);
        const seen = new Set<string>();
        for (const { contractId, transactionIDs } of output.contracts) {
          for (const id of transactionIDs) {
            expect(seen.has(id)).toBe(false);
            seen.add(id);
            expect(contractIds[id]).toBe(contractId);
          }
        }
      }),
    );
  });
});

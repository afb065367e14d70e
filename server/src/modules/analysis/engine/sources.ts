import { formatDay } from './calendar.ts';
import type { Contract, Frequency } from './engine.types.ts';
import type { Entry, Ledger } from './ledger.ts';
import { figuresOf, idsOf, type MonthlyFigures, sumByMonth, sumMinor } from './monthly-series.ts';
import { average, relativeDeviation } from './statistics.ts';

/** Where the money of a module comes from or goes to: a contract, or all single payments of one counterparty. */
export interface Source extends MonthlyFigures {
  name: string;
  /** Category of most of its bookings. */
  kind: string;
  /** Null: no contract, it comes at no regular time. */
  frequency: Frequency | null;
  firstDate: string;
  lastDate: string;
  nextExpectedDate: string | null;
  /** 0 to 1, see `stabilityOf`. */
  stability: number;
  transactionIDs: string[];
}

/**
 * How much one can count on a source: share of its complete months with money, times how equal the amounts are
 * (1 − median absolute deviation / median). Sources of a rarer rhythm than monthly are only judged by their amounts.
 */
function stabilityOf(ledger: Ledger, entries: readonly Entry[], frequency: Frequency | null): number {
  if (entries.length < 2) return 0;
  const amounts = entries.map((entry) => Math.abs(entry.amountMinor));
  const equality = Math.max(0, 1 - relativeDeviation(amounts));
  const isRare = frequency === 'QUARTERLY' || frequency === 'HALF_YEARLY' || frequency === 'YEARLY';
  const from = (entries[0] as Entry).month;
  const observed = ledger.period.completeMonths.filter((month) => month >= from);
  const paid = new Set(entries.map((entry) => entry.month));
  const regularity = isRare || observed.length === 0 ? 1 : average(observed.map((month) => (paid.has(month) ? 1 : 0)));
  return Math.round(equality * regularity * 100) / 100;
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  let winner = values[0] as string;
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if ((counts.get(value) as number) > (counts.get(winner) as number)) winner = value;
  }
  return winner;
}

/** The counterparty's name as a person would call it; the category where the bank named nobody. */
function counterpartyName({ transaction, category }: Entry): string {
  return transaction.merchantName || transaction.paymentPartner?.name?.trim() || category.name.en;
}

function toSource(ledger: Ledger, entries: readonly Entry[], contract: Contract | undefined, sign: 1 | -1): Source {
  const first = entries[0] as Entry;
  const last = entries.at(-1) as Entry;
  const sums = sumByMonth(entries);
  const amountOf = (month: number): number => sign * (sums.get(month) ?? 0) + 0;
  const lastMonth = contract?.status === 'ended' ? last.month : Number.POSITIVE_INFINITY;
  return {
    name: contract?.name ?? counterpartyName(last),
    kind: mostFrequent(entries.map((entry) => entry.category.id)),
    frequency: contract?.frequency ?? null,
    ...figuresOf(ledger, amountOf, first.month, lastMonth),
    firstDate: formatDay(first.day),
    lastDate: formatDay(last.day),
    nextExpectedDate: contract?.nextExpectedDate ?? null,
    stability: stabilityOf(ledger, entries, contract?.frequency ?? null),
    transactionIDs: idsOf(entries),
  };
}

/** Entries by contract, those of none by the name of the counterparty in any spelling of upper and lower case. */
function groupBySource(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  const groupOf = (key: string): Entry[] => {
    const known = groups.get(key);
    if (known) return known;
    const group: Entry[] = [];
    groups.set(key, group);
    return group;
  };
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.contractId !== null) {
      groupOf(entry.contractId).push(entry);
      continue;
    }
    const name = counterpartyName(entry);
    let group = byName.get(name);
    if (!group) {
      group = groupOf(`name:${name.toLowerCase()}`);
      byName.set(name, group);
    }
    group.push(entry);
  }
  return groups;
}

/**
 * The sources of a module's entries, the largest sum first. `sign` is −1 for spending, whose amounts are positive.
 * Figures of a source run over the complete months of its own life: from its first month, and to its last when it ended.
 */
export function listSources(
  ledger: Ledger,
  entries: readonly Entry[],
  contracts: ReadonlyMap<string, Contract>,
  sign: 1 | -1,
): Source[] {
  return [...groupBySource(entries)]
    .map(([key, group]) => ({
      key,
      total: sign * sumMinor(group),
      source: toSource(ledger, group, contracts.get(key), sign),
    }))
    .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1))
    .map(({ source }) => source);
}

import type { IncomeModule } from '#modules/categorization/index.ts';
import type { Contract } from './engine.types.ts';
import type { Entry, Ledger } from './ledger.ts';
import { figuresOf, groupByMonth, idsOf, monthlyRows, sumByMonth } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';
import { listSources } from './sources.ts';

/** Income modules of the taxonomy → their keys on the wire. */
export const INCOME_MODULES = {
  salary: 'salary',
  pension: 'pension',
  child_benefit: 'childBenefit',
  parental_allowance: 'parentalAllowance',
  rental: 'rental',
  investment: 'investment',
  loan: 'loan',
  alimony: 'alimony',
  self_employment: 'selfEmployment',
  other: 'other',
} as const satisfies Record<IncomeModule, string>;

/**
 * The income module a booking counts in, or null: money in, of a category that is income, no refund; of categories
 * that are income only when they recur (gifts, pocket money) only members of a stream.
 */
function incomeModuleOf(entry: Entry): IncomeModule | null {
  const { category, tags, amountMinor, isRecurring } = entry;
  if (amountMinor <= 0 || category.incomeModule === null) return null;
  if (tags.includes('refund') || tags.includes('back_debit')) return null;
  if (category.incomeWhen === 'recurring' && !isRecurring) return null;
  return category.incomeModule;
}

/** Entries by module; every entry stands in one module at most. */
export interface EntriesByModule<Module> {
  modules: Map<Module, Entry[]>;
  /** Those of all modules, in the order of time. */
  all: Entry[];
}

/** Entries of each income module. */
export function groupByIncomeModule(ledger: Ledger): EntriesByModule<IncomeModule> {
  const modules = new Map<IncomeModule, Entry[]>();
  const all: Entry[] = [];
  for (const entry of ledger.flows) {
    const module = incomeModuleOf(entry);
    if (!module) continue;
    all.push(entry);
    const entries = modules.get(module);
    if (entries) entries.push(entry);
    else modules.set(module, [entry]);
  }
  return { modules, all };
}

/** One module of `…/analysis/person/income` or `…/spending`; `sign` −1 makes outflows positive. */
export function analyzeModule(
  ledger: Ledger,
  entries: readonly Entry[],
  contracts: ReadonlyMap<string, Contract>,
  sign: 1 | -1,
) {
  const byMonth = groupByMonth(entries);
  const sums = sumByMonth(entries);
  const amountOf = (month: number): number => sign * (sums.get(month) ?? 0) + 0;
  return {
    available: entries.length > 0,
    currency: ledger.currency,
    ...figuresOf(ledger, amountOf),
    sources: listSources(ledger, entries, contracts, sign),
    monthlyOverview: monthlyRows(ledger, byMonth, (ofMonth, month) => ({
      amount: ledger.major(amountOf(month)),
      transactionIDs: idsOf(ofMonth),
    })),
    observedTimespan: timespanOf(ledger.period),
  };
}

import type { SpendingModule } from '#modules/categorization/index.ts';
import type { EntriesByModule } from './income.ts';
import type { Entry, Ledger } from './ledger.ts';

export const SPENDING_MODULES = [
  'housing',
  'utilities',
  'groceries',
  'mobility',
  'insurance',
  'credit',
  'communication',
  'media',
  'leisure',
  'health',
  'savings',
  'children',
  'taxes',
  'other',
] as const satisfies readonly SpendingModule[];

/** Longest time between a debit and its return: a SEPA debit may be returned for eight weeks, plus settlement. */
const MAX_RETURN_DAYS = 63;

/**
 * Which debit a return gives back: an earlier booking on the same account of exactly the opposite amount, the newest
 * one; where the counterparty is named, only one of the same. Each debit is returned once.
 */
function matchReturnedDebits(ledger: Ledger): Map<Entry, Entry> {
  const returned = new Map<Entry, Entry>();
  /** Debits of an amount that was ever returned, and not yet themselves. */
  const open = new Map<number, Entry[]>();
  for (const entry of ledger.flows) if (isReturn(entry)) open.set(-entry.amountMinor, []);
  if (open.size === 0) return returned;
  for (const entry of ledger.flows) {
    if (entry.amountMinor < 0) open.get(entry.amountMinor)?.push(entry);
    else if (isReturn(entry)) {
      const debits = open.get(-entry.amountMinor) ?? [];
      const index = debits.findLastIndex(
        (debit) => entry.day - debit.day <= MAX_RETURN_DAYS && sharesPartner(debit, entry),
      );
      if (index >= 0) returned.set(entry, debits.splice(index, 1)[0] as Entry);
    }
  }
  return returned;
}

const isReturn = ({ amountMinor, category }: Entry): boolean => amountMinor > 0 && category.tags.includes('back_debit');

function sharesPartner(debit: Entry, back: Entry): boolean {
  if (debit.transaction.accountId !== back.transaction.accountId) return false;
  const a = debit.transaction.paymentPartner;
  const b = back.transaction.paymentPartner;
  if (a?.iban && b?.iban) return a.iban === b.iban;
  if (debit.transaction.mandateId && back.transaction.mandateId) {
    return debit.transaction.mandateId === back.transaction.mandateId;
  }
  return true;
}

/** Money in that is no refund although its category is one of spending: nobody knows what it is. */
const NOT_REFUNDABLE_PRIMARIES = new Set(['transfer', 'other']);

function lowersNothing(entry: Entry): boolean {
  if (entry.amountMinor <= 0 || entry.tags.includes('refund')) return false;
  return NOT_REFUNDABLE_PRIMARIES.has(entry.category.primary);
}

/**
 * Entries of each spending module. Refunds, being positive, lower the module of what was bought; a returned own debit
 * takes back the spending that it returns.
 */
export function groupBySpendingModule(ledger: Ledger): EntriesByModule<SpendingModule> {
  const returned = matchReturnedDebits(ledger);
  const modules = new Map<SpendingModule, Entry[]>();
  const all: Entry[] = [];
  for (const entry of ledger.flows) {
    const { category } = returned.get(entry) ?? entry;
    if (category.spendingModule === null || lowersNothing(entry)) continue;
    all.push(entry);
    const entries = modules.get(category.spendingModule);
    if (entries) entries.push(entry);
    else modules.set(category.spendingModule, [entry]);
  }
  return { modules, all };
}

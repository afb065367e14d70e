import type { CategoryTag } from '#modules/categorization/index.ts';
import type { Entry } from './ledger.ts';

export const hasTag = (entry: Entry, tag: CategoryTag): boolean => entry.tags.includes(tag);

/** Money out with this tag: a payment, not its refund. */
export const isPaymentWith = (entry: Entry, tag: CategoryTag): boolean => entry.amountMinor < 0 && hasTag(entry, tag);

/**
 * The bookings that count as returned debits of one account and month: the returns or the fees for returns, whichever
 * are more, because banks book one without the other. Both show the same event.
 */
function countedReturns(entries: readonly Entry[]): Entry[] {
  const fees = entries.filter((entry) => hasTag(entry, 'back_debit_fee'));
  const returns = entries.filter((entry) => hasTag(entry, 'back_debit') && !hasTag(entry, 'back_debit_fee'));
  return fees.length > returns.length ? fees : returns;
}

/** A returned debit, or the fee for one. */
export const isOfReturn = (entry: Entry): boolean => hasTag(entry, 'back_debit') || hasTag(entry, 'back_debit_fee');

/** Counted returned debits among entries of one month, account by account. */
export function findReturnedDebits(entries: readonly Entry[]): Entry[] {
  const byAccount = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (!isOfReturn(entry)) continue;
    const ofAccount = byAccount.get(entry.transaction.accountId);
    if (ofAccount) ofAccount.push(entry);
    else byAccount.set(entry.transaction.accountId, [entry]);
  }
  return [...byAccount.values()].flatMap(countedReturns);
}

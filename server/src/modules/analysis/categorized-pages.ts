import type { Transaction } from '#modules/banking/index.ts';
import { categoryOf, type Decision } from '#modules/categorization/index.ts';
import { formatMinor } from '#platform/money.ts';

/** Transactions per stored page. */
export const PAGE_SIZE = 100;

/**
 * The categorised transactions of a run as they go over the wire: JSON without the brackets of the array, one text per
 * page. From the newest to the oldest: the order that `transactionsOfUser` gives, backwards. Each page is made when it
 * is asked for, so that not all of them stand in memory at once.
 */
export function* buildPages(
  transactions: readonly Transaction[],
  decisions: readonly Decision[],
  contractIds: ReadonlyMap<string, string>,
): Generator<string> {
  for (let end = transactions.length; end > 0; end -= PAGE_SIZE) {
    const page: object[] = [];
    for (let n = end - 1; n >= Math.max(0, end - PAGE_SIZE); n -= 1) {
      const transaction = transactions[n] as Transaction;
      page.push(
        presentCategorized(transaction, decisions[n] as Decision, contractIds.get(transaction.transactionId) ?? null),
      );
    }
    yield JSON.stringify(page).slice(1, -1);
  }
}

function presentCategorized(transaction: Transaction, decision: Decision, contractId: string | null) {
  const { transactionId, accountId, amountMinor, currency, bookingDate, purpose, paymentPartner } = transaction;
  return {
    transactionId,
    accountId,
    amount: formatMinor(amountMinor, currency),
    currency,
    bookingDate,
    purpose,
    paymentPartner,
    category: presentCategory(decision.categoryId),
    confidence: decision.confidence,
    confidenceLevel: decision.level,
    reason: decision.reason,
    merchant: decision.merchant,
    contractId,
    tags: decision.tags,
  };
}

const presented = new Map<string, object>();

/** The same object for each booking of a category. */
function presentCategory(categoryId: string): object {
  let category = presented.get(categoryId);
  if (!category) {
    const { id, primary, name } = categoryOf(categoryId);
    category = { id, primary, label: name.en };
    presented.set(categoryId, category);
  }
  return category;
}

import { presentTransaction, type Transaction } from '#modules/banking/index.ts';
import { categoryOf, type Decision } from '#modules/categorization/index.ts';

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
    const texts: string[] = [];
    for (let n = end - 1; n >= Math.max(0, end - PAGE_SIZE); n -= 1) {
      const transaction = transactions[n] as Transaction;
      texts.push(
        presentCategorized(transaction, decisions[n] as Decision, contractIds.get(transaction.transactionId) ?? null),
      );
    }
    yield texts.join(',');
  }
}

function presentCategorized(transaction: Transaction, decision: Decision, contractId: string | null): string {
  const { transactionId, accountId, amount, currency, bookingDate, purpose, paymentPartner } =
    presentTransaction(transaction);
  const category = categoryOf(decision.categoryId);
  return JSON.stringify({
    transactionId,
    accountId,
    amount,
    currency,
    bookingDate,
    purpose,
    paymentPartner,
    category: { id: category.id, primary: category.primary, label: category.name.en },
    confidence: decision.confidence,
    confidenceLevel: decision.level,
    reason: decision.reason,
    merchant: decision.merchant,
    contractId,
    tags: decision.tags,
  });
}

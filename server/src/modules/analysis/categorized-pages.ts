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
  contractIds: readonly (string | undefined)[],
): Generator<string> {
  const write = createWriter();
  for (let end = transactions.length; end > 0; end -= PAGE_SIZE) {
    const texts: string[] = [];
    for (let n = end - 1; n >= Math.max(0, end - PAGE_SIZE); n -= 1) {
      const transaction = transactions[n] as Transaction;
      texts.push(write(transaction, decisions[n] as Decision, contractIds[n]));
    }
    yield texts.join(',');
  }
}

/**
 * Writes one transaction as JSON. Most of it is what others of the history have too: the partner, and all that was
 * decided, which are written once and copied from then on. That takes half the time of `JSON.stringify` of the whole.
 */
function createWriter(): (transaction: Transaction, decision: Decision, contractId: string | undefined) => string {
  const textOf = rememberTexts<unknown>(JSON.stringify);
  const startOf = rememberTexts(writeStart);
  return (transaction, decision, contractId) => {
    const { transactionId, accountId, amountMinor, currency, bookingDate, purpose, paymentPartner } = transaction;
    const amount = formatMinor(amountMinor, currency);
    const contract = contractId === undefined ? 'null' : textOf(contractId);
    return `{"transactionId":${JSON.stringify(transactionId)},"accountId":${textOf(accountId)},"amount":${amount},"currency":${textOf(currency)},"bookingDate":${textOf(bookingDate)},"purpose":${JSON.stringify(purpose)},"paymentPartner":${textOf(paymentPartner)},${startOf(decision)},"contractId":${contract},"tags":${textOf(decision.tags)}}`;
  };
}

/** More than most histories have of a kind. */
const MAX_TEXTS = 5_000;

/** By identity. */
function rememberTexts<Value>(write: (value: Value) => string): (value: Value) => string {
  const known = new Map<Value, string>();
  return (value) => {
    let text = known.get(value);
    if (text !== undefined) return text;
    if (known.size >= MAX_TEXTS) known.clear();
    known.set(value, (text = write(value)));
    return text;
  };
}

/** One of these makes a text, and what is joined with it, twice as long in memory and slower to encode than any other. */
const BEYOND_LATIN_1 = /[\u0100-\uffff]/g;
const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What was decided, up to its tags, without the braces; the quotation marks of reasons are written as escapes. */
function writeStart({ categoryId, confidence, level, reason, merchant }: Decision): string {
  const { id, primary, name } = categoryOf(categoryId);
  const category = { id, primary, label: name.en };
  const text = JSON.stringify({ category, confidence, confidenceLevel: level, reason, merchant });
  return Buffer.from(text.slice(1, -1).replace(BEYOND_LATIN_1, escapeUnit), 'latin1').toString('latin1');
}

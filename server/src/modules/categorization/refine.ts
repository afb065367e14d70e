import type { Account, Transaction } from '#modules/banking/index.ts';
import type { Decision } from './categorization.types.ts';
import { levelOf } from './confidence.ts';
import { internalTransferDecision, pairInternalTransfers } from './pair-internal-transfers.ts';
import { fold } from './text/symbols.ts';

/** Decisions at most this sure may be changed by what the other bookings of the user show. */
const OPEN_BELOW = 0.7;
const SALARY_MIN_MINOR = 40_000;
const SALARY_MIN_MONTHS = 3;
/** Pay comes once a month, give or take a correction. */
const MAX_BOOKINGS_PER_MONTH = 1.4;
/** Largest payment at most this many times the smallest one. */
const MAX_SPREAD = 2.5;

const openIncome: ReadonlySet<string> = new Set(['other_income', 'other_transfer_in', 'private_transfer_in']);

/** Bookings of one partner that could be pay: money in, from a named partner, still undecided. */
const undecidedIncome = (
  transactions: readonly Transaction[],
  decisions: ReadonlyMap<string, Decision>,
): Map<string, Transaction[]> => {
  const groups = new Map<string, Transaction[]>();
  for (const transaction of transactions) {
    const decision = decisions.get(transaction.transactionId);
    const name = transaction.paymentPartner?.name;
    if (!decision || !name || transaction.amountMinor < SALARY_MIN_MINOR) continue;
    if (decision.confidence >= OPEN_BELOW || !openIncome.has(decision.categoryId)) continue;
    const key = `${transaction.currency} ${fold(name)}`;
    const group = groups.get(key);
    if (group) group.push(transaction);
    else groups.set(key, [transaction]);
  }
  return groups;
};

const looksLikePay = (group: readonly Transaction[]): boolean => {
  const months = new Set(group.map((transaction) => transaction.bookingDate.slice(0, 7))).size;
  if (months < SALARY_MIN_MONTHS || group.length > months * MAX_BOOKINGS_PER_MONTH) return false;
  const amounts = group.map((transaction) => transaction.amountMinor);
  return Math.max(...amounts) <= Math.min(...amounts) * MAX_SPREAD;
};

/**
 * The second pass over all bookings of a user: what one booking alone cannot show. Pairs the two sides of transfers
 * between own accounts, and takes large monthly payments of one organisation to a person for pay.
 * Answers a new map by transaction id; the input stays as it was.
 */
export const refine = (
  decisions: ReadonlyMap<string, Decision>,
  transactions: readonly Transaction[],
  accounts: readonly Account[],
  userType: 'person' | 'company',
): Map<string, Decision> => {
  const refined = new Map(decisions);
  if (userType === 'person') {
    for (const group of undecidedIncome(transactions, decisions).values()) {
      if (!looksLikePay(group)) continue;
      const reason = `${group.length} similar payments of “${group[0]?.paymentPartner?.name}”, one a month, look like pay`;
      for (const { transactionId } of group) {
        refined.set(transactionId, {
          categoryId: 'salary',
          confidence: 0.75,
          level: levelOf(0.75),
          reason,
          evidence: 'statistical',
          merchant: null,
          tags: [],
        });
      }
    }
  }
  const byId = new Map(transactions.map((transaction) => [transaction.transactionId, transaction]));
  for (const [id, counterpart] of pairInternalTransfers(transactions, accounts, decisions)) {
    const transaction = byId.get(id);
    const decision = decisions.get(id);
    const corrected = decision?.evidence === 'correction' || decision?.evidence === 'workspace_rule';
    if (transaction && !corrected) refined.set(id, internalTransferDecision(transaction, counterpart));
  }
  return refined;
};

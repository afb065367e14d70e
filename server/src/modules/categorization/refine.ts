import type { Account, Transaction } from '#modules/banking/index.ts';
import type { Decision } from './categorization.types.ts';
import { decideByRhythm } from './decide-by-rhythm.ts';
import { internalTransferDecision, pairInternalTransfers } from './pair-internal-transfers.ts';

/**
 * The second pass over all bookings of a user: what one booking alone cannot show. Pairs the two sides of transfers
 * between own accounts, and takes a person's monthly payments for what their rhythm shows, see `decideByRhythm`.
 * Answers a map by transaction id: the given one when nothing changes; it stays as it was.
 */
export const refine = (
  decisions: ReadonlyMap<string, Decision>,
  transactions: readonly Transaction[],
  accounts: readonly Account[],
  userType: 'person' | 'company',
): ReadonlyMap<string, Decision> => {
  const byRhythm = userType === 'person' ? decideByRhythm(transactions, decisions) : new Map<string, Decision>();
  const pairs = pairInternalTransfers(transactions, accounts, decisions);
  if (byRhythm.size === 0 && pairs.size === 0) return decisions;
  const refined = new Map(decisions);
  for (const [id, decision] of byRhythm) refined.set(id, decision);
  if (pairs.size === 0) return refined;
  const byId = new Map(transactions.map((transaction) => [transaction.transactionId, transaction]));
  for (const [id, counterpart] of pairs) {
    const transaction = byId.get(id);
    const decision = decisions.get(id);
    const corrected = decision?.evidence === 'correction' || decision?.evidence === 'workspace_rule';
    if (transaction && !corrected) refined.set(id, internalTransferDecision(transaction, counterpart));
  }
  return refined;
};

import type { Account, Transaction } from '#modules/banking/index.ts';
import type { Decision } from './categorization.types.ts';
import { decideByRhythm } from './decide-by-rhythm.ts';
import { internalTransferDecision, pairInternalTransfers } from './pair-internal-transfers.ts';

/**
 * The second pass over all bookings of a user: what one booking alone cannot show. Pairs the two sides of transfers
 * between own accounts, and takes a person's monthly payments for what their rhythm shows, see `decideByRhythm`.
 * `decisions` are in the order of the transactions, and so is the answer: the given list when nothing changes, which stays
 * as it was.
 */
export const refine = (
  decisions: readonly Decision[],
  transactions: readonly Transaction[],
  accounts: readonly Account[],
  userType: 'person' | 'company',
): readonly Decision[] => {
  const byRhythm = userType === 'person' ? decideByRhythm(transactions, decisions) : new Map<string, Decision>();
  const pairs = pairInternalTransfers(transactions, accounts, decisions);
  if (byRhythm.size === 0 && pairs.size === 0) return decisions;
  return transactions.map((transaction, n) => {
    const { transactionId } = transaction;
    const decision = decisions[n] as Decision;
    const counterpart = pairs.get(transactionId);
    const corrected = decision.evidence === 'correction' || decision.evidence === 'workspace_rule';
    if (counterpart !== undefined && !corrected) return internalTransferDecision(transaction, counterpart);
    return byRhythm.get(transactionId) ?? decision;
  });
};

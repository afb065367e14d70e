import type { ContractDecision, Decision } from './contract-decisions.queries.ts';
import type { Contract } from './engine/index.ts';

type Known = Pick<Contract, 'contractId' | 'transactionIDs'>;

/** Part of its own bookings, or of the decision's, that a contract must share with a decision to be meant by it. */
const MIN_SHARED = 0.5;

/**
 * What was decided about each contract, by its id. A contract's id is made of its counterparty and changes when that gets
 * to be known by another name (a merchant is recognised, an IBAN is replaced); its bookings stay. So a decision holds for
 * every contract that shares half of its bookings with it, or half of those that it was decided on; where none does, for
 * the one of the same id. `decisions` from the oldest to the newest: the last word counts.
 */
export function matchDecisions(
  contracts: readonly Known[],
  decisions: readonly ContractDecision[],
): Map<string, Decision> {
  const decided = new Map<string, Decision>();
  if (decisions.length === 0) return decided;
  const contractOf = new Map<string, Known>();
  for (const contract of contracts) for (const id of contract.transactionIDs) contractOf.set(id, contract);
  for (const { contractId, decision, transactionIds } of decisions) {
    const shared = new Map<Known, number>();
    for (const id of transactionIds) {
      const contract = contractOf.get(id);
      if (contract) shared.set(contract, (shared.get(contract) ?? 0) + 1);
    }
    const meant = [...shared].filter(
      ([contract, count]) => count >= MIN_SHARED * Math.min(contract.transactionIDs.length, transactionIds.length),
    );
    for (const [contract] of meant) decided.set(contract.contractId, decision);
    if (shared.size === 0) decided.set(contractId, decision);
  }
  return decided;
}

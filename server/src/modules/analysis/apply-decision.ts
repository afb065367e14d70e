import type { Decision } from './contract-decisions.queries.ts';
import type { Contract } from './engine/index.ts';

/** A contract as it stands after a person's word: dismissed ones expect nothing, confirmed ones are no longer early. */
export function applyDecision<C extends Pick<Contract, 'nextExpectedDate'> & { status: string }>(
  contract: C,
  decision: Decision | undefined,
): C {
  if (decision === 'dismissed') return { ...contract, status: 'dismissed', nextExpectedDate: null };
  if (decision === 'confirmed' && contract.status === 'early') return { ...contract, status: 'active' };
  return contract;
}

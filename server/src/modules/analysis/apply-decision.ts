import type { Decision } from './contract-decisions.queries.ts';
import type { Contract } from './engine/index.ts';

/**
 * A contract as it stands after a person's word: dismissed ones expect nothing, confirmed ones are no longer early. One
 * that was dismissed before and is confirmed now counts as active; when it is due, or that it has ended, the next
 * analysis tells.
 */
export function applyDecision<C extends Pick<Contract, 'nextExpectedDate'> & { status: string }>(
  contract: C,
  decision: Decision | undefined,
): C {
  if (decision === 'dismissed') return { ...contract, status: 'dismissed', nextExpectedDate: null };
  const isOpen = contract.status === 'early' || contract.status === 'dismissed';
  if (decision === 'confirmed' && isOpen) return { ...contract, status: 'active' };
  return contract;
}

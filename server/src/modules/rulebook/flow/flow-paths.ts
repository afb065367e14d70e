import type { RuleStep } from './flow.types.ts';
import { branchesOf, type PlacedStep } from './walk-steps.ts';

/** Whether the flow never goes on behind this step: it jumps, hands over, or each of its branches does. */
export function endsAlways(step: RuleStep): boolean {
  if (step.kind === 'goto' || step.kind === 'escalate') return true;
  // A question that gets its answer goes on; only its failure is a branch.
  if (step.kind === 'collect') return false;
  const branches = branchesOf(step);
  return branches.length > 0 && branches.every(({ steps }) => steps.some(endsAlways));
}

/** The steps that can come next in the same turn. Questions and actions wait for somebody, so nothing does. */
export function branchTargets({ step, next }: PlacedStep): string[] {
  switch (step.kind) {
    case 'goto':
      return [step.step];
    case 'collect':
    case 'confirm':
    case 'tool':
    case 'escalate':
      return [];
    case 'condition':
      return branchesOf(step).flatMap(({ steps }) => steps[0]?.id ?? next ?? []);
    default:
      return next === null ? [] : [next];
  }
}

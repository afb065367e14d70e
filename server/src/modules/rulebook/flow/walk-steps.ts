import type { RuleStep } from './flow.types.ts';

/** The lists of steps that a step holds, each with its place below the step as a JSON pointer. */
export function branchesOf(step: RuleStep): { pointer: string; steps: RuleStep[] }[] {
  switch (step.kind) {
    case 'condition':
      return [
        ...step.branches.map(({ steps }, index) => ({ pointer: `/branches/${index}/steps`, steps })),
        { pointer: '/otherwise', steps: step.otherwise },
      ];
    case 'collect':
      return step.failure ? [{ pointer: '/failure', steps: step.failure }] : [];
    case 'confirm':
      return [
        { pointer: '/yes', steps: step.yes },
        { pointer: '/no', steps: step.no },
      ];
    case 'tool':
      return [
        { pointer: '/success', steps: step.success },
        ...Object.entries(step.errors ?? {}).map(([code, steps]) => ({
          pointer: `/errors/${code.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          steps,
        })),
        { pointer: '/failure', steps: step.failure },
        ...(step.unknown ? [{ pointer: '/unknown', steps: step.unknown }] : []),
      ];
    default:
      return [];
  }
}

export interface PlacedStep {
  step: RuleStep;
  /** JSON pointer from the flow. */
  pointer: string;
  /** The step that runs when this one and all it holds have ended; null at the end of the flow. */
  next: string | null;
  /** The steps that hold this one, from the outermost. */
  holders: RuleStep[];
}

/** Every step of the flow in the order in which it is written, each with what comes after it. */
export function walkSteps(
  steps: readonly RuleStep[],
  pointer = '/steps',
  next: string | null = null,
  holders: RuleStep[] = [],
): PlacedStep[] {
  return steps.flatMap((step, index) => {
    const after = steps[index + 1]?.id ?? next;
    const at = `${pointer}/${index}`;
    const inside = branchesOf(step).flatMap((branch) =>
      walkSteps(branch.steps, `${at}${branch.pointer}`, after, [...holders, step]),
    );
    return [{ step, pointer: at, next: after, holders }, ...inside];
  });
}

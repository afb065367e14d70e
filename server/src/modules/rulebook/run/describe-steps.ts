import type { RuleStep } from '../flow/flow.types.ts';
import { walkSteps } from '../flow/walk-steps.ts';
import type { RunnableRule } from './run.types.ts';

export interface DescribedStep {
  id: string;
  kind: RuleStep['kind'];
  /** What it is about, as its author calls it: an action, an input, a tag, a step; empty where the kind says it all. */
  what: string;
}

/** The steps of a path, for people who look at how an answer came about. Nothing of the customer stands in it. */
export function describeSteps({ flow }: RunnableRule, path: readonly string[]): DescribedStep[] {
  const steps = new Map(walkSteps(flow.steps).map(({ step }) => [step.id, step]));
  return path.flatMap((id) => {
    const step = steps.get(id);
    return step ? [{ id, kind: step.kind, what: whatOf(step) }] : [];
  });
}

function whatOf(step: RuleStep): string {
  switch (step.kind) {
    case 'tool':
      return step.action;
    case 'collect':
      return step.input;
    case 'tag':
      return step.tag;
    case 'goto':
      return step.step;
    case 'escalate':
      return step.reason ?? '';
    default:
      return '';
  }
}

import type { Literal } from '../flow/flow.types.ts';
import { walkSteps } from '../flow/walk-steps.ts';
import type { StoredRun } from '../runs.queries.ts';

/** How far a customer was led, for people. */
export interface RunDescription {
  name: string;
  /** What was collected, in the words of the rule. */
  inputs: { description: string; value: Exclude<Literal, null> }[];
  /** Actions that were called, in the order of the flow; `unknown`: nobody knows whether it was done. */
  calls: { action: string; outcome: 'done' | 'refused' | 'unknown'; errorCode: string | null }[];
}

/** What was collected and done in a run so far. */
export function describeRun({ rule, state }: Pick<StoredRun, 'rule' | 'state'>): RunDescription {
  return {
    name: rule.name,
    inputs: Object.entries(state.inputs).flatMap(([name, value]) =>
      value === null ? [] : [{ description: rule.inputSchema[name]?.description || name, value }],
    ),
    calls: walkSteps(rule.flow.steps).flatMap(({ step }) => {
      const answer = Object.hasOwn(state.outputs, step.id) ? state.outputs[step.id] : undefined;
      if (step.kind !== 'tool' || (!answer && !state.unknown.includes(step.id))) return [];
      const code = answer?.error_code;
      return [
        {
          action: step.action,
          outcome: !answer ? ('unknown' as const) : answer.success === true ? ('done' as const) : ('refused' as const),
          errorCode: typeof code === 'string' ? code : null,
        },
      ];
    }),
  };
}

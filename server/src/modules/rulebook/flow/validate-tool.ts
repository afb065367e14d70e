import type { FieldError } from '#platform/http/errors.ts';
import type { ActionSignature } from './catalogue.ts';
import type { CheckedFlow } from './checked-flow.ts';
import type { FlowValue, RuleStep, ToolStep } from './flow.types.ts';
import { confirmOf } from './flow-paths.ts';
import { fits, typeOfLiteral } from './validate-condition.ts';

/** Mistakes of a call with their places below the step: the action, what it is given, and the yes that it needs. */
export function validateTool(step: ToolStep, holders: readonly RuleStep[], checked: CheckedFlow): FieldError[] {
  const { actions } = checked.catalogue;
  const action = Object.hasOwn(actions, step.action) ? actions[step.action] : undefined;
  if (!action) return [{ path: '/action', message: `is no action of this workspace: ${step.action}` }];
  return [
    ...missingYes(step, holders, action),
    ...emptyFailure(step),
    ...missingInputs(step, action),
    ...Object.entries(step.inputs).flatMap(([name, value]) => validateInput(name, value, action, checked)),
  ];
}

/** Its author may waive the yes, unless the company demands it. */
function missingYes(
  step: ToolStep,
  holders: readonly RuleStep[],
  { requiresConfirmation }: ActionSignature,
): FieldError[] {
  if (confirmOf({ step, holders })) return [];
  const mend = 'put this step under the `yes` of a confirm step';
  if (requiresConfirmation) {
    const message = `calls ${step.action} without a confirmation, and an endpoint of this action demands one (requiresConfirmation): ${mend}`;
    return [{ path: step.withoutConfirmation ? '/withoutConfirmation' : '/action', message }];
  }
  if (step.withoutConfirmation) return [];
  return [{ path: '/action', message: `${step.action} needs a yes: ${mend}, or say withoutConfirmation` }];
}

const emptyFailure = ({ action, failure }: ToolStep): FieldError[] =>
  failure.length === 0 ? [{ path: '/failure', message: `is empty: say what happens when ${action} did not work` }] : [];

const missingInputs = (step: ToolStep, action: ActionSignature): FieldError[] =>
  Object.entries(action.inputs).flatMap(([name, { required }]) =>
    required && !Object.hasOwn(step.inputs, name)
      ? [{ path: `/inputs/${name}`, message: `is required by ${step.action}` }]
      : [],
  );

function validateInput(name: string, value: FlowValue, action: ActionSignature, { typeOf }: CheckedFlow): FieldError[] {
  const path = `/inputs/${name}`;
  const expected = Object.hasOwn(action.inputs, name) ? action.inputs[name] : undefined;
  if (!expected) return [{ path, message: 'is no input of this action' }];
  const isReference = typeof value === 'object' && value !== null;
  const found = isReference ? typeOf(value.ref) : { type: typeOfLiteral(value) };
  if ('mistake' in found) return [{ path: `${path}/ref`, message: found.mistake }];
  if (found.type === null) return expected.required ? [{ path, message: 'is required and can not be null' }] : [];
  return fits(expected.type, found.type)
    ? []
    : [{ path, message: `is a ${found.type}; the action takes a ${expected.type}` }];
}

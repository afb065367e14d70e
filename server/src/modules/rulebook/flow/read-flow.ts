import { Type } from 'typebox';
import { type FieldError, invalidFields } from '#platform/http/errors.ts';
import { createValidator } from '#platform/http/validation.ts';
import { StepAlone } from './flow.schemas.ts';
import type { RuleFlow, RuleStep } from './flow.types.ts';
import { branchesOf } from './walk-steps.ts';

/** Deeper than anybody can follow. */
const DEEPEST = 20;

const list = createValidator(Type.Array(StepAlone, { maxItems: 100 }));

/** What was sent, as a flow. @throws AppError 400 with every mistake of the outermost lists that have one. */
export function readFlow(sent: { steps: unknown[] }): RuleFlow {
  const errors = mistakesOf(sent.steps, '/flowConfig/steps', 1);
  if (errors.length > 0) throw invalidFields(errors);
  return sent as RuleFlow;
}

function mistakesOf(steps: unknown[], pointer: string, depth: number): FieldError[] {
  if (depth > DEEPEST) return [{ path: pointer, message: `is nested deeper than ${DEEPEST} levels` }];
  const errors = list.errors(steps).map(({ path, message }) => ({ path: `${pointer}${path}`, message }));
  if (errors.length > 0) return errors;
  return (steps as RuleStep[]).flatMap((step, index) =>
    branchesOf(step).flatMap((branch) => mistakesOf(branch.steps, `${pointer}/${index}${branch.pointer}`, depth + 1)),
  );
}

import type { Static } from 'typebox';
import { AppError, type FieldError } from '#platform/http/errors.ts';
import { WRITE_FIELDS } from '../check-endpoint.ts';
import type { EndpointRow } from '../endpoints.queries.ts';
import { compileExpression, ExpressionError, type ExpressionNames } from '../expressions/compile-expression.ts';
import { endpointNotFound } from '../integrations.errors.ts';
import type { Step, StepOutput } from '../integrations.types.ts';
import type { StepOutputSchema, StepSchema } from './steps.schemas.ts';

export interface CheckedChain {
  steps: Step[];
  outputs: StepOutput[];
  errors: FieldError[];
}

interface Described {
  steps: readonly Static<typeof StepSchema>[];
  outputs: readonly Static<typeof StepOutputSchema>[];
}

/**
 * Completes a chain that somebody has described and names all that is wrong with it: inputs that are missing or unknown,
 * expressions that do not parse or read what does not exist at their place. Throws for an endpoint that does not exist.
 *
 * @param at where the steps and the outputs stand in the request
 */
export function checkChain(
  { steps, outputs }: Described,
  known: { endpoints: readonly EndpointRow[]; inputs: ReadonlySet<string> },
  at: { steps: string; outputs: string },
): CheckedChain {
  const errors: FieldError[] = [];
  const fields = new Map<string, ReadonlySet<string>>();
  const names: ExpressionNames = { inputs: known.inputs, steps: fields };
  const checked = steps.map(({ id, endpointId, when = null, inputs }, n): Step => {
    const path = `${at.steps}/${n}`;
    const endpoint = known.endpoints.find((row) => row.endpointId === endpointId);
    if (fields.has(id)) errors.push({ path: `${path}/id`, message: `"${id}" is the id of a step before` });
    if (!endpoint)
      throw new AppError(endpointNotFound, `${path}/endpointId: there is no such endpoint in this workspace.`);
    if (when !== null) errors.push(...wrongExpression(when, names, `${path}/when`));
    for (const [name, text] of Object.entries(inputs)) {
      errors.push(...wrongExpression(text, names, `${path}/inputs/${name}`));
    }
    errors.push(...wrongInputs(endpoint, inputs, `${path}/inputs`));
    fields.set(id, fieldsOf(endpoint));
    return { id, endpointId, when, inputs };
  });
  for (const [n, { value }] of outputs.entries())
    errors.push(...wrongExpression(value, names, `${at.outputs}/${n}/value`));
  return {
    steps: checked,
    outputs: outputs.map(({ description = '', ...output }) => ({ ...output, description })),
    errors,
  };
}

/** What later steps may read of a call. */
function fieldsOf({ definition }: EndpointRow): ReadonlySet<string> {
  const { outputs, kind } = definition;
  return new Set([...outputs.map(({ name }) => name), ...(kind === 'write' ? WRITE_FIELDS : [])]);
}

function wrongInputs(endpoint: EndpointRow, given: Record<string, string>, path: string): FieldError[] {
  const { inputs } = endpoint.definition;
  const unknown = Object.keys(given).filter((name) => !inputs.some((input) => input.name === name));
  const missing = inputs.filter(({ name, required }) => required && !Object.hasOwn(given, name));
  return [
    ...unknown.map((name) => ({ path: `${path}/${name}`, message: `is no input of ${endpoint.definition.name}` })),
    ...missing.map(({ name }) => ({ path: `${path}/${name}`, message: `is required by ${endpoint.definition.name}` })),
  ];
}

function wrongExpression(text: string, names: ExpressionNames, path: string): FieldError[] {
  try {
    const unknown = compileExpression(text).findUnknown(names);
    return unknown === null ? [] : [{ path, message: unknown }];
  } catch (error) {
    if (error instanceof ExpressionError) return [{ path, message: error.message }];
    throw error;
  }
}

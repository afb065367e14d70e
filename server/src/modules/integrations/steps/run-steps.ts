import { unsent } from '../call/call-endpoint.ts';
import { pick } from '../call/read-answer.ts';
import { compileExpression, ExpressionError, type ExpressionScope } from '../expressions/compile-expression.ts';
import type {
  CallableEndpoint,
  CallOutcome,
  CallResult,
  FailureKind,
  Scalar,
  Step,
  StepOutput,
  Values,
} from '../integrations.types.ts';

/** How one step went; it holds no value and no address. */
export interface StepTrace {
  step: string;
  endpoint: string;
  kind: 'read' | 'write';
  outcome: CallOutcome | 'skipped';
  failure: FailureKind | null;
  status: number | null;
  durationMs: number;
  attempts: number;
}

export interface Chain {
  steps: readonly Step[];
  customer: { externalId: string | null; email: string | null } | null;
  inputs: Values;
  callables: ReadonlyMap<string, CallableEndpoint>;
  /** Makes the call: really, or for a try that sends nothing. */
  call(step: Step, callable: CallableEndpoint, values: Values): Promise<CallResult>;
}

export interface ChainResult {
  traces: StepTrace[];
  scope: ExpressionScope;
  /** The step at which it ended early; null: it went through. */
  stoppedAt: StepTrace | null;
  /** Of the last write that was answered. */
  answer: { message: string | null; errorCode: string | null };
}

/**
 * Runs the calls of a chain one after the other; each may use what those before have answered. It ends at the first that
 * failed, was refused or is unknown. An unknown customer is an answer: its fields are null, and the chain goes on.
 */
export async function runSteps(chain: Chain): Promise<ChainResult> {
  const { customer, inputs } = chain;
  const scope: ExpressionScope = {
    customer: { external_id: customer?.externalId ?? null, email: customer?.email ?? null },
    inputs,
    steps: Object.create(null),
  };
  const result: ChainResult = { traces: [], scope, stoppedAt: null, answer: { message: null, errorCode: null } };
  for (const step of chain.steps) {
    const trace = await runStep(chain, step, result);
    result.traces.push(trace);
    if (!STOPS.has(trace.outcome)) continue;
    result.stoppedAt = trace;
    break;
  }
  return result;
}

const STOPS: ReadonlySet<StepTrace['outcome']> = new Set(['failed', 'refused', 'unknown']);
const NOWHERE = { kind: 'read' as const, name: '', outputs: [] };

async function runStep(chain: Chain, step: Step, result: ChainResult): Promise<StepTrace> {
  const { scope } = result;
  const callable = chain.callables.get(step.endpointId);
  const { kind, name, outputs } = callable?.definition ?? NOWHERE;
  scope.steps[step.id] = pick(outputs, {});
  const trace = (ended: Pick<StepTrace, 'outcome' | 'failure' | 'status' | 'durationMs' | 'attempts'>): StepTrace => ({
    step: step.id,
    endpoint: name,
    kind,
    outcome: ended.outcome,
    failure: ended.failure,
    status: ended.status,
    durationMs: Math.round(ended.durationMs),
    attempts: ended.attempts,
  });
  if (!callable) return trace(unsent(NOWHERE, 'not_configured'));
  const values = inputsOf(step, scope);
  if (values === 'skipped')
    return trace({ outcome: 'skipped', failure: null, status: null, durationMs: 0, attempts: 0 });
  if (values === 'failed') return trace(unsent(callable.definition, 'expression'));
  const ended = await chain.call(step, callable, values);
  scope.steps[step.id] = kind === 'write' ? withContractFields(ended) : ended.values;
  if (kind === 'write') result.answer = { message: ended.message, errorCode: ended.errorCode };
  return trace(ended);
}

/** What the step sends; `skipped` when its condition does not hold. */
function inputsOf(step: Step, scope: ExpressionScope): Values | 'skipped' | 'failed' {
  try {
    if (step.when !== null && compileExpression(step.when).evaluate(scope) !== true) return 'skipped';
    const values: Values = Object.create(null);
    for (const [name, text] of Object.entries(step.inputs)) values[name] = compileExpression(text).evaluate(scope);
    return values;
  } catch (error) {
    if (error instanceof ExpressionError) return 'failed';
    throw error;
  }
}

function withContractFields({ outcome, values, message, errorCode }: CallResult): Values {
  const success = outcome === 'ok' ? true : outcome === 'refused' ? false : null;
  return Object.assign(Object.create(null), values, { success, message, error_code: errorCode });
}

/** What a chain hands out: null for what has another type than declared, or can not be told after how it went. */
export function readOutputs(outputs: readonly StepOutput[], scope: ExpressionScope): Values {
  const values: Values = Object.create(null);
  for (const { name, type, value } of outputs) values[name] = readOutput(value, type, scope);
  return values;
}

function readOutput(text: string, type: StepOutput['type'], scope: ExpressionScope): Scalar {
  try {
    const value = compileExpression(text).evaluate(scope);
    return typeof value === type ? value : null;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

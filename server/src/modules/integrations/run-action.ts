import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError, type FieldError, invalidFields } from '#platform/http/errors.ts';
import type { ActionRow, RunRow, RunState } from './actions.types.ts';
import { BUDGETS, type Budgets } from './call/budgets.ts';
import { callEndpoint, unsent } from './call/call-endpoint.ts';
import { runKeyReused } from './integrations.errors.ts';
import { actionOutcomeUnknown } from './integrations.events.ts';
import type { EnvironmentName, Scalar, Values, VerifiedCustomer } from './integrations.types.ts';
import { requireAction } from './manage-actions.ts';
import { loadCallables } from './resolve-attributes.ts';
import { endRun, insertRun, markWriting, selectRunByKey } from './runs.queries.ts';
import { type ChainResult, readOutputs, runSteps, type StepTrace } from './steps/run-steps.ts';

export interface RunAction {
  actionId: string;
  /** One per thing that the customer has agreed to: the same key again tells what came of it and does nothing. */
  runKey: string;
  environment: EnvironmentName;
  customer: VerifiedCustomer | null;
  inputs: Readonly<Record<string, Scalar>>;
  botId: string | null;
  conversationId: string | null;
}

export interface ActionResult {
  runId: string;
  /** `running`: another process is at it. `unknown`: nobody knows whether it was done; say so, and hand over to a person. */
  state: RunState;
  /** The declared outputs, and `success`, `message` and `error_code`. */
  outputs: Values;
  /** How each step went; empty when the run had ended before. */
  steps: StepTrace[];
}

/** What rules can route on when it was not the company's system that said why. */
export const OWN_CODES = {
  unavailable: 'SYSTEM_UNAVAILABLE',
  unknown: 'OUTCOME_UNKNOWN',
  nothingToDo: 'NOTHING_TO_DO',
  missingInput: 'MISSING_INPUT',
} as const;

/**
 * Runs an action once per `runKey`. What is about to be written is on record before it is sent, so that a crash leaves it
 * unknown and not forgotten. Call it outside of a transaction: it waits for others, and its records must not roll back.
 * Rejects inputs that the action does not take; never for what the company's system does.
 */
export async function runAction(
  ctx: DetachedContext,
  run: RunAction,
  budgets: Budgets = BUDGETS,
): Promise<ActionResult> {
  const begun = await begin(ctx, run);
  if ('known' in begun) return presentKnown(begun.known);
  const { action, runId, inputs } = begun;
  const chain = await runChain(ctx, { action, runId, inputs, run, budgets });
  const ended = conclude(action, chain);
  const outputs = outputsOf(action, chain, ended);
  const { failure, state } = ended;
  const { message } = chain.answer;
  const record = { runId, ...ended, failure, message, outputs, endedAt: ctx.now() };
  const isRecorded = await inTransaction(ctx, async (inner) => {
    const isFirst = await endRun(inner.session, record);
    if (isFirst && state === 'unknown') await tellUnknown(inner, action, runId, run.environment);
    return isFirst;
  }).catch((error) => {
    ctx.log.error({ err: error, runId }, 'The end of an action could not be written down; it will count as unknown');
    return false;
  });
  if (isRecorded || !hasWritten(chain)) return { runId, state, outputs, steps: chain.traces };
  return {
    runId,
    state: 'unknown',
    outputs: { ...outputs, success: null, error_code: OWN_CODES.unknown },
    steps: chain.traces,
  };
}

type Begun = { known: RunRow } | { action: ActionRow; runId: string; inputs: Values };

function begin(ctx: DetachedContext, run: RunAction): Promise<Begun> {
  return inTransaction(ctx, async (inner): Promise<Begun> => {
    // First of all: what has been begun is known, whatever became of the action since.
    const begun = await selectRunByKey(inner.session, ctx.workspaceId, run.runKey);
    if (begun) return { known: sameRun(begun, run) };
    const action = await requireAction(inner, run.actionId);
    const inputs = checkInputs(action, run.inputs);
    const startedAt = inner.now();
    const runId = uuidv7(startedAt.getTime());
    const { runKey, botId, conversationId, environment } = run;
    const userKey = run.customer?.userKey ?? null;
    const row = {
      runId,
      actionId: action.actionId,
      actionName: action.name,
      botId,
      conversationId,
      userKey,
      environment,
      runKey,
      inputs,
      startedAt,
    };
    if (await insertRun(inner.session, ctx.workspaceId, row)) return { action, runId, inputs };
    return { known: sameRun(await selectRunByKey(inner.session, ctx.workspaceId, runKey), run) };
  });
}

/** @throws AppError when the key belongs to another action, or to other inputs. */
function sameRun(known: RunRow | undefined, { actionId, inputs }: RunAction): RunRow {
  if (known?.actionId === actionId && sameValues(known.inputs, inputs)) return known;
  throw new AppError(runKeyReused, 'The key of this run belongs to another action, or to other inputs.');
}

const sameValues = (one: Readonly<Values>, other: Readonly<Values>) =>
  Object.keys({ ...one, ...other }).every((name) => (one[name] ?? null) === (other[name] ?? null));

/** The inputs with their types; rejects what is missing, has another type or is not declared. */
export function checkInputs(
  action: Pick<ActionRow, 'inputs'>,
  given: Readonly<Record<string, Scalar>>,
  what: 'action' | 'endpoint' = 'action',
): Values {
  const errors: FieldError[] = [];
  const inputs: Values = Object.create(null);
  for (const { name, type, required } of action.inputs) {
    const value = Object.hasOwn(given, name) ? (given[name] ?? null) : null;
    if (value === null && required) errors.push({ path: `/inputs/${name}`, message: 'is required' });
    if (value !== null && typeof value !== type) errors.push({ path: `/inputs/${name}`, message: `must be a ${type}` });
    inputs[name] = value;
  }
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(inputs, name)) errors.push({ path: `/inputs/${name}`, message: `is no input of this ${what}` });
  }
  if (errors.length > 0) throw invalidFields(errors);
  return inputs;
}

interface Running {
  action: ActionRow;
  runId: string;
  inputs: Values;
  run: RunAction;
  budgets: Budgets;
}

async function runChain(ctx: DetachedContext, { action, runId, inputs, run, budgets }: Running): Promise<ChainResult> {
  const endpointIds = action.steps.map((step) => step.endpointId);
  const { callables, allowList } = await loadCallables(ctx, endpointIds, run.environment);
  // Reads and writes have their own budgets; all of them together must end before the run counts as abandoned.
  const deadlineMs = performance.now() + budgets.write.hardMs * 2;
  return runSteps({
    steps: action.steps,
    customer: run.customer,
    inputs,
    callables,
    async call(step, callable, values) {
      const { kind } = callable.definition;
      if (kind === 'write' && !(await inTransaction(ctx, ({ session }) => markWriting(session, runId, step.id)))) {
        // Ended by somebody who took this process for dead, and has told so: nothing goes out any more.
        return unsent(callable.definition, 'held_back');
      }
      const idempotencyKey = kind === 'write' ? `kontor-${runId}-${step.id}` : null;
      return callEndpoint(ctx, callable, values, { allowList, budget: budgets[kind], deadlineMs, idempotencyKey });
    },
  });
}

const writesOf = ({ traces }: ChainResult) => traces.filter(({ kind }) => kind === 'write');
/** Whether a write was sent that may have had its effect. */
const hasWritten = (chain: ChainResult) =>
  writesOf(chain).some(({ outcome }) => outcome === 'ok' || outcome === 'unknown');

export interface Conclusion {
  state: Exclude<RunState, 'running'>;
  step: string | null;
  errorCode: string | null;
  failure: string | null;
}

/** What the steps together mean. A later step that fails after a write was done leaves something half done: a person looks. */
export function conclude(action: Pick<ActionRow, 'steps'>, chain: ChainResult): Conclusion {
  const { stoppedAt, answer } = chain;
  const wrote = writesOf(chain).some(({ outcome }) => outcome === 'ok');
  const last = action.steps.at(-1)?.id ?? null;
  if (!stoppedAt && wrote) return { state: 'done', step: last, errorCode: null, failure: null };
  if (!stoppedAt) return { state: 'failed', step: last, errorCode: OWN_CODES.nothingToDo, failure: null };
  const { step, failure, outcome } = stoppedAt;
  if (wrote || outcome === 'unknown') return { state: 'unknown', step, errorCode: OWN_CODES.unknown, failure };
  if (outcome === 'refused') return { state: 'refused', step, errorCode: answer.errorCode, failure };
  const errorCode = failure === 'missing_input' ? OWN_CODES.missingInput : OWN_CODES.unavailable;
  return { state: 'failed', step, errorCode, failure };
}

/** The declared outputs and the three that every action has. */
export function outputsOf(
  action: Pick<ActionRow, 'outputs'>,
  chain: ChainResult,
  { state, errorCode }: Conclusion,
): Values {
  return Object.assign(
    readOutputs(action.outputs, chain.scope),
    contractOutputs(state, chain.answer.message, errorCode),
  );
}

/** The three outputs that every run that has ended has. */
export const contractOutputs = (state: Conclusion['state'], message: string | null, errorCode: string | null) => ({
  success: state === 'unknown' ? null : state === 'done',
  message,
  error_code: errorCode,
});

function presentKnown(run: RunRow): ActionResult {
  const isOver = run.state !== 'running';
  return { runId: run.runId, state: run.state, outputs: isOver ? run.outputs : {}, steps: [] };
}

/** The alarm about a run of which a person has to find out what came of it. */
export async function tellUnknown(
  ctx: Context,
  { actionId, name }: Pick<ActionRow, 'actionId' | 'name'>,
  runId: string,
  environment: EnvironmentName,
): Promise<void> {
  await ctx.events.publish(ctx, actionOutcomeUnknown, { runId, actionId, actionName: name, environment });
}

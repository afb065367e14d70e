import { setTimeout as sleep } from 'node:timers/promises';
import type { DetachedContext } from '#platform/context.ts';
import { selectCallables } from '../endpoints.queries.ts';
import type { CallableEndpoint, CallResult, EndpointDefinition, FailureKind, Values } from '../integrations.types.ts';
import type { Budget } from './budgets.ts';
import { type FilledRequest, fillTemplate, TemplateError } from './fill-template.ts';
import { pick } from './read-answer.ts';
import { admitCall, recordCall } from './record-call.ts';
import { type Attempt, sendRequest } from './send-request.ts';

export interface CallOptions {
  allowList: readonly string[];
  budget: Budget;
  /** `performance.now()` at which the whole chain has to be over. */
  deadlineMs: number;
  /** One per write, whatever the number of tries; null for reads. */
  idempotencyKey: string | null;
}

/** A second try begins after so long: what was restarting may be up. */
const RETRY_PAUSE_MS = 100;
/** Less than this is no time for a request. */
const SHORTEST_TRY_MS = 50;
const GATEWAY_STATUSES: ReadonlySet<number | null> = new Set([502, 503, 504]);

/**
 * Calls an endpoint by the rules of the contract: within its budget, limit and circuit. A read is tried once more when the
 * connection failed, a gateway answered in its place, or the key was changed meanwhile. A write is tried once more only at
 * an endpoint that has confirmed to honour the `Idempotency-Key`. Never throws for what the company's system does.
 */
export async function callEndpoint(
  ctx: DetachedContext,
  callable: CallableEndpoint,
  given: Values,
  options: CallOptions,
): Promise<CallResult> {
  const startedMs = performance.now();
  const { outputs } = callable.definition;
  const filled = fill(callable, given);
  if (!filled) return unsent(callable.definition, 'missing_input', startedMs);
  const endMs = Math.min(startedMs + options.budget.hardMs, options.deadlineMs);
  const tries = await tryTwice(ctx, callable, filled, { ...options, endMs });
  const { last, attempts } = tries;
  const result: CallResult = {
    outcome: last.outcome,
    failure: last.failure,
    status: last.status,
    values: Object.assign(pick(outputs, {}), last.values),
    message: last.message,
    errorCode: last.errorCode,
    durationMs: performance.now() - startedMs,
    attempts,
  };
  await recordCall(ctx, callable, { result, object: last.object, retryAfterSeconds: last.retryAfterSeconds });
  return result;
}

function fill({ definition, environment }: CallableEndpoint, given: Values): FilledRequest | null {
  try {
    return fillTemplate(definition, environment.baseUrl, given);
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

/** A call that was not made; the endpoint's figures do not count it. */
export function unsent(
  { outputs }: Pick<EndpointDefinition, 'outputs'>,
  failure: FailureKind,
  startedMs = performance.now(),
): CallResult {
  return {
    outcome: 'failed',
    failure,
    status: null,
    values: pick(outputs, {}),
    message: null,
    errorCode: null,
    durationMs: performance.now() - startedMs,
    attempts: 0,
  };
}

async function tryTwice(
  ctx: DetachedContext,
  callable: CallableEndpoint,
  request: FilledRequest,
  options: CallOptions & { endMs: number },
): Promise<{ last: Attempt; attempts: number }> {
  const first = await tryOnce(ctx, callable, request, options, options.budget.firstTryMs);
  if (!first.sent) return { last: first.attempt, attempts: 0 };
  const again = await whetherAgain(ctx, callable, first.attempt);
  const restMs = options.endMs - performance.now() - RETRY_PAUSE_MS;
  if (!again || restMs < SHORTEST_TRY_MS) return { last: first.attempt, attempts: 1 };
  await sleep(RETRY_PAUSE_MS);
  const second = await tryOnce(ctx, again, request, options, options.budget.hardMs);
  if (!second.sent) return { last: first.attempt, attempts: 1 };
  return { last: afterBoth(first.attempt, second.attempt), attempts: 2 };
}

async function tryOnce(
  ctx: DetachedContext,
  callable: CallableEndpoint,
  request: FilledRequest,
  { allowList, budget, idempotencyKey, endMs }: CallOptions & { endMs: number },
  longestMs: number,
): Promise<{ sent: boolean; attempt: Attempt }> {
  const maxWaitMs = Math.max(0, Math.min(budget.maxWaitMs, endMs - performance.now() - SHORTEST_TRY_MS));
  const admission = await admitCall(ctx, callable, maxWaitMs);
  if (!admission.admitted) return { sent: false, attempt: notSent(admission.failure) };
  if (admission.waitMs > 0) await sleep(admission.waitMs);
  const timeoutMs = Math.min(longestMs, endMs - performance.now());
  if (timeoutMs < SHORTEST_TRY_MS) return { sent: false, attempt: notSent('held_back') };
  return { sent: true, attempt: await sendRequest(ctx, callable, request, { allowList, timeoutMs, idempotencyKey }) };
}

const notSent = (failure: FailureKind): Attempt => ({
  outcome: 'failed',
  failure,
  values: Object.create(null),
  message: null,
  errorCode: null,
  object: null,
  status: null,
  retryAfterSeconds: null,
});

/** The endpoint as a second try has to call it; null when there is none. */
async function whetherAgain(
  ctx: DetachedContext,
  callable: CallableEndpoint,
  { outcome, failure, status }: Attempt,
): Promise<CallableEndpoint | null> {
  const { kind, honoursIdempotencyKey } = callable.definition;
  if (kind === 'write' && !honoursIdempotencyKey) return null;
  if (status === 401) return withNewKey(ctx, callable);
  if (kind === 'write') return outcome === 'unknown' || failure === 'unreachable' ? callable : null;
  const failedOnTheWay = failure === 'unreachable' || failure === 'broken_answer';
  return failedOnTheWay || GATEWAY_STATUSES.has(status) ? callable : null;
}

/** With the key that was stored since this call began; null when it is the same, or is for another place than was asked. */
async function withNewKey(ctx: DetachedContext, callable: CallableEndpoint): Promise<CallableEndpoint | null> {
  const { endpointId, environment } = callable;
  const [now] = await ctx.database.read(ctx.workspaceId, (session) =>
    selectCallables(session, ctx.workspaceId, [endpointId], environment.environment),
  );
  const isSamePlace = now?.environment.baseUrl === environment.baseUrl;
  return now && isSamePlace && now.environment.sealedKey !== environment.sealedKey ? now : null;
}

/** After a first try that may have had its effect only a clear yes or no counts: a 409 may speak of that very effect. */
function afterBoth(first: Attempt, second: Attempt): Attempt {
  return first.outcome === 'unknown' && second.outcome === 'failed' ? { ...second, outcome: 'unknown' } : second;
}

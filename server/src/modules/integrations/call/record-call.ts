import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import {
  type EndpointReference,
  insertCall,
  lockEndpointState,
  updateEndpointState,
  upsertDrift,
} from '../call-states.queries.ts';
import { endpointCutOff, endpointDrifted } from '../integrations.events.ts';
import type { CallableEndpoint, CallResult } from '../integrations.types.ts';
import { compareShape } from './compare-shape.ts';
import { type Admission, admit, FAILURES_TO_OPEN, judge } from './guard-endpoint.ts';

const referenceTo = ({ endpointId, environment }: CallableEndpoint): EndpointReference => ({
  endpointId,
  environment: environment.environment,
});

/** Asks the endpoint's limit and circuit, for all processes together, and takes a place when there is one. */
export function admitCall(ctx: DetachedContext, callable: CallableEndpoint, maxWaitMs: number): Promise<Admission> {
  const reference = referenceTo(callable);
  const { rateLimitPerMinute } = callable.definition;
  return inTransaction(ctx, async ({ session, now }) => {
    const state = await lockEndpointState(session, ctx.workspaceId, reference);
    // The endpoint was deleted a moment ago: what was begun may end.
    if (!state) return { admitted: false, failure: 'circuit_open' };
    const admission = admit(state, now(), { rateLimitPerMinute, maxWaitMs });
    if (admission.admitted && hasChanged(state, admission.state)) {
      await updateEndpointState(session, reference, admission.state);
    }
    return admission;
  });
}

export interface Ended {
  result: CallResult;
  /** The answer, to compare its shape with the declared one. */
  object: Record<string, unknown> | null;
  retryAfterSeconds: number | null;
}

/**
 * Writes down how a call ended: the figures, the circuit, a changed shape and the alarms about both. It must not turn what
 * was done into an error, so its own failure is logged and no more.
 */
export async function recordCall(ctx: DetachedContext, callable: CallableEndpoint, ended: Ended): Promise<void> {
  await inTransaction(ctx, (inner) => record(inner, callable, ended)).catch((error) =>
    ctx.log.error({ err: error, endpointId: callable.endpointId }, 'A call could not be written down'),
  );
}

async function record(ctx: Context, callable: CallableEndpoint, { result, object, retryAfterSeconds }: Ended) {
  const { session, workspaceId } = ctx;
  const reference = referenceTo(callable);
  const now = ctx.now();
  const state = await lockEndpointState(session, workspaceId, reference);
  if (!state) return;
  const { outcome, failure, status, durationMs, attempts } = result;
  const call = { callId: uuidv7(now.getTime()), outcome, failure, status, durationMs, attempts, calledAt: now };
  await insertCall(session, workspaceId, reference, call);
  // What was never sent says nothing about the endpoint.
  if (attempts === 0) return;
  const judged = judge(state, { failure, retryAfterSeconds }, now);
  if (hasChanged(state, judged)) await updateEndpointState(session, reference, judged);
  const place = { integrationId: callable.integrationId, ...reference };
  if (judged.consecutiveFailures === FAILURES_TO_OPEN && state.consecutiveFailures < FAILURES_TO_OPEN) {
    await ctx.events.publish(ctx, endpointCutOff, { ...place, failure: failure ?? '' });
  }
  // An answer that tells of a refusal need not have what a success has.
  if (outcome !== 'ok' || !object) return;
  for (const drift of compareShape(callable.definition.outputs, object)) {
    const isNews = await upsertDrift(session, workspaceId, reference, drift, now);
    if (isNews) await ctx.events.publish(ctx, endpointDrifted, { ...place, ...drift });
  }
}

const hasChanged = (before: object, after: object) => JSON.stringify(before) !== JSON.stringify(after);

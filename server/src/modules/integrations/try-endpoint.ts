import type { Static } from 'typebox';
import { type DetachedContext, inTransaction } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { BUDGETS } from './call/budgets.ts';
import { callEndpoint, unsent } from './call/call-endpoint.ts';
import { planRequest, sampleAnswer } from './call/plan-request.ts';
import { requireSightOfCustomers } from './customer/identify-customer.ts';
import type { TriedEndpoint, TryEndpoint } from './endpoints.schemas.ts';
import { onlySandbox } from './integrations.errors.ts';
import type { CallResult } from './integrations.types.ts';
import { requireEndpoint } from './manage-endpoints.ts';
import { loadCallables } from './resolve-attributes.ts';
import { checkInputs } from './run-action.ts';

/**
 * Calls an endpoint for somebody who builds with it. Without `send` nothing leaves the house. A write is sent to the sandbox and
 * to nowhere else; a read of real customers only for those who may see them.
 */
export async function tryEndpoint(
  ctx: DetachedContext,
  { integrationId, endpointId }: { integrationId: string; endpointId: string },
  { inputs: given, environment = 'sandbox', send = false }: Static<typeof TryEndpoint>,
): Promise<Static<typeof TriedEndpoint>> {
  const { row, inputs } = await inTransaction(ctx, async (inner) => {
    const found = await requireEndpoint(inner, integrationId, endpointId);
    if (send && environment !== 'sandbox') {
      if (found.definition.kind === 'write') {
        throw new AppError(
          onlySandbox,
          `/environment: a write is sent to the sandbox only, not to ${environment}; there it would really be done.`,
        );
      }
      requireSightOfCustomers(inner);
    }
    return { row: found, inputs: checkInputs(found.definition, given, 'endpoint') };
  });
  const { callables, allowList } = await loadCallables(ctx, [row.endpointId], environment);
  const callable = callables.get(row.endpointId);
  if (!callable) return answerOf(environment, false, null, unsent(row.definition, 'not_configured'));
  const { kind } = row.definition;
  const idempotencyKey = kind === 'write' ? `kontor-try-${uuidv7(ctx.now().getTime())}` : null;
  const request = planRequest(callable, inputs, idempotencyKey);
  if (!request) return answerOf(environment, false, null, unsent(row.definition, 'missing_input'));
  if (!send) return answerOf(environment, false, request, sampleAnswer(callable));
  const budget = BUDGETS[kind];
  const deadlineMs = performance.now() + budget.hardMs;
  const result = await callEndpoint(ctx, callable, inputs, { allowList, budget, deadlineMs, idempotencyKey });
  return answerOf(environment, true, request, result);
}

function answerOf(
  environment: Static<typeof TriedEndpoint>['environment'],
  sent: boolean,
  request: Static<typeof TriedEndpoint>['request'],
  { outcome, failure, status, values, message, errorCode, durationMs }: CallResult,
) {
  const spentMs = sent ? Math.round(durationMs) : 0;
  return {
    environment,
    sent,
    request,
    outcome,
    failure,
    status,
    durationMs: spentMs,
    outputs: values,
    message,
    errorCode,
  };
}

import type { Static } from 'typebox';
import { type DetachedContext, inTransaction } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import type { TriedAction, TryAction } from './actions.schemas.ts';
import { BUDGETS } from './call/budgets.ts';
import { callEndpoint, unsent } from './call/call-endpoint.ts';
import { planRequest, sampleAnswer } from './call/plan-request.ts';
import { identifyTried } from './customer/identify-customer.ts';
import { onlySandbox } from './integrations.errors.ts';
import { requireAction } from './manage-actions.ts';
import { loadCallables } from './resolve-attributes.ts';
import { checkInputs, conclude, outputsOf } from './run-action.ts';
import { runSteps } from './steps/run-steps.ts';

type Planned = Static<typeof TriedAction>['requests'][number];

/**
 * Runs an action for somebody who builds it. Without `send` nothing leaves the house: the requests are shown as they would
 * go out, and the endpoints answer their samples. With it they go to the sandbox, and to nowhere else.
 */
export async function tryAction(
  ctx: DetachedContext,
  actionId: string,
  { inputs: given, customer: named = {}, environment = 'sandbox', send = false }: Static<typeof TryAction>,
): Promise<Static<typeof TriedAction>> {
  if (send && environment !== 'sandbox') {
    throw new AppError(
      onlySandbox,
      `/environment: with send it is sandbox, not ${environment}; there it would really be done.`,
    );
  }
  const { action, inputs, customer } = await inTransaction(ctx, async (inner) => {
    const row = await requireAction(inner, actionId);
    const identified = await identifyTried(inner, named);
    return { action: row, inputs: checkInputs(row, given), customer: identified.customer };
  });
  const endpointIds = action.steps.map((step) => step.endpointId);
  const { callables, allowList } = await loadCallables(ctx, endpointIds, environment);
  const requests: Planned[] = [];
  const tryId = uuidv7(ctx.now().getTime());
  const deadlineMs = performance.now() + BUDGETS.write.hardMs;
  const chain = await runSteps({
    steps: action.steps,
    customer,
    inputs,
    callables,
    async call(step, callable, values) {
      const { kind } = callable.definition;
      const idempotencyKey = kind === 'write' ? `kontor-try-${tryId}-${step.id}` : null;
      const planned = planRequest(callable, values, idempotencyKey);
      if (planned) requests.push({ step: step.id, ...planned });
      if (!send) return planned ? sampleAnswer(callable) : unsent(callable.definition, 'missing_input');
      return callEndpoint(ctx, callable, values, { allowList, budget: BUDGETS[kind], deadlineMs, idempotencyKey });
    },
  });
  const ended = conclude(action, chain);
  const outputs = outputsOf(action, chain, ended);
  return { environment, sent: send, state: ended.state, requests, steps: chain.traces, outputs };
}

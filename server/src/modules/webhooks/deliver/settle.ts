import { audit } from '#modules/identity/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { settleDeliveries } from '../deliveries.queries.ts';
import { webhookDisabled, webhookTest } from '../webhooks.events.ts';
import { lockWebhook, markDisabled, updateHealth } from '../webhooks.queries.ts';
import type {
  DisabledReason,
  DueDelivery,
  Health,
  Settlement,
  WebhookReference,
  WebhookRow,
} from '../webhooks.types.ts';
import { type AttemptResult, EVENT_EXPIRED } from './attempt-delivery.ts';
import { isHealthy, judge, type Outcome } from './endpoint-health.ts';
import { nextAttempt } from './retry-schedule.ts';

export interface Ended extends AttemptResult {
  delivery: DueDelivery;
  endedAt: Date;
}

/**
 * Stores what came of attempts: each delivery's next step and log, the health of the endpoint, and, when it is time for
 * that, that the webhook is switched off. Answers the health, or null when nothing more may be sent.
 */
export function settle(
  services: Services,
  reference: WebhookReference,
  ended: readonly Ended[],
  before: Health,
  random: () => number,
): Promise<Health | null> {
  const outcomes = ended.map(readOutcome);
  const settlements = ended.map((attempt) => nextStep(attempt, random()));
  return withWorkspace(services, reference.workspaceId, async (ctx) => {
    // The usual case is one statement.
    if (isHealthy(before) && outcomes.every(({ succeeded }) => succeeded)) {
      await settleDeliveries(ctx.session, reference.webhookId, settlements);
      return before;
    }
    // Its row before those of its deliveries, as everywhere.
    const webhook = await lockWebhook(ctx.session, reference);
    await settleDeliveries(ctx.session, reference.webhookId, settlements);
    return webhook?.active ? judgeWebhook(ctx, webhook, outcomes) : null;
  });
}

function nextStep({ delivery, attempt, retryAfterSeconds, endedAt }: Ended, random: number): Settlement {
  const attemptCount = delivery.attemptCount + 1;
  const step = { eventId: delivery.eventId, attemptCount, attempt };
  if (isSuccess(attempt.status)) return { ...step, status: 'delivered', nextAttemptAt: null };
  const isFinal = isTest(delivery) || attempt.status === 410 || attempt.error?.type === EVENT_EXPIRED.type;
  const nextAttemptAt = isFinal ? null : nextAttempt(attemptCount, endedAt, random, retryAfterSeconds);
  return { ...step, status: nextAttemptAt ? 'pending' : 'failed', nextAttemptAt };
}

/** What an attempt says about the endpoint. */
export function readOutcome({ delivery, attempt, retryAfterSeconds, endedAt }: Ended): Outcome {
  return {
    succeeded: isSuccess(attempt.status),
    at: endedAt,
    isGone: attempt.status === 410,
    retryAfterSeconds: attempt.status === 429 || attempt.status === 503 ? retryAfterSeconds : null,
    isTest: isTest(delivery),
  };
}

const isSuccess = (status: number | null) => status !== null && status >= 200 && status < 300;
const isTest = ({ eventType }: DueDelivery) => eventType === webhookTest.type;

async function judgeWebhook(ctx: Context, webhook: WebhookRow, outcomes: Outcome[]): Promise<Health | null> {
  let health: Health = webhook;
  for (const outcome of outcomes) {
    const judged = judge(health, outcome);
    health = judged.health;
    if (judged.disable) {
      await updateHealth(ctx.session, webhook.webhookId, health);
      await disable(ctx, webhook.webhookId, judged.disable, health.failingSince);
      return null;
    }
  }
  await updateHealth(ctx.session, webhook.webhookId, health);
  return health;
}

async function disable(ctx: Context, webhookId: string, reason: DisabledReason, failingSince: Date | null) {
  await markDisabled(ctx.session, webhookId, reason, ctx.now());
  await audit(ctx, { action: 'webhook.disabled', targetKind: 'webhook', targetId: webhookId, details: { reason } });
  await ctx.events.publish(ctx, webhookDisabled, {
    webhookId,
    reason,
    failingSince: failingSince?.toISOString() ?? null,
  });
  ctx.log.warn({ webhookId, reason }, 'A webhook was switched off');
}

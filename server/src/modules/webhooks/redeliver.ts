import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { selectEventsSince } from '#platform/events/events.queries.ts';
import { insertMissedDeliveries, notifyWorkers, resetDeliveries } from './deliveries.queries.ts';
import { requireDelivery } from './list-deliveries.ts';
import { presentDelivery } from './present-webhook.ts';
import { requireActiveWebhook } from './require-webhook.ts';
import { webhookTest } from './webhooks.events.ts';
import { endPause } from './webhooks.queries.ts';
import type { DeliveryParams, RedeliverBody } from './webhooks.schemas.ts';
import type { WebhookRow } from './webhooks.types.ts';

/** Events that are read at a time. */
const BATCH = 1_000;

/** Sends one again from the beginning of its schedule, whatever came of it. */
export async function redeliver(ctx: Context, { webhookId, deliveryId }: Static<typeof DeliveryParams>) {
  const webhook = await requireActiveWebhook(ctx, webhookId);
  const { eventId } = await requireDelivery(ctx, webhook.webhookId, deliveryId);
  await resetDeliveries(ctx.session, webhook.webhookId, { eventId, statuses: ['pending', 'delivered', 'failed'] });
  await sendNow(ctx, webhook, { delivery: eventId });
  return presentDelivery(await requireDelivery(ctx, webhook.webhookId, eventId));
}

/** Sends again what was given up since a time, and what happened while the webhook was off. */
export async function redeliverSince(ctx: Context, webhookId: string, input: Static<typeof RedeliverBody>) {
  const webhook = await requireActiveWebhook(ctx, webhookId);
  const since = new Date(input.since);
  const again = await resetDeliveries(ctx.session, webhook.webhookId, {
    since,
    statuses: input.include === 'all' ? ['pending', 'delivered', 'failed'] : ['pending', 'failed'],
  });
  const missed = await insertMissed(ctx, webhook, since);
  await sendNow(ctx, webhook, { since: input.since, include: input.include ?? 'failed', again, missed });
  return { again, missed };
}

async function insertMissed(ctx: Context, webhook: WebhookRow, since: Date): Promise<number> {
  const reference = { workspaceId: ctx.workspaceId, webhookId: webhook.webhookId };
  let missed = 0;
  let after: string | null = null;
  for (;;) {
    const events = await selectEventsSince(ctx.session, ctx.workspaceId, {
      // Tests are for the webhook that was tested.
      types: webhook.events.filter((type) => type !== webhookTest.type),
      since,
      after,
      limit: BATCH,
    });
    if (events.length > 0) missed += await insertMissedDeliveries(ctx.session, reference, events);
    if (events.length < BATCH) return missed;
    after = events.at(-1)?.eventId ?? null;
  }
}

async function sendNow(ctx: Context, { webhookId }: WebhookRow, details: object) {
  await endPause(ctx.session, webhookId);
  await notifyWorkers(ctx.session);
  await audit(ctx, { action: 'webhook.redelivered', targetKind: 'webhook', targetId: webhookId, details });
}

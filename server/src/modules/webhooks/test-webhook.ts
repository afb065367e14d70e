import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { selectDeliveries } from './deliveries.queries.ts';
import { presentDelivery } from './present-webhook.ts';
import { requireActiveWebhook } from './require-webhook.ts';
import { webhookTest } from './webhooks.events.ts';
import { endPause } from './webhooks.queries.ts';

/** Sends the webhook an event of its own, once; answers its delivery. */
export async function testWebhook(ctx: Context, id: string) {
  const { webhookId } = await requireActiveWebhook(ctx, id);
  await endPause(ctx.session, webhookId);
  await ctx.events.publish(ctx, webhookTest, { webhookId });
  await audit(ctx, { action: 'webhook.tested', targetKind: 'webhook', targetId: webhookId });
  const [delivery] = await selectDeliveries(ctx.session, webhookId, { type: webhookTest.type, limit: 1 });
  if (!delivery) throw new Error('The test event was published, but there is no delivery of it.');
  return presentDelivery(delivery);
}

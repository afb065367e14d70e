import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { originOf } from './check-endpoint.ts';
import { deleteDeliveriesOfWebhook } from './deliveries.queries.ts';
import { requireWebhookForChange } from './require-webhook.ts';
import { deleteWebhookRow } from './webhooks.queries.ts';

/** Takes what waits and the log along. */
export async function deleteWebhook(ctx: Context, webhookId: string): Promise<void> {
  const webhook = await requireWebhookForChange(ctx, webhookId);
  await deleteDeliveriesOfWebhook(ctx.session, webhook.webhookId);
  await deleteWebhookRow(ctx.session, webhook.webhookId);
  await audit(ctx, {
    action: 'webhook.deleted',
    targetKind: 'webhook',
    targetId: webhook.webhookId,
    details: { origin: originOf(webhook.endpoint) },
  });
}

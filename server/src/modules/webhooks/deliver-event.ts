import type { Context } from '#platform/context.ts';
import type { Publication } from '#platform/events/events.ts';
import { insertDeliveries } from './deliveries.queries.ts';
import { webhookTest } from './webhooks.events.ts';

/**
 * Makes the deliveries of an event in the transaction that publishes it: they exist exactly if what they tell of does.
 */
export async function deliverEvent(ctx: Context, type: string, data: object, publication: Publication | null) {
  if (!publication) return;
  const { userId, webhookId } = data as { userId?: string; webhookId?: string };
  await insertDeliveries(ctx.session, {
    workspaceId: ctx.workspaceId,
    eventId: publication.eventId,
    type,
    userId: userId ?? null,
    onlyTo: type === webhookTest.type ? (webhookId ?? null) : null,
  });
}

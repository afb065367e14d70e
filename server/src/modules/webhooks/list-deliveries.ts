import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { selectEvents } from '#platform/events/events.queries.ts';
import { AppError } from '#platform/http/errors.ts';
import { writePayload } from './deliver/attempt-delivery.ts';
import { selectDeliveries, selectDelivery } from './deliveries.queries.ts';
import { presentDelivery } from './present-webhook.ts';
import { requireWebhook } from './require-webhook.ts';
import { deliveryNotFound } from './webhooks.errors.ts';
import type { DeliveryParams, ListDeliveriesQuery } from './webhooks.schemas.ts';
import type { DeliveryRow } from './webhooks.types.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Newest first; the cursor is the id of the last one shown. */
export async function listDeliveries(ctx: Context, webhookId: string, query: Static<typeof ListDeliveriesQuery>) {
  const webhook = await requireWebhook(ctx, webhookId);
  const { limit = 100, cursor, ...filter } = query;
  const rows = await selectDeliveries(ctx.session, webhook.webhookId, { ...filter, before: cursor, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return {
    deliveries: shown.map(presentDelivery),
    nextCursor: rows.length > limit ? (shown.at(-1)?.eventId ?? null) : null,
  };
}

/** One with what is sent, as long as the outbox keeps the event. */
export async function getDelivery(ctx: Context, { webhookId, deliveryId }: Static<typeof DeliveryParams>) {
  const webhook = await requireWebhook(ctx, webhookId);
  const delivery = presentDelivery(await requireDelivery(ctx, webhook.webhookId, deliveryId));
  const [event] = await selectEvents(ctx.session, [delivery.deliveryId]);
  const { method, endpoint: url } = webhook;
  return { ...delivery, request: event ? { method, url, body: writePayload(event, null) } : null };
}

/** Rejects with `delivery_not_found`. */
export async function requireDelivery(ctx: Context, webhookId: string, deliveryId: string): Promise<DeliveryRow> {
  const delivery = UUID.test(deliveryId) ? await selectDelivery(ctx.session, webhookId, deliveryId) : undefined;
  if (!delivery) throw new AppError(deliveryNotFound, 'The webhook has no delivery with this id.');
  return delivery;
}

import type { DeliveryRow, WebhookRow } from './webhooks.types.ts';

/** A webhook as it goes over the wire: without its secrets. */
export function presentWebhook(row: WebhookRow) {
  return {
    webhookId: row.webhookId,
    endpoint: row.endpoint,
    method: row.method,
    events: row.events,
    description: row.description,
    active: row.active,
    hasSecret: row.sealedSecret !== null,
    failingSince: row.failingSince?.toISOString() ?? null,
    pausedUntil: row.pausedUntil?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    disabledReason: row.disabledReason,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A delivery as it goes over the wire. What is due at once was due when it happened. */
export function presentDelivery(row: DeliveryRow) {
  const next = row.nextAttemptAt > row.createdAt ? row.nextAttemptAt : row.createdAt;
  return {
    deliveryId: row.eventId,
    type: row.eventType,
    userId: row.userId,
    status: row.status,
    attempts: row.attempts,
    nextAttemptAt: row.status === 'pending' ? next.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
  };
}

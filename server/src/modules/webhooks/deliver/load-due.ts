import { getOutboundAllowList } from '#modules/identity/index.ts';
import type { Services } from '#platform/context.ts';
import { selectEvents } from '#platform/events/events.queries.ts';
import type { PublishedEvent } from '#platform/events/events.ts';
import { selectDueDeliveries } from '../deliveries.queries.ts';
import { openSecrets } from '../webhook-secrets.ts';
import { selectReceiver } from '../webhooks.queries.ts';
import type { DueDelivery, WebhookReference } from '../webhooks.types.ts';
import type { Receiver } from './attempt-delivery.ts';
import { isPaused } from './endpoint-health.ts';

export interface Waiting {
  delivery: DueDelivery;
  /** Undefined: the outbox has it no more. */
  event: PublishedEvent<object> | undefined;
}

export interface Due {
  receiver: Receiver;
  waiting: Waiting[];
}

/** The next deliveries of a webhook, and the webhook as it is now; null when there are none, or none may be sent. */
export function loadDue(
  { database, secrets, now: clock }: Services,
  { workspaceId, webhookId }: WebhookReference,
  options: { taken: readonly string[]; limit: number },
): Promise<Due | null> {
  return database.read(workspaceId, async (session) => {
    const now = clock();
    const deliveries = await selectDueDeliveries(session, webhookId, { now, ...options });
    const webhook = deliveries.length > 0 ? await selectReceiver(session, webhookId) : undefined;
    if (!webhook?.active || isPaused(webhook, now)) return null;
    const allowList = await getOutboundAllowList({ session, workspaceId });
    const events = await selectEvents(
      session,
      deliveries.map(({ eventId }) => eventId),
    );
    const byId = new Map(events.map((event) => [event.eventId, event]));
    return {
      receiver: { webhook, secrets: openSecrets(secrets, webhook, now), allowList },
      waiting: deliveries.map((delivery) => ({ delivery, event: byId.get(delivery.eventId) })),
    };
  });
}

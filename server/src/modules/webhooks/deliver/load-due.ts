import { getOutboundAllowList } from '#modules/identity/index.ts';
import { type Services, withWorkspace } from '#platform/context.ts';
import { selectEvents } from '#platform/events/events.queries.ts';
import type { PublishedEvent } from '#platform/events/events.ts';
import { selectDueDeliveries } from '../deliveries.queries.ts';
import { openSecrets } from '../webhook-secrets.ts';
import { selectWebhook } from '../webhooks.queries.ts';
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

/** The webhook as it is now and its next deliveries; null when nothing may be sent to it. */
export function loadDue(
  services: Services,
  reference: WebhookReference,
  options: { taken: readonly string[]; limit: number },
): Promise<Due | null> {
  return withWorkspace(services, reference.workspaceId, async (ctx) => {
    const webhook = await selectWebhook(ctx.session, reference);
    const now = ctx.now();
    if (!webhook?.active || isPaused(webhook, now)) return null;
    const deliveries = await selectDueDeliveries(ctx.session, reference.webhookId, { now, ...options });
    const events = await selectEvents(
      ctx.session,
      deliveries.map(({ eventId }) => eventId),
    );
    const byId = new Map(events.map((event) => [event.eventId, event]));
    return {
      receiver: {
        webhook,
        secrets: openSecrets(ctx.secrets, webhook, now),
        allowList: await getOutboundAllowList(ctx),
      },
      waiting: deliveries.map((delivery) => ({ delivery, event: byId.get(delivery.eventId) })),
    };
  });
}

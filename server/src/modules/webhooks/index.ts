/**
 * Tells the customers' own systems what happens: subscriptions, and deliveries that survive whatever becomes of the receiver
 * or of Kontor. It hears of everything through events; nobody imports it.
 */

import { userErasing, userExporting } from '#modules/users/index.ts';
import type { Services } from '#platform/context.ts';
import { react } from '#platform/events/events.ts';
import type { PublicEvent } from '#platform/events/public-event.ts';
import type { KontorModule } from '#platform/module.ts';
import { runDispatcher } from './deliver/run-dispatcher.ts';
import { deliverEvent } from './deliver-event.ts';
import { deleteDeliveriesOfUser, deleteOldDeliveries, deliveryRowsOfUser } from './deliveries.queries.ts';
import { webhookDisabled, webhookTest } from './webhooks.events.ts';
import { webhookRoutes } from './webhooks.routes.ts';
import * as schemas from './webhooks.schemas.ts';

export { notificationBody } from './webhooks.schemas.ts';

/** As long as the outbox keeps the events themselves. */
const DELIVERY_DAYS = 30;

/** `others` are the events of the other modules, which customers may subscribe to beside its own. */
export function createWebhooks(others: readonly PublicEvent[]): KontorModule {
  const own = [webhookDisabled, webhookTest];
  const all = [...others, ...own];
  return {
    name: 'webhooks',
    routes: webhookRoutes(all),
    schemas,
    events: own,
    reactions: [
      ...all.map((event) => react(event, (ctx, data, publication) => deliverEvent(ctx, event.type, data, publication))),
      react(userErasing, (ctx, { userId }) => deleteDeliveriesOfUser(ctx.session, ctx.workspaceId, userId)),
      react(userExporting, async (ctx, { userId }) => deliveryRowsOfUser(ctx.session, ctx.workspaceId, userId)),
    ],
    schedules: [{ name: 'delete-old-deliveries', cron: '53 * * * *', run: deleteOld }],
    loops: [{ name: 'webhooks', start: (services) => runDispatcher(services) }],
  };
}

const deleteOld = (services: Services) =>
  services.database.transaction(null, (session) => deleteOldDeliveries(session, DELIVERY_DAYS));

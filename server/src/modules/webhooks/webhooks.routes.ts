import type { PublicEvent } from '#platform/events/public-event.ts';
import { type Route, route } from '#platform/http/route.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { getDelivery, listDeliveries } from './list-deliveries.ts';
import { listEvents } from './list-events.ts';
import { presentWebhook } from './present-webhook.ts';
import { redeliver, redeliverSince } from './redeliver.ts';
import { requireWebhook } from './require-webhook.ts';
import { rotateSecret } from './rotate-secret.ts';
import { testWebhook } from './test-webhook.ts';
import { updateWebhook } from './update-webhook.ts';
import { deliveryNotFound, tooManyWebhooks, webhookInactive, webhookNotFound } from './webhooks.errors.ts';
import { selectWebhooks } from './webhooks.queries.ts';
import {
  CreatedWebhook,
  createWebhookBody,
  DeliveryParams,
  EventPage,
  ListDeliveriesQuery,
  ListEventsQuery,
  RedeliverBody,
  Redelivery,
  RotatedSecret,
  updateWebhookBody,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookDeliveryList,
  WebhookEventList,
  WebhookList,
  WebhookParams,
} from './webhooks.schemas.ts';

const tag = 'Webhooks';
const scope = 'webhooks';
const example = { endpoint: 'https://hooks.example.com/kontor', events: ['analysis.completed', 'analysis.failed'] };

/** The calls of the module; `publicEvents` are those that one may subscribe to. */
export function webhookRoutes(publicEvents: readonly PublicEvent[]): Route[] {
  const types = publicEvents.map(({ type }) => type);
  return [eventsRoute(publicEvents), listEventsRoute(types), ...subscriptionRoutes(types), ...deliveryRoutes];
}

const eventsRoute = (publicEvents: readonly PublicEvent[]) =>
  route({
    method: 'GET',
    path: '/api/webhook-events',
    operationId: 'listWebhookEvents',
    summary: 'List the events',
    description:
      'What a webhook can subscribe to. The shape of the `data` of each stands in `webhooks` of the OpenAPI document.',
    tag,
    scope,
    outputs: { 200: { description: 'The events.', schema: WebhookEventList } },
    handle: async () => ({
      status: 200,
      body: { events: publicEvents.map(({ type, description }) => ({ type, description })) },
    }),
  });

const listEventsRoute = (types: readonly string[]) =>
  route({
    method: 'GET',
    path: '/api/events',
    operationId: 'listEvents',
    summary: 'List what has happened',
    description:
      'The same events that webhooks carry, for programs that Kontor can not reach, such as a developer’s machine. Events are kept for 30 days. One that happened while another was being written may appear a little later than its time says: ask again from a minute before the newest that you have, and leave out the ids that you know.',
    tag,
    scope,
    query: ListEventsQuery,
    outputs: { 200: { description: 'A page.', schema: EventPage } },
    handle: async (ctx, { query }) => ({ status: 200, body: await listEvents(ctx, types, query) }),
  });

const subscriptionRoutes = (types: readonly string[]) => [
  route({
    method: 'GET',
    path: '/api/webhooks',
    operationId: 'listWebhooks',
    summary: 'List webhooks',
    description: 'Those of the workspace, which are never many.',
    tag,
    scope,
    outputs: { 200: { description: 'The webhooks.', schema: WebhookList } },
    async handle(ctx) {
      const rows = await selectWebhooks(ctx.session, ctx.workspaceId);
      return { status: 200, body: { webhooks: rows.map(presentWebhook) } };
    },
  }),
  route({
    method: 'POST',
    path: '/api/webhooks',
    operationId: 'createWebhook',
    effect: 'goes-live',
    summary: 'Subscribe to events',
    description:
      'Events of all users of the workspace that happen from now on are sent to the endpoint, at least once each. An answer of 2XX acknowledges; anything else is tried again, ten times over 75 hours. At most 20 webhooks.',
    tag,
    scope,
    body: createWebhookBody(types),
    outputs: { 201: { description: 'The webhook.', schema: CreatedWebhook } },
    errors: [tooManyWebhooks],
    example: { body: example },
    handle: async (ctx, { body }) => ({ status: 201, body: await createWebhook(ctx, body) }),
  }),
  route({
    method: 'GET',
    path: '/api/webhooks/{webhook-id}',
    operationId: 'getWebhook',
    summary: 'Get a webhook',
    description: 'One webhook, and how its endpoint has done lately.',
    tag,
    scope,
    params: WebhookParams,
    outputs: { 200: { description: 'The webhook.', schema: Webhook } },
    errors: [webhookNotFound],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: presentWebhook(await requireWebhook(ctx, params.webhookId)),
    }),
  }),
  route({
    method: 'PATCH',
    path: '/api/webhooks/{webhook-id}',
    operationId: 'updateWebhook',
    summary: 'Change a webhook',
    description: 'Also switches it off and on again. Events that happen while it is off are not sent by themselves.',
    tag,
    scope,
    params: WebhookParams,
    body: updateWebhookBody(types),
    outputs: { 200: { description: 'The webhook as it is now.', schema: Webhook } },
    errors: [webhookNotFound],
    example: { body: { description: 'Back office' } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await updateWebhook(ctx, params.webhookId, body) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/webhooks/{webhook-id}',
    operationId: 'deleteWebhook',
    summary: 'Delete a webhook',
    description: 'Nothing more is sent to it, not even what waits; its log goes too.',
    tag,
    scope,
    params: WebhookParams,
    outputs: { 204: { description: 'Deleted.' } },
    errors: [webhookNotFound],
    async handle(ctx, { params }) {
      await deleteWebhook(ctx, params.webhookId);
      return { status: 204 };
    },
  }),
  route({
    method: 'POST',
    path: '/api/webhooks/{webhook-id}/secret',
    operationId: 'rotateWebhookSecret',
    effect: 'overwrites',
    summary: 'Rotate the signing secret',
    description:
      'For 24 hours every notification carries a signature by each of the two, so that receivers can change without losing any. Rotating again within that time ends the oldest at once.',
    tag,
    scope,
    params: WebhookParams,
    outputs: { 200: { description: 'The new secret.', schema: RotatedSecret } },
    errors: [webhookNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await rotateSecret(ctx, params.webhookId) }),
  }),
];

const deliveryRoutes = [
  route({
    method: 'POST',
    path: '/api/webhooks/{webhook-id}/test',
    operationId: 'testWebhook',
    summary: 'Send a test event',
    description:
      '`webhook.test` is sent once to this webhook, signed like any other. Look at the delivery a moment later: it says what the endpoint answered.',
    tag,
    scope,
    params: WebhookParams,
    outputs: { 202: { description: 'It is on its way.', schema: WebhookDelivery } },
    errors: [webhookNotFound, webhookInactive],
    handle: async (ctx, { params }) => ({ status: 202, body: await testWebhook(ctx, params.webhookId) }),
  }),
  route({
    method: 'GET',
    path: '/api/webhooks/{webhook-id}/deliveries',
    operationId: 'listWebhookDeliveries',
    summary: 'List deliveries',
    description: 'What was sent or waits to be, newest first, with the log of all attempts. Kept for 30 days.',
    tag,
    scope,
    params: WebhookParams,
    query: ListDeliveriesQuery,
    outputs: { 200: { description: 'A page.', schema: WebhookDeliveryList } },
    errors: [webhookNotFound],
    handle: async (ctx, { params, query }) => ({
      status: 200,
      body: await listDeliveries(ctx, params.webhookId, query),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/webhooks/{webhook-id}/deliveries/{delivery-id}',
    operationId: 'getWebhookDelivery',
    summary: 'Get a delivery',
    description: 'One delivery with what is sent and the log of its attempts.',
    tag,
    scope,
    params: DeliveryParams,
    outputs: { 200: { description: 'The delivery.', schema: WebhookDeliveryDetail } },
    errors: [webhookNotFound, deliveryNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getDelivery(ctx, params) }),
  }),
  route({
    method: 'POST',
    path: '/api/webhooks/{webhook-id}/deliveries/{delivery-id}/redeliver',
    operationId: 'redeliverWebhookDelivery',
    summary: 'Send a delivery again',
    description: 'At once and with ten new attempts, whatever came of it before. Its `webhook-id` stays the same.',
    tag,
    scope,
    params: DeliveryParams,
    outputs: { 202: { description: 'It is on its way.', schema: WebhookDelivery } },
    errors: [webhookNotFound, deliveryNotFound, webhookInactive],
    handle: async (ctx, { params }) => ({ status: 202, body: await redeliver(ctx, params) }),
  }),
  route({
    method: 'POST',
    path: '/api/webhooks/{webhook-id}/redeliver',
    operationId: 'redeliverSince',
    summary: 'Send again since a time',
    description:
      'After an outage: everything that was given up since then, and everything the webhook has missed because it was off. Events are kept for 30 days; those about an erased user are gone.',
    tag,
    scope,
    params: WebhookParams,
    body: RedeliverBody,
    outputs: { 202: { description: 'They are on their way.', schema: Redelivery } },
    errors: [webhookNotFound, webhookInactive],
    example: { body: { since: '2026-01-01T00:00:00Z' } },
    handle: async (ctx, { params, body }) => ({ status: 202, body: await redeliverSince(ctx, params.webhookId, body) }),
  }),
];

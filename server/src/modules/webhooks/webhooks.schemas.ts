import { Type } from 'typebox';
import type { PublicEvent } from '#platform/events/public-event.ts';

const strict = { additionalProperties: false } as const;
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const moment = Type.String({ format: 'date-time' });
const webhookId = Type.String({ format: 'uuid', description: 'The webhook.' });

const method = Type.Enum(['POST', 'PUT', 'PATCH'], { description: 'How the endpoint is called. Default POST.' });
const EVENT_DESCRIPTION = 'What it hears of; `webhooks` of the OpenAPI document describes each.';

/** `types` are the names of all events that there are. */
function inputFields(types: readonly string[]) {
  return {
    endpoint: Type.String({
      minLength: 1,
      maxLength: 2_000,
      description: 'Where events are sent: an https URL, or what the allow-list of the workspace names.',
    }),
    events: Type.Array(Type.Enum([...types]), {
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      description: EVENT_DESCRIPTION,
    }),
    method: Type.Optional(method),
    secret: Type.Optional(
      nullable(
        Type.String({ minLength: 1, maxLength: 500 }),
        'A text of your own that goes along in the body of every notification as `secret`; null: none. It is never shown again. Better proof of the sender is the signature.',
      ),
    ),
    active: Type.Optional(Type.Boolean({ description: 'Whether events are sent. Default true.' })),
    description: Type.Optional(nullable(Type.String({ maxLength: 500 }), 'What it is for, for people.')),
  };
}

export const createWebhookBody = (types: readonly string[]) =>
  Type.Object(inputFields(types), { description: 'A subscription: which events go where.' });

export const updateWebhookBody = (types: readonly string[]) =>
  Type.Partial(Type.Object(inputFields(types)), {
    description:
      'What to change; fields that are left out stay. `active: true` lets what waits go out at once and forgives earlier failures.',
  });

const webhookFields = {
  webhookId,
  endpoint: Type.String({ description: 'Where events are sent.' }),
  method,
  events: Type.Array(Type.String(), { description: EVENT_DESCRIPTION }),
  description: nullable(Type.String(), 'What it is for, for people.'),
  active: Type.Boolean({ description: 'Whether events are sent.' }),
  hasSecret: Type.Boolean({ description: 'Whether a `secret` goes along in the body.' }),
  failingSince: nullable(moment, 'The first failure since the last success; null when all is well.'),
  pausedUntil: nullable(moment, 'Nothing is sent before: the endpoint failed repeatedly or asked for it.'),
  disabledAt: nullable(moment, 'When Kontor switched it off; null when it did not.'),
  disabledReason: nullable(
    Type.Enum(['gone', 'failing']),
    '`gone`: it answered 410. `failing`: no attempt has succeeded for five days.',
  ),
  createdAt: Type.String({ format: 'date-time', description: 'When it was made.' }),
  updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
};

export const Webhook = Type.Object(webhookFields, { ...strict, description: 'A webhook of the workspace.' });

export const CreatedWebhook = Type.Object(
  {
    ...webhookFields,
    signingSecret: Type.String({
      description: 'Verifies the signature of notifications (Standard Webhooks). Keep it: it is shown here only.',
    }),
  },
  { ...strict, description: 'A new webhook with the secret that verifies what it gets.' },
);

export const WebhookList = Type.Object(
  { webhooks: Type.Array(Webhook, { description: 'Oldest first.' }) },
  { ...strict, description: 'The webhooks of the workspace.' },
);

export const RotatedSecret = Type.Object(
  {
    signingSecret: Type.String({ description: 'The new secret. Keep it: it is shown here only.' }),
    previousValidUntil: Type.String({
      format: 'date-time',
      description: 'Until then every notification carries a signature by the old secret too.',
    }),
  },
  { ...strict, description: 'A new signing secret.' },
);

export const WebhookParams = Type.Object({
  webhookId: Type.String({ minLength: 1, maxLength: 100, description: 'The webhook.' }),
});

export const DeliveryParams = Type.Object({
  webhookId: Type.String({ minLength: 1, maxLength: 100, description: 'The webhook.' }),
  deliveryId: Type.String({ minLength: 1, maxLength: 100, description: 'The delivery.' }),
});

const status = Type.Enum(['pending', 'delivered', 'failed'], {
  description:
    '`pending`: it waits for its first or next attempt. `delivered`: an answer of 2XX came. `failed`: given up; it can be sent again.',
});

const WebhookAttempt = Type.Object(
  {
    at: Type.String({ format: 'date-time', description: 'When the request began.' }),
    durationMs: Type.Integer({ description: 'How long it took, in milliseconds.' }),
    status: nullable(Type.Integer(), 'The HTTP status of the answer; null when none came.'),
    error: nullable(
      Type.Object(
        {
          type: Type.String({ description: 'A stable code, such as `timeout` or `tls_failed`.' }),
          message: Type.String({ description: 'What happened, for people.' }),
        },
        strict,
      ),
      'Why no answer came.',
    ),
    response: nullable(
      Type.String(),
      'The beginning of the answer’s body, at most 500 characters, without what looks like secrets or personal data.',
    ),
  },
  { ...strict, description: 'One request to the endpoint.' },
);

const deliveryFields = {
  deliveryId: Type.String({
    format: 'uuid',
    description: 'The delivery: the `webhook-id` of its requests, and the `id` of the event in their bodies.',
  }),
  type: Type.String({ description: 'The event.' }),
  userId: nullable(Type.String(), 'The user it is about, if any.'),
  status,
  attempts: Type.Array(WebhookAttempt, { description: 'Oldest first; the last 30.' }),
  nextAttemptAt: nullable(moment, 'When it is tried next; null unless `pending`.'),
  createdAt: Type.String({ format: 'date-time', description: 'When the event happened.' }),
};

export const WebhookDelivery = Type.Object(deliveryFields, {
  ...strict,
  description: 'An event on its way to a webhook.',
});

const WebhookRequest = Type.Object(
  {
    method,
    url: Type.String({ description: 'Where it goes, as the webhook is set now.' }),
    body: Type.String({ description: 'The JSON that is sent; a `secret` of your own is left out here.' }),
  },
  { ...strict, description: 'The request of every attempt.' },
);

export const WebhookDeliveryDetail = Type.Object(
  { ...deliveryFields, request: nullable(WebhookRequest, 'What is sent; null when the event is kept no more.') },
  { ...strict, description: 'A delivery with what is sent.' },
);

export const WebhookDeliveryList = Type.Object(
  {
    deliveries: Type.Array(WebhookDelivery, { description: 'Newest first.' }),
    nextCursor: nullable(Type.String(), 'Cursor of the next page; null at the end.'),
  },
  { ...strict, description: 'Deliveries of a webhook.' },
);

export const ListDeliveriesQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Deliveries per page. Default 100.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' })),
  status: Type.Optional(status),
  type: Type.Optional(Type.String({ maxLength: 100, description: 'Only this event.' })),
  userId: Type.Optional(Type.String({ maxLength: 200, description: 'Only events about this user.' })),
});

export const RedeliverBody = Type.Object(
  {
    since: Type.String({ format: 'date-time', description: 'Events that happened from then on.' }),
    include: Type.Optional(
      Type.Enum(['failed', 'all'], {
        description:
          '`failed` (default): what was given up, and what happened while the webhook was off. `all`: what was delivered too.',
      }),
    ),
  },
  { description: 'Which events to send again.' },
);

export const Redelivery = Type.Object(
  {
    again: Type.Integer({ description: 'Deliveries that are sent again.' }),
    missed: Type.Integer({ description: 'Events that the webhook had missed and gets now.' }),
  },
  { ...strict, description: 'How many are on their way.' },
);

/** The body of a notification, as `webhooks` of the OpenAPI document shows it: `UserCreatedEvent` with `UserCreatedData`. */
export function notificationBody({ type, schema }: PublicEvent) {
  const name = type.replaceAll(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Type.Object(
    {
      id: Type.String({
        format: 'uuid',
        description: 'The event: the same at every attempt, so that you can ignore twins.',
      }),
      type: Type.Literal(type, { description: 'What happened.' }),
      timestamp: Type.String({ format: 'date-time', description: 'When it happened.' }),
      data: Type.Object(schema.properties, {
        ...strict,
        title: `${name}Data`,
        description: 'What it is about, and what changed.',
      }),
      secret: Type.Optional(Type.String({ description: 'The `secret` of the webhook, when it has one.' })),
    },
    { title: `${name}Event`, description: 'The body of the request.' },
  );
}

export const WebhookEventList = Type.Object(
  {
    events: Type.Array(
      Type.Object(
        {
          type: Type.String({ description: 'Its name, as `events` of a webhook takes it.' }),
          description: Type.String({ description: 'When it happens.' }),
        },
        { ...strict, description: 'An event.' },
      ),
      { description: 'All that there are.' },
    ),
  },
  { ...strict, description: 'What webhooks can hear of.' },
);

export const ListEventsQuery = Type.Object({
  since: Type.Optional(
    Type.String({ format: 'date-time', description: 'Events that happened from then on. Default: all that are kept.' }),
  ),
  types: Type.Optional(
    Type.Array(Type.String({ maxLength: 100 }), {
      maxItems: 100,
      description: 'Only these; repeat it for several. Default: all.',
    }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Events per page. Default 100.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' })),
});

export const EventPage = Type.Object(
  {
    events: Type.Array(
      Type.Object(
        {
          id: Type.String({ format: 'uuid', description: 'The event: the `webhook-id` of its notifications.' }),
          type: Type.String({ description: 'What happened.' }),
          timestamp: Type.String({ format: 'date-time', description: 'When it happened.' }),
          data: Type.Record(Type.String(), Type.Unknown(), {
            description: 'What it is about; `webhooks` of the OpenAPI document has the shape of each.',
          }),
        },
        { ...strict, description: 'An event, as a webhook carries it.' },
      ),
      { description: 'Oldest first.' },
    ),
    nextCursor: nullable(Type.String(), 'Cursor of the next page; null at the end.'),
  },
  { ...strict, description: 'What has happened.' },
);

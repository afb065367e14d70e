import { Type } from 'typebox';
import { definePublicEvent } from '#platform/events/public-event.ts';

const webhookId = Type.String({ format: 'uuid', description: 'The webhook it is about.' });

export const webhookDisabled = definePublicEvent('webhook.disabled', {
  description:
    'Kontor has switched a webhook off, because its endpoint said that it is gone or failed for five days. Subscribe another webhook to it.',
  data: Type.Object(
    {
      webhookId,
      reason: Type.Enum(['gone', 'failing'], {
        description: '`gone`: it answered 410. `failing`: no attempt has succeeded for five days.',
      }),
      failingSince: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
        description: 'The first failure since the last success.',
      }),
    },
    { additionalProperties: false },
  ),
});

export const webhookTest = definePublicEvent('webhook.test', {
  description:
    'Somebody wants to know whether the endpoint works: sent by `POST /api/webhooks/{webhook-id}/test` to that webhook, subscribed or not.',
  data: Type.Object({ webhookId }, { additionalProperties: false }),
});

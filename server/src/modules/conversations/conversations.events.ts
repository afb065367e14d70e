import { Type } from 'typebox';
import { definePublicEvent } from '#platform/events/public-event.ts';

const conversationId = Type.String({ format: 'uuid', description: 'The conversation.' });
const externalId = Type.Union([Type.String(), Type.Null()], { description: 'Your own id of the conversation.' });
const channel = Type.String({ description: 'How the customer writes.' });

export const conversationEscalated = definePublicEvent('conversation.escalated', {
  description:
    'The bot has handed a conversation over to people. What it was about is read with `GET /v2/conversations/{conversation-id}/handover`; what a person writes is sent to `POST /v2/hc-interactions/events/public` with the role `agent`.',
  data: Type.Object(
    {
      conversationId,
      eventId: Type.String({ format: 'uuid', description: 'The reply that handed over.' }),
      externalId,
      channel,
    },
    { additionalProperties: false },
  ),
});

export const conversationTakenOver = definePublicEvent('conversation.taken_over', {
  description: 'A person has taken a conversation over; the bot is silent until it is handed back or resolved.',
  data: Type.Object(
    { conversationId, externalId, channel, name: Type.String({ description: 'What the person is called.' }) },
    { additionalProperties: false },
  ),
});

export const conversationReplied = definePublicEvent('conversation.replied', {
  description:
    'A person has written to the customer in the console. Show it to the customer: `GET /v2/hc-interactions/{conversation-id}/public` has the message.',
  data: Type.Object(
    {
      conversationId,
      eventId: Type.String({ format: 'uuid', description: 'The message.' }),
      externalId,
      channel,
    },
    { additionalProperties: false },
  ),
});

export const conversationHandedBack = definePublicEvent('conversation.handed_back', {
  description: 'Nobody has the conversation any more: the bot answers what the customer writes next.',
  data: Type.Object({ conversationId, externalId, channel }, { additionalProperties: false }),
});

import { Type } from 'typebox';
import { definePublicEvent } from '#platform/events/public-event.ts';

export const conversationEscalated = definePublicEvent('conversation.escalated', {
  description:
    'The bot has handed a conversation over to people. What it was about is read with `GET /v2/conversations/{conversation-id}/handover`; what a person writes is sent to `POST /v2/hc-interactions/events/public` with the role `agent`.',
  data: Type.Object(
    {
      conversationId: Type.String({ format: 'uuid', description: 'The conversation.' }),
      eventId: Type.String({ format: 'uuid', description: 'The reply that handed over.' }),
      externalId: Type.Union([Type.String(), Type.Null()], { description: 'Your own id of the conversation.' }),
      channel: Type.String({ description: 'How the customer writes.' }),
    },
    { additionalProperties: false },
  ),
});

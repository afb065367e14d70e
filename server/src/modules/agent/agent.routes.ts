import { botNotFound } from '#modules/bots/index.ts';
import { conversationBusy, conversationNotFound } from '#modules/conversations/index.ts';
import { customerTokenInvalid } from '#modules/integrations/index.ts';
import { ambiguousCustomer } from '#modules/users/index.ts';
import { detachedRoute } from '#platform/http/route.ts';
import { botArchived } from './agent.errors.ts';
import { CreatedEvents, GenerateAnswer } from './agent.schemas.ts';
import { generateAnswer } from './generate-answer.ts';

export const agentRoutes = [
  detachedRoute({
    method: 'POST',
    path: '/v2/hc-interactions/events/public',
    operationId: 'generateAnswer',
    summary: 'Send a message and get the answer',
    description:
      'Begins a conversation with `botId`, or goes on with `interactionId`. The bot answers a customer’s message from the live articles of its folders, asks back when two fit, and hands over to a person when none does.',
    tag: 'Conversations',
    scope: 'write',
    idempotent: true,
    body: GenerateAnswer,
    outputs: { 201: { description: 'The message and the answer.', schema: CreatedEvents } },
    errors: [botNotFound, botArchived, conversationNotFound, conversationBusy, ambiguousCustomer, customerTokenInvalid],
    example: { body: { content: 'I lost my card, what now?', botId: '…' } },
    handle: async (ctx, { body }) => ({ status: 201, body: await generateAnswer(ctx, body) }),
  }),
];

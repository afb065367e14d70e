import { botNotFound } from '#modules/bots/index.ts';
import {
  conversationBusy,
  conversationNotFound,
  notTakenOver,
  presentEvent,
  takenByAnother,
} from '#modules/conversations/index.ts';
import { customerTokenInvalid } from '#modules/integrations/index.ts';
import { ruleRunMoved } from '#modules/rulebook/index.ts';
import { ambiguousCustomer } from '#modules/users/index.ts';
import { detachedRoute } from '#platform/http/route.ts';
import { botArchived } from './agent.errors.ts';
import { AnswerStream, CreatedEvents, GenerateAnswer, GenerateAnswerQuery } from './agent.schemas.ts';
import { sendAnswer, streamAnswer } from './send-answer.ts';

export const agentRoutes = [
  detachedRoute({
    method: 'POST',
    path: '/v2/hc-interactions/events/public',
    operationId: 'generateAnswer',
    summary: 'Send a message and get the answer',
    description:
      'Begins a conversation with `botId`, or goes on with `interactionId`. The bot answers a customer’s message from the live articles of its folders, asks back when two fit, and hands over to a person when none does. It is silent while a person has taken the conversation over. With `stream=true` the answer comes as server-sent events: `message` (what was sent), `delta` (a piece of the answer’s text), `reset` (the deltas so far are taken back), `reply` (the answer as it is stored), `done`. A repetition with the same `Idempotency-Key` gets the events as JSON.',
    tag: 'Conversations',
    scope: 'write',
    idempotent: true,
    query: GenerateAnswerQuery,
    body: GenerateAnswer,
    outputs: {
      200: { description: 'With `stream=true`.', mediaType: 'text/event-stream', schema: AnswerStream },
      201: { description: 'The message and the answer.', schema: CreatedEvents },
    },
    errors: [
      botNotFound,
      botArchived,
      conversationNotFound,
      conversationBusy,
      takenByAnother,
      notTakenOver,
      ruleRunMoved,
      ambiguousCustomer,
      customerTokenInvalid,
    ],
    example: { body: { content: 'I lost my card, what now?', botId: '…' } },
    handle: (ctx, { body, query }) => (query.stream ? streamAnswer(ctx, body, presentEvent) : sendAnswer(ctx, body)),
  }),
];

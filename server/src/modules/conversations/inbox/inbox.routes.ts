import { detachedRoute, route } from '#platform/http/route.ts';
import { conversationBusy, conversationNotFound, eventNotFound } from '../conversations.errors.ts';
import { Conversation, ConversationEvent, ConversationParams, EventParams } from '../conversations.schemas.ts';
import { changeConversation, changeTags } from './change-conversation.ts';
import { takenByAnother } from './inbox.errors.ts';
import { ChangeConversation, ChangeTags, HandBack, InboxPage, InboxQuery, TakeOver } from './inbox.schemas.ts';
import { listInbox } from './list-inbox.ts';
import { handBack, takeOver } from './take-over.ts';

const tag = 'Conversations';

export const inboxRoutes = [
  route({
    method: 'GET',
    path: '/v2/conversations',
    operationId: 'listInbox',
    summary: 'Find conversations',
    description:
      'In a few lines each, without their messages, by their latest message, newest first. All filters together have to hold.',
    tag,
    scope: 'read',
    query: InboxQuery,
    outputs: { 200: { description: 'A page.', schema: InboxPage } },
    handle: async (ctx, { query }) => ({ status: 200, body: await listInbox(ctx, query) }),
  }),
  route({
    method: 'PATCH',
    path: '/v2/conversations/{conversation-id}',
    operationId: 'changeConversation',
    summary: 'Say where a conversation stands',
    description:
      'As a person sees it. `Resolved` also ends a takeover: the bot answers what the customer writes next. Operators can not change what a colleague has taken over.',
    tag,
    scope: 'write',
    params: ConversationParams,
    body: ChangeConversation,
    outputs: { 200: { description: 'The conversation as it is now.', schema: Conversation } },
    errors: [conversationNotFound, takenByAnother],
    example: { body: { status: 'Resolved' } },
    handle: async (ctx, { params, body }) => ({
      status: 200,
      body: await changeConversation(ctx, params.conversationId, body),
    }),
  }),
  detachedRoute({
    method: 'POST',
    path: '/v2/conversations/{conversation-id}/take-over',
    operationId: 'takeOverConversation',
    effect: 'overwrites',
    summary: 'Take a conversation over from the bot',
    description:
      'From then on the bot is silent: what the customer writes is stored and waits for you, and what you write is sent to `POST /v2/hc-interactions/events/public` with the role `agent`. An answer that the bot is giving comes first. Who has it already keeps it; what somebody else has is refused.',
    tag,
    scope: 'write',
    idempotent: true,
    params: ConversationParams,
    body: TakeOver,
    outputs: { 200: { description: 'The conversation as it is now.', schema: Conversation } },
    errors: [conversationNotFound, conversationBusy, takenByAnother],
    example: { body: { name: 'Kim' } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await takeOver(ctx, params.conversationId, body) }),
  }),
  route({
    method: 'POST',
    path: '/v2/conversations/{conversation-id}/hand-back',
    operationId: 'handBackConversation',
    effect: 'goes-live',
    summary: 'Hand a conversation back to the bot',
    description: 'The bot answers again from the customer’s next message on. Does nothing when nobody has it.',
    tag,
    scope: 'write',
    params: ConversationParams,
    body: HandBack,
    outputs: { 200: { description: 'The conversation as it is now.', schema: Conversation } },
    errors: [conversationNotFound, takenByAnother],
    example: { body: {} },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await handBack(ctx, params.conversationId, body) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/conversations/events/{event-id}/tags',
    operationId: 'changeEventTags',
    summary: 'Change the tags of a message',
    description: 'Puts these in the place of all but the one that says where the conversation stands.',
    tag,
    scope: 'write',
    params: EventParams,
    body: ChangeTags,
    outputs: { 200: { description: 'The message as it is now.', schema: ConversationEvent } },
    errors: [eventNotFound],
    example: { body: { tagIds: [] } },
    handle: async (ctx, { params, body }) => ({
      status: 200,
      body: await changeTags(ctx, params.eventId, body.tagIds),
    }),
  }),
];

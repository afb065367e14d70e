import { STATUS_CODES } from '#platform/http/node-http.ts';
import { route } from '#platform/http/route.ts';
import { conversationNotFound, eventNotFound, notHandedOver } from './conversations.errors.ts';
import {
  Conversation,
  ConversationEvent,
  ConversationList,
  ConversationParams,
  ConversationSettings,
  DeleteConversations,
  Deleted,
  EventParams,
  Handover,
  JudgeEvent,
  ListConversationsQuery,
  SomeOutOfReach,
  Trace,
} from './conversations.schemas.ts';
import { deleteConversation, deleteManyConversations } from './delete-conversations.ts';
import { getHandover } from './hand-over.ts';
import { getConversation, getTrace, judgeEvent, listConversations } from './read-conversations.ts';
import { getConversationSettings, updateConversationSettings } from './retention.ts';

const tag = 'Conversations';

export const conversationRoutes = [
  route({
    method: 'GET',
    path: '/v2/hc-interactions/public',
    operationId: 'listConversations',
    summary: 'List conversations',
    description: 'With a message between `since` and `until`, sorted by their latest message, newest first.',
    tag,
    scope: 'read',
    query: ListConversationsQuery,
    outputs: { 200: { description: 'A page.', schema: ConversationList } },
    handle: async (ctx, { query }) => ({ status: 200, body: await listConversations(ctx, query) }),
  }),
  route({
    method: 'GET',
    path: '/v2/hc-interactions/{conversation-id}/public',
    operationId: 'getConversation',
    summary: 'Get a conversation',
    description: 'With all of its messages, oldest first.',
    tag,
    scope: 'read',
    params: ConversationParams,
    outputs: { 200: { description: 'The conversation.', schema: Conversation } },
    errors: [conversationNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getConversation(ctx, params.conversationId) }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/hc-interactions/{conversation-id}/public',
    operationId: 'deleteConversation',
    summary: 'Delete a conversation',
    description: 'For good, with its messages, tags and traces.',
    tag,
    scope: 'write',
    params: ConversationParams,
    outputs: { 200: { description: 'Deleted.', schema: Deleted } },
    errors: [conversationNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await deleteConversation(ctx, params.conversationId) }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/hc-interactions/public',
    operationId: 'deleteConversations',
    summary: 'Delete several conversations',
    description:
      'Deletes those that exist here. If any id was out of reach, the others are gone all the same and the answer is 406.',
    tag,
    scope: 'write',
    body: DeleteConversations,
    outputs: {
      200: { description: 'All of them are deleted.', schema: Deleted },
      406: { description: 'Some ids were out of reach; the others are deleted.', schema: SomeOutOfReach },
    },
    example: { body: { ids: ['0199a0de-0000-7000-8000-000000000000'] } },
    async handle(ctx, { body }) {
      const { deletedIds, missingIds } = await deleteManyConversations(ctx, body.ids);
      if (missingIds.length === 0) return { status: 200, body: { success: true } };
      return {
        status: 406,
        body: {
          statusCode: 406,
          message: `${missingIds.length} of ${body.ids.length} conversations do not exist in this workspace; the others were deleted.`,
          error: STATUS_CODES[406],
          code: 'some_out_of_reach',
          requestId: ctx.requestId,
          deletedIds,
          missingIds,
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/v2/conversations/{conversation-id}/handover',
    operationId: 'getHandover',
    summary: 'What a person is told who takes over',
    description:
      'Of the newest handover: why, a summary, what was known about the customer, and how the reply came about. What the person writes is sent to `POST /v2/hc-interactions/events/public` with the role `agent`.',
    tag,
    scope: 'read',
    params: ConversationParams,
    outputs: { 200: { description: 'The handover.', schema: Handover } },
    errors: [conversationNotFound, notHandedOver],
    handle: async (ctx, { params }) => ({ status: 200, body: await getHandover(ctx, params.conversationId) }),
  }),
  route({
    method: 'PATCH',
    path: '/v2/conversations/events/{event-id}',
    operationId: 'judgeEvent',
    summary: 'Judge a message',
    description: 'Feedback, the customer’s rating, whether the answer was right, and whether it solved the problem.',
    tag,
    scope: 'write',
    params: EventParams,
    body: JudgeEvent,
    outputs: { 200: { description: 'The message as it is now.', schema: ConversationEvent } },
    errors: [eventNotFound],
    example: { body: { approved: true, csatRating: 5 } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await judgeEvent(ctx, params.eventId, body) }),
  }),
  route({
    method: 'GET',
    path: '/v2/conversations/events/{event-id}/trace',
    operationId: 'getTrace',
    summary: 'How an answer came about',
    description: 'Articles that were considered with their scores, the decision, timings and versions.',
    tag,
    scope: 'read',
    params: EventParams,
    outputs: { 200: { description: 'The trace.', schema: Trace } },
    errors: [eventNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getTrace(ctx, params.eventId) }),
  }),
  route({
    method: 'GET',
    path: '/v2/conversations/settings',
    operationId: 'getConversationSettings',
    summary: 'How long conversations stay',
    description: 'A year without a message for those that belong to no user, unless the workspace has said otherwise.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The settings.', schema: ConversationSettings } },
    handle: async (ctx) => ({ status: 200, body: await getConversationSettings(ctx) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/conversations/settings',
    operationId: 'updateConversationSettings',
    summary: 'Set how long conversations stay',
    description: 'Holds for those that are there already, from the next hour on. The change is audited.',
    tag,
    scope: 'write',
    body: ConversationSettings,
    outputs: { 200: { description: 'The settings as they are now.', schema: ConversationSettings } },
    example: { body: { keepAnonymousDays: 90 } },
    handle: async (ctx, { body }) => ({ status: 200, body: await updateConversationSettings(ctx, body) }),
  }),
];

/**
 * Conversations of customers with bots: their messages, the tags that are set on them, what people think of the answers,
 * and the trace of how each came about. Who may answer, and what, is decided above.
 */
import { workspaceCreating } from '#modules/identity/index.ts';
import { userErasing, userExporting } from '#modules/users/index.ts';
import { react } from '#platform/events/events.ts';
import type { KontorModule } from '#platform/module.ts';
import {
  conversationEscalated,
  conversationHandedBack,
  conversationReplied,
  conversationTakenOver,
} from './conversations.events.ts';
import { conversationRowsOfUser, deleteConversationsOfUser } from './conversations.queries.ts';
import { conversationRoutes } from './conversations.routes.ts';
import * as conversationSchemas from './conversations.schemas.ts';
import { figuresRoutes } from './figures/figures.routes.ts';
import * as figuresSchemas from './figures/figures.schemas.ts';
import { inboxRoutes } from './inbox/inbox.routes.ts';
import * as inboxSchemas from './inbox/inbox.schemas.ts';
import { createBuiltInTags } from './manage-tags.ts';
import { deleteForgottenConversations } from './retention.ts';
import { tagRoutes } from './tags.routes.ts';
import * as tagSchemas from './tags.schemas.ts';

export type { ConversationStatus } from './built-in-tags.ts';
export type {
  Conversation,
  ConversationCustomer,
  ConversationEvent,
  EventRole,
  EventTag,
} from './conversation.types.ts';
export { conversationBusy, conversationNotFound, eventNotFound } from './conversations.errors.ts';
export { conversationReplied, conversationTakenOver } from './conversations.events.ts';
export { releaseTurn } from './conversations.queries.ts';
export { ConversationEvent as ConversationEventSchema } from './conversations.schemas.ts';
export { recordHandover } from './hand-over.ts';
export { notTakenOver, takenByAnother } from './inbox/inbox.errors.ts';
export { requireAuthor } from './inbox/take-over.ts';
export { tagsOfWorkspace, type WorkspaceTag } from './manage-tags.ts';
export { presentEvent } from './present-conversation.ts';
export { eventsOf, requireConversation } from './read-conversations.ts';
export { requireExchange, unansweredQuestions } from './read-exchange.ts';
export { claimConversation, openConversation, recordEvent } from './record-event.ts';
export { rewriteReply } from './rewrite-reply.ts';
export { inTurn, type Turn, takeTurn, waitForTurn } from './take-turn.ts';
export { waitingEscalations } from './waiting.queries.ts';

export const conversations: KontorModule = {
  name: 'conversations',
  routes: [...conversationRoutes, ...inboxRoutes, ...figuresRoutes, ...tagRoutes],
  schemas: { ...conversationSchemas, ...inboxSchemas, ...figuresSchemas, ...tagSchemas },
  events: [conversationEscalated, conversationTakenOver, conversationReplied, conversationHandedBack],
  reactions: [
    react(workspaceCreating, (ctx) => createBuiltInTags(ctx)),
    react(userErasing, (ctx, { userKey }) => deleteConversationsOfUser(ctx.session, userKey)),
    react(userExporting, async (ctx, { userKey }) => conversationRowsOfUser(ctx.session, userKey)),
  ],
  schedules: [{ name: 'delete-forgotten-conversations', cron: '17 * * * *', run: deleteForgottenConversations }],
};

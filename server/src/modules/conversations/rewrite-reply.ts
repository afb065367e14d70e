import type { Context } from '#platform/context.ts';
import { redactJson } from '#platform/log/index.ts';
import type { ConversationStatus } from './built-in-tags.ts';
import type { ConversationEvent, EventTag } from './conversation.types.ts';
import { noSuchConversation } from './conversations.errors.ts';
import { addModelUse, insertEventTags, type Rewriting, updateEvent, updateStatusBy } from './conversations.queries.ts';
import { eventsOf, requireConversation } from './read-conversations.ts';

export interface RewrittenReply extends Rewriting {
  tags: EventTag[];
  status: ConversationStatus;
}

/**
 * Puts what a language model has made of it in the place of a stored answer, and adds what the model has used to the
 * conversation. A 404 when the conversation was deleted meanwhile.
 */
export async function rewriteReply(
  ctx: Context,
  { conversationId, eventId }: Pick<ConversationEvent, 'conversationId' | 'eventId'>,
  { tags, status, ...reply }: RewrittenReply,
  use: { tokens: number; costMicros: number },
): Promise<ConversationEvent> {
  const { userKey } = await requireConversation(ctx, conversationId, true);
  const trace = reply.trace && (redactJson(reply.trace) as object);
  if (!(await updateEvent(ctx.session, eventId, { ...reply, trace }))) throw noSuchConversation();
  await insertEventTags(ctx.session, ctx.workspaceId, { eventId, userKey }, tags);
  await updateStatusBy(ctx.session, conversationId, eventId, status);
  await addModelUse(ctx.session, conversationId, use.tokens, use.costMicros);
  const stored = (await eventsOf(ctx, conversationId)).find((event) => event.eventId === eventId);
  if (!stored) throw noSuchConversation();
  return stored;
}

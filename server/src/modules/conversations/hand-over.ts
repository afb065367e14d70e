import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import type { Conversation } from './conversation.types.ts';
import { notHandedOver } from './conversations.errors.ts';
import { conversationEscalated } from './conversations.events.ts';
import { type Handover, selectHandover, upsertHandover } from './handovers.queries.ts';
import { requireConversation } from './read-conversations.ts';

/** Leaves for people what they need to go on, and tells those who have subscribed. In the transaction of the reply. */
export async function recordHandover(
  ctx: Context,
  conversation: Pick<Conversation, 'conversationId' | 'userKey' | 'externalId' | 'channel'>,
  handover: Pick<Handover, 'eventId' | 'reason' | 'summary' | 'attributes'>,
): Promise<void> {
  const { conversationId, userKey, externalId, channel } = conversation;
  await upsertHandover(ctx.session, ctx.workspaceId, { ...handover, conversationId, userKey, createdAt: ctx.now() });
  const data = { conversationId, eventId: handover.eventId, externalId, channel };
  await ctx.events.publish(ctx, conversationEscalated, data);
}

/** The newest handover of a conversation; a 404 when it was never handed over. */
export async function getHandover(ctx: Context, conversationId: string) {
  const conversation = await requireConversation(ctx, conversationId);
  const found = await selectHandover(ctx.session, conversation.conversationId);
  if (!found) throw new AppError(notHandedOver, 'This conversation was never handed over to a person.');
  const { eventId, reason, summary, attributes, createdAt, trace } = found;
  return {
    conversationId: found.conversationId,
    eventId,
    createdAt: createdAt.getTime(),
    status: conversation.status,
    reason,
    summary,
    attributes,
    userAttributes: conversation.userAttributes,
    trace,
  };
}

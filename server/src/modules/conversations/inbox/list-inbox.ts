import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { presentHolder } from '../present-conversation.ts';
import { type InboxEntry, type InboxFilter, selectInbox } from './inbox.queries.ts';
import type { InboxConversation, InboxPage, InboxQuery } from './inbox.schemas.ts';

/** Conversations in a few lines each, filtered, by their latest message; paged by place, so that new messages move nothing. */
export async function listInbox(
  ctx: Context,
  { limit = 50, cursor, since, until, ...query }: Static<typeof InboxQuery>,
): Promise<Static<typeof InboxPage>> {
  const filter: InboxFilter = { ...query, since: toDate(since), until: toDate(until) };
  const me = `${ctx.actor.kind}:${ctx.actor.id}`;
  const page = { limit: limit + 1, behind: readCursor(cursor), me };
  const found = await selectInbox(ctx.session, ctx.workspaceId, filter, page);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    conversations: shown.map(present),
    nextCursor: last ? `${last.latestEventAt.getTime()}_${last.conversationId}` : null,
  };
}

const toDate = (ms: number | undefined) => (ms === undefined ? null : new Date(ms));

function readCursor(cursor: string | undefined) {
  const [ms, conversationId] = cursor?.split('_') ?? [];
  return ms && conversationId ? { at: new Date(Number(ms)), conversationId } : null;
}

const present = (entry: InboxEntry): Static<typeof InboxConversation> => ({
  id: entry.conversationId,
  createdAt: entry.createdAt.getTime(),
  latestEventAt: entry.latestEventAt.getTime(),
  agentId: entry.botId,
  source: entry.source,
  channel: entry.channel,
  status: entry.status,
  resolved: entry.resolved,
  escalated: entry.escalated,
  subjectPreview: entry.subjectPreview,
  latestMessage: entry.latestMessage as Static<typeof InboxConversation>['latestMessage'],
  customer: entry.customer,
  hasFeedback: entry.hasFeedback,
  csatRating: entry.csatRating,
  takenOver: presentHolder(entry.takenOver),
  tags: entry.tags,
});

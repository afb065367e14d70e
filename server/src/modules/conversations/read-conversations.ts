import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import type { Conversation, ConversationEvent } from './conversation.types.ts';
import { eventNotFound, noSuchConversation } from './conversations.errors.ts';
import {
  judgeEventRow,
  selectConversation,
  selectConversations,
  selectEvent,
  selectEvents,
} from './conversations.queries.ts';
import type { ConversationList, JudgeEvent, ListConversationsQuery } from './conversations.schemas.ts';
import { presentConversation, presentEvent } from './present-conversation.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;
const MOST_DAYS = 90;

/** Conversations with a message in the window, newest first whichever way the pages are turned. */
export async function listConversations(
  ctx: Context,
  query: Static<typeof ListConversationsQuery>,
): Promise<Static<typeof ConversationList>> {
  const { since, until } = readWindow(query, ctx.now().getTime());
  const limit = query.limit ?? 50;
  // Without a cursor there is nothing newer to turn to: both directions begin with the newest.
  const direction = query.cursor === undefined ? 'next' : (query.direction ?? 'next');
  if (query.cursor !== undefined) await requireCursor(ctx, query.cursor);
  const found = await selectConversations(ctx.session, ctx.workspaceId, {
    since,
    until,
    limit: limit + 1,
    cursor: query.cursor ?? null,
    direction,
    agentId: query.agentId ?? null,
    source: query.source ?? null,
    channel: query.channel ?? null,
  });
  const hasMore = found.length > limit;
  const page = found.slice(0, limit);
  if (direction === 'prev') page.reverse();
  const more = {
    next: hasMore || direction === 'prev',
    prev: direction === 'prev' ? hasMore : query.cursor !== undefined,
  };
  return {
    interactions: await withEvents(ctx, page),
    hasMore,
    nextCursor: more.next ? (page.at(-1)?.conversationId ?? null) : null,
    prevCursor: more.prev ? (page[0]?.conversationId ?? null) : null,
  };
}

/** Without it there is no place to go on from: an empty page would look like the end. */
async function requireCursor(ctx: Context, cursor: string) {
  if (await selectConversation(ctx.session, ctx.workspaceId, cursor)) return;
  throw invalidField('?cursor', 'names no conversation of this workspace any more: begin again without it');
}

/** Times beyond what a date can hold are refused like any that make no window. */
function readWindow(query: Static<typeof ListConversationsQuery>, nowMs: number) {
  const untilMs = query.until ?? nowMs + 1;
  const sinceMs = query.since ?? untilMs - DEFAULT_DAYS * DAY_MS;
  for (const [name, ms] of [
    ['since', sinceMs],
    ['until', untilMs],
  ] as const) {
    if (Math.abs(ms) > 8.64e15) throw invalidField(`?${name}`, 'is no time: send Unix epoch milliseconds');
  }
  if (sinceMs >= untilMs) throw invalidField('?since', 'must be before until');
  if (untilMs - sinceMs > MOST_DAYS * DAY_MS) {
    throw invalidField('?since', `must be at most ${MOST_DAYS} days before until: ask for several windows`);
  }
  return { since: new Date(sinceMs), until: new Date(untilMs) };
}

async function withEvents(ctx: Context, conversations: Conversation[]) {
  const events = await selectEvents(
    ctx.session,
    conversations.map(({ conversationId }) => conversationId),
  );
  const byConversation = Map.groupBy(events, ({ conversationId }) => conversationId);
  return conversations.map((conversation) =>
    presentConversation(conversation, byConversation.get(conversation.conversationId) ?? []),
  );
}

export async function getConversation(ctx: Context, conversationId: string) {
  const [presented] = await withEvents(ctx, [await requireConversation(ctx, conversationId)]);
  if (!presented) throw noSuchConversation();
  return presented;
}

/** A 404 for an unknown id and one of another workspace; `lock` orders those who write into it. */
export async function requireConversation(ctx: Context, conversationId: string, lock = false): Promise<Conversation> {
  const conversation = await selectConversation(ctx.session, ctx.workspaceId, conversationId, lock);
  if (!conversation) throw noSuchConversation();
  return conversation;
}

/** The messages of a conversation, oldest first. */
export function eventsOf(ctx: Context, conversationId: string): Promise<ConversationEvent[]> {
  return selectEvents(ctx.session, [conversationId]);
}

/** Feedback, rating, approval and resolution of one message. */
export async function judgeEvent(ctx: Context, eventId: string, judgement: Static<typeof JudgeEvent>) {
  const event = await requireEvent(ctx, eventId);
  await judgeEventRow(ctx.session, { ...event, judgedAt: ctx.now() }, judgement);
  const changed = (await eventsOf(ctx, event.conversationId)).find((entry) => entry.eventId === event.eventId);
  if (!changed) throw new Error(`The message ${event.eventId} that was just changed is missing`);
  return presentEvent(changed);
}

/** How an answer came about; null for what the bot did not write. */
export async function getTrace(ctx: Context, eventId: string) {
  const { eventId: id, trace } = await requireEvent(ctx, eventId);
  return { eventId: id, trace };
}

/** The message by its id; a 404 for an unknown one and one of another workspace. */
export async function requireEvent(ctx: Context, eventId: string) {
  const event = await selectEvent(ctx.session, ctx.workspaceId, eventId);
  if (!event) throw new AppError(eventNotFound, 'There is no message with this id in the workspace of the key.');
  return event;
}

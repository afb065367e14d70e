import { requireBot } from '#modules/bots/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { redactJson } from '#platform/log/index.ts';
import type { ConversationStatus } from './built-in-tags.ts';
import type { Conversation, ConversationCustomer, ConversationEvent, EventTag } from './conversation.types.ts';
import {
  insertConversation,
  insertEvent,
  insertEventTags,
  type NewEvent,
  selectWholeEvent,
  touchConversation,
  updateCustomer,
} from './conversations.queries.ts';
import { requireConversation } from './read-conversations.ts';

/** Characters of the first message that the list of conversations shows. */
const PREVIEW = 200;

export interface OpenConversation {
  botId: string;
  customer: ConversationCustomer | null;
  source: string;
  channel: string;
  externalId: string | null;
  url: string | null;
  userAttributes: Record<string, unknown>;
  firstMessage: string;
}

/** A new conversation with a bot, without messages yet. */
export async function openConversation(ctx: Context, input: OpenConversation): Promise<Conversation> {
  const bot = await requireBot(ctx, input.botId);
  const createdAt = ctx.now();
  const conversationId = uuidv7(createdAt.getTime());
  const subjectPreview = [...input.firstMessage.replaceAll(/\s+/g, ' ').trim()].slice(0, PREVIEW).join('');
  await insertConversation(ctx.session, ctx.workspaceId, {
    ...input,
    botId: bot.botId,
    conversationId,
    subjectPreview,
    createdAt,
  });
  return requireConversation(ctx, conversationId, true);
}

/** From now on it is the conversation of this customer, unless it is somebody's already. */
export async function claimConversation(
  ctx: Context,
  conversation: Conversation,
  customer: ConversationCustomer,
): Promise<Conversation> {
  if (conversation.customer !== null) return conversation;
  await updateCustomer(ctx.session, conversation.conversationId, customer);
  return requireConversation(ctx, conversation.conversationId, true);
}

export type Message = Pick<NewEvent, 'role' | 'message'> &
  Partial<Omit<NewEvent, 'eventId' | 'createdAt' | 'conversationId' | 'userKey'>> & {
    tags?: EventTag[];
    /** Where the conversation stands after this message; left out: where it stood. */
    status?: ConversationStatus;
  };

/** Adds a message to a conversation, in the order in which they are added. Its trace is stored without personal data. */
export async function recordEvent(
  ctx: Context,
  { conversationId, userKey }: Pick<Conversation, 'conversationId' | 'userKey'>,
  message: Message,
): Promise<ConversationEvent> {
  const createdAt = ctx.now();
  const eventId = uuidv7(createdAt.getTime());
  const { tags = [], status, ...event } = message;
  await insertEvent(ctx.session, ctx.workspaceId, {
    type: 'message',
    externalId: null,
    externalCreatedAt: null,
    attachments: [],
    usedArticles: [],
    usedFolders: [],
    ...event,
    trace: event.trace ? (redactJson(event.trace) as object) : null,
    conversationId,
    userKey,
    eventId,
    createdAt,
  });
  await insertEventTags(ctx.session, ctx.workspaceId, { eventId, userKey }, tags);
  await touchConversation(ctx.session, conversationId, createdAt, status ?? null);
  const stored = await selectWholeEvent(ctx.session, eventId);
  if (!stored) throw new Error(`The message ${eventId} that was just stored is missing`);
  return stored;
}

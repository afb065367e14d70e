import { requireBot } from '#modules/bots/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { redactJson } from '#platform/log/index.ts';
import type { ConversationStatus } from './built-in-tags.ts';
import type { Conversation, ConversationCustomer, ConversationEvent, EventTag } from './conversation.types.ts';
import { insertConversation, insertEvent, type NewEvent, updateCustomer } from './conversations.queries.ts';
import { requireConversation } from './read-conversations.ts';
import type { Turn } from './take-turn.ts';

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
    /** The turn that ends with it. */
    endsTurn?: Turn;
  };

/** Adds a message to a conversation, in the order in which they are added. Its trace is stored without personal data. */
export async function recordEvent(
  ctx: Context,
  { conversationId, userKey }: Pick<Conversation, 'conversationId' | 'userKey'>,
  message: Message,
): Promise<ConversationEvent> {
  const createdAt = ctx.now();
  const { tags = [], status = null, endsTurn, trace = null, ...said } = message;
  const event = {
    type: 'message',
    externalId: null,
    externalCreatedAt: null,
    author: null,
    choices: [],
    attachments: [],
    usedArticles: [],
    usedFolders: [],
    ...said,
    conversationId,
    eventId: uuidv7(createdAt.getTime()),
    createdAt,
  };
  await insertEvent(ctx.session, ctx.workspaceId, {
    ...event,
    userKey,
    trace: trace && (redactJson(trace) as object),
    tagIds: tags.map(({ id }) => id),
    status,
    turnId: endsTurn?.turnId ?? null,
  });
  const judgement = { csatRating: null, feedback: null, approved: null, resolved: null };
  return { ...event, ...judgement, tags: tags.toSorted(byGroup) };
}

/** As they are read. */
const byGroup = (one: EventTag, other: EventTag) =>
  one.tagGroupId < other.tagGroupId || (one.tagGroupId === other.tagGroupId && one.id < other.id) ? -1 : 1;

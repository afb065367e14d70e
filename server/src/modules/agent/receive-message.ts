import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import {
  type Conversation,
  type ConversationEvent,
  claimConversation,
  conversationReplied,
  type EventRole,
  eventsOf,
  openConversation,
  recordEvent,
  releaseTurn,
  requireAuthor,
  requireConversation,
  type Turn,
  takeTurn,
  waitForTurn,
} from '#modules/conversations/index.ts';
import { leaveToPerson } from '#modules/rulebook/index.ts';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { botArchived } from './agent.errors.ts';
import type { GenerateAnswer } from './agent.schemas.ts';
import { identifySpeaker, type Speaker } from './identify-speaker.ts';

/** The bot of the conversation, which is not archived. */
export type AnsweringBot = Awaited<ReturnType<typeof requireBot>>;

/** A message that is stored; `toAnswer`: a customer's, whose answer nobody else gives meanwhile. */
export interface Received {
  conversation: Conversation;
  incoming: ConversationEvent;
  toAnswer: { turn: Turn; bot: AnsweringBot; before: ConversationEvent[]; speaker: Speaker } | null;
}

/**
 * Stores a message in its conversation or in a new one. A customer's waits for those before it, and has the turn when it is
 * stored. Mostly that is one transaction.
 */
export async function receiveMessage(ctx: DetachedContext, input: Static<typeof GenerateAnswer>): Promise<Received> {
  const role = input.role ?? 'user';
  const message = { role, message: input.content };
  const store = async (inner: Context, conversation: Conversation) => ({
    isTaken: false,
    before: await eventsOf(inner, conversation.conversationId),
    incoming: await recordEvent(inner, conversation, message),
  });
  const first = await inTransaction(ctx, async (inner) => {
    const { conversation, speaker, bot } = await openOrContinue(inner, input, role);
    if (role === 'agent') {
      const incoming = await recordReplyOfPerson(inner, conversation, input);
      return { received: { conversation, incoming, toAnswer: null } };
    }
    if (bot === null || conversation.takenOver) {
      return { received: { conversation, incoming: await recordEvent(inner, conversation, message), toAnswer: null } };
    }
    const turn = await takeTurn(inner, conversation.conversationId);
    return {
      opened: { conversation, speaker, bot },
      stored: turn && { ...(await store(inner, conversation)), turn },
    };
  });
  if (first.received) return first.received;
  const { conversation, speaker, bot } = first.opened;
  const { incoming, before, turn, isTaken } =
    first.stored ??
    (await waitForTurn(ctx, conversation.conversationId, async (inner, own) => {
      const now = await requireConversation(inner, conversation.conversationId, true);
      const stored = await store(inner, conversation);
      if (!now.takenOver) return stored;
      // A person has taken it over while the message waited.
      await releaseTurn(inner.session, own);
      return { ...stored, isTaken: true };
    }));
  return { conversation, incoming, toAnswer: isTaken ? null : { turn, bot, before, speaker } };
}

async function openOrContinue(
  ctx: Context,
  input: Static<typeof GenerateAnswer>,
  role: EventRole,
): Promise<{ conversation: Conversation; speaker: Speaker; bot: AnsweringBot | null }> {
  if (input.interactionId !== undefined) {
    // Locked, so that of two messages at once that name customers the second has to name the first one's, and so that who has
    // taken it over is one person.
    const conversation = await requireConversation(ctx, input.interactionId, role === 'user' || role === 'agent');
    if (input.botId !== undefined && input.botId !== conversation.botId) {
      throw invalidField('/botId', 'is not the bot of this conversation; leave it out');
    }
    const bot = role === 'user' && conversation.botId !== null ? await requireAnswering(ctx, conversation.botId) : null;
    const speaker = await identifySpeaker(ctx, input, conversation);
    if (role !== 'user' || speaker.customer === null) return { conversation, speaker, bot };
    return { conversation: await claimConversation(ctx, conversation, speaker.customer), speaker, bot };
  }
  if (input.botId === undefined) throw invalidField('/interactionId', 'is required, or botId to begin a conversation');
  const bot = role === 'user' ? await requireAnswering(ctx, input.botId) : null;
  const { metadata = {} } = input;
  const userAttributes = metadata.user_attributes ?? {};
  const speaker = await identifySpeaker(ctx, input, null);
  const conversation = await openConversation(ctx, {
    botId: input.botId,
    customer: speaker.customer,
    source: metadata.source ?? 'api',
    channel: metadata.channel ?? 'chat',
    externalId: metadata.externalId ?? null,
    url: metadata.url ?? null,
    userAttributes,
    firstMessage: input.content,
  });
  return { conversation, speaker, bot };
}

/** Operators write in what they have taken over; that has to reach the customer, whose side is told. */
async function recordReplyOfPerson(ctx: Context, conversation: Conversation, input: Static<typeof GenerateAnswer>) {
  await leaveToPerson(ctx, conversation.conversationId);
  const author = input.interactionId === undefined ? null : requireAuthor(ctx, conversation);
  const event = await recordEvent(ctx, conversation, { role: 'agent', message: input.content, author });
  if (author !== null) {
    const { conversationId, externalId, channel } = conversation;
    await ctx.events.publish(ctx, conversationReplied, { conversationId, eventId: event.eventId, externalId, channel });
  }
  return event;
}

/** Of a customer's message: the bot that answers it. */
async function requireAnswering(ctx: Context, botId: string): Promise<AnsweringBot> {
  const bot = await requireBot(ctx, botId);
  if (bot.archivedAt === null) return bot;
  throw new AppError(botArchived, 'This bot is archived and answers nothing. Bring it back, or use another.');
}

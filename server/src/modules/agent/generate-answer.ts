import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import {
  type Conversation,
  type ConversationEvent,
  type EventRole,
  eventsOf,
  inTurn,
  openConversation,
  recordEvent,
  requireConversation,
} from '#modules/conversations/index.ts';
import { resolveAttributes, valuesFor } from '#modules/integrations/index.ts';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { botArchived } from './agent.errors.ts';
import type { GenerateAnswer } from './agent.schemas.ts';
import { type Asked, type Considered, considerMessage } from './consider-message.ts';
import { identifySpeaker, type Speaker } from './identify-speaker.ts';
import { phraseAnswer } from './phrase-answer.ts';
import { playRules } from './play-rules.ts';
import { type Phrasing, preparePhrasing } from './prepare-phrasing.ts';
import { presentReply, versionsOf } from './present-reply.ts';
import { recordPlayed } from './record-played.ts';
import type { Need } from './retrieval/answer-question.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';

/** A message, and what was answered; null when nobody but a customer spoke. */
export interface Exchange {
  incoming: ConversationEvent;
  reply: ConversationEvent | null;
}

/** Hears how an answer comes about. */
export interface AnswerListener {
  /** The message is stored: from here on nothing is refused any more. */
  onIncoming(incoming: ConversationEvent): void;
  /** Sentences of a language model, each checked; the reply may still turn out to be another one. */
  onText(text: string): void;
}

/**
 * Stores a message; a customer's is answered, and what one conversation is told at once is answered one after the other. The
 * message is stored before anything is asked for its answer, and the deterministic answer before a language model is asked
 * to word it, so that neither is lost with what comes after it; no connection is held in between.
 */
export async function generateAnswer(
  ctx: DetachedContext,
  input: Static<typeof GenerateAnswer>,
  listener?: AnswerListener,
): Promise<Exchange> {
  const role = input.role ?? 'user';
  const { conversation, speaker } = await inTransaction(ctx, (inner) => openOrContinue(inner, input, role));
  const { botId } = conversation;
  const message = { role, message: input.content };
  if (role !== 'user' || botId === null) {
    const incoming = await inTransaction(ctx, (inner) => recordEvent(inner, conversation, message));
    listener?.onIncoming(incoming);
    return { incoming, reply: null };
  }
  return inTurn(ctx, conversation.conversationId, async () => {
    const { before, incoming } = await inTransaction(ctx, async (inner) => ({
      before: await eventsOf(inner, conversation.conversationId),
      incoming: await recordEvent(inner, conversation, message),
    }));
    listener?.onIncoming(incoming);
    const startedMs = performance.now();
    const known = await resolveAttributes(ctx, botId, speaker);
    const asked = { conversation, botId, before, incoming, known, speaker };
    const considered = await inTransaction(ctx, (inner) => considerMessage(inner, asked));
    const played = await playRules(ctx, asked, considered, (inner, turn) =>
      recordPlayed(inner, asked, considered, turn, Math.round(performance.now() - startedMs)),
    );
    if (played) return { incoming, reply: played };
    const { event, phrasing } = await inTransaction(ctx, (inner) => answerMessage(inner, asked, considered, startedMs));
    return { incoming, reply: phrasing ? await phraseAnswer(ctx, event, phrasing, listener?.onText) : event };
  });
}

async function openOrContinue(
  ctx: Context,
  input: Static<typeof GenerateAnswer>,
  role: EventRole,
): Promise<{ conversation: Conversation; speaker: Speaker }> {
  if (input.interactionId !== undefined) {
    const conversation = await requireConversation(ctx, input.interactionId);
    if (input.botId !== undefined && input.botId !== conversation.botId) {
      throw invalidField('/botId', 'is not the bot of this conversation; leave it out');
    }
    if (role === 'user' && conversation.botId !== null) await refuseArchived(ctx, conversation.botId);
    return { conversation, speaker: await identifySpeaker(ctx, input, conversation) };
  }
  if (input.botId === undefined) throw invalidField('/interactionId', 'is required, or botId to begin a conversation');
  if (role === 'user') await refuseArchived(ctx, input.botId);
  const { metadata = {} } = input;
  const userAttributes = metadata.user_attributes ?? {};
  const speaker = await identifySpeaker(ctx, input, null);
  const conversation = await openConversation(ctx, {
    botId: input.botId,
    userKey: speaker.customer?.userKey ?? null,
    source: metadata.source ?? 'api',
    channel: metadata.channel ?? 'chat',
    externalId: metadata.externalId ?? null,
    url: metadata.url ?? null,
    userAttributes,
    firstMessage: input.content,
  });
  return { conversation, speaker };
}

async function refuseArchived(ctx: Context, botId: string) {
  const { archivedAt } = await requireBot(ctx, botId);
  if (archivedAt === null) return;
  throw new AppError(botArchived, 'This bot is archived and answers nothing. Bring it back, or use another.');
}

async function answerMessage(
  ctx: Context,
  { conversation, before, incoming, known }: Asked,
  { bot, visible, index, version, reply, fact, composed }: Considered,
  startedMs: number,
): Promise<{ event: ConversationEvent; phrasing: Phrasing | null }> {
  const scene = { conversation, bot, index, visible, before, question: incoming.message, reply };
  const phrasing = fact ? null : await preparePhrasing(ctx, { ...scene, facts: valuesFor('model', known.fields) });
  const trace = {
    engine: 'deterministic',
    indexVersion: version,
    decision: fact ? 'fact' : reply.kind,
    language: reply.language,
    attributes: known.trace,
    needs: reply.trace.map((need) => presentNeed(index, need)),
    articleVersions: versionsOf(composed),
    ...(phrasing === 'budget_used' && { model: { outcome: 'skipped', problem: phrasing } }),
    durationMs: Math.round(performance.now() - startedMs),
  };
  const words = await presentReply(ctx, composed, { message: incoming.message, language: reply.language });
  const event = await recordEvent(ctx, conversation, { role: 'finibot', ...words, trace });
  return { event, phrasing: phrasing === 'budget_used' || phrasing === null ? null : { ...phrasing, trace } };
}

/** Candidates that a trace names: those that were near. */
const TRACED = 5;

const presentNeed = (index: RetrievalIndex, { question, ranking, decision }: Need) => ({
  question,
  decision: decision.kind,
  confidence: decision.confidence,
  candidates: ranking.candidates.slice(0, TRACED).map(({ article, score, probability, similarity, coverage }) => ({
    articleId: index.articles[article]?.id,
    title: index.articles[article]?.title,
    score,
    probability,
    similarity,
    coverage,
  })),
});

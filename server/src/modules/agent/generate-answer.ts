import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import {
  type Conversation,
  type ConversationEvent,
  claimConversation,
  type EventRole,
  eventsOf,
  inTurn,
  openConversation,
  recordEvent,
  requireConversation,
} from '#modules/conversations/index.ts';
import { resolveAttributes, valuesFor } from '#modules/integrations/index.ts';
import { leaveRun, openRun } from '#modules/rulebook/index.ts';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { botArchived } from './agent.errors.ts';
import type { GenerateAnswer } from './agent.schemas.ts';
import { type Asked, type Considered, considerMessage } from './consider-message.ts';
import { handOver, reasonOf } from './hand-over.ts';
import { identifySpeaker, type Speaker } from './identify-speaker.ts';
import { loadIndex } from './load-index.ts';
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
    const incoming = await inTransaction(ctx, async (inner) => {
      if (role === 'agent') await leaveToPerson(inner, conversation);
      return recordEvent(inner, conversation, message);
    });
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
    const trained = await loadIndex(ctx, botId);
    const considered = await inTransaction(ctx, (inner) => considerMessage(inner, asked, trained));
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
    // Locked, so that of two messages at once that name customers the second has to name the first one's.
    const conversation = await requireConversation(ctx, input.interactionId, role === 'user');
    if (input.botId !== undefined && input.botId !== conversation.botId) {
      throw invalidField('/botId', 'is not the bot of this conversation; leave it out');
    }
    if (role === 'user' && conversation.botId !== null) await refuseArchived(ctx, conversation.botId);
    const speaker = await identifySpeaker(ctx, input, conversation);
    if (role !== 'user' || speaker.customer === null) return { conversation, speaker };
    return { conversation: await claimConversation(ctx, conversation, speaker.customer), speaker };
  }
  if (input.botId === undefined) throw invalidField('/interactionId', 'is required, or botId to begin a conversation');
  if (role === 'user') await refuseArchived(ctx, input.botId);
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
  return { conversation, speaker };
}

/** Once a person has answered, what the customer says is no answer to what a rule has asked before. */
async function leaveToPerson(ctx: Context, { conversationId }: Conversation) {
  const run = await openRun(ctx, conversationId);
  if (run?.state.waitsFor === 'customer') await leaveRun(ctx, run, 'a person has answered');
}

async function refuseArchived(ctx: Context, botId: string) {
  const { archivedAt } = await requireBot(ctx, botId);
  if (archivedAt === null) return;
  throw new AppError(botArchived, 'This bot is archived and answers nothing. Bring it back, or use another.');
}

async function answerMessage(
  ctx: Context,
  asked: Asked,
  { bot, visible, rules, index, version, reply, fact, composed }: Considered,
  startedMs: number,
): Promise<{ event: ConversationEvent; phrasing: Phrasing | null }> {
  const { conversation, before, incoming, known } = asked;
  const scene = { conversation, bot, index, visible, before, question: incoming.message, reply };
  const phrasing = fact ? null : await preparePhrasing(ctx, { ...scene, facts: valuesFor('model', known.fields) });
  const trace = {
    engine: 'deterministic',
    indexVersion: version,
    decision: fact ? 'fact' : reply.kind,
    language: reply.language,
    attributes: known.trace,
    needs: reply.trace.map((need) => presentNeed(index, rules, need)),
    articleVersions: versionsOf(composed),
    ...(phrasing === 'budget_used' && { model: { outcome: 'skipped', problem: phrasing } }),
    durationMs: Math.round(performance.now() - startedMs),
  };
  const words = await presentReply(ctx, composed, { message: incoming.message, language: reply.language });
  const event = await recordEvent(ctx, conversation, { role: 'finibot', ...words, trace });
  if (composed.type === 'escalation') {
    await handOver(ctx, asked, event, { language: reply.language, reason: reasonOf(reply, composed), run: null });
  }
  return { event, phrasing: phrasing === 'budget_used' || phrasing === null ? null : { ...phrasing, trace, asked } };
}

/** Candidates that a trace names: those that were near. */
const TRACED = 5;

/** A rule stands among the articles that it is chosen from, and is named as what it is. */
const presentNeed = (index: RetrievalIndex, rules: Considered['rules'], { question, ranking, decision }: Need) => ({
  question,
  decision: decision.kind,
  confidence: decision.confidence,
  candidates: ranking.candidates.slice(0, TRACED).map(({ article, score, probability, similarity, coverage }) => {
    const { id = '', title } = index.articles[article] ?? {};
    return {
      [rules.some(({ ruleId }) => ruleId === id) ? 'ruleId' : 'articleId']: id,
      title,
      score,
      probability,
      similarity,
      coverage,
    };
  }),
});

import type { Static } from 'typebox';
import { type ConversationEvent, inTurn } from '#modules/conversations/index.ts';
import { resolveAttributes } from '#modules/integrations/index.ts';
import { type DetachedContext, inTransaction, reading } from '#platform/context.ts';
import type { GenerateAnswer } from './agent.schemas.ts';
import { answerMessage } from './answer-message.ts';
import { type Asked, type Considered, considerMessage } from './consider-message.ts';
import { loadIndex } from './load-index.ts';
import { phraseAnswer } from './phrase-answer.ts';
import { callActions, playRules, type RecordReply } from './play-rules.ts';
import { receiveMessage } from './receive-message.ts';
import { recordPlayed } from './record-played.ts';

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
  const { conversation, incoming, toAnswer } = await receiveMessage(ctx, input);
  if (!toAnswer) {
    listener?.onIncoming(incoming);
    return { incoming, reply: null };
  }
  const { turn, bot, before, speaker } = toAnswer;
  const { event } = await inTurn(ctx, turn, async () => {
    listener?.onIncoming(incoming);
    const startedMs = performance.now();
    const [known, trained] = await Promise.all([resolveAttributes(ctx, bot.botId, speaker), loadIndex(ctx, bot.botId)]);
    const knownMs = performance.now() - startedMs;
    const asked = { conversation, bot, turn, before, incoming, known, speaker, startedMs, knownMs };
    const considered = await reading(ctx, (inner) => considerMessage(inner, asked, trained));
    const { event: first, phrasing } = await answer(ctx, asked, considered);
    return phrasing
      ? { event: await phraseAnswer(ctx, first, phrasing, listener?.onText), hasEnded: false }
      : { event: first, hasEnded: true };
  });
  return { incoming, reply: event };
}

/** By a rule, or else from articles and facts: one transaction unless an action is called. It ends the turn but for `phrasing`. */
async function answer(ctx: DetachedContext, asked: Asked, considered: Considered) {
  const record: RecordReply = (inner, turn) => recordPlayed(inner, asked, considered, turn);
  const stage = await inTransaction(ctx, async (inner) => {
    const played = await playRules(inner, asked, considered, record);
    return played ? { played } : { played, answered: await answerMessage(inner, asked, considered) };
  });
  if (stage.played === null) return stage.answered;
  return { event: await callActions(ctx, asked, considered, { played: stage.played, record }), phrasing: null };
}

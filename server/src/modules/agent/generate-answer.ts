import type { Static } from 'typebox';
import { type ConversationEvent, inTurn } from '#modules/conversations/index.ts';
import { resolveAttributes } from '#modules/integrations/index.ts';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import type { GenerateAnswer } from './agent.schemas.ts';
import { answerMessage } from './answer-message.ts';
import { type Asked, considerMessage } from './consider-message.ts';
import { loadIndex, type TrainedIndex } from './load-index.ts';
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
  const { turn, botId, before, speaker } = toAnswer;
  return inTurn(ctx, turn, async (endTurn) => {
    listener?.onIncoming(incoming);
    const startedMs = performance.now();
    const [known, trained] = await Promise.all([resolveAttributes(ctx, botId, speaker), loadIndex(ctx, botId)]);
    const asked = { conversation, botId, before, incoming, known, speaker };
    const { event, phrasing } = await answer(ctx, asked, { trained, startedMs, endTurn });
    return { incoming, reply: phrasing ? await phraseAnswer(ctx, event, phrasing, listener?.onText) : event };
  });
}

interface Around {
  trained: TrainedIndex;
  startedMs: number;
  /** Gives the turn back with the last thing that is stored in it. */
  endTurn(ctx: Context): Promise<void>;
}

/** By a rule, or else from articles and facts: one transaction unless an action is called. */
async function answer(ctx: DetachedContext, asked: Asked, { trained, startedMs, endTurn }: Around) {
  const stage = await inTransaction(ctx, async (inner) => {
    const considered = await considerMessage(inner, asked, trained);
    const record: RecordReply = async (within, turn) => {
      const event = await recordPlayed(within, asked, considered, turn, Math.round(performance.now() - startedMs));
      await endTurn(within);
      return event;
    };
    const played = await playRules(inner, asked, considered, record);
    if (played) return { played, considered, record };
    const answered = await answerMessage(inner, asked, considered, startedMs);
    if (!answered.phrasing) await endTurn(inner);
    return { answered, played: null };
  });
  if (stage.played === null) return stage.answered;
  return { event: await callActions(ctx, asked, stage.considered, stage), phrasing: null };
}

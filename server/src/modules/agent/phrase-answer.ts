import type { ConversationEvent } from '#modules/conversations/index.ts';
import { type DetachedContext, inTransaction } from '#platform/context.ts';
import { finishReply } from './finish-reply.ts';
import { phraseReply } from './phrase-reply.ts';
import type { Phrasing } from './prepare-phrasing.ts';

/** Has the model word an answer that is stored already: whatever fails from here on, that one stands. */
export async function phraseAnswer(
  ctx: DetachedContext,
  event: ConversationEvent,
  phrasing: Phrasing,
  onText?: (text: string) => void,
): Promise<ConversationEvent> {
  const startedMs = performance.now();
  try {
    const outcome = await phraseReply(ctx, phrasing, onText);
    const durationMs = Math.round(performance.now() - startedMs);
    return await inTransaction(ctx, (inner) => finishReply(inner, event, phrasing, outcome, durationMs));
  } catch (error) {
    ctx.log.error({ err: error, requestId: ctx.requestId }, 'An answer could not be phrased; the first one stands');
    return event;
  }
}

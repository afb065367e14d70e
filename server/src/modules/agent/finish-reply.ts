import { type ConversationEvent, rewriteReply, tagsOfWorkspace } from '#modules/conversations/index.ts';
import type { Context } from '#platform/context.ts';
import { type ComposedReply, composeReply } from './compose-reply.ts';
import { handOver, reasonOf } from './hand-over.ts';
import type { Outcome } from './phrase-reply.ts';
import type { Plan } from './phrasing/parse-draft.ts';
import type { Phrasing } from './prepare-phrasing.ts';
import { presentReply, versionsOf } from './present-reply.ts';

/** Stores what the model has made of an answer, or only what it has used when its draft is not sent. */
export async function finishReply(
  ctx: Context,
  event: ConversationEvent,
  phrasing: Phrasing,
  outcome: Outcome,
  durationMs: number,
): Promise<ConversationEvent> {
  const { model, promptVersion, prompt, reply } = phrasing;
  const isUsed = outcome.kind === 'used';
  const composed = isUsed
    ? composePlanned(phrasing, outcome.plan, outcome.text)
    : composeReply(reply, phrasing.visible);
  const about = {
    message: prompt.question,
    language: prompt.language,
    tagNames: isUsed ? outcome.tagNames : [],
  };
  const words = presentReply(composed, await tagsOfWorkspace(ctx), about);
  const answer = outcome.kind === 'failed' ? null : outcome.answer;
  const costMicros = answer?.costMicros ?? 0;
  const trace = {
    ...phrasing.trace,
    engine: isUsed ? 'model' : 'deterministic',
    articleVersions: versionsOf(composed),
    model: {
      provider: model.provider,
      model: model.model,
      promptVersion,
      shown: phrasing.articleIds,
      outcome: outcome.kind,
      ...(isUsed ? { plan: outcome.plan } : { problem: outcome.problem }),
      ...(answer && { inputTokens: answer.inputTokens, outputTokens: answer.outputTokens }),
      costMicros,
      durationMs,
    },
  };
  const tokens = (answer?.inputTokens ?? 0) + (answer?.outputTokens ?? 0);
  const rewritten = await rewriteReply(ctx, event, { ...words, trace }, { tokens, costMicros });
  // What was found already hands over as it is; what the model turns into a handover is one more.
  if (composed.type === 'escalation' && event.type !== 'escalation') {
    const why = { language: prompt.language, reason: reasonOf({ ...reply, kind: 'abstain' }, composed), run: null };
    await handOver(ctx, phrasing.asked, rewritten, why);
  }
  return rewritten;
}

/** The model chooses among what was retrieved, and words an answer; everything else is said as without it. */
function composePlanned({ reply, prompt, articleIds, visible }: Phrasing, plan: Plan, text: string): ComposedReply {
  const { language, trace } = reply;
  if (plan.action === 'escalate') return composeReply({ kind: 'abstain', language, trace }, visible);
  const chosen = plan.articles.map((number) => ({
    articleId: articleIds[number - 1] ?? '',
    title: prompt.articles[number - 1]?.title ?? '',
  }));
  if (plan.action === 'ask') return composeReply({ kind: 'clarify', offers: chosen, language, trace }, visible);
  const parts = chosen.map((article) => ({ ...article, text: '', confidence: 1 }));
  return composeReply({ kind: 'answer', parts, language, trace }, visible, text);
}

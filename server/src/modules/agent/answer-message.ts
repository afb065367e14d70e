import { type ConversationEvent, recordEvent } from '#modules/conversations/index.ts';
import { valuesFor } from '#modules/integrations/index.ts';
import type { Context } from '#platform/context.ts';
import { replaceNames } from '#platform/personal-data/index.ts';
import type { Asked, Considered } from './consider-message.ts';
import { handOver, reasonOf } from './hand-over.ts';
import { namesOfCustomer } from './names-of-customer.ts';
import { type Phrasing, preparePhrasing } from './prepare-phrasing.ts';
import { presentReply, timingsOf, versionsOf } from './present-reply.ts';
import type { Need } from './retrieval/answer-question.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';

/** Stores the answer from articles or facts; `phrasing` when a language model may word it. */
export async function answerMessage(
  ctx: Context,
  asked: Asked,
  considered: Considered,
): Promise<{ event: ConversationEvent; phrasing: Phrasing | null }> {
  const { visible, rules, tags, index, version, reply, fact, composed } = considered;
  const { conversation, bot, turn, before, incoming, known } = asked;
  const scene = { conversation, bot, index, visible, tags, before, question: incoming.message, reply };
  const phrasing = fact ? null : await preparePhrasing(ctx, { ...scene, facts: valuesFor('model', known.fields) });
  const names = namesOfCustomer(conversation.customer, conversation.userAttributes);
  const trace = {
    engine: 'deterministic',
    indexVersion: version,
    decision: fact ? 'fact' : reply.kind,
    language: reply.language,
    attributes: known.trace,
    needs: reply.trace.map((need) => presentNeed(index, rules, need, names)),
    articleVersions: versionsOf(composed),
    ...(phrasing === 'budget_used' && { model: { outcome: 'skipped', problem: phrasing } }),
    ...timingsOf(asked, considered),
  };
  const words = presentReply(composed, tags, { message: incoming.message, language: reply.language });
  const toPhrase = phrasing === 'budget_used' ? null : phrasing;
  const endsTurn = toPhrase ? undefined : turn;
  const event = await recordEvent(ctx, conversation, { role: 'finibot', ...words, trace, endsTurn });
  if (composed.type === 'escalation') {
    await handOver(ctx, asked, event, { language: reply.language, reason: reasonOf(reply, composed), run: null });
  }
  return { event, phrasing: toPhrase && { ...toPhrase, trace, asked } };
}

/** Candidates that a trace names: those that were near. */
const TRACED = 5;

/** A rule stands among the articles that it is chosen from, and is named as what it is. */
const presentNeed = (
  index: RetrievalIndex,
  rules: Considered['rules'],
  { question, ranking, decision }: Need,
  names: readonly string[],
) => ({
  question: replaceNames(question, () => '[name]', names),
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

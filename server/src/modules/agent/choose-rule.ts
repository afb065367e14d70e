import { articlesOf, isQuestion, type Rule } from '#modules/rulebook/index.ts';
import type { Reply } from './retrieval/answer-question.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';

interface Choice {
  rule: Rule | null;
  reply: Reply;
}

/**
 * Which rule is played, if any, and the reply without rules. A rule that is the best answer is; one behind an article is left out,
 * for it would answer something else. Where somebody asks for nothing but wants something done, a rule goes before the article
 * that it shows itself: its author has said that both are about the same. Pure.
 */
export function chooseRule(found: Reply, rules: readonly Rule[], index: RetrievalIndex, message: string): Choice {
  const idsOf = (parts: readonly { articleId: string }[]) => parts.map(({ articleId }) => articleId);
  const ruleOf = (id: string | undefined) => rules.find(({ ruleId }) => ruleId === id) ?? null;
  if (found.kind !== 'answer' && found.kind !== 'clarify') return { rule: null, reply: found };
  const best = found.kind === 'answer' ? ruleOf(found.parts[0]?.articleId) : null;
  const named = idsOf(found.kind === 'answer' ? found.parts.slice(0, 1) : found.offers);
  const rule = best ?? (isQuestion(message) ? null : ruleAround(named, rules, rankedIds(found, index)));
  if (found.kind === 'clarify') return { rule, reply: found };
  return { rule, reply: { ...found, parts: found.parts.filter(({ articleId }) => ruleOf(articleId) === null) } };
}

const rankedIds = ({ trace }: Reply, index: RetrievalIndex): (string | undefined)[] =>
  trace[0]?.ranking.candidates.map(({ article }) => index.articles[article]?.id) ?? [];

/** The rule nearest to the message among those that show one of the articles. */
function ruleAround(named: readonly string[], rules: readonly Rule[], ranked: readonly (string | undefined)[]) {
  const around = rules.filter((rule) => articlesOf(rule).some((articleId) => named.includes(articleId)));
  const nearest = ranked.find((id) => around.some(({ ruleId }) => ruleId === id));
  return around.find(({ ruleId }) => ruleId === nearest) ?? null;
}

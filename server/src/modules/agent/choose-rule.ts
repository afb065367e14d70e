import { articlesOf, isQuestion, labelOf, type Rule } from '#modules/rulebook/index.ts';
import { type AnswerPart, type Need, type Reply, toPart } from './retrieval/answer-question.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';

interface Choice {
  rule: Rule | null;
  /** What there is to be said without rules. */
  reply: Reply;
  /** What else the message asked for than the rule: somebody with two needs gets both. Null when nothing. */
  beside: Reply | null;
}

/**
 * Which rule is played, if any, and the reply without rules. A rule that answers the first need of the message is; one behind an
 * article is left out, for it would answer something else. Where somebody asks for nothing but wants something done, a rule goes
 * before the article that it shows itself: its author has said that both are about the same. Of two rules the first is played:
 * the article that the other shows stands for it. What is offered is called as in the customer's language. Pure.
 */
export function chooseRule(found: Reply, rules: readonly Rule[], index: RetrievalIndex, message: string): Choice {
  if (found.isRepeated) return { rule: null, reply: found, beside: null };
  const ruleOf = (id: string) => rules.find(({ ruleId }) => ruleId === id);
  const around = (ids: readonly string[], need: Need | undefined) =>
    isQuestion(message) ? undefined : ruleAround(ids, rules, rankedIds(need, index));
  if (found.kind === 'clarify') {
    const offered = found.offers.map(({ articleId }) => articleId);
    const offers = found.offers.map((offer) => {
      const other = ruleOf(offer.articleId);
      return other ? { ...offer, title: labelOf(other, found.language) } : offer;
    });
    return { rule: around(offered, found.trace[0]) ?? null, reply: { ...found, offers }, beside: null };
  }
  if (found.kind !== 'answer') return { rule: null, reply: found, beside: null };
  const needs = found.parts.map((part) => ({ part, need: needOf(part, found, index) }));
  const wanted = needs.map(({ part, need }) => ruleOf(part.articleId) ?? around([part.articleId], need));
  const rule = wanted.find(Boolean) ?? null;
  const parts = needs.flatMap(({ part, need }) => {
    const other = ruleOf(part.articleId);
    if (!other) return [part];
    return other === rule ? [] : (articleFor(part, other, need, index) ?? []);
  });
  const others = rule ? parts.filter(({ articleId }) => !articlesOf(rule).includes(articleId)) : [];
  return { rule, reply: { ...found, parts }, beside: others.length > 0 ? { ...found, parts: others } : null };
}

const needOf = ({ articleId }: AnswerPart, { trace }: Reply, index: RetrievalIndex): Need | undefined =>
  trace.find(({ decision }) => decision.kind === 'answer' && index.articles[decision.article]?.id === articleId);

/** The article that a rule shows, as the answer to the need that the rule was found for. */
function articleFor(part: AnswerPart, rule: Rule, need: Need | undefined, index: RetrievalIndex): AnswerPart | null {
  const shown = articlesOf(rule);
  const nearest = need?.ranking.candidates.find(({ article }) => shown.includes(index.articles[article]?.id ?? ''));
  return need && nearest ? toPart(index, need.question, nearest.article, part.confidence) : null;
}

const rankedIds = (need: Need | undefined, index: RetrievalIndex): (string | undefined)[] =>
  need?.ranking.candidates.map(({ article }) => index.articles[article]?.id) ?? [];

/** The rule nearest to the message among those that show one of the articles. */
function ruleAround(named: readonly string[], rules: readonly Rule[], ranked: readonly (string | undefined)[]) {
  const around = rules.filter((rule) => articlesOf(rule).some((articleId) => named.includes(articleId)));
  const nearest = ranked.find((id) => around.some(({ ruleId }) => ruleId === id));
  return around.find(({ ruleId }) => ruleId === nearest);
}

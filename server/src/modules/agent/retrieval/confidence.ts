import { SIGNAL_WEIGHTS } from './confidence-weights.ts';
import type { Candidate, Ranking } from './rank.ts';

const MANY_QUESTIONS = 100;
/** Below it, one probability is as bad as another. */
const LEAST_PROBABILITY = 0.05;
const PARTS = ['logit', 'margin', 'similarity', 'coverage'] as const;
const NOBODY: Omit<Candidate, 'article'> = {
  score: 0,
  logit: 0,
  probability: 0,
  margin: -1,
  similarity: 0,
  coverage: 0,
};

/**
 * What tells whether the first candidate answers the question, each about between -3 and 3: how sure the classifiers
 * are, how far ahead of the second, how near a known wording is, how much of what the question says the article covers,
 * and in how many of these it is the best. Every signal stands twice, the second time times how well customers' questions
 * are known (0 without any, 1 from a hundred per article on), since it means something else then.
 */
export function signalsOf(ranking: Ranking, questionsPerArticle: number): number[] {
  const taught = Math.min(1, Math.log1p(questionsPerArticle) / Math.log1p(MANY_QUESTIONS));
  const [first = { article: -1, ...NOBODY }, ...others] = ranking.candidates;
  const best = (part: 'margin' | 'similarity' | 'coverage'): number =>
    others.reduce((most, other) => Math.max(most, other[part]), part === 'margin' ? -1 : 0);
  const signals = [
    1,
    Math.log(first.probability + LEAST_PROBABILITY),
    first.logit / 4,
    first.margin,
    first.margin - best('margin'),
    first.similarity * 2,
    (first.similarity - best('similarity')) * 2,
    first.coverage * 2,
    (first.coverage - best('coverage')) * 2,
    ranking.known * 2,
    PARTS.filter((part) => others.every((other) => first[part] >= other[part])).length / PARTS.length,
  ];
  return [...signals, ...signals.map((signal) => signal * taught)];
}

/**
 * How sure it is that the first candidate answers the question, 0 to 1: a logistic regression over the signals, fitted
 * by `scripts/fit-confidence.ts` on help centres from which some articles, but not their questions, were taken away.
 */
export function confidenceOf(ranking: Ranking, questionsPerArticle: number): number {
  if (ranking.candidates.length === 0) return 0;
  const sum = signalsOf(ranking, questionsPerArticle).reduce(
    (total, signal, at) => total + signal * (SIGNAL_WEIGHTS[at] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

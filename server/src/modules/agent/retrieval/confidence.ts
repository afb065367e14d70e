import { SIGNAL_WEIGHTS } from './confidence-weights.ts';
import type { Candidate, Ranking } from './rank.ts';

const LEAST_PROBABILITY = 1e-6;
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
 * are, how far ahead of the second, how near a known wording is, how much of what the question says the article covers.
 * Every signal stands twice, the second time times `taught`, since it means less without example questions.
 */
export function signalsOf(ranking: Ranking, taught: number): number[] {
  const [first = { article: -1, ...NOBODY }, ...others] = ranking.candidates;
  const best = (part: 'margin' | 'similarity' | 'coverage'): number =>
    others.reduce((most, other) => Math.max(most, other[part]), part === 'margin' ? -1 : 0);
  const signals = [
    1,
    Math.log(first.probability + LEAST_PROBABILITY) / 2,
    first.logit / 4,
    first.margin,
    first.margin - best('margin'),
    first.similarity * 2,
    (first.similarity - best('similarity')) * 2,
    first.coverage * 2,
    (first.coverage - best('coverage')) * 2,
    ranking.known * 2,
  ];
  return [...signals, ...signals.map((signal) => signal * taught)];
}

/**
 * How sure it is that the first candidate answers the question, 0 to 1: a logistic regression over the signals, fitted
 * by `scripts/fit-confidence.ts` on help centres from which some articles, but not their questions, were taken away.
 */
export function confidenceOf(ranking: Ranking, taught: number): number {
  if (ranking.candidates.length === 0) return 0;
  const sum = signalsOf(ranking, taught).reduce((total, signal, at) => total + signal * (SIGNAL_WEIGHTS[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

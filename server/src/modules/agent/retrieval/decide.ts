import { confidenceOf } from './confidence.ts';
import { type Candidate, isForeign, type Ranking, taughtShare } from './rank.ts';
import type { RetrievalIndex } from './retrieval.types.ts';

/** What the engine does with a question. Articles are positions in `RetrievalIndex.articles`. */
export type Decision =
  | { kind: 'answer'; confidence: number; article: number }
  /** One question back, offering the nearest two or three. */
  | { kind: 'clarify'; confidence: number; articles: number[] }
  | { kind: 'abstain'; confidence: number };

/**
 * How sure the engine must be. `careful` answers when the confidence is high enough: it refuses most plausible questions
 * that have no article, and asks back more often. `bold` answers whatever is like something known at all: for bots that
 * are hardly asked anything else.
 */
export type Caution = 'careful' | 'bold';

/** Confidences; chosen on development splits so that 83 % of Banking77's known questions are answered. */
const ANSWER_FROM = 0.38;
const CLARIFY_FROM = 0.15;
/** Scores that something like a known question has, without example questions and with ten per article or more. */
const FAMILIAR_UNTAUGHT = 5;
const FAMILIAR_TAUGHT = 1.9;
const OFFERED = 3;
/** An offered article has at least this share of the first one's probability. */
const WORTH_OFFERING = 0.1;

/** Among fewer articles the first is the best of next to nothing, whatever the classifiers say: words have to tell. */
const FEW_ARTICLES = 12;
/**
 * Nearness to a known wording and share of the question's words that the article has, together. Measured on random parts of
 * the demo's help centre (docs/benchmarks.md): it costs a hundredth of the right answers and takes away up to half of the
 * wrong ones; from sixteen articles on it changes nothing.
 */
const LEAST_EVIDENCE = 0.6;

/** Decides between an answer, one clarifying question and "I don't know". */
export function decide(index: RetrievalIndex, ranking: Ranking, caution: Caution = 'careful'): Decision {
  const confidence = confidenceOf(ranking, index.questionsPerArticle);
  const [first] = ranking.candidates;
  if (first && lacksEvidence(index, first)) return { kind: 'abstain', confidence: Math.min(confidence, CLARIFY_FROM) };
  const isFamiliar = caution === 'bold' && first !== undefined && first.score >= familiarFrom(index);
  if (first && (isFamiliar || confidence >= ANSWER_FROM)) return { kind: 'answer', confidence, article: first.article };
  if (!first || confidence < CLARIFY_FROM) return { kind: 'abstain', confidence };
  const near = toOffer(index, ranking);
  const offered = near.slice(0, OFFERED).filter(({ probability }) => probability >= WORTH_OFFERING * first.probability);
  const articles = (offered.length >= 2 ? offered : near.slice(0, 2)).map(({ article }) => article);
  return articles.length >= 2 ? { kind: 'clarify', confidence, articles } : { kind: 'abstain', confidence };
}

/** A choice in two languages is none: what is not in the customer's is offered only where it is the best there is. */
function toOffer(index: RetrievalIndex, { candidates, foreign }: Ranking): readonly Candidate[] {
  const [best, ...others] = candidates.filter(({ article }) => !isForeign(index, article, foreign));
  return best === candidates[0] && best !== undefined && others.length > 0 ? [best, ...others] : candidates;
}

function lacksEvidence(index: RetrievalIndex, { similarity, coverage }: Candidate): boolean {
  const few = index.articles.filter(({ live }) => live).length < FEW_ARTICLES;
  return few && similarity + coverage < LEAST_EVIDENCE;
}

function familiarFrom(index: RetrievalIndex): number {
  const taught = taughtShare(index);
  return FAMILIAR_UNTAUGHT * (1 - taught) + FAMILIAR_TAUGHT * taught;
}

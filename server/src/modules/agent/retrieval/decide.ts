import { confidenceOf } from './confidence.ts';
import type { Ranking } from './rank.ts';
import type { RetrievalIndex } from './retrieval.types.ts';

/** What the engine does with a question. Articles are positions in `RetrievalIndex.articles`. */
export type Decision =
  | { kind: 'answer'; confidence: number; article: number }
  /** One question back, offering the nearest two or three. */
  | { kind: 'clarify'; confidence: number; articles: number[] }
  | { kind: 'abstain'; confidence: number };

/**
 * How sure the engine must be. `careful` is for questions that must not be answered wrongly: it refuses most plausible
 * questions that have no article, and asks back more often. `bold` is for when hardly any question lies outside.
 */
export type Caution = 'careful' | 'bold';

const ANSWER: Record<Caution, number> = { careful: 0.38, bold: 0.06 };
const CLARIFY: Record<Caution, number> = { careful: 0.15, bold: 0.03 };
const OFFERED = 3;
/** An offered article has at least this share of the first one's probability. */
const WORTH_OFFERING = 0.1;

/** Decides between an answer, one clarifying question and "I don't know". */
export function decide(index: RetrievalIndex, ranking: Ranking, caution: Caution = 'careful'): Decision {
  const confidence = confidenceOf(ranking, index.questionsPerArticle);
  const [first] = ranking.candidates;
  if (!first || confidence < CLARIFY[caution]) return { kind: 'abstain', confidence };
  if (confidence >= ANSWER[caution]) return { kind: 'answer', confidence, article: first.article };
  const offered = ranking.candidates
    .slice(0, OFFERED)
    .filter(({ probability }) => probability >= WORTH_OFFERING * first.probability);
  const articles = (offered.length >= 2 ? offered : ranking.candidates.slice(0, 2)).map(({ article }) => article);
  return articles.length >= 2 ? { kind: 'clarify', confidence, articles } : { kind: 'abstain', confidence };
}

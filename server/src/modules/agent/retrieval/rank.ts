import { analyze } from '#platform/text/analyze.ts';
import { featuresOf } from '#platform/text/features.ts';
import { germanLead, type Language } from '#platform/text/language.ts';
import { scoreClasses } from './compact-model.ts';
import { lengthOf, vectorOf } from './feature-space.ts';
import { scoreLexical, termsOf } from './lexical.ts';
import type { RetrievalIndex } from './retrieval.types.ts';
import { highest, MANY_ARTICLES } from './rivals.ts';
import { correctSpelling } from './spelling.ts';
import { similarities } from './wordings.ts';

/** One article as an answer to a question, and what each part of the engine says of it. */
export interface Candidate {
  /** Position in `RetrievalIndex.articles`. */
  article: number;
  score: number;
  /** Raw score and probability by the softmax classifier among the candidates. */
  logit: number;
  probability: number;
  /** Score of the one-against-the-rest classifier: about 1 for its own questions, -1 for others. */
  margin: number;
  /** Cosine to its nearest wording, 0 to 1. */
  similarity: number;
  /** Share of the question's information that the article's words cover, 0 to 1. */
  coverage: number;
}

export interface Ranking {
  /** The question as it was read: with mistyped words put right. */
  question: string;
  /** Best first. */
  candidates: Candidate[];
  /** Share of the question's information that any article knows. */
  known: number;
  /** The language that the question is not in; null where nothing tells. */
  foreign: Language | null;
}

/** With more than MANY_ARTICLES, only so many of the nearest by words, and by wordings, are scored by the classifiers. */
const CANDIDATES = 60;
const KEPT = 10;

/** Ranks the articles for a question. Pure; an empty question or index has no candidates. */
export function rank(index: RetrievalIndex, written: string): Ranking {
  const question = correctSpelling(index.vocabulary, written);
  const vector = vectorOf(index.space, featuresOf(analyze(question)));
  const lexical = scoreLexical(index.lexical, termsOf(question));
  const nearest = nearestWordings(index, similarities(index.wordings, vector), lengthOf(vector));
  const classes = candidatesAmong(index, nearest, lexical.scores);
  const softmax = scoreClasses(index.softmax, vector, classes);
  const hinge = scoreClasses(index.hinge, vector, classes);
  const probabilities = toProbabilities(softmax);
  const taught = taughtShare(index);
  const lead = germanLead(written);
  const foreign = lead === 0 ? null : lead > 0 ? 'en' : 'de';
  const candidates = [...classes].map((article, at): Candidate => {
    const parts = {
      logit: softmax[at] as number,
      probability: probabilities[at] as number,
      margin: hinge[at] as number,
      similarity: nearest[article] as number,
      coverage: lexical.scores[article] as number,
    };
    const abroad = isForeign(index, article, foreign) ? FOREIGN_COST : 0;
    return { article, score: blend(parts, taught) - abroad, ...parts };
  });
  candidates.sort((a, b) => b.score - a.score || a.article - b.article);
  return { question, candidates: candidates.slice(0, KEPT), known: lexical.known, foreign };
}

/** Rules are played in every language. */
export function isForeign({ articles }: RetrievalIndex, article: number, foreign: Language | null): boolean {
  const { language, isRule } = articles[article] ?? {};
  return language !== undefined && language === foreign && !isRule;
}

/** What each part weighs in the score. */
interface Weights {
  logit: number;
  margin: number;
  similarity: number;
  coverage: number;
}

/** Without example questions the words decide, with ten per article the classifiers. Tuned on training questions. */
const UNTAUGHT: Weights = { logit: 1, margin: 0, similarity: 10, coverage: 20 };
const TAUGHT: Weights = { logit: 0.6, margin: 3, similarity: 1, coverage: 2 };
/** Example questions per article from which on TAUGHT holds; between, the weights are mixed. */
const WELL_TAUGHT = 10;
/** What it costs an article not to be in the customer's language. */
const FOREIGN_COST = 1.5;

/** How well the bot knows customers' questions: 0 without any, 1 from ten per article on. */
export const taughtShare = ({ questionsPerArticle }: RetrievalIndex): number =>
  Math.min(1, questionsPerArticle / WELL_TAUGHT);

function blend(parts: Weights, taught: number): number {
  let sum = 0;
  for (const part of ['logit', 'margin', 'similarity', 'coverage'] as const) {
    sum += parts[part] * (UNTAUGHT[part] * (1 - taught) + TAUGHT[part] * taught);
  }
  return sum;
}

/** Per article the cosine to its nearest wording; wordings have the same length, so that `length` is the vector's. */
function nearestWordings(index: RetrievalIndex, products: Float32Array, length: number): Float32Array {
  const best = new Float32Array(index.articles.length);
  if (length === 0) return best;
  const { articles, lengths } = index.wordings;
  for (let at = 0; at < products.length; at++) {
    const article = articles[at] as number;
    const cosine = (products[at] as number) / (length * (lengths[at] as number));
    if (cosine > (best[article] as number)) best[article] = cosine;
  }
  return best;
}

function candidatesAmong(index: RetrievalIndex, nearest: Float32Array, coverage: Float32Array): Int32Array {
  const all = index.articles.flatMap(({ live }, position) => (live ? [position] : []));
  if (all.length <= MANY_ARTICLES) return Int32Array.from(all);
  return Int32Array.from(new Set([...highest(nearest, CANDIDATES), ...highest(coverage, CANDIDATES)])).sort();
}

function toProbabilities(scores: Float32Array): Float32Array {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

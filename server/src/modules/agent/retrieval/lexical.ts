import { analyze } from './text/analyze.ts';
import { isStopWord } from './text/stop-words.ts';

/** The fields of an article for BM25F, and what a word in each of them is worth. */
export const FIELD_WEIGHTS = { title: 6, keywords: 2, questions: 2, text: 1 } as const;
export type Field = keyof typeof FIELD_WEIGHTS;

/** Saturation and length normalisation of BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009). */
const SATURATION = 2;
const LENGTH_SHARE = 0.4;
/** What a concept is worth against a word: people and articles rarely use the same words for one thing. */
const CONCEPT_WEIGHT = 1.6;
/** What a word that no article knows is worth against one that a single article knows. */
const STRANGE_WEIGHT = 0.5;

/** The words of an article: term → weighted count before saturation. Made once per version of an article. */
export interface ArticleTerms {
  fields: Record<Field, ReadonlyMap<string, number>>;
}

/** BM25F over articles. Plain data. */
export interface Lexical {
  postings: Map<string, Posting>;
  count: number;
}

interface Posting {
  articles: number[];
  /** Saturated weight of the term in each of them, below 1. */
  weights: number[];
  inverseFrequency: number;
}

/** The terms of a text: stems of its telling words, and its concepts. */
export function termsOf(text: string): string[] {
  const { words, stems, concepts } = analyze(text);
  const terms = stems.filter((_, index) => !isStopWord(words[index] as string));
  return [...terms, ...concepts.map((concept) => `#${concept}`)];
}

function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Reads the fields of an article. */
export function articleTerms(fields: Record<Field, string>): ArticleTerms {
  return {
    fields: {
      title: countTerms(fields.title),
      keywords: countTerms(fields.keywords),
      questions: countTerms(fields.questions),
      text: countTerms(fields.text),
    },
  };
}

const lengthOf = (counts: ReadonlyMap<string, number>): number => {
  let length = 0;
  for (const count of counts.values()) length += count;
  return length;
};

/** Builds BM25F from the terms of all articles. */
export function indexLexical(all: readonly ArticleTerms[]): Lexical {
  const names = Object.keys(FIELD_WEIGHTS) as Field[];
  const averages = Object.fromEntries(
    names.map((name) => [
      name,
      all.reduce((sum, { fields }) => sum + lengthOf(fields[name]), 0) / Math.max(1, all.length),
    ]),
  ) as Record<Field, number>;
  const postings = new Map<string, Posting>();
  all.forEach(({ fields }, article) => {
    const weighted = new Map<string, number>();
    for (const name of names) {
      const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * lengthOf(fields[name])) / (averages[name] || 1);
      for (const [term, count] of fields[name]) {
        weighted.set(term, (weighted.get(term) ?? 0) + (FIELD_WEIGHTS[name] * count) / length);
      }
    }
    for (const [term, weight] of weighted) {
      const posting = postings.get(term) ?? { articles: [], weights: [], inverseFrequency: 0 };
      posting.articles.push(article);
      posting.weights.push(weight / (SATURATION + weight));
      postings.set(term, posting);
    }
  });
  for (const [term, posting] of postings) posting.inverseFrequency = inverseFrequency(term, posting, all.length);
  return { postings, count: all.length };
}

function inverseFrequency(term: string, { articles }: Posting, count: number): number {
  const plain = Math.log(1 + (count - articles.length + 0.5) / (articles.length + 0.5));
  return term.startsWith('#') ? CONCEPT_WEIGHT * plain : plain;
}

/** How a question stands to every article by its words. */
export interface LexicalScores {
  /**
   * Per article, from 0 to 1: the share of the question's information (sum of the inverse frequencies of its terms)
   * that the article covers. Words that no article knows count as rare ones, so a question about something else scores low.
   */
  scores: Float32Array;
  /** Share of the question's terms' information that any article knows at all. */
  known: number;
}

/** Scores all articles for a question's terms. */
export function scoreLexical(lexical: Lexical, terms: readonly string[]): LexicalScores {
  const scores = new Float32Array(lexical.count);
  const strange = STRANGE_WEIGHT * Math.log(1 + lexical.count);
  let total = 0;
  let known = 0;
  for (const term of new Set(terms)) {
    const posting = lexical.postings.get(term);
    const weight = posting?.inverseFrequency ?? (term.startsWith('#') ? CONCEPT_WEIGHT : 1) * strange;
    total += weight;
    if (!posting) continue;
    known += weight;
    for (let at = 0; at < posting.articles.length; at++) {
      const article = posting.articles[at] as number;
      scores[article] = (scores[article] as number) + weight * (posting.weights[at] as number);
    }
  }
  if (total > 0)
    for (let article = 0; article < scores.length; article++) scores[article] = (scores[article] as number) / total;
  return { scores, known: total > 0 ? known / total : 0 };
}

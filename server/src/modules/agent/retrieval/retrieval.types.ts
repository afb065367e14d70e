import type { Language } from '#platform/text/language.ts';
import type { FeatureSpace, Vector } from './feature-space.ts';
import type { ArticleTerms, Lexical } from './lexical.ts';
import type { LinearModel } from './linear-model.ts';
import type { Neighbours } from './neighbours.ts';

/** What the engine needs of a live article. */
export interface Article {
  id: string;
  title: string;
  questions: readonly string[];
  keywords: readonly string[];
  /** Markdown. */
  text: string;
  /** Found out from the text when left out. */
  language?: Language;
}

/** One wording that leads to an article. */
export interface IndexedExample {
  vector: Vector;
  /** Length of the vector. */
  length: number;
  /** Position of its article in `RetrievalIndex.articles`. */
  article: number;
}

/** An article in an index. */
export interface IndexedArticle extends Article {
  language: Language;
  /** False once it was taken out: its position stays, so that the classifiers need not be trained anew. */
  live: boolean;
}

/** The index of one bot: plain data (typed arrays, maps, strings), never changed once built. */
export interface RetrievalIndex {
  articles: readonly IndexedArticle[];
  /** Example questions per article, on average. */
  questionsPerArticle: number;
  space: FeatureSpace;
  examples: readonly IndexedExample[];
  neighbours: Neighbours;
  /** The words of each article. */
  terms: readonly ArticleTerms[];
  lexical: Lexical;
  softmax: LinearModel;
  hinge: LinearModel;
}

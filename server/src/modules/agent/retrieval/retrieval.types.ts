import type { FeatureSpace, Vector } from './feature-space.ts';
import type { Lexical } from './lexical.ts';
import type { LinearModel } from './linear-model.ts';
import type { Neighbours } from './neighbours.ts';

export type Language = 'de' | 'en';

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

/** The index of one bot: plain data (typed arrays, maps, strings), never changed once built. */
export interface RetrievalIndex {
  articles: readonly (Article & { language: Language })[];
  /** How well customers' questions are known: 0 without examples, 1 from ten per article on. */
  taught: number;
  space: FeatureSpace;
  examples: readonly IndexedExample[];
  neighbours: Neighbours;
  lexical: Lexical;
  softmax: LinearModel;
  hinge: LinearModel;
}

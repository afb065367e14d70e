import type { Language } from '#platform/text/language.ts';
import type { CompactModel } from './compact-model.ts';
import type { FeatureSpace } from './feature-space.ts';
import type { AllTerms, Lexical } from './lexical.ts';
import type { Vocabulary } from './spelling.ts';
import type { Wordings } from './wordings.ts';

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
  /** A rule, which stands among the articles: its many examples do not tell how well these are taught. Default: false. */
  isRule?: boolean;
}

/** An article in an index. */
export interface IndexedArticle extends Article {
  language: Language;
  /** What customers usually ask about its matter, where it has few questions of its own. */
  lent: readonly string[];
  /** False once it was taken out: its position stays, so that the classifiers need not be trained anew. */
  live: boolean;
}

/** The index of one bot: plain data (typed arrays, maps, strings), never changed once built. */
export interface RetrievalIndex {
  articles: readonly IndexedArticle[];
  /** Example questions per article, on average. */
  questionsPerArticle: number;
  space: FeatureSpace;
  wordings: Wordings;
  /** The words of each article. */
  terms: AllTerms;
  lexical: Lexical;
  vocabulary: Vocabulary;
  softmax: CompactModel;
  hinge: CompactModel;
}

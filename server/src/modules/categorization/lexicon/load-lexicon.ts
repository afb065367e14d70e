import { type Classifier, loadClassifier } from './classifier.ts';
import { loadMerchantIndex, type MerchantIndex } from './merchant-index.ts';
import { compileRules, type RuleIndex } from './rule-index.ts';
import { loadWordSets, type WordSets } from './word-sets.ts';

/** Everything the engine knows, compiled once per process. */
export interface Lexicon {
  merchants: MerchantIndex;
  rules: RuleIndex;
  words: WordSets;
  classifier: Classifier;
}

export const loadLexicon = (): Lexicon => ({
  merchants: loadMerchantIndex(),
  rules: compileRules(),
  words: loadWordSets(),
  classifier: loadClassifier(),
});

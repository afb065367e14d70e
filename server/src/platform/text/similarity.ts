import { analyze } from './analyze.ts';
import { type Bag, featuresOf } from './features.ts';
import { isStopWord } from './stop-words.ts';

/** A text made ready to be compared with others: weights by feature, of length one. */
export interface Fingerprint {
  weights: ReadonlyMap<number, number>;
  /** Telling words of the text. */
  words: number;
}

/** Words and their pairs tell more than letters, concepts let two wordings of one thing meet. */
const BAG_SHARES = [1, 0.5, 0.5] as const;

/** Two paragraphs that say the same, with or without small changes of the wording. */
export const NEAR_DUPLICATE = 0.8;
/** Two paragraphs about the same matter, which may say the same or contradict each other. */
export const SAME_SUBJECT = 0.45;

/** Reads a text once, to compare it with many. */
export function fingerprintOf(text: string): Fingerprint {
  const analysis = analyze(text);
  const telling = analysis.words
    .map((word, index) => ({ word, stem: analysis.stems[index] as string }))
    .filter(({ word }) => !isStopWord(word));
  const bags = featuresOf({
    ...analysis,
    words: telling.map(({ word }) => word),
    stems: telling.map(({ stem }) => stem),
  });
  const weights = new Map<number, number>();
  bags.forEach((bag, index) => addBag(weights, bag, BAG_SHARES[index] as number));
  return { weights: toLengthOne(weights), words: telling.length };
}

function addBag(weights: Map<number, number>, bag: Bag, share: number): void {
  let squares = 0;
  for (const times of bag.values()) squares += (1 + Math.log(times)) ** 2;
  for (const [feature, times] of bag) weights.set(feature, (share * (1 + Math.log(times))) / Math.sqrt(squares));
}

function toLengthOne(weights: Map<number, number>): Map<number, number> {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  for (const [feature, weight] of weights) weights.set(feature, weight / length);
  return weights;
}

/** How alike two texts are, from 0 to 1 (cosine): 1 for the same telling words. An empty text is like nothing. */
export function similarityOf(a: Fingerprint, b: Fingerprint): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of small.weights) sum += weight * (large.weights.get(feature) ?? 0);
  return Math.min(1, sum);
}

/** One text of a collection that is like the text asked for. */
export interface SimilarText {
  /** Its position in the collection. */
  index: number;
  similarity: number;
}

/** The texts of a collection that are at least `atLeast` alike, most alike first, equal ones in their order. */
export function findSimilar(
  text: Fingerprint,
  collection: readonly Fingerprint[],
  atLeast = SAME_SUBJECT,
): SimilarText[] {
  return collection
    .map((other, index) => ({ index, similarity: similarityOf(text, other) }))
    .filter(({ similarity }) => similarity >= atLeast)
    .sort((a, b) => b.similarity - a.similarity || a.index - b.index);
}

import type { Analysis } from './analyze.ts';
import { hashText } from './hash-text.ts';

/** Three bags of features: words and their pairs, character n-grams, concepts and their pairs; hash → count. */
export type Features = readonly [words: Bag, characters: Bag, concepts: Bag];
export type Bag = ReadonlyMap<number, number>;

/** What each bag weighs in a vector, each being of length one before; tuned on training questions. */
export const BAG_WEIGHTS = [1, 1, 0.75] as const;

const CHARACTERS = { shortest: 2, longest: 5 };
const MAX_WORDS = 300;
/** Concepts of a text that are paired; a question has fewer. */
const MAX_PAIRED = 16;

const count = (bag: Map<number, number>, feature: number): void => void bag.set(feature, (bag.get(feature) ?? 0) + 1);

function wordBag({ stems }: Analysis): Bag {
  const bag = new Map<number, number>();
  const length = Math.min(stems.length, MAX_WORDS);
  for (let index = 0; index < length; index++) {
    count(bag, hashText(stems[index] as string, 1));
    count(bag, hashText(`${stems[index]} ${stems[index + 1] ?? '$'}`, 2));
  }
  return bag;
}

function characterBag({ words }: Analysis): Bag {
  const bag = new Map<number, number>();
  for (const word of words.slice(0, MAX_WORDS)) {
    const framed = ` ${word} `;
    for (let length = CHARACTERS.shortest; length <= CHARACTERS.longest; length++) {
      for (let start = 0; start + length <= framed.length; start++) {
        count(bag, hashText(framed.slice(start, start + length), 3));
      }
    }
  }
  return bag;
}

function conceptBag({ concepts }: Analysis): Bag {
  const bag = new Map<number, number>();
  concepts.forEach((concept, index) => {
    count(bag, hashText(concept, 4));
    if (index >= MAX_PAIRED) return;
    for (const other of concepts.slice(index + 1, MAX_PAIRED)) {
      count(bag, hashText(concept < other ? `${concept} ${other}` : `${other} ${concept}`, 5));
    }
  });
  return bag;
}

/** What the linear model and the neighbours see of a text. */
export function featuresOf(analysis: Analysis): Features {
  return [wordBag(analysis), characterBag(analysis), conceptBag(analysis)];
}

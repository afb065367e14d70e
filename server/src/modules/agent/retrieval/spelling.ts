import { isConceptWord } from '#platform/text/concepts.ts';
import { wordsOf } from '#platform/text/normalize.ts';
import { stem } from '#platform/text/stem.ts';
import { isStopWord } from '#platform/text/stop-words.ts';
import type { IndexedArticle } from './retrieval.types.ts';
import { MANY_ARTICLES } from './rivals.ts';

/** The words of all articles, each once. Plain data. */
export interface Vocabulary {
  /** In alphabetical order, separated by spaces. */
  words: string;
  /** In how many articles each stands, in the same order. */
  counts: Uint16Array;
}

/** Shorter words are too near to others. */
const SHORTEST = 5;
/** Longer words may have two mistakes. */
const LONG = 9;
/** In words of this length any letter may be another. */
const TELLING = 8;
const VOWELS = new Set('aeiouy');
const MOST_COUNTED = 65_535;

/** The words of articles; of many not those of their texts, which would take longer than they help. */
export function vocabularyOf(articles: readonly IndexedArticle[]): Vocabulary {
  const counts = new Map<string, number>();
  const isMany = articles.length > MANY_ARTICLES;
  for (const { title, questions, lent, keywords, text, live } of articles) {
    if (!live) continue;
    const read = [title, ...questions, ...lent, ...keywords, ...(isMany ? [] : [text])].join('\n');
    for (const word of new Set(wordsOf(read))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts.keys()].filter(isCorrectable).sort();
  return {
    words: words.join(' '),
    counts: Uint16Array.from(words, (word) => Math.min(MOST_COUNTED, counts.get(word) as number)),
  };
}

const isCorrectable = (word: string): boolean => word.length >= SHORTEST && !/\d/.test(word);

interface Lookup {
  stems: ReadonlySet<string>;
  /** Beginning and length → words with how often each stands. */
  near: ReadonlyMap<string, [word: string, count: number][]>;
}
const lookups = new WeakMap<Vocabulary, Lookup>();

function lookupOf(vocabulary: Vocabulary): Lookup {
  const known = lookups.get(vocabulary);
  if (known) return known;
  const words = vocabulary.words === '' ? [] : vocabulary.words.split(' ');
  const near = new Map<string, [string, number][]>();
  words.forEach((word, at) => {
    const key = `${beginningOf(word)}${word.length}`;
    const entry: [string, number] = [word, vocabulary.counts[at] as number];
    const bucket = near.get(key);
    if (bucket) bucket.push(entry);
    else near.set(key, [entry]);
  });
  const lookup = { stems: new Set(words.map(stem)), near };
  lookups.set(vocabulary, lookup);
  return lookup;
}

/** People rarely mistake the first letter, but for one vowel with another. */
const beginningOf = (word: string): string => (VOWELS.has(word.charAt(0)) ? 'a' : word.charAt(0));

/**
 * A question with its mistyped words put right, normalised; the question itself when there is none. A word is mistyped when no
 * article knows it and it means nothing to the engine, and one of the articles' words differs from it by one letter (two from nine
 * letters on): left out, added, another, or swapped with its neighbour. Where several are as near, the one in more articles.
 */
export function correctSpelling(vocabulary: Vocabulary, question: string): string {
  const lookup = lookupOf(vocabulary);
  const words = wordsOf(question);
  const corrected = words.map((word) => (isStrange(lookup, word) ? (nearestTo(lookup, word) ?? word) : word));
  return corrected.some((word, at) => word !== words[at]) ? corrected.join(' ') : question;
}

const isStrange = ({ stems }: Lookup, word: string): boolean =>
  isCorrectable(word) && !isStopWord(word) && !isConceptWord(word) && !stems.has(stem(word));

function nearestTo({ near }: Lookup, word: string): string | null {
  const most = word.length >= LONG ? 2 : 1;
  let best: [word: string, distance: number, count: number] | null = null;
  for (let length = word.length - most; length <= word.length + most; length++) {
    for (const [other, count] of near.get(`${beginningOf(word)}${length}`) ?? []) {
      const distance = distanceOf(word, other, best ? best[1] : most);
      if (distance > most) continue;
      if (!best || distance < best[1] || (distance === best[1] && count > best[2])) best = [other, distance, count];
    }
  }
  return best?.[0] ?? null;
}

/** A consonant for another makes too many short words of each other (score, store); a vowel for another is often a mistake. */
function changeOf(a: string, b: string, length: number): number {
  if (a === b) return 0;
  return length >= TELLING || (VOWELS.has(a) && VOWELS.has(b)) ? 1 : 2;
}

/**
 * Letters to change, add, leave out or swap with their neighbour (optimal string alignment); more than `most` where it is more.
 */
function distanceOf(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] as number) + changeOf(a.charAt(i - 1), b.charAt(j - 1), b.length);
      let least = Math.min(changed, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}

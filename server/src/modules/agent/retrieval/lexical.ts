import { analyze } from '#platform/text/analyze.ts';
import { hashText } from '#platform/text/hash-text.ts';
import { isStopWord } from '#platform/text/stop-words.ts';
import { emptyIntMap, type IntMap, placeOf, placeOrNext } from './int-map.ts';

/** The fields of an article for BM25F, and what a word in each of them is worth. */
const FIELD_WEIGHTS = { title: 6, keywords: 2, questions: 2, text: 1 } as const;
type Field = keyof typeof FIELD_WEIGHTS;
const FIELDS = Object.keys(FIELD_WEIGHTS) as Field[];

/** Saturation and length normalisation of BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009). */
const SATURATION = 2;
const LENGTH_SHARE = 0.4;
/** What a concept is worth against a word: people and articles rarely use the same words for one thing. */
const CONCEPT_WEIGHT = 1.6;
/** What a word that no article knows is worth against one that a single article knows. */
const STRANGE_WEIGHT = 0.5;

/** A word's stem or a concept as a number; concepts are odd. */
type Term = number;
const isConcept = (term: Term): boolean => (term & 1) === 1;

/** The terms of a text with repetitions: stems of its telling words, and its concepts. */
export function termsOf(text: string): Term[] {
  const { words, stems, concepts } = analyze(text);
  const telling = stems.filter((_, index) => !isStopWord(words[index] as string));
  return [...telling.map((stem) => hashText(stem, 1) & ~1), ...concepts.map((concept) => hashText(concept, 2) | 1)];
}

/** The terms of one article: how often each stands in each field. Made once per version of an article. */
export interface ArticleTerms {
  terms: Int32Array;
  /** For each term, one count per field, in the order of FIELDS. */
  counts: Uint8Array;
}

const MOST_COUNTED = 255;

/** Reads the fields of an article. */
export function articleTerms(fields: Record<Field, string>): ArticleTerms {
  const positions = new Map<Term, number>();
  const counts: number[] = [];
  FIELDS.forEach((field, at) => {
    for (const term of termsOf(fields[field])) {
      const position = positions.get(term) ?? positions.size;
      if (position === positions.size) {
        positions.set(term, position);
        counts.push(...FIELDS.map(() => 0));
      }
      const place = position * FIELDS.length + at;
      counts[place] = Math.min(MOST_COUNTED, (counts[place] as number) + 1);
    }
  });
  return { terms: Int32Array.from(positions.keys()), counts: Uint8Array.from(counts) };
}

/** The terms of all articles in one piece, by position. Plain data. */
export interface AllTerms extends ArticleTerms {
  /** Article → where its terms start; one longer than there are articles. */
  starts: Int32Array;
}

export function packTerms(all: readonly ArticleTerms[]): AllTerms {
  const starts = new Int32Array(all.length + 1);
  all.forEach(({ terms }, at) => {
    starts[at + 1] = (starts[at] as number) + terms.length;
  });
  const size = starts[all.length] as number;
  const packed = { starts, terms: new Int32Array(size), counts: new Uint8Array(size * FIELDS.length) };
  all.forEach(({ terms, counts }, at) => {
    packed.terms.set(terms, starts[at]);
    packed.counts.set(counts, (starts[at] as number) * FIELDS.length);
  });
  return packed;
}

/** The terms of the article at a position. */
export function unpackTerms({ starts, terms, counts }: AllTerms, position: number): ArticleTerms {
  const from = starts[position] as number;
  const end = starts[position + 1] as number;
  return { terms: terms.subarray(from, end), counts: counts.subarray(from * FIELDS.length, end * FIELDS.length) };
}

/** BM25F over articles, as inverted lists. Plain data. */
export interface Lexical {
  /** Term → its list. */
  listOf: IntMap;
  /** List → where its entries start; one longer than there are lists. */
  starts: Int32Array;
  articles: Int32Array;
  /** Saturated weight of the term in the article, below 1. */
  weights: Float32Array;
  inverseFrequencies: Float32Array;
  /** Articles, also those without a word. */
  count: number;
}

/** Average length of each field, in terms. */
function averageLengths(all: readonly ArticleTerms[]): number[] {
  const sums = FIELDS.map(() => 0);
  for (const article of all) addTo(sums, lengthsOf(article));
  return sums.map((sum) => sum / Math.max(1, all.length) || 1);
}

function lengthsOf({ counts }: ArticleTerms): number[] {
  const lengths = FIELDS.map(() => 0);
  for (let place = 0; place < counts.length; place++) {
    const at = place % FIELDS.length;
    lengths[at] = (lengths[at] as number) + (counts[place] as number);
  }
  return lengths;
}

function addTo(sums: number[], more: readonly number[]): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (more[at] as number);
}

/** Builds BM25F from the terms of all articles. */
export function indexLexical(all: readonly ArticleTerms[]): Lexical {
  const listOf = emptyIntMap();
  const sizes: number[] = [];
  const termOf: Term[] = [];
  for (const { terms } of all) {
    for (const term of terms) {
      const list = placeOrNext(listOf, term);
      sizes[list] = (sizes[list] ?? 0) + 1;
      termOf[list] = term;
    }
  }
  const starts = new Int32Array(sizes.length + 1);
  for (let list = 0; list < sizes.length; list++) starts[list + 1] = (starts[list] as number) + (sizes[list] as number);
  const lexical: Lexical = {
    listOf,
    starts,
    articles: new Int32Array(starts[sizes.length] as number),
    weights: new Float32Array(starts[sizes.length] as number),
    inverseFrequencies: new Float32Array(sizes.length),
    count: all.length,
  };
  fillLists(lexical, all);
  termOf.forEach((term, list) => {
    const having = sizes[list] as number;
    const rarity = Math.log(1 + (all.length - having + 0.5) / (having + 0.5));
    lexical.inverseFrequencies[list] = isConcept(term) ? CONCEPT_WEIGHT * rarity : rarity;
  });
  return lexical;
}

function fillLists(lexical: Lexical, all: readonly ArticleTerms[]): void {
  const averages = averageLengths(all);
  const next = lexical.starts.slice();
  all.forEach((article, position) => {
    const shares = lengthsOf(article).map(
      (length, at) =>
        FIELD_WEIGHTS[FIELDS[at] as Field] / (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / (averages[at] as number)),
    );
    article.terms.forEach((term, index) => {
      let weight = 0;
      for (let at = 0; at < FIELDS.length; at++) {
        weight += (shares[at] as number) * (article.counts[index * FIELDS.length + at] as number);
      }
      const list = placeOf(lexical.listOf, term);
      const place = next[list] as number;
      next[list] = place + 1;
      lexical.articles[place] = position;
      lexical.weights[place] = weight / (SATURATION + weight);
    });
  });
}

/** How a question stands to every article by its words. */
export interface LexicalScores {
  /**
   * Per article, from 0 to 1: the share of the question's information (sum of the inverse frequencies of its terms)
   * that the article covers. Words that no article knows count as rare ones, so a question about something else scores low.
   */
  scores: Float32Array;
  /** Share of the question's information that any article knows at all. */
  known: number;
}

/** Scores all articles for a question's terms. */
export function scoreLexical(lexical: Lexical, terms: readonly Term[]): LexicalScores {
  const scores = new Float32Array(lexical.count);
  const strange = STRANGE_WEIGHT * Math.log(1 + lexical.count);
  let total = 0;
  let known = 0;
  for (const term of new Set(terms)) {
    const list = placeOf(lexical.listOf, term);
    if (list < 0) {
      total += isConcept(term) ? CONCEPT_WEIGHT * strange : strange;
      continue;
    }
    const weight = lexical.inverseFrequencies[list] as number;
    total += weight;
    known += weight;
    for (let at = lexical.starts[list] as number; at < (lexical.starts[list + 1] as number); at++) {
      const article = lexical.articles[at] as number;
      scores[article] = (scores[article] as number) + weight * (lexical.weights[at] as number);
    }
  }
  if (total === 0) return { scores, known: 0 };
  return { scores: scores.map((score) => score / total), known: known / total };
}

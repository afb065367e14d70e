import { conceptsOf } from './concepts.ts';
import { wordsOf } from './normalize.ts';
import { stem } from './stem.ts';

/** A text as the engine reads it. */
export interface Analysis {
  /** Normalised words, in order. */
  words: string[];
  /** The stem of each word. */
  stems: string[];
  /** What the words are about (`concept-words.ts`), each once, in order of appearance. */
  concepts: string[];
}

/** Reads a question, a title, a paragraph. Never throws; a text without words has three empty lists. */
export function analyze(text: string): Analysis {
  const words = wordsOf(text);
  const stems = words.map(stem);
  return { words, stems, concepts: conceptsOf(stems) };
}

import { normalize, wordsOf } from './normalize.ts';
import { ENGLISH_STOP_WORDS, GERMAN_STOP_WORDS } from './stop-words.ts';

/** The languages that the engine reads. */
export type Language = 'de' | 'en';

const GERMAN_LETTERS = /[äöüß]/i;
const GERMAN_SHAPES = /(?:ung|ungen|keit|heit|lich|isch|sch|ieren|karte|konto|geld|zahl)/g;
const ENGLISH_SHAPES = /(?:tion|ing\b|th|wh|ould|ment|card|account|money|pay)/g;

/** How German a text looks, below 0 how English: function words, letters and word shapes. 0 when nothing tells. */
export function germanLead(text: string): number {
  // Some systems send an umlaut as a vowel and its dots.
  let lead = GERMAN_LETTERS.test(text.normalize('NFC')) ? 2 : 0;
  for (const word of wordsOf(text)) {
    const german = GERMAN_STOP_WORDS.has(word);
    if (german !== ENGLISH_STOP_WORDS.has(word)) lead += german ? 1 : -1;
  }
  const plain = normalize(text);
  return lead + 0.5 * ((plain.match(GERMAN_SHAPES)?.length ?? 0) - (plain.match(ENGLISH_SHAPES)?.length ?? 0));
}

/** German or English; `otherwise` when nothing tells. */
export function languageOf(text: string, otherwise: Language = 'en'): Language {
  const lead = germanLead(text);
  if (lead === 0) return otherwise;
  return lead > 0 ? 'de' : 'en';
}

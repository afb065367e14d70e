/** Only so many characters of a message or a field are read: the rest of a 20,000-character message changes nothing. */
export const MAX_CHARACTERS = 6_000;

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Mn}\p{Me}]+/gu;
const APOSTROPHES = /['’‘`´ʼ]/g;
const TRANSCRIBED = /(?<![aeouq])(?:ae|oe|ue)(?![aeou])/g;

/**
 * The text as the engine compares it: compatibility forms, case, accents, zero-width and direction marks are gone;
 * umlauts and their transcriptions become the bare vowel (`Überweisung`, `Ueberweisung` and `Uberweisung` are one word),
 * ß is ss, apostrophes vanish (`can't` → `cant`). Idempotent but for texts cut at MAX_CHARACTERS.
 */
export function normalize(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\n\r\t]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, '')
    .replaceAll('ß', 'ss')
    .replace(TRANSCRIBED, (pair) => pair.charAt(0));
}

/** Of a longer word only the beginning is read: nobody writes such words, but somebody may send one. */
const LONGEST_WORD = 40;
const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text, normalised, in order. Emoji and punctuation are not words. */
export function wordsOf(text: string): string[] {
  const words: readonly string[] = normalize(text).match(WORD) ?? [];
  return words.map((word) => word.slice(0, LONGEST_WORD));
}

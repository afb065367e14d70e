import { hashText } from '../../server/src/platform/text/hash-text.ts';
import { normalize } from '../../server/src/platform/text/normalize.ts';
import { isStopWord } from '../../server/src/platform/text/stop-words.ts';

/** Shorter words are hardly mistyped, and hardly told from others then. */
const SHORTEST = 5;
const OTHERS = 'aeioustn';

/**
 * A question with one mistake in each of `count` of its telling words: a letter left out, doubled, swapped with the next, or
 * another. The same question gets the same mistakes.
 */
export function mistype(question: string, count: number): string {
  const words = question.split(' ');
  const places = words.flatMap((word, at) => {
    const read = normalize(word).replace(/[^\p{L}]/gu, '');
    return read.length >= SHORTEST && !isStopWord(read) ? [at] : [];
  });
  for (let mistake = 0; mistake < count && places.length > 0; mistake++) {
    const chance = hashText(`${question} ${mistake}`, 1) >>> 0;
    const [at = 0] = places.splice(chance % places.length, 1);
    words[at] = misspell(words[at] ?? '', chance >>> 4);
  }
  return words.join(' ');
}

function misspell(word: string, chance: number): string {
  const at = 1 + ((chance >>> 2) % (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  if (chance % 4 === 0) return before + after;
  if (chance % 4 === 1) return before + letter + letter + after;
  if (chance % 4 === 2) return before + after.charAt(0) + letter + after.slice(1);
  return before + OTHERS.charAt((chance >>> 8) % OTHERS.length) + after;
}

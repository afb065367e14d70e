/**
 * The alphabet of the engine: 0 stands between words, 1–26 are a–z, 27–36 are 0–9. Everything else is folded into it:
 * case and accents go, umlauts become their transcriptions, apostrophes vanish (`McDonald's` → `mcdonalds`).
 */
export const SEPARATOR = 0;
export const ALPHABET_SIZE = 37;
const SKIP = 254;
const FIRST_PAIR = 200;

/** Letters that become two: index + FIRST_PAIR is their code in the table. */
const pairs: readonly (readonly [letters: string, first: string, second: string])[] = [
  ['äÄæÆ', 'a', 'e'],
  ['öÖœŒøØ', 'o', 'e'],
  ['üÜ', 'u', 'e'],
  ['ßẞ', 's', 's'],
];

const accents: Readonly<Record<string, string>> = {
  a: 'àáâãåāăąÀÁÂÃÅĀĂĄ',
  c: 'çćčĉċÇĆČĈĊ',
  d: 'ďđĎĐ',
  e: 'èéêëēĕėęěÈÉÊËĒĔĖĘĚ',
  g: 'ĝğġģĜĞĠĢ',
  i: 'ìíîïĩīĭįıİÌÍÎÏĨĪĬĮ',
  l: 'ĺļľłĹĻĽŁ',
  n: 'ñńņňÑŃŅŇ',
  o: 'òóôõōŏőÒÓÔÕŌŎŐ',
  r: 'ŕŗřŔŖŘ',
  s: 'śŝşšŚŜŞŠșȘ',
  t: 'ţťțŢŤȚ',
  u: 'ùúûũūŭůűųÙÚÛŨŪŬŮŰŲ',
  y: 'ýÿŷÝŸŶ',
  z: 'źżžŹŻŽ',
};

const letterCode = (letter: string): number => letter.charCodeAt(0) - 96;

const buildTable = (): Uint8Array => {
  const table = new Uint8Array(0x2100);
  for (let index = 0; index < 26; index++) {
    table[97 + index] = index + 1;
    table[65 + index] = index + 1;
  }
  for (let digit = 0; digit < 10; digit++) table[48 + digit] = 27 + digit;
  for (const quote of "'`´’‘") table[quote.charCodeAt(0)] = SKIP;
  for (const [letter, variants] of Object.entries(accents)) {
    for (const variant of variants) table[variant.charCodeAt(0)] = letterCode(letter);
  }
  pairs.forEach(([letters], index) => {
    for (const letter of letters)
      if (letter.charCodeAt(0) < table.length) table[letter.charCodeAt(0)] = FIRST_PAIR + index;
  });
  return table;
};

const table = buildTable();
const GLUED = 3;

/** Banks glue numbers to names (`RACETRAC2378`): three letters before three digits, or after, are two words. */
const startsNewWord = (text: string, index: number, toDigits: boolean, run: number): boolean => {
  if (run < GLUED || index + GLUED > text.length) return false;
  for (let ahead = index; ahead < index + GLUED; ahead++) {
    const unit = text.charCodeAt(ahead);
    const isDigit = unit >= 48 && unit <= 57;
    if (isDigit !== toDigits || (!isDigit && ((unit | 32) < 97 || (unit | 32) > 122))) return false;
  }
  return true;
};

const pairFirst = pairs.map(([, first]) => letterCode(first));
const pairSecond = pairs.map(([, , second]) => letterCode(second));

/**
 * Writes the symbols of `text` to `target` from `at`, words separated by exactly one SEPARATOR, starting and ending
 * with one. Stops when the target is full. Returns the position after the last symbol written.
 */
export const foldInto = (text: string, target: Uint8Array, at: number): number => {
  const limit = target.length - 4;
  let end = at;
  let run = 0;
  let wasDigit = false;
  target[end++] = SEPARATOR;
  for (let index = 0; index < text.length && end < limit; index++) {
    const unit = text.charCodeAt(index);
    const code = unit < table.length ? (table[unit] as number) : SEPARATOR;
    if (code === SEPARATOR) {
      if (target[end - 1] !== SEPARATOR) target[end++] = SEPARATOR;
      run = 0;
    } else if (code < FIRST_PAIR) {
      if (code > 26 !== wasDigit && startsNewWord(text, index, code > 26, run)) target[end++] = SEPARATOR;
      run = code > 26 === wasDigit && target[end - 1] !== SEPARATOR ? run + 1 : 1;
      wasDigit = code > 26;
      target[end++] = code;
    } else if (code !== SKIP) {
      target[end++] = pairFirst[code - FIRST_PAIR] as number;
      target[end++] = pairSecond[code - FIRST_PAIR] as number;
    }
  }
  if (target[end - 1] !== SEPARATOR) target[end++] = SEPARATOR;
  return end;
};

const letters = ' abcdefghijklmnopqrstuvwxyz0123456789';

/** The folded form as text: `Müller & Söhne` → `mueller soehne`. */
export const fold = (text: string): string => {
  const target = new Uint8Array(text.length * 2 + 4);
  const end = foldInto(text, target, 0);
  let folded = '';
  for (let index = 0; index < end; index++) folded += letters[target[index] as number];
  return folded.trim();
};

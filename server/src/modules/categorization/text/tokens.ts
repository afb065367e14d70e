import { foldInto, SEPARATOR } from './symbols.ts';

const MAX_SYMBOLS = 1200;
const MAX_TOKENS = 160;

/** Two independent 32-bit hashes; together they make a false match of two different words practically impossible. */
export const HASH_SEED_1 = 0x811c9dc5 | 0;
export const HASH_SEED_2 = 0x9747b28c | 0;
export const mixHash1 = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
export const mixHash2 = (hash: number, code: number): number => Math.imul(hash ^ (hash >>> 15) ^ code, 0x85ebca6b);

/** One text, folded and cut into words. Reused from call to call: nothing is allocated while categorising. */
export interface TokenBuffer {
  symbols: Uint8Array;
  length: number;
  count: number;
  starts: Uint16Array;
  ends: Uint16Array;
  hash1: Int32Array;
  hash2: Int32Array;
  /** How many of the word's symbols are digits. */
  digits: Uint8Array;
}

export const createTokenBuffer = (): TokenBuffer => ({
  symbols: new Uint8Array(MAX_SYMBOLS),
  length: 0,
  count: 0,
  starts: new Uint16Array(MAX_TOKENS),
  ends: new Uint16Array(MAX_TOKENS),
  hash1: new Int32Array(MAX_TOKENS),
  hash2: new Int32Array(MAX_TOKENS),
  digits: new Uint8Array(MAX_TOKENS),
});

/** Folds `text` into the buffer and cuts it into words; text beyond 1,200 symbols or 160 words is not read. */
export const readTokens = (buffer: TokenBuffer, text: string): void => {
  const { symbols, starts, ends, hash1, hash2, digits } = buffer;
  const length = foldInto(text, symbols, 0);
  let count = 0;
  let index = 1;
  while (index < length && count < MAX_TOKENS) {
    let first = HASH_SEED_1;
    let second = HASH_SEED_2;
    let digitCount = 0;
    starts[count] = index;
    for (; index < length && symbols[index] !== SEPARATOR; index++) {
      const code = symbols[index] as number;
      first = mixHash1(first, code);
      second = mixHash2(second, code);
      if (code > 26) digitCount++;
    }
    if (index === starts[count]) break;
    ends[count] = index;
    hash1[count] = first;
    hash2[count] = second;
    digits[count] = digitCount;
    count++;
    index++;
  }
  buffer.length = length;
  buffer.count = count;
};

const whole = createTokenBuffer();

/** The words of a text in memory of its own, no more than they need. */
export const tokensOf = (text: string): TokenBuffer => {
  readTokens(whole, text);
  const { symbols, length, count, starts, ends, hash1, hash2, digits } = whole;
  return {
    symbols: symbols.slice(0, length),
    length,
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    hash1: hash1.slice(0, count),
    hash2: hash2.slice(0, count),
    digits: digits.slice(0, count),
  };
};

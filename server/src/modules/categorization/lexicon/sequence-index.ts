import {
  createTokenBuffer,
  HASH_SEED_1,
  HASH_SEED_2,
  mixHash1,
  mixHash2,
  readTokens,
  type TokenBuffer,
} from '../text/tokens.ts';

const EMPTY = 0;
const PREFIX_ONLY = 1;
const FIRST_VALUE = 2;
/** First word's hash, second hash, value: one entry lies in one cache line. */
const FIELDS = 3;
const FILTER_BITS = 18;

/** Finds the longest known sequence of words that starts at a word: names of merchants, lists of words. */
export interface SequenceIndex {
  /** Adds a name (its words in order). The first one added wins when two are the same. */
  add(name: string, value: number): void;
  /** Looks up at word `from`; returns the value and sets `matchedTokens`, or returns -1. */
  find(buffer: TokenBuffer, from: number): number;
  matchedTokens: number;
  readonly size: number;
}

/**
 * An open-addressing hash table over the running hash of word sequences; prefixes are entries without a value. A small
 * bit filter over first words answers most look-ups without touching the table.
 */
export const createSequenceIndex = (expectedSequences: number): SequenceIndex => {
  let capacity = 1024;
  while (capacity < expectedSequences * 2) capacity *= 2;
  let mask = capacity - 1;
  let table = new Int32Array(capacity * FIELDS);
  let size = 0;
  const filter = new Int32Array(1 << (FILTER_BITS - 5));
  const scratch = createTokenBuffer();

  const slotOf = (first: number, second: number): number => {
    let slot = (first & mask) * FIELDS;
    while (table[slot + 2] !== EMPTY && (table[slot] !== first || table[slot + 1] !== second)) {
      slot += FIELDS;
      if (slot === table.length) slot = 0;
    }
    return slot;
  };

  const put = (first: number, second: number, stored: number): void => {
    const slot = slotOf(first, second);
    if (table[slot + 2] === EMPTY) {
      table[slot] = first;
      table[slot + 1] = second;
      size++;
    } else if (table[slot + 2] !== PREFIX_ONLY) {
      return;
    }
    table[slot + 2] = stored;
  };

  const grow = (): void => {
    const old = table;
    capacity *= 2;
    mask = capacity - 1;
    table = new Int32Array(capacity * FIELDS);
    size = 0;
    for (let slot = 0; slot < old.length; slot += FIELDS) {
      if (old[slot + 2] !== EMPTY) put(old[slot] as number, old[slot + 1] as number, old[slot + 2] as number);
    }
  };

  const filterBit = (hash: number): number => hash >>> (32 - FILTER_BITS);

  const index: SequenceIndex = {
    matchedTokens: 0,
    get size() {
      return size;
    },
    add(name, value) {
      readTokens(scratch, name);
      let first = HASH_SEED_1;
      let second = HASH_SEED_2;
      for (let token = 0; token < scratch.count; token++) {
        first = mixHash1(first, scratch.hash1[token] as number);
        second = mixHash2(second, scratch.hash2[token] as number);
        const bit = filterBit(second);
        if (token === 0) filter[bit >> 5] = (filter[bit >> 5] as number) | (1 << (bit & 31));
        if (size * 2 > capacity) grow();
        put(first, second, token === scratch.count - 1 ? value + FIRST_VALUE : PREFIX_ONLY);
      }
    },
    find(buffer, from) {
      let first = HASH_SEED_1;
      let second = HASH_SEED_2;
      let best = -1;
      for (let token = from; token < buffer.count; token++) {
        first = mixHash1(first, buffer.hash1[token] as number);
        second = mixHash2(second, buffer.hash2[token] as number);
        const bit = filterBit(second);
        if (token === from && !((filter[bit >> 5] as number) & (1 << (bit & 31)))) return -1;
        const stored = table[slotOf(first, second) + 2] as number;
        if (stored === EMPTY) break;
        if (stored !== PREFIX_ONLY) {
          best = stored - FIRST_VALUE;
          index.matchedTokens = token - from + 1;
        }
      }
      return best;
    },
  };
  return index;
};

import {
  HASH_SEED_1,
  HASH_SEED_2,
  mixHash1,
  mixHash2,
  readTokens,
  type TokenBuffer,
  createTokenBuffer,
} from '../text/tokens.ts';

const PREFIX_ONLY = -1;

/** Finds the longest known sequence of words that starts at a word: names of merchants, lists of words. */
export interface SequenceIndex {
  /** Adds a name (its words in order). The first one added wins when two are the same. */
  add(name: string, value: number): void;
  /** Looks up at word `from`; returns the value and sets `matchedTokens`, or returns -1. */
  find(buffer: TokenBuffer, from: number): number;
  matchedTokens: number;
  readonly size: number;
}

/** An open-addressing hash table over the running hash of word sequences; prefixes are entries without a value. */
export const createSequenceIndex = (expectedSequences: number): SequenceIndex => {
  let capacity = 1024;
  while (capacity < expectedSequences * 4) capacity *= 2;
  let mask = capacity - 1;
  let keys1 = new Int32Array(capacity);
  let keys2 = new Int32Array(capacity);
  let values = new Int32Array(capacity);
  let used = new Uint8Array(capacity);
  let size = 0;
  const scratch = createTokenBuffer();

  const slotOf = (first: number, second: number): number => {
    let slot = first & mask;
    while (used[slot] && (keys1[slot] !== first || keys2[slot] !== second)) slot = (slot + 1) & mask;
    return slot;
  };

  const put = (first: number, second: number, value: number): void => {
    const slot = slotOf(first, second);
    if (!used[slot]) {
      used[slot] = 1;
      keys1[slot] = first;
      keys2[slot] = second;
      values[slot] = value;
      size++;
    } else if (values[slot] === PREFIX_ONLY) {
      values[slot] = value;
    }
  };

  const grow = (): void => {
    const [oldKeys1, oldKeys2, oldValues, oldUsed] = [keys1, keys2, values, used];
    capacity *= 2;
    mask = capacity - 1;
    keys1 = new Int32Array(capacity);
    keys2 = new Int32Array(capacity);
    values = new Int32Array(capacity);
    used = new Uint8Array(capacity);
    size = 0;
    for (let slot = 0; slot < oldUsed.length; slot++) {
      if (oldUsed[slot]) put(oldKeys1[slot] as number, oldKeys2[slot] as number, oldValues[slot] as number);
    }
  };

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
        if (size * 2 > capacity) grow();
        put(first, second, token === scratch.count - 1 ? value : PREFIX_ONLY);
      }
    },
    find(buffer, from) {
      let first = HASH_SEED_1;
      let second = HASH_SEED_2;
      let best = -1;
      for (let token = from; token < buffer.count; token++) {
        first = mixHash1(first, buffer.hash1[token] as number);
        second = mixHash2(second, buffer.hash2[token] as number);
        const slot = slotOf(first, second);
        if (!used[slot]) break;
        if (values[slot] !== PREFIX_ONLY) {
          best = values[slot] as number;
          index.matchedTokens = token - from + 1;
        }
      }
      return best;
    },
  };
  return index;
};

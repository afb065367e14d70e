import { ALPHABET_SIZE, foldInto } from '../text/symbols.ts';

/** A found pattern: which one, and where it stands in the symbols (separators not counted). */
export interface PatternMatches {
  count: number;
  pattern: Int32Array;
  start: Int32Array;
  end: Int32Array;
}

export interface PatternAutomaton {
  /** Finds every pattern in one pass; patterns inside a longer one that was found are dropped. */
  scan(symbols: Uint8Array, length: number, matches: PatternMatches): void;
  readonly patternTexts: readonly string[];
  readonly nodeCount: number;
}

const MAX_MATCHES = 200;

export const createPatternMatches = (): PatternMatches => ({
  count: 0,
  pattern: new Int32Array(MAX_MATCHES),
  start: new Int32Array(MAX_MATCHES),
  end: new Int32Array(MAX_MATCHES),
});

/** With umlauts both as their transcriptions and as the bare vowel: banks print either. */
const spellings = (pattern: string): string[] => {
  const bare = pattern.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
  return bare === pattern ? [pattern] : [pattern, bare];
};

const symbolsOf = (pattern: string): Uint8Array => {
  const target = new Uint8Array(pattern.length * 2 + 4);
  const end = foldInto(pattern, target, 0);
  return target.slice(pattern.startsWith('*') ? 1 : 0, pattern.endsWith('*') ? end - 1 : end);
};

interface Trie {
  next: Int32Array;
  patternAt: Int32Array;
  nodeCount: number;
}

const buildTrie = (patterns: readonly (readonly [symbols: Uint8Array, pattern: number])[]): Trie => {
  const limit = patterns.reduce((sum, [symbols]) => sum + symbols.length, 1);
  const next = new Int32Array(limit * ALPHABET_SIZE);
  const patternAt = new Int32Array(limit).fill(-1);
  let nodeCount = 1;
  for (const [symbols, pattern] of patterns) {
    let node = 0;
    for (const code of symbols) {
      const edge = node * ALPHABET_SIZE + code;
      if (!next[edge]) next[edge] = nodeCount++;
      node = next[edge] as number;
    }
    if (patternAt[node] === -1) patternAt[node] = pattern;
  }
  return { next: next.slice(0, nodeCount * ALPHABET_SIZE), patternAt: patternAt.slice(0, nodeCount), nodeCount };
};

/** Aho and Corasick (1975): failure links breadth first, folded into the transitions. Returns the output links. */
const completeTransitions = ({ next, patternAt, nodeCount }: Trie): Int32Array => {
  const failure = new Int32Array(nodeCount);
  const outputLink = new Int32Array(nodeCount);
  const queue = new Int32Array(nodeCount);
  let tail = 0;
  for (let code = 0; code < ALPHABET_SIZE; code++) if (next[code]) queue[tail++] = next[code] as number;
  for (let head = 0; head < tail; head++) {
    const node = queue[head] as number;
    const back = failure[node] as number;
    outputLink[node] = patternAt[back] !== -1 ? back : (outputLink[back] as number);
    for (let code = 0; code < ALPHABET_SIZE; code++) {
      const child = next[node * ALPHABET_SIZE + code] as number;
      const viaBack = next[back * ALPHABET_SIZE + code] as number;
      if (child) {
        failure[child] = viaBack;
        queue[tail++] = child;
      } else {
        next[node * ALPHABET_SIZE + code] = viaBack;
      }
    }
  }
  return outputLink;
};

/** Drops every match that lies inside a longer one, keeping the order. */
const dropContained = (matches: PatternMatches): void => {
  const { pattern, start, end } = matches;
  let kept = 0;
  for (let index = 0; index < matches.count; index++) {
    let inside = false;
    for (let other = 0; other < matches.count && !inside; other++) {
      const longer =
        (end[other] as number) - (start[other] as number) > (end[index] as number) - (start[index] as number);
      inside =
        longer &&
        (start[other] as number) <= (start[index] as number) &&
        (end[other] as number) >= (end[index] as number);
    }
    if (inside) pattern[index] = -1;
  }
  for (let index = 0; index < matches.count; index++) {
    if (pattern[index] === -1) continue;
    pattern[kept] = pattern[index] as number;
    start[kept] = start[index] as number;
    end[kept] = end[index] as number;
    kept++;
  }
  matches.count = kept;
};

/** Compiles patterns (notation: see `evidence/rule-row.ts`); the index of a pattern in the list is its number. */
export const createPatternAutomaton = (patternTexts: readonly string[]): PatternAutomaton => {
  const compiled = patternTexts.flatMap((text, pattern) =>
    spellings(text.toLowerCase()).map((spelling) => [symbolsOf(spelling), pattern] as const),
  );
  const trie = buildTrie(compiled);
  const outputLink = completeTransitions(trie);
  const { next, patternAt } = trie;
  const depth = new Int32Array(trie.nodeCount);
  for (const [symbols] of compiled) {
    let node = 0;
    for (let at = 0; at < symbols.length; at++) {
      node = next[node * ALPHABET_SIZE + (symbols[at] as number)] as number;
      depth[node] = at + 1;
    }
  }
  const scan = (symbols: Uint8Array, length: number, matches: PatternMatches): void => {
    let node = 0;
    let count = 0;
    for (let at = 0; at < length; at++) {
      node = next[node * ALPHABET_SIZE + (symbols[at] as number)] as number;
      let found = patternAt[node] !== -1 ? node : (outputLink[node] as number);
      while (found && count < MAX_MATCHES) {
        const from = at + 1 - (depth[found] as number);
        matches.pattern[count] = patternAt[found] as number;
        matches.start[count] = symbols[from] === 0 ? from + 1 : from;
        matches.end[count] = symbols[at] === 0 ? at : at + 1;
        count++;
        found = outputLink[found] as number;
      }
    }
    matches.count = count;
    if (count > 1) dropContained(matches);
  };
  return { scan, patternTexts, nodeCount: trie.nodeCount };
};

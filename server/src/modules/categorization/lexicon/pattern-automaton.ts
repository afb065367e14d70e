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
      node = next[edge];
    }
    if (patternAt[node] === -1) patternAt[node] = pattern;
  }
  return { next: next.slice(0, nodeCount * ALPHABET_SIZE), patternAt: patternAt.slice(0, nodeCount), nodeCount };
};

/** The finished automaton; nodes are numbered breadth first, so that the ones visited most lie side by side. */
interface Machine {
  next: Uint16Array;
  /** Pattern that ends at the node, or -1. */
  patternAt: Int32Array;
  /** The next shorter node where a pattern ends; 0: none. */
  outputLink: Uint16Array;
  /** 1 where any pattern ends at the node or at a shorter one: most steps look no further. */
  hasOutput: Uint8Array;
  depth: Uint8Array;
}

const breadthFirst = (trie: Trie): Int32Array => {
  const order = new Int32Array(trie.nodeCount);
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const row = (order[head] as number) * ALPHABET_SIZE;
    for (let code = 0; code < ALPHABET_SIZE; code++) {
      const child = trie.next[row + code] as number;
      if (child) order[tail++] = child;
    }
  }
  return order;
};

/** Aho and Corasick (1975): failure links breadth first, folded into the transitions. */
const complete = (trie: Trie): Machine => {
  const { nodeCount } = trie;
  if (nodeCount > 0xffff)
    throw new Error(`${nodeCount} nodes do not fit 16 bits: the patterns of the evidence tables are too many`);
  const order = breadthFirst(trie);
  const numberOf = new Uint16Array(nodeCount);
  order.forEach((node, number) => {
    numberOf[node] = number;
  });
  const machine: Machine = {
    next: new Uint16Array(nodeCount * ALPHABET_SIZE),
    patternAt: Int32Array.from(order, (node) => trie.patternAt[node] as number),
    outputLink: new Uint16Array(nodeCount),
    hasOutput: new Uint8Array(nodeCount),
    depth: new Uint8Array(nodeCount),
  };
  const failure = new Uint16Array(nodeCount);
  const { next, patternAt, outputLink, hasOutput, depth } = machine;
  for (let node = 0; node < nodeCount; node++) {
    const back = failure[node] as number;
    outputLink[node] = patternAt[back] !== -1 ? back : (outputLink[back] as number);
    hasOutput[node] = patternAt[node] !== -1 || outputLink[node] !== 0 ? 1 : 0;
    const trieRow = (order[node] as number) * ALPHABET_SIZE;
    for (let code = 0; code < ALPHABET_SIZE; code++) {
      const child = trie.next[trieRow + code] as number;
      const viaBack = node === 0 ? 0 : (next[back * ALPHABET_SIZE + code] as number);
      next[node * ALPHABET_SIZE + code] = child ? (numberOf[child] as number) : viaBack;
      if (!child) continue;
      failure[numberOf[child] as number] = viaBack;
      depth[numberOf[child] as number] = (depth[node] as number) + 1;
    }
  }
  return machine;
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
  const { next, patternAt, outputLink, hasOutput, depth } = complete(trie);
  const scan = (symbols: Uint8Array, length: number, matches: PatternMatches): void => {
    let node = 0;
    let count = 0;
    for (let at = 0; at < length; at++) {
      node = next[node * ALPHABET_SIZE + (symbols[at] as number)] as number;
      if (!hasOutput[node]) continue;
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

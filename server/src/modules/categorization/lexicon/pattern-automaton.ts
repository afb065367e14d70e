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

/** The patterns as a tree of symbols; node 0 is the root, 0 as a child or sibling is none. */
interface Trie {
  symbol: Uint8Array;
  firstChild: Uint16Array;
  nextSibling: Uint16Array;
  /** Pattern that ends at the node, or -1. */
  patternAt: Int32Array;
  depth: Uint8Array;
  nodeCount: number;
}

const MAX_NODES = 0xffff;

const buildTrie = (patterns: readonly (readonly [symbols: Uint8Array, pattern: number])[]): Trie => {
  const limit = Math.min(
    patterns.reduce((sum, [symbols]) => sum + symbols.length, 1),
    MAX_NODES,
  );
  const symbol = new Uint8Array(limit);
  const firstChild = new Uint16Array(limit);
  const nextSibling = new Uint16Array(limit);
  const patternAt = new Int32Array(limit).fill(-1);
  const depth = new Uint8Array(limit);
  let nodeCount = 1;
  const childOf = (parent: number, code: number): number => {
    let child = firstChild[parent] as number;
    while (child && symbol[child] !== code) child = nextSibling[child] as number;
    if (child) return child;
    if (nodeCount === MAX_NODES) throw new Error(`${patterns.length} patterns need more than ${MAX_NODES} nodes`);
    symbol[nodeCount] = code;
    nextSibling[nodeCount] = firstChild[parent] as number;
    firstChild[parent] = nodeCount;
    depth[nodeCount] = (depth[parent] as number) + 1;
    return nodeCount++;
  };
  for (const [symbols, pattern] of patterns) {
    let node = 0;
    for (const code of symbols) node = childOf(node, code);
    if (patternAt[node] === -1) patternAt[node] = pattern;
  }
  return { symbol, firstChild, nextSibling, patternAt, depth, nodeCount };
};

/**
 * The finished automaton (Aho and Corasick, 1975). The few nodes where the tree branches have the number of a row of
 * `next`, which tells for every symbol where to go; most nodes have one child at most and follow their failure link
 * for every other symbol. So all of it fits into a processor's cache, which a full table of rows would not.
 */
interface Machine {
  /** The node after `node` and a symbol. */
  step(node: number, symbol: number): number;
  /** Pattern that ends at the node, or -1. */
  patternAt: Int32Array;
  /** The next shorter node where a pattern ends; 0: none. */
  outputLink: Uint16Array;
  /** 1 where any pattern ends at the node or at a shorter one: most steps look no further. */
  hasOutput: Uint8Array;
  depth: Uint8Array;
}

const NO_SYMBOL = 255;

const breadthFirst = ({ firstChild, nextSibling, nodeCount }: Trie): Uint16Array => {
  const order = new Uint16Array(nodeCount);
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    for (let child = firstChild[order[head] as number] as number; child; child = nextSibling[child] as number)
      order[tail++] = child;
  }
  return order;
};

/** Numbers nodes breadth first, those with a row before all others: what is visited most lies side by side. */
const numberNodes = ({ firstChild, nextSibling, nodeCount }: Trie, order: Uint16Array) => {
  const numberOf = new Uint16Array(nodeCount);
  let rowCount = 0;
  for (let at = 0; at < nodeCount; at++) {
    const node = order[at] as number;
    if (at === 0 || nextSibling[firstChild[node] as number]) numberOf[node] = rowCount++;
  }
  let count = rowCount;
  for (let at = 1; at < nodeCount; at++) {
    const node = order[at] as number;
    if (!nextSibling[firstChild[node] as number]) numberOf[node] = count++;
  }
  return { numberOf, rowCount };
};

/** Breadth first, so that the shorter nodes that one falls back to are complete before it. */
const complete = (trie: Trie): Machine => {
  const { firstChild, nextSibling, symbol, nodeCount } = trie;
  const order = breadthFirst(trie);
  const { numberOf, rowCount } = numberNodes(trie, order);
  const next = new Uint16Array(rowCount * ALPHABET_SIZE);
  // By node without a row: its child and the symbol that leads there.
  const onlyChild = new Uint16Array(nodeCount - rowCount);
  const symbolOfChild = new Uint8Array(nodeCount - rowCount).fill(NO_SYMBOL);
  // Where the longest ending of a node's path goes on that another path begins with.
  const failure = new Uint16Array(nodeCount);
  const step = (from: number, code: number): number => {
    let node = from;
    while (node >= rowCount) {
      if (symbolOfChild[node - rowCount] === code) return onlyChild[node - rowCount] as number;
      node = failure[node] as number;
    }
    return next[node * ALPHABET_SIZE + code] as number;
  };
  const patternAt = new Int32Array(nodeCount);
  const outputLink = new Uint16Array(nodeCount);
  const hasOutput = new Uint8Array(nodeCount);
  const depth = new Uint8Array(nodeCount);
  for (let at = 0; at < nodeCount; at++) {
    const of = order[at] as number;
    const node = numberOf[of] as number;
    const back = failure[node] as number;
    patternAt[node] = trie.patternAt[of] as number;
    depth[node] = trie.depth[of] as number;
    outputLink[node] = patternAt[back] !== -1 ? back : (outputLink[back] as number);
    hasOutput[node] = patternAt[node] !== -1 || outputLink[node] !== 0 ? 1 : 0;
    const row = node * ALPHABET_SIZE;
    if (node !== 0 && node < rowCount)
      for (let code = 0; code < ALPHABET_SIZE; code++) next[row + code] = step(back, code);
    for (let below = firstChild[of] as number; below; below = nextSibling[below] as number) {
      const child = numberOf[below] as number;
      const code = symbol[below] as number;
      if (node !== 0) failure[child] = step(back, code);
      if (node < rowCount) next[row + code] = child;
      else {
        onlyChild[node - rowCount] = child;
        symbolOfChild[node - rowCount] = code;
      }
    }
  }
  return { step, patternAt, outputLink, hasOutput, depth };
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
  const { step, patternAt, outputLink, hasOutput, depth } = complete(trie);
  const scan = (symbols: Uint8Array, length: number, matches: PatternMatches): void => {
    let node = 0;
    let count = 0;
    for (let at = 0; at < length; at++) {
      node = step(node, symbols[at] as number);
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

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
  rowCount: number;
  next: Uint16Array;
  /** By node without a row, counted from `rowCount`: its child and the symbol that leads there. */
  child: Uint16Array;
  symbolOfChild: Uint8Array;
  /** Where the longest ending of this node's path goes on that another path begins with. */
  failure: Uint16Array;
  /** Pattern that ends at the node, or -1. */
  patternAt: Int32Array;
  /** The next shorter node where a pattern ends; 0: none. */
  outputLink: Uint16Array;
  /** 1 where any pattern ends at the node or at a shorter one: most steps look no further. */
  hasOutput: Uint8Array;
  depth: Uint8Array;
}

const NO_SYMBOL = 255;

/** The node after `node` and a symbol. */
const step = (machine: Machine, from: number, symbol: number): number => {
  const { rowCount, next, child, symbolOfChild, failure } = machine;
  let node = from;
  while (node >= rowCount) {
    if (symbolOfChild[node - rowCount] === symbol) return child[node - rowCount] as number;
    node = failure[node] as number;
  }
  return next[node * ALPHABET_SIZE + symbol] as number;
};

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
  const hasRow = (node: number): boolean => node === 0 || nextSibling[firstChild[node] as number] !== 0;
  const numberOf = new Uint16Array(nodeCount);
  let count = 0;
  for (const node of order) if (hasRow(node)) numberOf[node] = count++;
  const rowCount = count;
  for (const node of order) if (!hasRow(node)) numberOf[node] = count++;
  return { numberOf, rowCount };
};

/** Fills in where a node goes: breadth first, so that the shorter nodes it falls back to are complete. */
const link = (machine: Machine, trie: Trie, numberOf: Uint16Array, of: number): void => {
  const { rowCount, next, child, symbolOfChild, failure } = machine;
  const node = numberOf[of] as number;
  const back = failure[node] as number;
  if (node < rowCount && node !== 0) {
    for (let code = 0; code < ALPHABET_SIZE; code++) next[node * ALPHABET_SIZE + code] = step(machine, back, code);
  }
  for (let below = trie.firstChild[of] as number; below; below = trie.nextSibling[below] as number) {
    const code = trie.symbol[below] as number;
    failure[numberOf[below] as number] = node === 0 ? 0 : step(machine, back, code);
    if (node < rowCount) next[node * ALPHABET_SIZE + code] = numberOf[below] as number;
    else {
      child[node - rowCount] = numberOf[below] as number;
      symbolOfChild[node - rowCount] = code;
    }
  }
};

const complete = (trie: Trie): Machine => {
  const { nodeCount } = trie;
  const order = breadthFirst(trie);
  const { numberOf, rowCount } = numberNodes(trie, order);
  const machine: Machine = {
    rowCount,
    next: new Uint16Array(rowCount * ALPHABET_SIZE),
    child: new Uint16Array(nodeCount - rowCount),
    symbolOfChild: new Uint8Array(nodeCount - rowCount).fill(NO_SYMBOL),
    failure: new Uint16Array(nodeCount),
    patternAt: new Int32Array(nodeCount),
    outputLink: new Uint16Array(nodeCount),
    hasOutput: new Uint8Array(nodeCount),
    depth: new Uint8Array(nodeCount),
  };
  const { failure, patternAt, outputLink, hasOutput, depth } = machine;
  for (const of of order) {
    const node = numberOf[of] as number;
    const back = failure[node] as number;
    patternAt[node] = trie.patternAt[of] as number;
    depth[node] = trie.depth[of] as number;
    outputLink[node] = patternAt[back] !== -1 ? back : (outputLink[back] as number);
    hasOutput[node] = patternAt[node] !== -1 || outputLink[node] !== 0 ? 1 : 0;
    link(machine, trie, numberOf, of);
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
  const machine = complete(trie);
  const { patternAt, outputLink, hasOutput, depth } = machine;
  const scan = (symbols: Uint8Array, length: number, matches: PatternMatches): void => {
    let node = 0;
    let count = 0;
    for (let at = 0; at < length; at++) {
      node = step(machine, node, symbols[at] as number);
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

/** A small seeded generator (mulberry32), so that every history is the same on every machine. */
export interface Random {
  /** In [0, 1). */
  next: () => number;
  /** Integer from `low` to `high`, both included. */
  integer: (low: number, high: number) => number;
  pick: <Value>(values: readonly Value[]) => Value;
  /** Roughly normal with this standard deviation, around 0. */
  normal: (deviation: number) => number;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    pick: (values) => values[integer(0, values.length - 1)] as (typeof values)[number],
    normal: (deviation) => (next() + next() + next() + next() - 2) * 1.73 * deviation,
  };
}

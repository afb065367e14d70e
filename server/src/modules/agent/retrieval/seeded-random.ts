export interface SeededRandom {
  /** In [0, 1). */
  next: () => number;
  /** Shuffles in place (Fisher–Yates). */
  shuffle: (values: number[]) => void;
}

/** A small linear congruential generator (Numerical Recipes): the same seed gives the same numbers everywhere. */
export function seededRandom(seed: number): SeededRandom {
  let state = (seed + 0x2545f491) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const shuffle = (values: number[]): void => {
    for (let last = values.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      [values[last], values[other]] = [values[other] as number, values[last] as number];
    }
  };
  return { next, shuffle };
}

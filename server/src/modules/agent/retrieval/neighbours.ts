import type { Vector } from './feature-space.ts';

/** Example questions by feature: which examples have the feature of a row, and with what weight. Plain data. */
export interface Neighbours {
  /** Row → where its entries start; one longer than there are rows. */
  starts: Int32Array;
  examples: Int32Array;
  values: Float32Array;
  count: number;
}

/** Builds the inverted lists of the vectors of all examples. */
export function indexNeighbours(all: readonly { vector: Vector }[], rows: number): Neighbours {
  const starts = new Int32Array(rows + 1);
  for (const { vector } of all) for (const row of vector.rows) starts[row + 1] = (starts[row + 1] as number) + 1;
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const size = starts[rows] as number;
  const next = starts.slice();
  const examples = new Int32Array(size);
  const values = new Float32Array(size);
  all.forEach(({ vector }, example) => {
    for (let index = 0; index < vector.rows.length; index++) {
      const row = vector.rows[index] as number;
      const at = next[row] as number;
      next[row] = at + 1;
      examples[at] = example;
      values[at] = vector.values[index] as number;
    }
  });
  return { starts, examples, values, count: all.length };
}

/** The inner product of a vector with every example. */
export function similarities(neighbours: Neighbours, vector: Vector): Float32Array {
  const sums = new Float32Array(neighbours.count);
  const { starts, examples, values } = neighbours;
  for (let index = 0; index < vector.rows.length; index++) {
    const row = vector.rows[index] as number;
    const weight = vector.values[index] as number;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const example = examples[at] as number;
      sums[example] = (sums[example] as number) + weight * (values[at] as number);
    }
  }
  return sums;
}

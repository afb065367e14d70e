import { lengthOf, type Vector } from './feature-space.ts';

/** One wording that leads to an article: its title, a question, a sentence. */
export interface Wording {
  vector: Vector;
  /** Position of its article in `RetrievalIndex.articles`. */
  article: number;
}

/** All wordings by feature: which have the feature of a row, and with what weight. Plain data. */
export interface Wordings {
  /** Row → where its entries start; one longer than there are rows. */
  starts: Int32Array;
  wordings: Uint16Array | Int32Array;
  /** Weights in 65,535ths: none is above 1. */
  values: Uint16Array;
  /** By wording. */
  articles: Int32Array;
  lengths: Float32Array;
}

const ONE = 65_535;
const MOST_OF_16_BITS = 65_536;

/** Builds the inverted lists of all wordings. */
export function indexWordings(all: readonly Wording[], rows: number): Wordings {
  const starts = new Int32Array(rows + 1);
  for (const { vector } of all) for (const row of vector.rows) starts[row + 1] = (starts[row + 1] as number) + 1;
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const size = starts[rows] as number;
  const next = starts.slice();
  const wordings = all.length <= MOST_OF_16_BITS ? new Uint16Array(size) : new Int32Array(size);
  const values = new Uint16Array(size);
  all.forEach(({ vector }, wording) => {
    for (let index = 0; index < vector.rows.length; index++) {
      const row = vector.rows[index] as number;
      const at = next[row] as number;
      next[row] = at + 1;
      wordings[at] = wording;
      values[at] = Math.round((vector.values[index] as number) * ONE);
    }
  });
  return {
    starts,
    wordings,
    values,
    articles: Int32Array.from(all, ({ article }) => article),
    lengths: Float32Array.from(all, ({ vector }) => lengthOf(vector)),
  };
}

/** The wordings again, in their order: to be trained further. */
export function readWordings({ starts, wordings, values, articles }: Wordings): Wording[] {
  const sizes = new Int32Array(articles.length);
  for (const wording of wordings) sizes[wording] = (sizes[wording] as number) + 1;
  const all = Array.from(articles, (article, at): Wording => {
    const size = sizes[at] as number;
    return { article, vector: { rows: new Int32Array(size), values: new Float32Array(size) } };
  });
  sizes.fill(0);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const wording = wordings[at] as number;
      const place = sizes[wording] as number;
      sizes[wording] = place + 1;
      const { vector } = all[wording] as Wording;
      vector.rows[place] = row;
      vector.values[place] = (values[at] as number) / ONE;
    }
  }
  return all;
}

/** The inner product of a vector with every wording. */
export function similarities({ starts, wordings, values, articles }: Wordings, vector: Vector): Float32Array {
  const sums = new Float32Array(articles.length);
  const rows = starts.length - 1;
  for (let index = 0; index < vector.rows.length; index++) {
    const row = vector.rows[index] as number;
    if (row >= rows) continue;
    const weight = (vector.values[index] as number) / ONE;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const wording = wordings[at] as number;
      sums[wording] = (sums[wording] as number) + weight * (values[at] as number);
    }
  }
  return sums;
}

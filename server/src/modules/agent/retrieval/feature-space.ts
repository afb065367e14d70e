import { BAG_WEIGHTS, type Features } from '#platform/text/features.ts';

/** A sparse vector: `rows` of the feature space, and what each weighs. */
export interface Vector {
  rows: Int32Array;
  values: Float32Array;
}

/** The features that were seen, and in how many texts. Plain data. */
export interface FeatureSpace {
  /** Hash of a feature → its row. */
  rowOf: Map<number, number>;
  /** Texts in which the feature of a row occurs. */
  documentFrequency: number[];
  documents: number;
}

export const emptySpace = (): FeatureSpace => ({ rowOf: new Map(), documentFrequency: [], documents: 0 });

/** Counts the features of one more text. Changes `space`. */
export function addToSpace(space: FeatureSpace, features: Features): void {
  space.documents += 1;
  for (const bag of features) {
    for (const feature of bag.keys()) {
      const row = space.rowOf.get(feature);
      if (row === undefined) {
        space.rowOf.set(feature, space.documentFrequency.length);
        space.documentFrequency.push(1);
      } else {
        space.documentFrequency[row] = (space.documentFrequency[row] as number) + 1;
      }
    }
  }
}

/**
 * The TF-IDF vector of a text: logarithmic counts, smoothed inverse frequencies, each bag of length one times its
 * weight. Features that were never seen count for the length and are left out: who asks about strange things is far away.
 */
export function vectorOf(space: FeatureSpace, features: Features): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  features.forEach((bag, index) => {
    const from = rows.length;
    let squares = 0;
    for (const [feature, times] of bag) {
      const row = space.rowOf.get(feature);
      if (row === undefined) continue;
      const frequency = space.documentFrequency[row] as number;
      const value = (1 + Math.log(times)) * (1 + Math.log((1 + space.documents) / (1 + frequency)));
      squares += value * value;
      rows.push(row);
      values.push(value);
    }
    const scale = squares > 0 ? (BAG_WEIGHTS[index] as number) / Math.sqrt(squares) : 0;
    for (let at = from; at < values.length; at++) values[at] = (values[at] as number) * scale;
  });
  return { rows: Int32Array.from(rows), values: Float32Array.from(values) };
}

/** Euclidean length of a vector. */
export function lengthOf({ values }: Vector): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}

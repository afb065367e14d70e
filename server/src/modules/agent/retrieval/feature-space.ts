import { BAG_WEIGHTS, type Features } from '#platform/text/features.ts';
import { emptyIntMap, type IntMap, placeOf, placeOrNext } from './int-map.ts';

/** A sparse vector: `rows` of the feature space, and what each weighs. */
export interface Vector {
  rows: Int32Array;
  values: Float32Array;
}

/** The features that were seen, and in how many wordings. Plain data. */
export interface FeatureSpace {
  /** Hash of a feature → its row. */
  rowOf: IntMap;
  /** By row, the wordings in which the feature occurs; longer than there are rows. */
  documentFrequency: Int32Array;
  documents: number;
}

/** Features beyond are not learnt: the index of no help centre grows without end. */
const MOST_ROWS = 1 << 20;

export const emptySpace = (): FeatureSpace => ({
  rowOf: emptyIntMap(),
  documentFrequency: new Int32Array(1 << 12),
  documents: 0,
});

/** Counts the features of one more text. Changes `space`. */
export function addToSpace(space: FeatureSpace, features: Features): void {
  space.documents += 1;
  for (const bag of features) {
    for (const feature of bag.keys()) {
      const known = space.rowOf.size < MOST_ROWS ? placeOrNext(space.rowOf, feature) : placeOf(space.rowOf, feature);
      if (known < 0) continue;
      if (known >= space.documentFrequency.length) {
        const longer = new Int32Array(2 * space.documentFrequency.length);
        longer.set(space.documentFrequency);
        space.documentFrequency = longer;
      }
      space.documentFrequency[known] = (space.documentFrequency[known] as number) + 1;
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
      const row = placeOf(space.rowOf, feature);
      if (row < 0) continue;
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

/** The part of a vector that tells most: its largest values, at most `count`, those of equal size in their order. */
export function strongest({ rows, values }: Vector, count: number): Vector {
  if (values.length <= count) return { rows, values };
  const least = values.toSorted()[values.length - count] as number;
  let over = values.reduce((sum, value) => sum + (value >= least ? 1 : 0), 0) - count;
  const keep = values.map((value) => {
    if (value === least && over > 0) over -= 1;
    else if (value >= least) return 1;
    return 0;
  });
  return { rows: rows.filter((_, at) => keep[at] === 1), values: values.filter((_, at) => keep[at] === 1) };
}

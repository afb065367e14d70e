import { strongest, type Vector } from './feature-space.ts';
import { hashedPlace, isTooBig, type LinearModel, MOST_HASHED_ROWS } from './linear-model.ts';

/**
 * A trained classifier made small: weights in 8 bits, and of a model that holds every pair only those that are not
 * nothing beside the largest of their row. A tenth of the memory and the same answers (`npm run eval:answers`). Plain data.
 */
export interface CompactModel {
  /** Row → where its weights start, one longer than there are rows; null where the pairs are hashed. */
  starts: Int32Array | null;
  /** The class of each weight; empty where the pairs are hashed. */
  classes: Uint16Array;
  weights: Int8Array;
  /** What one step of 8 bits is worth: by row, one number where the pairs are hashed. */
  steps: Float32Array;
  bias: Float32Array;
  gradients: Float32Array;
  capacity: number;
}

const LARGEST = 127;
/** Weights of fewer steps are left out. */
const FEWEST_STEPS = 5;

/** Makes a trained model small. */
export function compactModel(model: LinearModel): CompactModel {
  const { bias, gradients, capacity } = model;
  const rest = { bias, gradients, capacity };
  if (model.hashed) {
    const step = largestOf(model.weights, 0, model.weights.length) / LARGEST || 1;
    const weights = new Int8Array(model.weights.length);
    for (let at = 0; at < weights.length; at++) weights[at] = Math.round((model.weights[at] as number) / step);
    return { starts: null, classes: new Uint16Array(0), weights, steps: Float32Array.of(step), ...rest };
  }
  const rows = gradients.length;
  const starts = new Int32Array(rows + 1);
  const steps = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const base = row * capacity;
    // In the precision that it is kept in, so that both passes agree.
    const step = Math.fround(largestOf(model.weights, base, base + capacity) / LARGEST);
    steps[row] = step;
    let kept = 0;
    for (let label = 0; label < capacity; label++) if (isWorth(model.weights[base + label] as number, step)) kept += 1;
    starts[row + 1] = (starts[row] as number) + kept;
  }
  return { starts, ...fill(model, starts, steps), steps, ...rest };
}

const isWorth = (weight: number, step: number): boolean => step > 0 && Math.abs(weight) >= FEWEST_STEPS * step;

function largestOf(weights: Float32Array, from: number, end: number): number {
  let largest = 0;
  for (let at = from; at < end; at++) largest = Math.max(largest, Math.abs(weights[at] as number));
  return largest;
}

function fill({ weights, capacity }: LinearModel, starts: Int32Array, steps: Float32Array) {
  const size = starts[starts.length - 1] as number;
  const classes = new Uint16Array(size);
  const small = new Int8Array(size);
  let at = 0;
  for (let row = 0; row < steps.length; row++) {
    const step = steps[row] as number;
    for (let label = 0; label < capacity; label++) {
      const weight = weights[row * capacity + label] as number;
      if (!isWorth(weight, step)) continue;
      classes[at] = label;
      small[at] = Math.round(weight / step);
      at += 1;
    }
  }
  return { classes, weights: small };
}

/** A model to be trained further, with room for more rows; null when it does not fit and must be made anew. */
export function expandModel(model: CompactModel, rows: number, classes: number): LinearModel | null {
  const { starts, capacity } = model;
  if (classes > capacity || (starts && isTooBig(rows, capacity))) return null;
  const gradients = new Float32Array(rows).fill(1);
  gradients.set(model.gradients);
  const grown = { bias: model.bias.slice(), gradients, capacity, hashed: !starts };
  if (!starts) {
    const step = model.steps[0] as number;
    const weights = Float32Array.from(model.weights);
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) * step;
    return { ...grown, weights };
  }
  const weights = new Float32Array(rows * capacity);
  for (let row = 0; row < model.steps.length; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      weights[row * capacity + (model.classes[at] as number)] =
        (model.weights[at] as number) * (model.steps[row] as number);
    }
  }
  return { ...grown, weights };
}

/** The scores of `classes` for a vector, in the same order. */
export function scoreClasses(model: CompactModel, vector: Vector, classes: Int32Array): Float32Array {
  return model.starts ? scoreExact(model, model.starts, vector, classes) : scoreHashed(model, vector, classes);
}

function scoreExact(model: CompactModel, starts: Int32Array, vector: Vector, classes: Int32Array): Float32Array {
  const scores = model.bias.slice();
  const rows = model.steps.length;
  for (let index = 0; index < vector.rows.length; index++) {
    const row = vector.rows[index] as number;
    if (row >= rows) continue;
    const value = (vector.values[index] as number) * (model.steps[row] as number);
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const label = model.classes[at] as number;
      scores[label] = (scores[label] as number) + value * (model.weights[at] as number);
    }
  }
  return Float32Array.from(classes, (label) => scores[label] as number);
}

function scoreHashed({ bias, weights, steps }: CompactModel, vector: Vector, classes: Int32Array): Float32Array {
  const scores = Float32Array.from(classes, (label) => bias[label] as number);
  const telling = strongest(vector, MOST_HASHED_ROWS);
  for (let index = 0; index < telling.rows.length; index++) {
    const row = telling.rows[index] as number;
    const value = (telling.values[index] as number) * (steps[0] as number);
    for (let at = 0; at < classes.length; at++) {
      scores[at] = (scores[at] as number) + value * (weights[hashedPlace(row, classes[at] as number)] as number);
    }
  }
  return scores;
}

import type { Vector } from './feature-space.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * A linear classifier over sparse vectors while it is trained: one weight per pair of a row and a class. Small models hold
 * every pair (`row × capacity + class`); big ones hash the pairs into a table of fixed size, so that ten thousand classes
 * fit, and train each question against the classes that it could be mistaken for. `compact-model.ts` makes it small.
 */
export interface LinearModel {
  weights: Float32Array;
  bias: Float32Array;
  /** Squared gradients per row (AdaGrad): rows that were often seen learn slower. */
  gradients: Float32Array;
  /** Classes that fit before the model must be made anew. */
  capacity: number;
  hashed: boolean;
}

/** `softmax` gives probabilities and good runners-up, `hinge` (squared, one against the rest) the better first. */
export type Loss = 'softmax' | 'hinge';

export interface Example {
  vector: Vector;
  label: number;
  /** Classes that compete for it, with its own. */
  rivals: Int32Array;
}

/** Pairs that are held one by one: 4 bytes each. */
const MAX_EXACT = 24_000_000;
const HASHED_SIZE = 1 << 23;

/** Rounds over all examples; big models get fewer, for time. */
const EPOCHS = 8;
const EPOCHS_HASHED = 3;
const STEP: Record<Loss, number> = { softmax: 1, hinge: 0.3 };
const BIAS_STEP = 0.02;
/** Smaller changes of a class's score are not worth the time. */
const NOTHING = 1e-3;
/** Below this squared gradient an example has nothing to teach. */
const LEARNT = 1e-5;

export function createModel(rows: number, classes: number): LinearModel {
  const capacity = Math.ceil(classes * 1.25) + 8;
  const hashed = isTooBig(rows, capacity);
  return {
    weights: new Float32Array(hashed ? HASHED_SIZE : rows * capacity),
    bias: new Float32Array(capacity),
    gradients: new Float32Array(rows).fill(1),
    capacity,
    hashed,
  };
}

export const MASK = HASHED_SIZE - 1;
export const rowHash = (row: number): number => Math.imul(row + 1, 0x9e3779b1);
export const classHash = (label: number): number => Math.imul(label + 1, 0x85ebca6b);

export const isTooBig = (rows: number, capacity: number): boolean => rows * capacity > MAX_EXACT;


/** The scores of `classes` for a vector, into `scores` (same order). */
function scoreClasses(model: LinearModel, vector: Vector, classes: Int32Array, scores: Float32Array): void {
  const { weights, bias, capacity, hashed } = model;
  const length = classes.length;
  const offsets = hashed ? classes.map(classHash) : classes;
  for (let at = 0; at < length; at++) scores[at] = bias[classes[at] as number] as number;
  for (let index = 0; index < vector.rows.length; index++) {
    const row = vector.rows[index] as number;
    const value = vector.values[index] as number;
    const base = hashed ? rowHash(row) : row * capacity;
    const mask = hashed ? MASK : -1;
    for (let at = 0; at < length; at++) {
      scores[at] = (scores[at] as number) + value * (weights[(base + (offsets[at] as number)) & mask] as number);
    }
  }
}

/** What one example teaches: by how much the scores of which classes should fall. */
interface Lesson {
  classes: Int32Array;
  gradient: Float32Array;
  /** How many of `classes` and `gradient` count. */
  length: number;
  /** Squared length of the gradient. */
  squares: number;
}

/** Turns scores into the gradient of the loss; classes that it hardly touches are left out. */
function readGradient(loss: Loss, scores: Float32Array, classes: Int32Array, own: number, lesson: Lesson): void {
  let highest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  if (loss === 'softmax') {
    for (let at = 0; at < classes.length; at++) if ((scores[at] as number) > highest) highest = scores[at] as number;
    for (let at = 0; at < classes.length; at++) sum += scores[at] = Math.exp((scores[at] as number) - highest);
  }
  lesson.length = 0;
  lesson.squares = 0;
  for (let at = 0; at < classes.length; at++) {
    const score = scores[at] as number;
    const isOwn = classes[at] === own;
    const missing = isOwn ? score - 1 : score + 1;
    const gradient = loss === 'softmax' ? score / sum - (isOwn ? 1 : 0) : isOwn === missing < 0 ? missing : 0;
    if (gradient < NOTHING && gradient > -NOTHING) continue;
    lesson.classes[lesson.length] = classes[at] as number;
    lesson.gradient[lesson.length] = gradient;
    lesson.length += 1;
    lesson.squares += gradient * gradient;
  }
}

function learn(model: LinearModel, vector: Vector, lesson: Lesson, stepSize: number): void {
  const { weights, gradients, bias, capacity, hashed } = model;
  const { classes, gradient, length, squares } = lesson;
  for (let index = 0; index < vector.rows.length; index++) {
    const row = vector.rows[index] as number;
    const value = vector.values[index] as number;
    const sum = (gradients[row] as number) + squares * value * value;
    gradients[row] = sum;
    const size = (stepSize * value) / Math.sqrt(sum);
    const base = hashed ? rowHash(row) : row * capacity;
    for (let at = 0; at < length; at++) {
      const label = classes[at] as number;
      const place = hashed ? (base + classHash(label)) & MASK : base + label;
      weights[place] = (weights[place] as number) - size * (gradient[at] as number);
    }
  }
  for (let at = 0; at < length; at++) {
    const label = classes[at] as number;
    bias[label] = (bias[label] as number) - stepSize * BIAS_STEP * (gradient[at] as number);
  }
}

/**
 * Trains the model in place by stochastic gradient descent, in an order that depends on the number of examples only:
 * the same examples give the same model, bit by bit.
 */
export function train(model: LinearModel, examples: readonly Example[], loss: Loss): void {
  const classes = examples.reduce((most, { rivals }) => Math.max(most, rivals.length), 0);
  const scores = new Float32Array(classes);
  const lesson = { classes: new Int32Array(classes), gradient: new Float32Array(classes), length: 0, squares: 0 };
  const random = seededRandom(examples.length);
  const order = examples.map((_, index) => index);
  const epochs = model.hashed ? EPOCHS_HASHED : EPOCHS;
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    const stepSize = STEP[loss] * (1 - (0.9 * epoch) / epochs);
    for (const index of order) {
      const { vector, label, rivals } = examples[index] as Example;
      scoreClasses(model, vector, rivals, scores);
      readGradient(loss, scores, rivals, label, lesson);
      if (lesson.squares > LEARNT) learn(model, vector, lesson, stepSize);
    }
  }
}

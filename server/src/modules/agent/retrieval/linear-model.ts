import { strongest, type Vector } from './feature-space.ts';
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

/** Pairs that are held one by one, 4 bytes each while they are trained. */
const MAX_EXACT = 24_000_000;
const HASHED_SIZE = 1 << 22;
/** All weights of a row are within so many places of the table: near each other in memory, which is most of the speed. */
const BLOCK_BITS = 8;
const BLOCKS = HASHED_SIZE - (1 << BLOCK_BITS);
/** Of a text only the rows that tell most are learnt and scored in a hashed table. */
export const MOST_HASHED_ROWS = 64;

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

/** Where the weight of a row and a class stands in the hashed table. */
export function hashedPlace(row: number, label: number): number {
  const block = Math.imul(row + 1, 0x9e3779b1) & BLOCKS;
  const within = Math.imul(Math.imul(label + 1, 0x85ebca6b) ^ (row + 1), 0xc2b2ae35) >>> (32 - BLOCK_BITS);
  return block | within;
}

/** Whether pairs must be hashed. */
export const isTooBig = (rows: number, capacity: number): boolean => rows * capacity > MAX_EXACT;

/** The scores of `classes` for a vector, into `scores` (same order). */
function scoreClasses(model: LinearModel, vector: Vector, classes: Int32Array, scores: Float32Array): void {
  const { weights, bias, capacity, hashed } = model;
  const length = classes.length;
  for (let at = 0; at < length; at++) scores[at] = bias[classes[at] as number] as number;
  for (let index = 0; index < vector.rows.length; index++) {
    const row = vector.rows[index] as number;
    const value = vector.values[index] as number;
    const base = row * capacity;
    for (let at = 0; at < length; at++) {
      const label = classes[at] as number;
      scores[at] =
        (scores[at] as number) + value * (weights[hashed ? hashedPlace(row, label) : base + label] as number);
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
    const base = row * capacity;
    for (let at = 0; at < length; at++) {
      const label = classes[at] as number;
      const place = hashed ? hashedPlace(row, label) : base + label;
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
  const vectors = examples.map(({ vector }) => (model.hashed ? strongest(vector, MOST_HASHED_ROWS) : vector));
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    const stepSize = STEP[loss] * (1 - (0.9 * epoch) / epochs);
    for (const index of order) {
      const { label, rivals } = examples[index] as Example;
      const vector = vectors[index] as Vector;
      scoreClasses(model, vector, rivals, scores);
      readGradient(loss, scores, rivals, label, lesson);
      if (lesson.squares > LEARNT) learn(model, vector, lesson, stepSize);
    }
  }
}

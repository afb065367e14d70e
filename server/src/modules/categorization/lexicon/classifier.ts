/**
 * The statistical fallback: a linear model over hashed character n-grams and words of a merchant's name, trained by
 * `scripts/train-classifier.ts` and stored with 8 bits per weight. It decides only where no other evidence does.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { TokenBuffer } from '../text/tokens.ts';

export const BUCKETS = 1 << 14;
const MAX_FEATURES = 400;

/** Header of the stored model: class names and the scale of the weights, then `BUCKETS × classes` signed bytes. */
export interface ClassifierHeader {
  classes: string[];
  scale: number;
  bias: number[];
}

export interface Classifier {
  classes: readonly string[];
  /** The most likely class and its probability; null when the name has no usable word. */
  predict(buffer: TokenBuffer, from: number): { category: string; probability: number } | null;
}

/** Fills `target` with the buckets of a name's features: each word, and its n-grams of 3 to 5 symbols with edges. */
export const featuresOf = (buffer: TokenBuffer, from: number, target: Uint16Array): number => {
  let count = 0;
  for (let token = from; token < buffer.count && token < from + 6; token++) {
    const start = buffer.starts[token] as number;
    const end = buffer.ends[token] as number;
    if ((buffer.digits[token] as number) > 0 || end - start < 2) continue;
    target[count++] = ((buffer.hash1[token] as number) >>> 3) & (BUCKETS - 1);
    for (let size = 3; size <= 5; size++) {
      for (let at = start - 1; at + size <= end + 1 && count < MAX_FEATURES; at++) {
        let hash = size * 0x9e3779b1;
        for (let offset = 0; offset < size; offset++)
          hash = Math.imul(hash ^ (buffer.symbols[at + offset] as number), 0x01000193);
        target[count++] = ((hash >>> 13) ^ hash) & (BUCKETS - 1);
      }
    }
  }
  return count;
};

const noClassifier: Classifier = { classes: [], predict: () => null };

/** Reads the stored model; without one (while it is being trained) nothing is predicted. */
export const loadClassifier = (): Classifier => {
  const file = new URL('./classifier.gen.bin', import.meta.url);
  if (!existsSync(file)) return noClassifier;
  const bytes = readFileSync(file);
  const headerLength = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + headerLength)) as ClassifierHeader;
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + headerLength, BUCKETS * header.classes.length);
  return createClassifier(header, weights);
};

export const createClassifier = ({ classes, scale, bias }: ClassifierHeader, weights: Int8Array): Classifier => {
  const features = new Uint16Array(MAX_FEATURES);
  const scores = new Float64Array(classes.length);
  const predict: Classifier['predict'] = (buffer, from) => {
    const count = featuresOf(buffer, from, features);
    if (count === 0) return null;
    scores.fill(0);
    for (let index = 0; index < count; index++) {
      const row = (features[index] as number) * classes.length;
      for (let item = 0; item < classes.length; item++)
        scores[item] = (scores[item] as number) + (weights[row + item] as number);
    }
    let best = 0;
    const factor = scale / Math.sqrt(count);
    for (let item = 0; item < classes.length; item++) {
      scores[item] = (scores[item] as number) * factor + (bias[item] as number);
      if ((scores[item] as number) > (scores[best] as number)) best = item;
    }
    let sum = 0;
    for (let item = 0; item < classes.length; item++)
      sum += Math.exp((scores[item] as number) - (scores[best] as number));
    return { category: classes[best] as string, probability: 1 / sum };
  };
  return { classes, predict };
};

/**
 * Trains the statistical fallback of categorization: a linear softmax model over hashed character n-grams of merchant
 * names, from the compiled merchants and the descriptor words. No labelled fixture is used.
 * Deterministic. Run `node scripts/train-classifier.ts` after changing any of them; it writes `classifier.gen.bin`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { descriptorRules } from '../server/src/modules/categorization/evidence/descriptors.ts';
import {
  BUCKETS,
  type ClassifierHeader,
  createClassifier,
  featuresOf,
} from '../server/src/modules/categorization/lexicon/classifier.ts';
import { createTokenBuffer, readTokens } from '../server/src/modules/categorization/text/tokens.ts';

const lexicon = new URL('../server/src/modules/categorization/lexicon/', import.meta.url);
const EPOCHS = 8;
const RATE = 0.5;
const L2 = 1e-6;
const MIN_SAMPLES = 12;

interface Sample {
  name: string;
  category: string;
}

const merchantSamples = (): Sample[] =>
  readFileSync(new URL('merchants.gen.txt', lexicon), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [category = '', , , , spellings] = line.split('\t');
      return spellings
        ? spellings
            .split('|')
            .slice(0, 2)
            .map((name) => ({ name: name.replace('!', ''), category }))
        : [];
    });

const descriptorSamples = (): Sample[] =>
  descriptorRules.rows.flatMap(([, , category, , patterns]) =>
    patterns.split(/,\s*/).flatMap((pattern) => [1, 2, 3].map(() => ({ name: pattern.replaceAll('*', ''), category }))),
  );

/** A linear congruential generator: training must give the same file everywhere. */
const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
};

const shuffle = (items: number[], random: () => number): void => {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [items[index], items[other]] = [items[other] as number, items[index] as number];
  }
};

const readFeatures = (names: readonly Sample[]): Uint16Array[] => {
  const buffer = createTokenBuffer();
  const scratch = new Uint16Array(400);
  return names.map(({ name }) => {
    readTokens(buffer, name);
    return scratch.slice(0, featuresOf(buffer, 0, scratch));
  });
};

const step = (
  weights: Float32Array,
  bias: Float64Array,
  features: Uint16Array,
  target: number,
  rate: number,
  scores: Float64Array,
): void => {
  const classes = bias.length;
  const scale = 1 / Math.sqrt(features.length);
  scores.set(bias);
  for (const feature of features)
    for (let item = 0; item < classes; item++)
      scores[item] = (scores[item] as number) + (weights[feature * classes + item] as number) * scale;
  const top = Math.max(...scores);
  let sum = 0;
  for (let item = 0; item < classes; item++) sum += scores[item] = Math.exp((scores[item] as number) - top);
  for (let item = 0; item < classes; item++) {
    const gradient = (scores[item] as number) / sum - (item === target ? 1 : 0);
    bias[item] = (bias[item] as number) - rate * 0.05 * gradient;
    scores[item] = gradient * rate * scale;
  }
  for (const feature of features) {
    const row = feature * classes;
    for (let item = 0; item < classes; item++) {
      const weight = weights[row + item] as number;
      weights[row + item] = weight - (scores[item] as number) - L2 * weight;
    }
  }
};

const train = (samples: readonly Sample[]): { header: ClassifierHeader; weights: Int8Array } => {
  const counts = new Map<string, number>();
  for (const { category } of samples) counts.set(category, (counts.get(category) ?? 0) + 1);
  const classes = [...counts]
    .filter(([, count]) => count >= MIN_SAMPLES)
    .map(([name]) => name)
    .sort();
  const classOf = new Map(classes.map((name, index) => [name, index]));
  const usable = samples.filter(({ category }) => classOf.has(category));
  const features = readFeatures(usable);
  const weights = new Float32Array(BUCKETS * classes.length);
  const bias = new Float64Array(classes.length);
  const scores = new Float64Array(classes.length);
  const random = createRandom(7);
  const order = usable.map((_, index) => index).filter((index) => (features[index] as Uint16Array).length > 0);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order)
      step(
        weights,
        bias,
        features[index] as Uint16Array,
        classOf.get((usable[index] as Sample).category) as number,
        RATE / (1 + epoch),
        scores,
      );
  }
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const clip = largest * 0.6;
  const quantised = Int8Array.from(weights, (weight) =>
    Math.round((Math.max(-clip, Math.min(clip, weight)) / clip) * 127),
  );
  return {
    header: { classes, scale: clip / 127, bias: [...bias].map((value) => Math.round(value * 1000) / 1000) },
    weights: quantised,
  };
};

/** Every tenth name is kept out of a first training to say how good the model is on names it has not seen. */
const measure = (samples: readonly Sample[]): number => {
  const { header, weights } = train(samples.filter((_, index) => index % 10 !== 0));
  const classifier = createClassifier(header, weights);
  const buffer = createTokenBuffer();
  const held = samples.filter((_, index) => index % 10 === 0);
  const right = held.filter(({ name, category }) => {
    readTokens(buffer, name);
    return classifier.predict(buffer, 0)?.category === category;
  });
  return right.length / held.length;
};

const names = merchantSamples();
const accuracy = measure(names);
const { header, weights } = train([...names, ...descriptorSamples()]);
const head = Buffer.from(JSON.stringify(header));
const size = Buffer.alloc(4);
size.writeUInt32LE(head.length);
writeFileSync(new URL('classifier.gen.bin', lexicon), Buffer.concat([size, head, Buffer.from(weights.buffer)]));
process.stdout.write(
  `${JSON.stringify({ names: names.length, classes: header.classes.length, heldOutAccuracy: Math.round(accuracy * 1000) / 1000, bytes: 4 + head.length + weights.length })}\n`,
);

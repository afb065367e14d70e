/**
 * `node scripts/fit-confidence.ts`: fits the weights of `confidence-weights.ts` on the training parts of the folder in
 * KONTOR_EVAL_DATA and prints the file. Of each data set a quarter of the intents is taken away in turn: their
 * questions are plausible and have no article. Done with none to 100 questions per article.
 */
import { buildIndex } from '../server/src/modules/agent/retrieval/build-index.ts';
import { signalsOf } from '../server/src/modules/agent/retrieval/confidence.ts';
import { rank } from '../server/src/modules/agent/retrieval/rank.ts';
import { articlesOf, bucketOf, type Labelled, readBankingOutside, readClinc, someOfEach } from './eval/answers-data.ts';

const folder = process.env.KONTOR_EVAL_DATA;
if (!folder) throw new Error('Set KONTOR_EVAL_DATA to the folder with banking77-oos and clinc150.');

const PARTS = 4;
const PER_ARTICLE = [0, 1, 4, 10, 30, 100];
/** Of CLINC150, whose intents are so many. */
const CLINC_AT_MOST = 30;
const QUESTIONS = 500;
const ROUNDS = 800;
const STEP = 0.5;
const RIDGE = 1e-4;

interface Observation {
  signals: number[];
  right: boolean;
}

function observe(labelled: readonly Labelled[], part: number, perArticle: number): Observation[] {
  const intents = [...new Set(labelled.map(({ intent }) => intent))].sort();
  const away = new Set(intents.filter((_, index) => index % PARTS === part));
  const known = labelled.filter(({ intent }) => !away.has(intent));
  const training = someOfEach(
    known.filter(({ text }) => bucketOf(text, 5) !== 0),
    Math.max(1, perArticle),
  );
  const articles = articlesOf(training).map((article) => (perArticle === 0 ? { ...article, questions: [] } : article));
  const index = buildIndex(articles);
  const inside = known.filter(({ text }) => bucketOf(text, 5) === 0).slice(0, QUESTIONS);
  const outside = labelled.filter(({ intent }) => away.has(intent)).filter((_, at) => at % PARTS === 0);
  return [...inside, ...outside.slice(0, QUESTIONS)].map(({ text, intent }) => {
    const ranking = rank(index, text);
    const first = ranking.candidates[0];
    return {
      signals: signalsOf(ranking, index.questionsPerArticle),
      right: !!first && index.articles[first.article]?.id === intent,
    };
  });
}

function fit(observations: readonly Observation[]): number[] {
  const size = observations[0]?.signals.length ?? 0;
  let weights = Array.from({ length: size }, () => 0);
  const squares = Array.from({ length: size }, () => 1e-8);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => RIDGE * weight);
    for (const { signals, right } of observations) {
      let sum = 0;
      for (let at = 0; at < size; at++) sum += (weights[at] as number) * (signals[at] as number);
      const miss = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      for (let at = 0; at < size; at++) {
        gradient[at] = (gradient[at] as number) + (miss * (signals[at] as number)) / observations.length;
      }
    }
    weights = weights.map((weight, at) => {
      squares[at] = (squares[at] as number) + (gradient[at] as number) ** 2;
      return weight - (STEP * (gradient[at] as number)) / Math.sqrt(squares[at] ?? 1);
    });
  }
  return weights;
}

const clinc = readClinc(folder).train ?? [];
const banking = readBankingOutside(folder, 'train') ?? [];
const observations: Observation[] = [];
for (const perArticle of PER_ARTICLE) {
  for (let part = 0; part < PARTS; part++) observations.push(...observe(banking, part, perArticle));
  if (perArticle <= CLINC_AT_MOST) observations.push(...observe(clinc, perArticle % PARTS, perArticle));
}
const weights = fit(observations).map((weight) => Math.round(weight * 100) / 100);
process.stdout.write(`/** Printed by \`scripts/fit-confidence.ts\`. */
export const SIGNAL_WEIGHTS: readonly number[] = [
${weights.map((weight) => `  ${weight},`).join('\n')}
];
`);

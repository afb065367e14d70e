/**
 * Claim: one answer over 10,000 example questions takes 20 ms in the engine (95th percentile); the index of 10,000
 * articles is built in 20 s and takes 300 MB; knowledge that was published is in the index within 2 s. Prints one JSON
 * line. `node --expose-gc bench/answers.ts [articles] [questions]`: made-up texts that share their words as real ones do.
 */
import { answerQuestion } from '../server/src/modules/agent/retrieval/answer-question.ts';
import { buildIndex } from '../server/src/modules/agent/retrieval/build-index.ts';
import type { Article } from '../server/src/modules/agent/retrieval/retrieval.types.ts';
import { seededRandom } from '../server/src/modules/agent/retrieval/seeded-random.ts';
import { updateIndex } from '../server/src/modules/agent/retrieval/update-index.ts';
import { readHelpCentre } from '../server/src/modules/demo/help-centre.ts';
import { report } from './harness/report.ts';
import { median, percentile, round } from './harness/statistics.ts';

const manyArticles = Number(process.argv[2] ?? 10_000);
const manyQuestions = Number(process.argv[3] ?? 10_000);
const ASKED = 400;
const MIB = 2 ** 20;
const random = seededRandom(1);

const collect = (globalThis as { gc?: () => void }).gc;
const helpCentre = readHelpCentre();
const words = [...new Set(helpCentre.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []))];
const names = Array.from({ length: 4_000 }, () =>
  Array.from({ length: 3 }, () => pick(['ra', 'lo', 'mi', 'ten', 'ka', 'sur', 'bel', 'dor', 'na', 'vi'])).join(''),
);

function pick<T>(values: readonly T[]): T {
  return values[Math.floor(random.next() * values.length)] as T;
}

/** An article like one of the help centre's, about a product of its own, with some words exchanged. */
function makeArticle(position: number, questions: number): Article {
  const model = helpCentre[position % helpCentre.length] as (typeof helpCentre)[number];
  const vary = (text: string, share: number): string =>
    text.replace(/\p{L}{4,}/gu, (word) => (random.next() < share ? pick(words) : word));
  const name = `${pick(names)} ${pick(names)}`;
  return {
    id: `article-${position}`,
    title: `${vary(model.title, 0.3)} ${name}`,
    questions: Array.from(
      { length: questions },
      () => `${vary(pick(model.questions), 0.35)} ${random.next() < 0.5 ? name : ''}`,
    ),
    keywords: model.keywords,
    text: `${name}: ${vary(model.text, 0.3)}`,
    language: model.language,
  };
}

/** Milliseconds of processor time. */
function cpuOf<T>(work: () => T): { result: T; cpuMs: number; wallMs: number } {
  const from = process.cpuUsage();
  const startedAt = performance.now();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  return { result, cpuMs: (user + system) / 1_000, wallMs: performance.now() - startedAt };
}

const taught = Array.from({ length: manyQuestions / 50 }, (_, position) => makeArticle(position, 50));
const taughtIndex = buildIndex(taught);
const asked = Array.from({ length: ASKED }, () => pick(pick(taught).questions));
for (const message of asked.slice(0, 100)) answerQuestion(taughtIndex, { message });
const single = asked.map((message) => cpuOf(() => answerQuestion(taughtIndex, { message })).cpuMs);

const many = Array.from({ length: manyArticles }, (_, position) => makeArticle(position, 1));
collect?.();
const before = process.memoryUsage();
const built = cpuOf(() => buildIndex(many));
collect?.();
const after = process.memoryUsage();
const overMany = asked.map((message) => cpuOf(() => answerQuestion(built.result, { message })).cpuMs);
const updated = cpuOf(() => updateIndex(built.result, [...many.slice(1), makeArticle(manyArticles, 3)]));

const held = (usage: NodeJS.MemoryUsage): number => usage.heapUsed + usage.external;
report('answers', {
  exampleQuestions: manyQuestions,
  answerP95Ms: { value: round(percentile(single, 0.95)), atMost: 20 },
  answerMedianMs: round(median(single)),
  articles: manyArticles,
  buildCpuMs: { value: Math.round(built.cpuMs), atMost: 20_000 },
  buildWallMs: Math.round(built.wallMs),
  indexMib: { value: Math.round((held(after) - held(before)) / MIB), atMost: 300 },
  residentGrowthMib: Math.round((after.rss - before.rss) / MIB),
  answerOverManyP95Ms: { value: round(percentile(overMany, 0.95)), atMost: 20 },
  updateCpuMs: { value: Math.round(updated.cpuMs), atMost: 2_000 },
  updateWallMs: Math.round(updated.wallMs),
});

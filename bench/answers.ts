/**
 * Claim: one answer over 10,000 example questions takes 20 ms in the engine and 40 ms over HTTP (95th percentile); the index
 * of 10,000 articles is built in 20 s and takes 300 MB; what is published answers within 2 s. npm `minisearch` over the same
 * articles in the same run. Prints one JSON line. `node --expose-gc bench/answers.ts [articles] [questions]`.
 */
import { readFileSync } from 'node:fs';
import { searchPeer } from '../scripts/eval/minisearch-peer.ts';
import { answerQuestion } from '../server/src/modules/agent/retrieval/answer-question.ts';
import { buildIndex } from '../server/src/modules/agent/retrieval/build-index.ts';
import type { Article } from '../server/src/modules/agent/retrieval/retrieval.types.ts';
import { encodeIndex } from '../server/src/modules/agent/retrieval/store-index.ts';
import { updateIndex } from '../server/src/modules/agent/retrieval/update-index.ts';
import { createAgentClient } from './harness/agent-client.ts';
import { createArticleMaker } from './harness/made-articles.ts';
import { report } from './harness/report.ts';
import { median, percentile, round } from './harness/statistics.ts';
import { withKontor } from './harness/with-kontor.ts';

const manyArticles = Number(process.argv[2] ?? 10_000);
const manyQuestions = Number(process.argv[3] ?? 10_000);
const QUESTIONS_EACH = 50;
const ASKED = 400;
const WARM_UP = 100;
const MIB = 2 ** 20;
const { make, pick } = createArticleMaker();
const collect = (globalThis as { gc?: () => void }).gc;
const held = ({ heapUsed, external }: NodeJS.MemoryUsage): number => heapUsed + external;
const toMib = (bytes: number): number => Math.round(bytes / MIB);
const peakMib = (): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1_024;

/** Milliseconds of processor time: what else runs on the machine counts little. */
function cpuOf<T>(work: () => T): { result: T; cpuMs: number; wallMs: number } {
  const from = process.cpuUsage();
  const startedAt = performance.now();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  return { result, cpuMs: (user + system) / 1_000, wallMs: performance.now() - startedAt };
}

const timesOf = (questions: readonly string[], answer: (question: string) => unknown): number[] => {
  for (const question of questions.slice(0, WARM_UP)) answer(question);
  return questions.map((question) => cpuOf(() => answer(question)).cpuMs);
};

function measureMany() {
  const many = Array.from({ length: manyArticles }, (_, position) => make(position, 1));
  collect?.();
  const before = { ...process.memoryUsage(), peak: peakMib() };
  const built = cpuOf(() => buildIndex(many));
  const peakGrowth = peakMib() - before.peak;
  collect?.();
  const indexBytes = held(process.memoryUsage()) - held(before);
  const stored = encodeIndex(built.result);
  const asked = Array.from({ length: ASKED }, () => pick(many).questions[0] as string);
  const answers = timesOf(asked, (message) => answerQuestion(built.result, { message }));
  const updated = cpuOf(() => updateIndex(built.result, [...many.slice(1), make(manyArticles, 3)]));
  const peer = cpuOf(() => searchPeer(many));
  return {
    articles: manyArticles,
    buildCpuMs: { value: Math.round(built.cpuMs), atMost: 20_000 },
    buildWallMs: Math.round(built.wallMs),
    indexMib: { value: toMib(indexBytes), atMost: 300 },
    peakGrowthMib: Math.round(peakGrowth),
    storedMib: toMib(stored.length),
    answerOverManyP95Ms: { value: round(percentile(answers, 0.95)), atMost: 20 },
    updateCpuMs: { value: Math.round(updated.cpuMs), atMost: 2_000 },
    minisearchBuildCpuMs: Math.round(peer.cpuMs),
    minisearchOverManyP95Ms: round(percentile(timesOf(asked, peer.result), 0.95)),
  };
}

function measureTaught(taught: readonly Article[], asked: readonly string[]) {
  const index = buildIndex(taught);
  const answers = timesOf(asked, (message) => answerQuestion(index, { message }));
  const peer = timesOf(asked, searchPeer(taught));
  return {
    exampleQuestions: taught.length * QUESTIONS_EACH,
    answerP95Ms: { value: round(percentile(answers, 0.95)), atMost: 20 },
    answerMedianMs: round(median(answers)),
    minisearchP95Ms: round(percentile(peer, 0.95)),
    minisearchMedianMs: round(median(peer)),
  };
}

/** One customer after the other, each in a conversation of their own. */
async function measureHttp(taught: readonly Article[], asked: readonly string[]) {
  return withKontor(async (kontor) => {
    const client = await createAgentClient(kontor);
    const bot = await client.createBot(taught);
    const times: number[] = [];
    for (const question of [...asked.slice(0, WARM_UP), ...asked]) {
      const startedAt = performance.now();
      await client.ask(bot.botId, question);
      times.push(performance.now() - startedAt);
    }
    const published: number[] = [];
    for (const word of ['zeppelin', 'xylophon', 'quetzal', 'jukebox', 'yachting']) {
      published.push(await client.publishAndAwait(bot, word));
    }
    const overHttp = times.slice(WARM_UP);
    return {
      httpP95Ms: { value: round(percentile(overHttp, 0.95)), atMost: 40 },
      httpMedianMs: round(median(overHttp)),
      publishedAnswersMs: {
        value: Math.round(median(published)),
        atMost: 2_000,
        worst: Math.round(Math.max(...published)),
      },
    };
  });
}

const many = measureMany();
const taught = Array.from({ length: manyQuestions / QUESTIONS_EACH }, (_, at) => make(at, QUESTIONS_EACH));
const asked = Array.from({ length: ASKED }, () => pick(pick(taught).questions));
report('answers', { ...measureTaught(taught, asked), ...(await measureHttp(taught, asked)), ...many });

/**
 * `npm run eval:answers`: how right the answer engine is, on the data of the folder in KONTOR_EVAL_DATA (skipped where it
 * is absent) and on the demo's help centre, with npm `minisearch` on the same data. Test splits are used when they are
 * there, development splits otherwise; `--misses` prints the help centre's misses.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildIndex } from '../server/src/modules/agent/retrieval/build-index.ts';
import { type Caution, decide } from '../server/src/modules/agent/retrieval/decide.ts';
import { rank } from '../server/src/modules/agent/retrieval/rank.ts';
import type { Article, RetrievalIndex } from '../server/src/modules/agent/retrieval/retrieval.types.ts';
import { readHelpCentre } from '../server/src/modules/demo/help-centre.ts';
import {
  ANSWERED_BY_DEMO,
  articlesOf,
  bucketOf,
  type Labelled,
  readBanking,
  readBankingOutside,
  readClinc,
  someOfEach,
} from './eval/answers-data.ts';
import { searchPeer } from './eval/minisearch-peer.ts';
import { mistype } from './eval/mistype.ts';
import { print, printTable } from './eval/table.ts';

const folder = process.env.KONTOR_EVAL_DATA;
/**
 * Written before the engine had answered any of them, the second set when the first had been looked at, the third and fourth
 * (one set, divided by chance) after that. What is answered to those held out nobody has seen, so that `--misses` leaves
 * them out: nothing may be tuned to them.
 */
const HELD_OUT = 'help-centre-questions-held-out.txt';
const QUESTION_FILES = [
  'help-centre-questions.txt',
  'help-centre-questions-fresh.txt',
  'help-centre-questions-blind.txt',
  HELD_OUT,
];
const NOBODY = 'none';
const FIFTHS = 5;
const ROUNDS = 8;

const percent = (part: number, whole: number): string => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`);
const share = <T>(rows: readonly T[], test: (row: T) => boolean): string =>
  percent(rows.filter(test).length, rows.length);

type Ranker = (question: string) => (string | undefined)[];

const engine =
  (index: RetrievalIndex): Ranker =>
  (question) =>
    rank(index, question).candidates.map(({ article }) => index.articles[article]?.id);

/** Rows "name | top 1 | top 3 | minisearch top 1 | top 3". */
function accuracyRow(
  name: string,
  articles: readonly Article[],
  asked: readonly Labelled[],
  index = buildIndex(articles),
) {
  const columns = [engine(index), searchPeer(articles)].flatMap((ranker) => {
    const found = asked.map(({ text, intent }) => ranker(text).slice(0, 3).indexOf(intent));
    return [share(found, (place) => place === 0), share(found, (place) => place >= 0)];
  });
  return [name, articles.length, asked.length, ...columns];
}

const ACCURACY = ['set', 'articles', 'questions', 'first', 'in three', 'minisearch first', 'in three'];

/** Row "name | caution | answered of inside | right of these | first and answered | outside not answered …". */
function refusalRow(
  name: string,
  index: RetrievalIndex,
  caution: Caution,
  inside: readonly Labelled[],
  ...outside: (readonly Labelled[])[]
) {
  const decideFor = ({ text }: Labelled) => decide(index, rank(index, text), caution);
  const given = inside.flatMap((row) => {
    const decision = decideFor(row);
    return decision.kind === 'answer' ? [index.articles[decision.article]?.id === row.intent] : [];
  });
  return [
    name,
    caution,
    percent(given.length, inside.length),
    share(given, Boolean),
    percent(given.filter(Boolean).length, inside.length),
    ...outside.map((rows) => share(rows, (row) => decideFor(row).kind !== 'answer')),
  ];
}

const REFUSAL = [
  'set',
  'caution',
  'coverage',
  'precision',
  'answered right',
  'near misses refused',
  'far ones refused',
];

function evaluateBanking(data: string): void {
  const train = readBanking(data, 'train');
  if (!train) return print('Banking77 is not in the folder: skipped.');
  const test = readBanking(data, 'test');
  const kept = train.filter(({ text }) => bucketOf(text, FIFTHS) !== 0);
  const heldBack = train.filter(({ text }) => bucketOf(text, FIFTHS) === 0);
  const rows = [accuracyRow('Banking77, a fifth of train held back', articlesOf(kept), heldBack)];
  if (test) rows.push(accuracyRow('Banking77, test', articlesOf(train), test));
  rows.push(
    accuracyRow(
      `… ten questions per article${test ? '' : ', held back'}`,
      articlesOf(someOfEach(kept, 10)),
      test ?? heldBack,
    ),
  );
  printTable(ACCURACY, rows);
}

function evaluateOutside(data: string): void {
  const rows: (string | number)[][] = [];
  const train = readBankingOutside(data, 'train');
  for (const part of ['valid', 'test']) {
    const inside = readBankingOutside(data, part);
    const near = readBankingOutside(data, `id-oos-${part}`);
    const far = readBankingOutside(data, `ood-oos-${part}`);
    if (!train || !inside || !near || !far) continue;
    rows.push(refusalRow(`Banking77-OOS, ${part}`, buildIndex(articlesOf(train)), 'careful', inside, near, far));
  }
  const clinc = readClinc(data);
  if (clinc.train) {
    const index = buildIndex(articlesOf(clinc.train));
    for (const [name, inside, outside] of [
      ['val', clinc.val, clinc.oos_val],
      ['test', clinc.test, clinc.oos_test],
    ] as const) {
      if (!inside || !outside) continue;
      for (const caution of ['careful', 'bold'] as const) {
        const [set, ...figures] = refusalRow(`CLINC150, ${name}`, index, caution, inside, outside);
        rows.push([set as string, ...figures.slice(0, -1), '', figures.at(-1) as string]);
      }
    }
  }
  printTable(REFUSAL, rows);
}

function readQuestions(file: string): Labelled[] {
  return readFileSync(new URL(`../server/test/fixtures/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([intent = '', text = '']) => ({ intent, text }));
}

function evaluateHelpCentre(file: string): void {
  print(`## The demo's help centre, ${file}`);
  const asked = readQuestions(file);
  const inside = asked.filter(({ intent }) => intent !== NOBODY);
  const outside = asked.filter(({ intent }) => intent === NOBODY);
  const taught = readHelpCentre().map(({ key, ...article }): Article => ({ id: key, ...article }));
  const untaught = taught.map((article) => ({ ...article, questions: [] }));
  const sets = [
    ['help centre, no example questions', untaught, buildIndex(untaught)],
    ['help centre, with them', taught, buildIndex(taught)],
  ] as const;
  printTable(
    ACCURACY,
    sets.map(([name, articles, index]) => accuracyRow(name, articles, inside, index)),
  );
  printTable(
    REFUSAL,
    sets.map(([name, , index]) => [...refusalRow(name, index, 'careful', inside, outside), '']),
  );
  if (process.argv.includes('--misses') && file !== HELD_OUT) printMisses(sets[0][2], inside);
  print(`Same input, same output: ${sameOf(taught, asked)} of ${ROUNDS}.`);
}

/** The same questions, mistyped; with and without mistyped words being put right. */
function evaluateMistyped(): void {
  print("## The demo's help centre, mistyped questions of all files");
  const untaught = readHelpCentre().map(({ key, ...article }): Article => ({ id: key, ...article, questions: [] }));
  const index = buildIndex(untaught);
  const asWritten = { ...index, vocabulary: { words: '', counts: new Uint16Array(0) } };
  const all = QUESTION_FILES.flatMap(readQuestions);
  const rows = [0, 1, 2].flatMap((mistakes) => {
    const asked = all.map(({ intent, text }) => ({ intent, text: mistype(text, mistakes) }));
    const inside = asked.filter(({ intent }) => intent !== NOBODY);
    const outside = asked.filter(({ intent }) => intent === NOBODY);
    const row = (name: string, of: RetrievalIndex) => [
      ...refusalRow(`${mistakes} mistakes, ${name}`, of, 'careful', inside, outside),
      '',
    ];
    return [row('read as written', asWritten), row('put right', index)];
  });
  printTable(REFUSAL, rows);
}

function printMisses(index: RetrievalIndex, inside: readonly Labelled[]): void {
  for (const { text, intent } of inside) {
    const found = engine(index)(text).slice(0, 3);
    if (found[0] !== intent) print(`want ${intent}, got ${found.join(', ')}: ${text}`);
  }
}

/** How many of the rounds, each with an index of its own, give the first one's rankings to the last bit. */
function sameOf(articles: readonly Article[], asked: readonly Labelled[]): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const index = buildIndex(articles);
    return createHash('sha256')
      .update(JSON.stringify(asked.map(({ text }) => rank(index, text))))
      .digest('hex');
  });
  return rounds.filter((round) => round === rounds[0]).length;
}

/** What Banking77's customers asked of matters that the demo's help centre has an English article about (or a German one only). */
function evaluateOthers(data: string): void {
  const asked = (readBanking(data, 'train') ?? []).flatMap(({ text, intent }) => {
    const article = ANSWERED_BY_DEMO[intent];
    return article === undefined ? [] : [{ text, intent: article }];
  });
  const untaught = readHelpCentre().map(({ key, ...article }): Article => ({ id: key, ...article, questions: [] }));
  print("## The demo's help centre, questions of Banking77's customers");
  printTable(ACCURACY, [accuracyRow('help centre, no example questions', untaught, asked)]);
}

for (const file of QUESTION_FILES) evaluateHelpCentre(file);
evaluateMistyped();
if (folder) {
  evaluateOthers(folder);
  evaluateBanking(folder);
  evaluateOutside(folder);
} else print('KONTOR_EVAL_DATA is not set: Banking77 and CLINC150 are skipped.');

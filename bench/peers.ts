/**
 * The labelled histories and random households through Actual Budget (npm @actual-app/api 26.9.0, MIT) and through
 * Kontor, in one run: time, streams found, cadences right, false streams. Prints a table and one JSON line.
 * `node bench/peers.ts [households]`
 */

import { analyzeHistory, asBankSent, runPipeline } from '../server/test/histories/analyze-history.ts';
import { germanDebtor } from '../server/test/histories/german-debtor.ts';
import type { KnownStream, LabelledHistory } from '../server/test/histories/history.types.ts';
import { labelledHistories } from '../server/test/histories/index.ts';
import { randomHousehold } from '../server/test/histories/random-household.ts';
import { report } from './harness/report.ts';
import { median, round } from './harness/statistics.ts';
import { type DetectionScore, scoreDetections } from './peers/detection.ts';
import { installActual } from './peers/install-actual.ts';
import { type PeerRun, runActual } from './peers/run-actual.ts';

const households = Number(process.argv[2] ?? 8);
/** The rhythms that Actual looks for. */
const ITS_RHYTHMS = new Set(['WEEKLY', 'BIWEEKLY', 'SEMI_MONTHLY', 'MONTHLY']);
/** It looks at the end of the data only: streams that were paid within so many days before. */
const ALIVE_DAYS = 45;

async function runKontor(history: LabelledHistory): Promise<PeerRun> {
  const transactions = history.input.transactions.map(asBankSent);
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const { pages } = await runPipeline({ ...history.input, transactions });
  for (const page of pages) if (page === '') throw new Error('A page came back empty.');
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  const { contracts } = await analyzeHistory(history.input);
  const detections = contracts
    .filter(({ status }) => status !== 'early')
    .map(({ name, frequency, transactionIDs }) => ({ name, frequencies: [frequency], transactionIDs }));
  return { detections, wallMs, cpuMs: (user + system) / 1_000 };
}

function isOnItsGround(stream: KnownStream, history: LabelledHistory): boolean {
  const days = new Map(history.input.transactions.map((each) => [each.transactionId, each.bookingDate]));
  const last = Math.max(...stream.transactionIDs.map((id) => Date.parse(days.get(id) ?? '')));
  return ITS_RHYTHMS.has(stream.frequency) && Date.parse(history.input.asOf) - last <= ALIVE_DAYS * 86_400_000;
}

interface Total {
  all: DetectionScore;
  /** Among the streams of rhythms that Actual looks for, which go on at the end. */
  onItsGround: DetectionScore;
  wallMs: number;
  cpuMs: number;
}

const nothing = (): DetectionScore => ({ known: 0, found: 0, rightCadence: 0, false: 0 });

function addScore(sum: DetectionScore, score: DetectionScore): void {
  for (const key of Object.keys(sum) as (keyof DetectionScore)[]) sum[key] += score[key];
}

function addRun(total: Total, run: PeerRun, history: LabelledHistory): void {
  addScore(total.all, scoreDetections(run.detections, history.streams));
  const ground = history.streams.filter((stream) => isOnItsGround(stream, history));
  addScore(total.onItsGround, scoreDetections(run.detections, ground));
  total.wallMs += run.wallMs;
  total.cpuMs += run.cpuMs;
}

const peer = await installActual();
const histories = [
  ...labelledHistories(),
  germanDebtor(),
  ...Array.from({ length: households }, (_, n) => randomHousehold(n + 1)),
];
const total = {
  actual: { all: nothing(), onItsGround: nothing(), wallMs: 0, cpuMs: 0 },
  kontor: { all: nothing(), onItsGround: nothing(), wallMs: 0, cpuMs: 0 },
};
// The first history warms both and is not counted there.
const warmUp = germanDebtor();
const actualRuns = (await runActual(peer, [warmUp, ...histories])).slice(1);
await runKontor(warmUp);
const ratios: number[] = [];
for (const [n, history] of histories.entries()) {
  const ofActual = actualRuns[n] as PeerRun;
  const ofKontor = await runKontor(history);
  addRun(total.actual, ofActual, history);
  addRun(total.kontor, ofKontor, history);
  ratios.push(ofActual.cpuMs / ofKontor.cpuMs);
}

const bookings = histories.reduce((sum, { input }) => sum + input.transactions.length, 0);
const { actual, kontor } = total;
const rows: [string, number, number, (a: number, k: number) => boolean][] = [
  ['CPU, ms in all', Math.round(actual.cpuMs), Math.round(kontor.cpuMs), (a, k) => k < a],
  ['wall clock, ms in all', Math.round(actual.wallMs), Math.round(kontor.wallMs), (a, k) => k < a],
  [`streams found, of ${actual.all.known}`, actual.all.found, kontor.all.found, (a, k) => k > a],
  ['… with the right cadence', actual.all.rightCadence, kontor.all.rightCadence, (a, k) => k > a],
  [
    `of ${actual.onItsGround.known} it looks for: found`,
    actual.onItsGround.found,
    kontor.onItsGround.found,
    (a, k) => k > a,
  ],
  ['… with the right cadence', actual.onItsGround.rightCadence, kontor.onItsGround.rightCadence, (a, k) => k > a],
  ['false streams', actual.all.false, kontor.all.false, (a, k) => k < a],
];
console.log(`${histories.length} histories, ${bookings} bookings; Actual in Node ${peer.nodeVersion}\n`);
console.log(`| | Actual ${peer.version} | Kontor | Kontor wins |\n|---|---|---|---|`);
for (const [name, a, k, wins] of rows) console.log(`| ${name} | ${a} | ${k} | ${wins(a, k) ? 'yes' : 'no'} |`);
console.log();
report('peers: Actual Budget', {
  histories: histories.length,
  bookings,
  rowsWon: { value: rows.filter(([, a, k, wins]) => wins(a, k)).length, atLeast: rows.length },
  cpuRatio: round(median(ratios)),
});

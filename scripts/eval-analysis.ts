/**
 * `npm run eval`, second part: how right the analyses are behind the real categorizer. Streams and monthly figures of
 * histories whose generator knows the truth, and the personas of the folder in KONTOR_EVAL_DATA.
 * `--misses` prints every stream that is lost or false and every figure that is off.
 */
import { type AnalyzedHistory, analyzeHistory } from '../server/test/histories/analyze-history.ts';
import { germanDebtor } from '../server/test/histories/german-debtor.ts';
import { germanLandlady } from '../server/test/histories/german-landlady.ts';
import type { LabelledHistory } from '../server/test/histories/history.types.ts';
import { labelledHistories } from '../server/test/histories/index.ts';
import { randomHousehold } from '../server/test/histories/random-household.ts';
import { scoreStreams } from '../server/test/histories/score-streams.ts';
import { answeredFigures } from './eval/answered-figures.ts';
import type { Figures } from './eval/figures.ts';
import { knownFigures } from './eval/known-figures.ts';
import { reportPersonas } from './eval/personas.ts';
import { percent, print, printTable } from './eval/table.ts';

const HOUSEHOLDS = 40;
/** A cell is right when it lies this close to the truth; where the truth is 0, only 0 is. */
const TOLERANCE = 0.02;

interface Examined {
  history: LabelledHistory;
  analyzed: AnalyzedHistory;
}

interface CellCount {
  all: number;
  allRight: number;
  /** Where the truth or the answer is not 0. */
  telling: number;
  tellingRight: number;
}

const showMisses = process.argv.includes('--misses');

async function examine(histories: readonly LabelledHistory[]): Promise<Examined[]> {
  const examined: Examined[] = [];
  for (const history of histories) examined.push({ history, analyzed: await analyzeHistory(history.input) });
  return examined;
}

function streamRow(title: string, examined: readonly Examined[]): (string | number)[] {
  const sum = { known: 0, found: 0, rightBookings: 0, false: 0 };
  for (const { history, analyzed } of examined) {
    const score = scoreStreams(analyzed.contracts, history.streams);
    const relaxed = scoreStreams(
      analyzed.contracts,
      history.streams.map((stream) => ({ ...stream, frequency: frequencyFound(analyzed, stream) })),
    );
    sum.known += history.streams.length;
    sum.found += score.found.length;
    sum.rightBookings += relaxed.found.length;
    sum.false += score.false.length;
    if (!showMisses) continue;
    for (const miss of score.lost) print(`lost in ${history.name}: ${miss}`);
    for (const miss of score.false) print(`false in ${history.name}: ${miss}`);
  }
  return [
    title,
    sum.known,
    percent(sum.rightBookings, sum.known),
    percent(sum.found, sum.known),
    percent(sum.found, sum.rightBookings),
    sum.false,
    percent(sum.found, sum.found + sum.false),
  ];
}

/** The rhythm of the contract that holds most of a stream's bookings; the stream's own where there is none. */
function frequencyFound({ contracts }: AnalyzedHistory, stream: LabelledHistory['streams'][number]) {
  const members = new Set(stream.transactionIDs);
  const shared = (ids: readonly string[]): number =>
    ids.filter((id) => members.has(id)).length / (ids.length + members.size);
  const best = [...contracts].sort((a, b) => shared(b.transactionIDs) - shared(a.transactionIDs))[0];
  return best && shared(best.transactionIDs) > 0 ? best.frequency : stream.frequency;
}

function countCells(
  known: Figures,
  answered: Figures,
  name: string,
  counts: Map<string, CellCount>,
  isWanted: (figure: string) => boolean,
): void {
  for (const figure of new Set([...known.keys(), ...answered.keys()].filter(isWanted))) {
    const count = counts.get(figure) ?? { all: 0, allRight: 0, telling: 0, tellingRight: 0 };
    counts.set(figure, count);
    const [truths, answers] = [known.get(figure), answered.get(figure)];
    for (const cell of new Set([...(truths?.keys() ?? []), ...(answers?.keys() ?? [])])) {
      const truth = truths?.get(cell) ?? 0;
      const answer = answers?.get(cell) ?? 0;
      // A mean that is no whole number of minor units is rounded.
      const isRight =
        Math.abs(answer - truth) <= Math.max(TOLERANCE * Math.abs(truth), Number.isInteger(truth) ? 0 : 1);
      const isTelling = truth !== 0 || answer !== 0;
      count.all += 1;
      count.allRight += isRight ? 1 : 0;
      count.telling += isTelling ? 1 : 0;
      count.tellingRight += isTelling && isRight ? 1 : 0;
      if (!isRight && showMisses) print(`${name} ${cell} ${figure}: ${answer} instead of ${truth}`);
    }
  }
}

function reportFigures(title: string, examined: readonly Examined[], isWanted = (_figure: string) => true): void {
  const counts = new Map<string, CellCount>();
  for (const { history, analyzed } of examined) {
    countCells(
      knownFigures(history),
      answeredFigures(analyzed, history.input.userType),
      history.name,
      counts,
      isWanted,
    );
  }
  const total: CellCount = { all: 0, allRight: 0, telling: 0, tellingRight: 0 };
  for (const count of counts.values()) {
    for (const key of Object.keys(total) as (keyof CellCount)[]) total[key] += count[key];
  }
  const row = (name: string, { all, allRight, telling, tellingRight }: CellCount) => [
    name,
    all,
    percent(allRight, all),
    telling,
    percent(tellingRight, telling),
  ];
  print(`## Figures within 2 %: ${title}`);
  printTable(
    ['figure', 'cells', 'right', 'cells that are not 0', 'right'],
    [...[...counts].map(([name, count]) => row(name, count)), row('all', total)],
  );
}

const labelled = await examine(labelledHistories());
const rarer = await examine([germanDebtor(), germanLandlady()]);
const households = await examine(Array.from({ length: HOUSEHOLDS }, (_, n) => randomHousehold(n + 1)));
const streams = [
  ...labelled.map((each) => streamRow(each.history.name, [each])),
  streamRow('all labelled histories', labelled),
  ...rarer.map((each) => streamRow(each.history.name, [each])),
  streamRow(`${HOUSEHOLDS} random households`, households),
];
print('## Streams, behind the real categorizer');
printTable(
  ['histories', 'streams', 'recall', 'recall with right cadence', 'cadence right of those found', 'false', 'precision'],
  streams,
);
reportFigures('labelled histories, debtor and landlady', [...labelled, ...rarer]);
// Nobody can know what a shop with an invented name sells; that something was spent there everybody can.
reportFigures(
  `${HOUSEHOLDS} random households, whose payees have invented names`,
  households,
  (figure) => !/^spending|^living|of all these$/.test(figure),
);
await reportPersonas(process.env.KONTOR_EVAL_DATA);

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
import { CELL_HEAD, type CellCounts, cellRows, countCells } from './eval/count-cells.ts';
import { knownFigures } from './eval/known-figures.ts';
import { reportPersonas } from './eval/personas.ts';
import { percent, print, printTable } from './eval/table.ts';

const HOUSEHOLDS = 40;
interface Examined {
  history: LabelledHistory;
  analyzed: AnalyzedHistory;
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

function reportFigures(
  title: string,
  examined: readonly Examined[],
  isWanted: (figure: string) => boolean = () => true,
): void {
  const counts: CellCounts = new Map();
  for (const { history, analyzed } of examined) {
    const say = (miss: string) => {
      if (showMisses) print(`${history.name} ${miss}`);
    };
    countCells(knownFigures(history), answeredFigures(analyzed, history.input.userType), counts, isWanted, say);
  }
  print(`## Figures within 2 %: ${title}`);
  printTable(CELL_HEAD, cellRows(counts));
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

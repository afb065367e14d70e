/** How many cells of known figures were answered right. */
import type { Figures } from './figures.ts';
import { percent } from './table.ts';

/** A cell is right when it lies this close to the truth; where the truth is 0, only 0 is. */
const TOLERANCE = 0.02;

interface CellCount {
  all: number;
  allRight: number;
  /** Where the truth or the answer is not 0. */
  telling: number;
  tellingRight: number;
}

/** By figure. */
export type CellCounts = Map<string, CellCount>;

/** Counts the cells of the figures wanted, and says of each wrong one what it is instead. */
export function countCells(
  known: Figures,
  answered: Figures,
  counts: CellCounts,
  isWanted: (figure: string) => boolean,
  say: (miss: string) => void,
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
      if (!isRight) say(`${cell} ${figure}: ${answer} instead of ${truth}`);
    }
  }
}

export const CELL_HEAD = ['figure', 'cells', 'right', 'cells that are not 0', 'right'];

/** One row per figure, and one for all. */
export function cellRows(counts: CellCounts): (string | number)[][] {
  const total: CellCount = { all: 0, allRight: 0, telling: 0, tellingRight: 0 };
  for (const count of counts.values()) {
    for (const key of Object.keys(total) as (keyof CellCount)[]) total[key] += count[key];
  }
  return [...counts, ['all', total] as const].map(([name, { all, allRight, telling, tellingRight }]) => [
    name,
    all,
    percent(allRight, all),
    telling,
    percent(tellingRight, telling),
  ]);
}

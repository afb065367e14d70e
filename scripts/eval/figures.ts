/** Figures as the evaluation compares them: what is known on one side, what was answered on the other. */

/** Figure → cell (`YYYY-MM`, with the account where there are several, or a name) → minor units, counts, or 1 for yes. */
export type Figures = Map<string, Map<string, number>>;

/** Makes the cell, or adds to it. */
export function add(figures: Figures, figure: string, cell: string, value: number): void {
  const cells = figures.get(figure) ?? new Map<string, number>();
  figures.set(figure, cells);
  cells.set(cell, (cells.get(cell) ?? 0) + value);
}

/** The middle of the values, of an even number the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * Adds `current`, `median` and `average` of every monthly figure named, over all months: the histories consist of whole
 * months.
 */
export function addSummaries(figures: Figures, names: readonly string[]): void {
  for (const name of names) {
    const cells = [...(figures.get(name) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
    if (cells.length === 0) continue;
    add(figures, 'current of all these', name, cells.at(-1) ?? 0);
    add(figures, 'median of all these', name, medianOf(cells));
    add(figures, 'average of all these', name, cells.reduce((sum, value) => sum + value, 0) / cells.length);
  }
}

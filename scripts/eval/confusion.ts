/** How often each class is found, and what it is taken for when it isn't. */
import { percent, print, printTable } from './table.ts';

/** One row: the class that is right, and the one that was answered. */
export interface Answer {
  expected: string;
  actual: string;
}

/** What one class was, or should have been: others by name, most frequent first. */
function listMistaken(answers: readonly Answer[], nameOf: (answer: Answer) => string): string {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(nameOf(answer), (counts.get(nameOf(answer)) ?? 0) + 1);
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ranked.map(([name, count]) => `${name} ${count}`).join(', ') || '–';
}

/**
 * Prints the confusion of every class that occurs, the most frequent first: rows that are of it, how many of them were
 * found (recall), how many of those given to it are right (precision), what its rows were taken for, and what was taken
 * for it. `onlyWrong` leaves out the classes without a mistake and says how many these are.
 */
export function printConfusion(title: string, answers: readonly Answer[], onlyWrong: boolean): void {
  const classes = [...new Set(answers.flatMap(({ expected, actual }) => [expected, actual]))];
  const rows = classes.map((name) => {
    const of = answers.filter(({ expected }) => expected === name);
    const given = answers.filter(({ actual }) => actual === name);
    const lost = of.filter(({ actual }) => actual !== name);
    const wrong = given.filter(({ expected }) => expected !== name);
    const right = of.length - lost.length;
    return {
      size: of.length,
      mistakes: lost.length + wrong.length,
      cells: [
        name,
        of.length,
        percent(right, of.length),
        percent(right, given.length),
        listMistaken(lost, ({ actual }) => actual),
        listMistaken(wrong, ({ expected }) => expected),
      ],
    };
  });
  const shown = rows.filter(({ mistakes }) => !onlyWrong || mistakes > 0).sort((a, b) => b.size - a.size);
  print(`### Confusion: ${title}`);
  printTable(
    ['class', 'rows', 'recall', 'precision', 'taken for', 'taken for it'],
    shown.map(({ cells }) => cells),
  );
  if (onlyWrong) print(`Without a mistake: ${rows.length - shown.length} of ${rows.length} classes.\n`);
}

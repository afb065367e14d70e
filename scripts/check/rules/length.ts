import type { Facts } from '../facts.ts';
import type { Violation } from '../violation.ts';

const MAX_LINES = 400;

/** No file is longer than 400 lines unless the comment at its head says why: "Long because …". */
export function length(facts: readonly Facts[]): Violation[] {
  return facts
    .filter(({ lines, headComment }) => lines > MAX_LINES && !/\bLong because\b/.test(headComment))
    .map(({ path, lines }) => ({
      rule: 'length',
      path,
      line: 1,
      message: `${lines} lines: cut it where it has two subjects, or begin it with a comment "Long because …"`,
    }));
}

/** How long files and functions are, for people: budgets are aims. */
export function describeLengths(facts: readonly Facts[]): string {
  const files = facts.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const functions = facts.flatMap(({ functionLengths }) => functionLengths).toSorted((a, b) => a - b);
  const long = functions.filter((lines) => lines > 50).length;
  return `lines per file: median ${at(files, 0.5)}, p90 ${at(files, 0.9)}, longest ${at(files, 1)}; functions over 50 lines: ${long} of ${functions.length}`;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

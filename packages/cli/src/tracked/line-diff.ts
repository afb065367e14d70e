/** Lines that went (`-`), came (`+`) or stayed (` `), with three lines around each change. */
export function diffLines(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const changes = align(a, b);
  const isNear = changes.map(() => false);
  for (const [at, { mark }] of changes.entries()) {
    if (mark === ' ') continue;
    for (let near = Math.max(0, at - 3); near <= Math.min(changes.length - 1, at + 3); near += 1) isNear[near] = true;
  }
  return changes.flatMap(({ mark, line }, at) => {
    if (isNear[at]) return [`${mark} ${line}`];
    return isNear[at - 1] ? ['  …'] : [];
  });
}

interface LineChange {
  mark: ' ' | '+' | '-';
  line: string;
}

/** By the longest common subsequence; what both begin and end with is taken off before. */
function align(a: readonly string[], b: readonly string[]): LineChange[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const same = (lines: readonly string[]) => lines.map((line): LineChange => ({ mark: ' ', line }));
  const middle = alignMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...same(a.slice(0, start)), ...middle, ...same(a.slice(a.length - end))];
}

function alignMiddle(a: readonly string[], b: readonly string[]): LineChange[] {
  const width = b.length + 1;
  // Of the rest of both from here on; files have some hundred lines.
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      changes.push({ mark: ' ', line: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ mark: '-', line: left });
      i += 1;
    } else {
      changes.push({ mark: '+', line: right ?? '' });
      j += 1;
    }
  }
  return changes;
}

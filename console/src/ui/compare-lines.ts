export interface ComparedLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many pairs of lines the common ones are not looked for: all of the old, then all of the new. */
const MOST_PAIRS = 4_000_000;

/** Which lines stayed, went and came: the longest common sequence, what was removed before what took its place. */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const line = (kind: ComparedLine['kind']) => (text: string) => ({ kind, text });
  if (before.length * after.length > MOST_PAIRS) return [...before.map(line('removed')), ...after.map(line('added'))];
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const [down = 0, right = 0] = [common[(i + 1) * width + j], common[i * width + j + 1]];
      const both = (common[(i + 1) * width + j + 1] ?? 0) + 1;
      common[i * width + j] = before[i] === after[j] ? both : Math.max(down, right);
    }
  }
  const lines: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [old = '', now = ''] = [before[i], after[j]];
    if (old === now) {
      lines.push(line('same')(old));
      i += 1;
      j += 1;
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      lines.push(line('removed')(old));
      i += 1;
    } else {
      lines.push(line('added')(now));
      j += 1;
    }
  }
  return [...lines, ...before.slice(i).map(line('removed')), ...after.slice(j).map(line('added'))];
}

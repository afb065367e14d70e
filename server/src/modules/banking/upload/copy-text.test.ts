import { expect, test } from 'vitest';
import { CopyRows, escapeCopyText } from './copy-text.ts';

test.each([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\\', '\\\\'],
  ['\\N', '\\\\N'],
  ['a\tb\tc', 'a\\tb\\tc'],
  ['\b\f\v\u0001\u007f\u0085\u2028', '\b\f\v\u0001\u007f\u0085\u2028'],
  ['Müller 🙂', 'Müller 🙂'],
  ['', ''],
])('%j is written as %j', (text, column) => {
  expect(escapeCopyText(text)).toBe(column);
});

test('rows come back whole, in pieces that hold whole rows, once', () => {
  const rows = new CopyRows();
  const other = new CopyRows();
  const row = (n: number): string => `${n}\t${'ä'.repeat(n % 300)}\n`;
  for (let n = 0; n < 1000; n++) rows.add(row(n));
  other.append(rows.take());
  other.add(row(1000));
  const pieces = other.take().map((piece) => piece.toString('utf8'));
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.every((piece) => piece.endsWith('\n'))).toBe(true);
  expect(pieces.join('')).toBe(Array.from({ length: 1001 }, (_, n) => row(n)).join(''));
  expect(rows.take()).toEqual([]);
});

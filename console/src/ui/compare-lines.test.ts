import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines } from './compare-lines.ts';

const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 12 });

test('what stayed and what went is the old text, what stayed and what came the new one, and no line goes to come again at once', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const lines = compareLines(before, after);
      const without = (kind: string) => lines.filter((line) => line.kind !== kind).map(({ text }) => text);
      expect(without('added')).toEqual(before);
      expect(without('removed')).toEqual(after);
      for (const [n, line] of lines.entries()) {
        const next = lines[n + 1];
        if (line.kind === 'removed' && next?.kind === 'added') expect(next.text).not.toBe(line.text);
      }
    }),
  );
});

test('texts too long to look for what they have in common are told as a whole', () => {
  const [before, after] = [Array.from({ length: 2_500 }, (_, n) => `a${n}`), Array.from({ length: 2_500 }, () => 'b')];
  expect(compareLines(before, after).map(({ kind }) => kind)).toEqual([
    ...before.map(() => 'removed'),
    ...after.map(() => 'added'),
  ]);
});

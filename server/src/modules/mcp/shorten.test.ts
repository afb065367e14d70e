import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, selectPart, shorten } from './shorten.ts';

test('what fits stays as it is, nothing is left out unsaid, and the rest is not much longer than it may be', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 60, max: 400 }), (value, budget) => {
      const { value: shown, cuts } = shorten(value, budget);
      if (lengthOf(value) <= budget || cuts.length === 0) expect(shown).toEqual(value);
      // Names and single numbers are never cut.
      expect(lengthOf(shown)).toBeLessThan(budget * 3);
    }),
  );
});

test.each([
  ['a text', 'x"'.repeat(3_000)],
  ['a list', Array.from({ length: 500 }, (_, id) => ({ id, text: 'entry' }))],
  ['an object', Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`field-${index}`, index]))],
])('%s comes in parts that together are the whole', (_, whole) => {
  const parts: unknown[] = [];
  let from = 0;
  for (let total = 1; from < total; ) {
    const { value, cuts } = shorten(selectPart(whole, '', from), 2_000);
    const cut = cuts.find(({ pointer }) => pointer === '');
    parts.push(value);
    total = cut ? cut.total + from : from;
    from += cut?.shown ?? 0;
  }
  expect(parts.length).toBeGreaterThan(1);
  if (typeof whole === 'string') expect(parts.join('')).toBe(whole);
  else if (Array.isArray(whole)) expect(parts.flat()).toEqual(whole);
  else expect(Object.assign({}, ...parts)).toEqual(whole);
});

test('a pointer finds names with slashes, and nothing where nothing is', () => {
  const value = { 'a/b': [{ '~': 'found' }] };
  expect(selectPart(value, '/a~1b/0/~0', 0)).toBe('found');
  expect(selectPart(value, '/a~1b/7', 0)).toBeUndefined();
  expect(selectPart(value, '/constructor', 0)).toBeUndefined();
});

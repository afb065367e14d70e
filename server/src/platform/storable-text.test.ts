import { expect, test } from 'vitest';
import { findTextProblem, findUnstorable } from './storable-text.ts';

test('texts that PostgreSQL refuses are found, pairs of surrogates are none of them', () => {
  expect(findTextProblem('a\0')).toContain('NUL');
  expect(findTextProblem('a\ud83d')).toContain('surrogate');
  expect(findTextProblem('\ude00\ud83d')).toContain('surrogate');
  expect(findTextProblem('🙂\u0001\ufffd\uffff')).toBeNull();
});

test.each([
  [{ a: [1, null, { 'b/c': 'x\0' }] }, '/a/2/b~1c', 'NUL'],
  [{ a: { 'k\0': 1 } }, '/a', 'the name of one of its properties must not contain the NUL'],
  ['\ud800', '', 'surrogate'],
])('in %j the place is named', (value, path, message) => {
  expect(findUnstorable(value)).toEqual({ path, message: expect.stringContaining(message) });
});

test('a document of any depth is walked through without running out of stack', () => {
  const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);
  expect(findUnstorable(nested(64))).toBeNull();
  expect(findUnstorable(nested(65))).toEqual({ path: '/0/0/0', message: 'nests deeper than 64 levels' });
  expect(findUnstorable(nested(100_000))).not.toBeNull();
});

test('an object is walked through up to ten thousand properties, a list has its own limits', () => {
  const wide = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]));
  expect(findUnstorable({ a: wide(10_000), b: Array(20_000).fill(1) })).toBeNull();
  expect(findUnstorable({ a: wide(10_001) })).toEqual({ path: '/a', message: 'has more than 10000 properties' });
});

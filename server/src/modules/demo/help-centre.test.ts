import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHelpCentre } from './help-centre.ts';

const articles = readHelpCentre();

test('the help centre has at least sixty articles in two languages, each with all its parts', () => {
  expect(articles.length).toBeGreaterThanOrEqual(60);
  expect(new Set(articles.map(({ language }) => language))).toEqual(new Set(['de', 'en']));
  expect(new Set(articles.map(({ key }) => key)).size).toBe(articles.length);
  for (const { key, title, text, questions, keywords } of articles) {
    expect(key).toMatch(/^[a-z0-9-]+$/);
    expect(title).not.toBe('');
    expect(text.length).toBeGreaterThan(100);
    expect([...questions, ...keywords].filter((part) => part === '')).toEqual([]);
  }
});

test.each(['', '-fresh', '-blind', '-held-out'].map((part) => `help-centre-questions${part}.txt`))(
  '%s names articles that exist',
  (file) => {
    const known = new Set(['none', ...articles.map(({ key }) => key)]);
    const lines = readFileSync(new URL(`../../../test/fixtures/${file}`, import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => !known.has(line.split('\t')[0] ?? ''))).toEqual([]);
  },
);

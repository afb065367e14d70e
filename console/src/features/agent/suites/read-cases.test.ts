import { describe, expect, test } from 'vitest';
import { parseCsv, readCases } from './read-cases.ts';

const CARD = { id: '0199a0de-0000-7000-8000-000000000001', title: 'Block a card' };

describe('a table of questions', () => {
  test('is read by title or id, with or without a heading; what can not be read is named by its line', () => {
    const text = [
      'question,expected,attributes',
      'I lost my card,block a CARD,"{""country"": ""DE""}"',
      `"Lost, and gone",${CARD.id}`,
      'Do you sell gold?,',
      '',
      'I lost my card,Block a card',
      'What is a PIN?,No such article',
      'Hello?,,[1]',
      ',Block a card',
      'Known?,',
    ].join('\r\n');
    const { cases, problems } = readCases(text, [CARD], ['Known?']);
    expect(cases).toEqual([
      { question: 'I lost my card', expectedArticleId: CARD.id, attributes: { country: 'DE' } },
      { question: 'Lost, and gone', expectedArticleId: CARD.id, attributes: {} },
      { question: 'Do you sell gold?', expectedArticleId: null, attributes: {} },
    ]);
    expect(problems).toEqual([
      { line: 6, problem: 'twice' },
      { line: 7, problem: 'article' },
      { line: 8, problem: 'attributes' },
      { line: 9, problem: 'empty' },
      { line: 10, problem: 'twice' },
    ]);
  });

  test('may be separated by semicolons or tabs, and have lines within quotes', () => {
    expect(parseCsv('a;"b\nc";d\n\ne;f')).toEqual([
      { line: 1, fields: ['a', 'b\nc', 'd'] },
      { line: 4, fields: ['e', 'f'] },
    ]);
    expect(parseCsv('Hello, you\tx')).toEqual([{ line: 1, fields: ['Hello', ' you\tx'] }]);
    expect(parseCsv('')).toEqual([]);
  });
});

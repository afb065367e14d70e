import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { languageOf } from './language.ts';
import { MAX_CHARACTERS, normalize, wordsOf } from './normalize.ts';
import { findSimilar, fingerprintOf, NEAR_DUPLICATE, SAME_SUBJECT, similarityOf } from './similarity.ts';
import { stem } from './stem.ts';

describe('words', () => {
  test('umlauts, their transcriptions and the bare vowel are one word', () => {
    const wordings = ['Überweisung', 'Ueberweisung', 'UBERWEISUNG', 'u\u0308berweisung'];
    expect(new Set(wordings.map(normalize))).toEqual(new Set(['uberweisung']));
    expect(wordsOf('Straße')).toEqual(wordsOf('strasse'));
  });

  test('zero-width characters, direction marks, emoji and apostrophes do not make words or split them', () => {
    expect(wordsOf('lo\u200bst \u202ecard\u202c 😀 can’t')).toEqual(['lost', 'card', 'cant']);
    expect(wordsOf('שלום עולם')).toHaveLength(2);
    expect(wordsOf('😀 … !?')).toEqual([]);
  });

  test('any text is read, and not more than its beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { words, stems } = analyze(text);
        expect(stems).toHaveLength(words.length);
        expect(words.every((word) => word.length > 0)).toBe(true);
      }),
    );
    expect(wordsOf('ab '.repeat(20_000))).toHaveLength(MAX_CHARACTERS / 3);
  });

  test.each([
    ['charges', 'charging'],
    ['überweisen', 'Überweisungen'],
    ['Karte', 'Karten'],
    ['withdrawal', 'withdrawals'],
  ])('%s and %s have one stem', (a, b) => {
    expect(stem(normalize(a))).toBe(stem(normalize(b)));
  });
});

describe('concepts', () => {
  test('two wordings in two languages meet', () => {
    const german = analyze('Wie hebe ich am Geldautomaten Geld ab?').concepts;
    expect(german).toContain('atm');
    expect(analyze('where is a cash machine').concepts).toContain('atm');
  });

  test('the parts of a German compound are seen', () => {
    expect(analyze('Kreditkartenlimit').concepts).toEqual(expect.arrayContaining(['card', 'limit']));
  });
});

test.each([
  ['Wo ist meine Karte?', 'de'],
  ['Where is my card?', 'en'],
  ['karte sperren', 'de'],
  ['card blocked', 'en'],
] as const)('the language of "%s" is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
  expect(languageOf('12345', language)).toBe(language);
});

describe('similarity', () => {
  const fee = fingerprintOf('A withdrawal at other cash machines costs 2.50 euros each time.');

  test('a paragraph is its own near duplicate, and that of one with small changes', () => {
    expect(similarityOf(fee, fee)).toBeCloseTo(1, 5);
    const changed = fingerprintOf('Withdrawals at other cash machines cost 3.50 euros each time.');
    expect(similarityOf(fee, changed)).toBeGreaterThan(SAME_SUBJECT);
    const moved = fingerprintOf('At other cash machines a withdrawal costs 2.50 euros each time!');
    expect(similarityOf(fee, moved)).toBeGreaterThan(NEAR_DUPLICATE);
  });

  test('another matter is not, and an empty text is like nothing', () => {
    const other = fingerprintOf('Send us the death certificate by letter.');
    const empty = fingerprintOf('');
    expect(similarityOf(fee, empty)).toBe(0);
    expect(findSimilar(fee, [other, fee, empty])).toEqual([{ index: 1, similarity: expect.closeTo(1, 5) }]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findContradictions, readSentences } from './contradictions.ts';
import { claimsOf, compareClaims, readNumber } from './facts.ts';
import { sentencesOf } from './sentences.ts';

const valuesOf = (sentence: string) =>
  Object.fromEntries([...claimsOf(sentence).values].map(([kind, values]) => [kind, [...values].sort()]));

describe('what a sentence claims', () => {
  test.each<[string, Record<string, string[]>]>([
    ['A new card costs 10 EUR.', { money: ['10 eur'] }],
    ['Eine Ersatzkarte kostet 1.000,50 €.', { money: ['1000.5 eur'] }],
    ['It costs €1,000.50 or 5 %.', { money: ['1000.5 eur'], share: ['5 %'] }],
    ['It takes three to five working days.', { duration: ['4320 min', '7200 min'] }],
    ['Das dauert zwei Wochen, also 14 Tage.', { duration: ['20160 min'] }],
    ['Ordered by 3 March 2026, sent on 2026-03-05.', { date: ['2026-3-3', '2026-3-5'] }],
    ['Ab dem 1. März 2026 bis 31.12.2026', { date: ['2026-12-31', '2026-3-1'] }],
    ['We are there from 9:00 to 17:30.', { time: ['17:30', '9:00'] }],
    ['Die Karte ist kostenlos.', { free: ['free'] }],
    ['There is no fee.', { free: ['free'] }],
    ['Call 116 116.', { number: ['116116'] }],
    ['One card is enough.', {}],
  ])('%s', (sentence, values) => expect(valuesOf(sentence)).toEqual(values));

  test.each([
    ['1.000', 1000],
    ['1,000', 1000],
    ['1.5', 1.5],
    ['2,50', 2.5],
    ['1.234.567,89', 1234567.89],
    ["1'000", 1000],
    ['zwölf', 12],
  ])('%s is %d', (text, value) => expect(readNumber(text)).toBe(value));

  test('is read from any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void claimsOf(text).about));
  });
});

describe('two claims', () => {
  const compare = (a: string, b: string) => compareClaims(claimsOf(a), claimsOf(b));
  test.each([
    ['A card costs 10 EUR.', 'A card costs 12 EUR.', 'number'],
    ['A card costs 10 EUR.', 'A card costs 10,00 €.', null],
    ['A card is free.', 'A card costs 10 EUR.', 'number'],
    ['Three withdrawals are free, then 2.50 EUR.', 'A withdrawal costs 2.50 EUR.', null],
    ['It takes 24 hours.', 'It takes one day.', null],
    ['Valid until 31.12.2026.', 'Valid until 30.06.2026.', 'date'],
    ['You can cancel it.', 'You cannot cancel it.', 'negation'],
    ['Die PIN bleibt gültig.', 'Die PIN bleibt nicht gültig.', 'negation'],
    ['It costs 10 EUR a month.', 'It costs 10 EUR.', null],
  ])('%s | %s → %s', (a, b, kind) => expect(compare(a, b)).toBe(kind));

  test('contradict each other both ways, and none contradicts itself', () => {
    const amount = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(amount, amount, fc.boolean(), (a, b, isNegated) => {
        const say = (n: number) => `The transfer does ${isNegated ? 'not ' : ''}cost ${n} EUR.`;
        expect(compare(say(a), say(b))).toBe(a === b ? null : 'number');
        expect(compare(say(b), say(a))).toBe(compare(say(a), say(b)));
      }),
    );
  });
});

describe('contradictions of texts', () => {
  const find = (draft: string, live: string, isSameQuestion = false) =>
    findContradictions(readSentences(draft), readSentences(live), isSameQuestion);

  test('are found sentence by sentence, with both sentences', () => {
    const live = 'Block your card in the app. A replacement card costs 9 EUR. It arrives within five days.';
    const draft = 'Order it in the app. A replacement card costs 12 EUR. It arrives within five days.';
    expect(find(draft, live)).toEqual([
      { kind: 'number', draftText: 'A replacement card costs 12 EUR.', liveText: 'A replacement card costs 9 EUR.' },
    ]);
  });

  test('are not seen between sentences about something else', () => {
    expect(
      find(
        'A transfer abroad costs 5 EUR.',
        'Opening an account takes 10 minutes. The credit card costs 39 EUR a year.',
      ),
    ).toEqual([]);
  });

  test('of short answers need the same question', () => {
    expect(find('5 EUR.', '7 EUR.')).toEqual([]);
    expect(find('It costs 5 EUR.', 'You pay 7 EUR.', true)).toEqual([
      { kind: 'number', draftText: 'It costs 5 EUR.', liveText: 'You pay 7 EUR.' },
    ]);
  });

  test('are none where the live text says both', () => {
    const live = 'A withdrawal costs 2 EUR in Germany. A withdrawal costs 5 EUR in other countries.';
    expect(find('A withdrawal costs 5 EUR.', live)).toEqual([]);
  });

  test('of a text with itself are none', () => {
    const sentence = fc.constantFrom(
      'A card costs 10 EUR.',
      'It is not possible.',
      'Wait 3 days!',
      'Bis 1.1.2026 gültig.',
      'Free.',
    );
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 6 }), fc.boolean(), (sentences, isSame) => {
        const text = sentences.join(' ');
        expect(find(text, text, isSame)).toEqual([]);
      }),
    );
  });
});

test('sentences end where people end them', () => {
  expect(sentencesOf('Das gilt z. B. am 1. März. Danach nicht.\n- kostet 2.50 EUR\n- und mehr')).toEqual([
    'Das gilt z. B. am 1. März.',
    'Danach nicht.',
    'kostet 2.50 EUR',
    'und mehr',
  ]);
});

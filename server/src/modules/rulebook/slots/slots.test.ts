/** What people write, and what it says. */

import * as fc from 'fast-check';
import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InputDefinition } from '../flow/flow.types.ts';
import { readDates } from './read-dates.ts';
import { readOrderNumbers, readPhones } from './read-identifiers.ts';
import { type InputReading, readInput } from './read-input.ts';
import { readNumbers } from './read-numbers.ts';
import { readYesNo } from './read-yes-no.ts';

/** A Sunday. */
const context = { today: '2026-11-22', dayFirst: true, country: 'DE' };

const said = (definition: Partial<InputDefinition> & Pick<InputDefinition, 'type'>, message: string): InputReading =>
  readInput({ description: '', ...definition }, message, context);
const valueOf = (reading: InputReading) => (reading.kind === 'value' ? reading.value : reading);

describe('amounts', () => {
  test.each([
    ['50', 50],
    ['50 Euro bitte', 50],
    ['1.234,56 €', 1234.56],
    ['EUR 1,234.50', 1234.5],
    ['it was €19.99, I think', 19.99],
    ["CHF 1'250.-", 1250],
    ['about 1,500 pounds', 1500],
    ['1 500 Euro', 1500],
    ['12,5', 12.5],
    ['50,- €', 50],
    ['Überweise 20 € am 3.12. an Anna', 20],
  ])('%s', (message, value) => {
    expect(valueOf(said({ type: 'amount' }, message))).toBe(value);
  });
  test('several are asked back, unless only one is money', () => {
    expect(said({ type: 'amount' }, '20 Euro oder 30 Euro')).toEqual({ kind: 'refused', refusal: 'several' });
    expect(valueOf(said({ type: 'amount' }, '2 times 20 Euro'))).toBe(20);
    expect(said({ type: 'amount' }, 'the usual')).toEqual({ kind: 'none' });
  });
  test('limits hold, both included', () => {
    const limited = { type: 'amount', minimum: 1, maximum: 1000 } as const;
    expect(said(limited, '0,50 €')).toEqual({ kind: 'refused', refusal: 'too_small' });
    expect(said(limited, '1.000,01 €')).toEqual({ kind: 'refused', refusal: 'too_large' });
    expect(valueOf(said(limited, '1.000 €'))).toBe(1000);
  });
  test('what is written in either language is read as it was', () => {
    const cents = fc.integer({ min: 0, max: 999_999_999 });
    assert(
      property(cents, fc.constantFrom('de-DE', 'en-GB', 'de-CH'), (amount, locale) => {
        const written = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(amount / 100);
        const [read, ...more] = readNumbers(`It is ${written}!`);
        expect([Math.round((read?.value ?? Number.NaN) * 100), more]).toEqual([amount, []]);
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['2026-12-24', '2026-12-24'],
    ['am 24.12.2026', '2026-12-24'],
    ['24.12.', '2026-12-24'],
    ['3.1.', '2027-01-03'],
    ['24/12/26', '2026-12-24'],
    ['24. Dezember', '2026-12-24'],
    ['3. März 2027', '2027-03-03'],
    ['on 3rd of May', '2027-05-03'],
    ['March 3, 2027', '2027-03-03'],
    ['morgen', '2026-11-23'],
    ['übermorgen früh', '2026-11-24'],
    ['the day after tomorrow', '2026-11-24'],
    ['next Friday', '2026-11-27'],
    ['am Sonntag', '2026-11-29'],
    ['31.02.2027', null],
    ['version 1.2.3.4', null],
  ])('%s', (message, date) => {
    expect(readDates(message, context)).toEqual(date === null ? [] : [date]);
  });
  test('the month comes first where the customer writes so, if it can be a month', () => {
    const american = { today: '2026-11-22', dayFirst: false };
    expect(readDates('03/04/2027', american)).toEqual(['2027-03-04']);
    expect(readDates('25/04/2027', american)).toEqual(['2027-04-25']);
    expect(readDates('03/04/2027', context)).toEqual(['2027-04-03']);
  });
  test('a date outside its window is refused', () => {
    const future = { type: 'date', earliestInDays: 0, latestInDays: 30 } as const;
    expect(said(future, 'gestern')).toEqual({ kind: 'refused', refusal: 'too_early' });
    expect(said(future, '24.12.')).toEqual({ kind: 'refused', refusal: 'too_late' });
    expect(valueOf(said(future, 'heute'))).toBe('2026-11-22');
  });
});

describe('what identifies', () => {
  test('IBAN with and without blanks; a wrong check digit is said', () => {
    expect(valueOf(said({ type: 'iban' }, 'auf DE89 3704 0044 0532 0130 00 bitte'))).toBe('DE89370400440532013000');
    expect(valueOf(said({ type: 'iban' }, 'gb82west12345698765432'))).toBe('GB82WEST12345698765432');
    expect(said({ type: 'iban' }, 'DE88370400440532013000')).toEqual({ kind: 'refused', refusal: 'check_digits' });
    expect(said({ type: 'iban' }, 'my usual account')).toEqual({ kind: 'none' });
  });
  test.each([
    ['0171 1234567', '+491711234567'],
    ['+49 (0)171 123 45 67', '+491711234567'],
    ['0049-171-1234567', '+491711234567'],
    ['call +1-555-010-0199', '+15550100199'],
  ])('phone %s', (message, phone) => {
    expect(readPhones(message, 'DE')).toEqual([phone]);
  });
  test('phones of the United States without a 0', () => {
    expect(readPhones('(415) 555-0132', 'US')).toEqual(['+14155550132']);
    expect(readPhones('on 2026-11-22', 'DE')).toEqual([]);
  });
  test.each([
    ['01 514 0123', 'AT', '+4315140123'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['612 345 678', 'ES', '+34612345678'],
    ['(1) 415 555 0132', 'US', '+14155550132'],
    ['0171 1234567', 'XX', undefined],
  ])('phone %s within %s', (message, country, phone) => {
    expect(readPhones(message, country)[0]).toBe(phone);
  });
  test('order numbers have a digit', () => {
    expect(readOrderNumbers('my order #AB-12345 has not come')).toEqual(['AB-12345']);
    expect(readOrderNumbers('Bestellung 4711-22')).toEqual(['4711-22']);
    expect(readOrderNumbers('where is my order')).toEqual([]);
  });
  test('e-mail', () => {
    expect(valueOf(said({ type: 'email' }, 'it is Anna.Schmidt+bank@Example.co.uk.'))).toBe(
      'anna.schmidt+bank@example.co.uk',
    );
  });
});

describe('choices', () => {
  const choices = [
    { value: 'gold', names: ['Gold card', 'Goldkarte'] },
    { value: 'gold_plus', names: ['Gold card plus'] },
    { value: 'debit', names: ['Debit card', 'girocard', 'Girokarte'] },
  ];
  test.each([
    ['the gold card please', 'gold'],
    ['die Girokarte', 'debit'],
    ['gold card plus', 'gold_plus'],
    ['the second one', 'gold_plus'],
    ['die letzte', 'debit'],
  ])('%s', (message, value) => {
    expect(valueOf(said({ type: 'choice', choices }, message))).toBe(value);
  });
  test('two of them are asked back', () => {
    expect(said({ type: 'choice', choices }, 'gold card or girocard')).toEqual({ kind: 'refused', refusal: 'several' });
    expect(said({ type: 'choice', choices }, 'what do they cost')).toEqual({ kind: 'none' });
  });
});

describe('yes and no', () => {
  test.each([
    'yes',
    'Yes please',
    'ok',
    'Ja',
    'ja, bitte',
    'Genau!',
    'passt',
    'go ahead',
    '👍🏽',
    'stimmt so',
    'Jawohl',
  ])('%s', (text) => {
    expect(readYesNo(text)).toBe(true);
  });
  test.each(['no', 'Nein', 'nein danke', "don't", 'not yet', 'stimmt nicht', 'lieber nicht', 'nope'])('%s', (text) => {
    expect(readYesNo(text)).toBe(false);
  });
  test.each([
    'yes, but make it 50',
    'ja, aber erst morgen',
    'what does it cost?',
    'yesterday',
    'janein',
    'okay?',
    'notify me',
    'Jan Müller',
  ])('%s is neither', (text) => {
    expect(readYesNo(text)).toBeNull();
  });
});

test('nothing that is written breaks the readers or takes long', () => {
  const types = ['number', 'amount', 'date', 'boolean', 'email', 'phone', 'iban', 'order_number'] as const;
  assert(
    property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), fc.constantFrom(...types), (message, type) => {
      expect(['value', 'refused', 'none']).toContain(said({ type }, message).kind);
    }),
  );
  for (const message of ['1'.repeat(20_000), '1 '.repeat(10_000), 'a@'.repeat(10_000), 'DE12 '.repeat(4_000)]) {
    for (const type of types) said({ type }, message);
  }
});

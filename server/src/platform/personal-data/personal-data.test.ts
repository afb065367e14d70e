import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luhnSum } from './card-pattern.ts';
import { mod97 } from './iban-pattern.ts';
import { createPseudonyms, hasPlaceholder, replacePersonalData } from './index.ts';
import { checkDigitOf, isGermanTaxId } from './tax-id-pattern.ts';

const censored = (text: string) => replacePersonalData(text, (kind) => `[${kind}]`);
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

const iban = digits(18).map((bban) => `DE${String(98 - mod97(`${bban}DE00`)).padStart(2, '0')}${bban}`);
const card = digits(14).map((middle) => `4${middle}${(10 - (luhnSum(`4${middle}0`) % 10)) % 10}`);
const email = fc.emailAddress();
const germanTaxId = fc
  .tuple(fc.shuffledSubarray('0123456789'.split(''), { minLength: 9, maxLength: 9 }), fc.nat(8), fc.nat(9))
  .map(([unique, repeated, at]) => [...unique.slice(0, at), unique[repeated], ...unique.slice(at)].join(''))
  .filter((ten) => !ten.startsWith('0'))
  .map((ten) => `${ten}${checkDigitOf(ten)}`)
  .filter(isGermanTaxId);
const germanVat = digits(8).map((eight) => `DE${eight}${checkDigitOf(eight)}`);
const ssn = fc
  .tuple(
    fc.integer({ min: 1, max: 899 }).filter((area) => area !== 666),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 9999 }),
  )
  .map(([area, group, serial]) =>
    [`${area}`.padStart(3, '0'), `${group}`.padStart(2, '0'), `${serial}`.padStart(4, '0')].join('-'),
  );
const nino = fc
  .tuple(fc.constantFrom('AB', 'JG', 'PX', 'CE'), digits(6), fc.constantFrom('A', 'B', 'C', 'D'), fc.boolean())
  .map(([letters, six, last, spaced]) =>
    spaced ? `${letters} ${six.replace(/(\d\d)(\d\d)(\d\d)/, '$1 $2 $3')} ${last}` : letters + six + last,
  );
const grouped = (text: string, joint: string) => text.match(/\d{1,3}/g)!.join(joint);
const phone = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('+49', '+44', '+1', '+351'),
      fc.integer({ min: 1, max: 9 }),
      digits(8),
      fc.constantFrom('', ' ', '-'),
    )
    .map(([country, first, rest, joint]) => `${country}${joint}${grouped(`${first}${rest}`, joint)}`),
  fc
    .tuple(
      fc.constantFrom('030', '0171', '089', '020', '0161'),
      fc.constantFrom(' ', '-', '/', ' / '),
      fc.integer({ min: 100_000, max: 9_999_999 }),
    )
    .map((parts) => parts.join('')),
  digits(8).map((rest) => `0151${rest}`),
  fc
    .tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 200, max: 999 }), digits(4))
    .map(([area, exchange, line]) => `(${area}) ${exchange}-${line}`),
);
const personal = fc.oneof(
  ...Object.entries({ iban, card, email, 'tax-id': fc.oneof(germanTaxId, germanVat, ssn, nino), phone }).map(
    ([kind, value]) => value.map((text) => ({ kind, text })),
  ),
);
/** Words around it, which neither make it longer nor say that it is a number of something else. */
const words = fc
  .array(fc.constantFrom('meine', 'Angaben:', 'please', 'check', 'äöü', '👍', 'und', 'um 12:30'), { maxLength: 4 })
  .map((some) => some.join(' '));

test('personal data of every kind is found in the middle of any sentence', () => {
  fc.assert(
    fc.property(words, personal, words, (before, { text }, after) => {
      expect(censored(`${before} ${text}, ${after}`)).not.toContain(text);
    }),
    { numRuns: 3000 },
  );
});

test('what is hidden is the same for the same value, and comes back whole', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, personal), { maxLength: 6 }), (parts) => {
      const text = parts.map(([before, { text: value }]) => `${before} ${value}`).join('; ');
      const pseudonyms = createPseudonyms();
      const hidden = pseudonyms.hide(text);
      expect(pseudonyms.hide(text)).toBe(hidden);
      for (const [, { text: value }] of parts) expect(hidden).not.toContain(value);
      expect(pseudonyms.restore(hidden)).toBe(text);
    }),
  );
});

test('a placeholder that somebody writes is given nobody’s value', () => {
  const pseudonyms = createPseudonyms();
  expect(pseudonyms.hide('anna@example.com and [email-1]')).toBe('[email-1] and [text-1]');
  expect(pseudonyms.restore('[text-1] and [email-2]')).toBe('[email-1] and [email-2]');
  expect(hasPlaceholder('write to [email-2]')).toBe(true);
});

test('one value in two spellings has one placeholder', () => {
  const hidden = createPseudonyms().hide('DE89370400440532013000 is DE89 3704 0044 0532 0130 00');
  expect(hidden).toBe('[iban-1] is [iban-1]');
});

describe('what is no personal data stays', () => {
  const amount = fc.integer({ min: -1e9, max: 1e9 }).map((minor) => (minor / 100).toFixed(2));
  const germanAmount = amount.map((text) => text.replace('.', ',').replace(/\B(?=(\d{3})+,)/g, '.'));
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const date = day.chain((iso) => {
    const [year, month, dayOfMonth] = iso.split('-');
    return fc.constantFrom(
      iso,
      `${dayOfMonth}.${month}.${year}`,
      `${month}/${dayOfMonth}/${year}`,
      `${dayOfMonth}-${month}-${year}`,
      `${year}/${month}/${dayOfMonth}`,
    );
  });
  const order = fc
    .tuple(
      fc.constantFrom('Bestellnummer ', 'order no. ', 'Rechnung Nr. ', 'invoice #', 'Kundennummer: ', 'ticket '),
      fc.oneof(
        digits(10),
        digits(8),
        digits(6).map((six) => `0123-${six}`),
        digits(7).map((seven) => `R-2026-${seven}`),
      ),
    )
    .map((parts) => parts.join(''));

  test('amounts, dates and numbers of orders', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(amount, germanAmount, date, order, fc.uuid()), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(' EUR, ', '; ', ' € and '),
        (parts, joint) => {
          const text = parts.join(joint);
          expect(censored(text)).toBe(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    '01.02.2026 um 14:30 Uhr',
    '+1.234.567,89 EUR',
    '+12345678 EUR',
    '1 234 567,89 €',
    '01067 Dresden',
    'between 2024-2026',
    'BIC COBADEFFXXX, BLZ 370 400 44',
    'version 10.20.300.4000',
    'call 110 or 112',
    'die 24/7-Hotline',
    'order 302-555-1234',
    '2026-11-22T11:50:00.000Z',
    'Zinsen 0,125 % p. a.',
    'EUR 1000000000',
    '12-3456789',
    '86095742718',
  ])('%s', (text) => {
    expect(censored(text)).toBe(text);
  });
});

test.each([
  ['Tel. 03012345678', 'Tel. [phone]'],
  ['ruf mich an unter 0171 2345678!', 'ruf mich an unter [phone]!'],
  ['+49 (0)30 1234-567', '[phone]'],
  ['0049 30 1234567', '[phone]'],
  ['07911 123456', '[phone]'],
  ['call me: 555 234 9876', 'call me: [phone]'],
  ['302-555-1234', '[phone]'],
  ['IdNr 86 095 742 719', 'IdNr [tax-id]'],
  ['USt-IdNr. DE136695976', 'USt-IdNr. [tax-id]'],
  ['EIN 12-3456789', 'EIN [tax-id]'],
  ['NI: QQ 12 34 56 C', 'NI: QQ 12 34 56 C'],
  ['SSN 123-45-6789.', 'SSN [tax-id].'],
])('%s', (text, expected) => {
  expect(censored(text)).toBe(expected);
});

test.each(['0171 ', '+49 ', '(030)', '1-', '12 345 ', 'AB 12 ', '+1(', 'tel 0', 'EIN 1', 'nummer 030 1'])(
  'hostile text takes linear time: %s',
  (piece) => {
    const startMs = performance.now();
    censored(piece.repeat(200_000 / piece.length));
    expect(performance.now() - startMs).toBeLessThan(1500);
  },
);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BankFileError, fileOfBytes } from './bank-file.ts';
import { BANK_EXAMPLES } from './csv/banks.testing.ts';
import { readFiles, textFile } from './files.testing.ts';
import { type Booking, renderCamt, renderCsv, renderMt940, renderOfx, renderQif } from './render.testing.ts';
import { cleanText } from './statement-text.ts';
import { zipOf } from './zip/zip.testing.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const textOf = (letters: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength }).map((text) => cleanText(text) ?? 'x');
const bookingsOf = (letters: string): fc.Arbitrary<Booking[]> =>
  fc.array(
    fc.record({
      date: day,
      amountMinor: fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
      name: textOf(letters, 30),
      purpose: textOf(letters, 120),
      iban: fc.constantFrom('DE89370400440532013000', 'NL02ABNA0123456789', 'FR7630006000011234567890189'),
    }),
    { minLength: 1, maxLength: 12 },
  );

const PLAIN = "abcXYZ äöüßÄ 0123 .,-/()&'";
const FORMATS: [string, string, (bookings: Booking[]) => string, (b: Booking) => unknown[]][] = [
  [
    'CSV with semicolons',
    `${PLAIN};"|<>€`,
    (b) => renderCsv(b, ';'),
    ({ name, purpose, iban }) => [name, purpose, iban],
  ],
  ['CSV with commas', `${PLAIN};"|<>€`, (b) => renderCsv(b, ','), ({ name, purpose, iban }) => [name, purpose, iban]],
  ['CSV with tabs', `${PLAIN};"|<>€`, (b) => renderCsv(b, '\t'), ({ name, purpose, iban }) => [name, purpose, iban]],
  ['MT940', 'abcXYZäöüßÄ0123.,-/()', renderMt940, ({ name, purpose, iban }) => [name, purpose, iban]],
  ['CAMT', `${PLAIN};"|<>€`, renderCamt, ({ name, purpose, iban }) => [name, purpose, iban]],
  ['OFX', `${PLAIN};"|<>€`, renderOfx, ({ name, purpose, iban }) => [name, purpose, iban]],
  ['QIF', `${PLAIN};"|<>€`, renderQif, ({ name, purpose }) => [name, purpose, undefined]],
];

describe('what is written is what is read', () => {
  test.each(FORMATS)('%s', async (_, letters, render, texts) => {
    await fc.assert(
      fc.asyncProperty(bookingsOf(letters), fc.integer({ min: 1, max: 40 }), async (bookings, chunkBytes) => {
        const { transactions, rejected } = await readFiles([textFile(render(bookings), 'a', 'utf8', chunkBytes)]);
        expect(rejected).toEqual([]);
        expect(
          transactions.map((t) => [
            t.bookingDate,
            t.amountMinor,
            t.paymentPartner?.name,
            t.purpose,
            t.paymentPartner?.iban ?? undefined,
          ]),
        ).toEqual(bookings.map((b) => [b.date, b.amountMinor + 0, ...texts(b)]));
      }),
      { numRuns: 60 },
    );
  });
});

const bookings: Booking[] = Array.from({ length: 5 }, (_, n) => ({
  date: `2025-01-${10 + n}`,
  amountMinor: -1234 * n,
  name: 'Müller & Söhne',
  purpose: 'Rechnung 7, "eilig"',
  iban: 'DE89370400440532013000',
}));
const VALID: Buffer[] = [
  ...FORMATS.map(([, , render]) => Buffer.from(render(bookings))),
  ...BANK_EXAMPLES.map(({ text }) => Buffer.from(text)),
  zipOf([{ name: 'a.csv', content: Buffer.from(renderCsv(bookings, ';')) }]),
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 30 }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom('"', ';', '\n', '<', '>', '&', ':61:', '-', '^', '<!DOCTYPE x>', '\0', '\ufeff', ']]>')
      .map((text) => Buffer.from(text)),
  ),
});

function mutate(content: Uint8Array, changes: { at: number; remove: number; insert: Uint8Array }[]): Buffer {
  let changed = Buffer.from(content);
  for (const { at, remove, insert } of changes) {
    const place = Math.floor(at * changed.length);
    changed = Buffer.concat([changed.subarray(0, place), insert, changed.subarray(place + remove)]);
  }
  return changed;
}

test('a file that was changed at random is read or refused, and nothing else happens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...VALID),
      fc.array(mutation, { minLength: 1, maxLength: 5 }),
      async (content, changes) => {
        try {
          const { transactions, rejected } = await readFiles([fileOfBytes('a', mutate(content, changes), 64)]);
          for (const { amountMinor, bookingDate } of transactions) {
            expect(Number.isSafeInteger(amountMinor)).toBe(true);
            expect(bookingDate).toMatch(/^\d{4}-\d\d-\d\d$/);
          }
          for (const { line, reason } of rejected) expect([line > 0, reason.length > 0]).toEqual([true, true]);
        } catch (error) {
          if (!(error instanceof BankFileError)) throw error;
          expect(error.reason).not.toBe('');
        }
      },
    ),
    { numRuns: 1_500 },
  );
});

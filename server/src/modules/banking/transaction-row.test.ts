import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHistoryReader, fromRow, type HistoryColumns, type TransactionRow } from './transaction-row.ts';

const text = fc.constantFrom(null, '', 'Rewe', 'DE02', '2026-01-05');
const row = fc.record({
  ...{ transactionId: fc.string(), accountId: fc.constantFrom('a', 'b'), amountMinor: fc.integer() },
  ...{ currency: fc.constantFrom('EUR', 'USD'), bookingDate: fc.constantFrom('2026-01-05', '2026-01-06') },
  ...{ valueDate: text, bookingText: text, purpose: text, merchantCategoryCode: text, endToEndId: text },
  ...{ mandateId: text, purposeCode: text, bankTransactionCode: text, status: fc.constantFrom('booked', 'pending') },
  ...{ partnerName: text, partnerIban: text, partnerBic: text, partnerAccountNumber: text },
  ...{ partnerBankCode: text, partnerCreditorId: text },
}) as fc.Arbitrary<TransactionRow>;

/** As PostgreSQL writes a record, every field in quotation marks. */
const record = (...fields: (string | null)[]) =>
  `(${fields.map((field) => (field === null ? '' : `"${field.replaceAll('"', '""')}"`)).join(',')})`;

const columnsOf = (r: TransactionRow): HistoryColumns => [
  ...([r.transactionId, r.amountMinor, r.purpose, r.endToEndId, r.mandateId] as const),
  record(r.accountId, r.currency, r.bookingDate, r.valueDate, r.status),
  record(
    ...[r.bookingText, r.merchantCategoryCode, r.purposeCode, r.bankTransactionCode],
    ...[r.partnerName, r.partnerIban, r.partnerBic, r.partnerAccountNumber, r.partnerBankCode, r.partnerCreditorId],
  ),
];

test('what rows of a history share is what each of them says', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (rows) => {
      expect(rows.map(columnsOf).map(createHistoryReader())).toEqual(rows.map(fromRow));
    }),
  );
});

test('a partner that comes again is held once, another of the same name apart', () => {
  const [booking] = fc.sample(row, 1) as [TransactionRow];
  const rewe = { ...booking, partnerName: 'Rewe', partnerIban: 'DE02' };
  const [first, again, other] = [rewe, { ...rewe, bookingText: 'KARTE' }, { ...rewe, partnerIban: 'DE03' }]
    .map(columnsOf)
    .map(createHistoryReader());
  expect(again?.paymentPartner).toBe(first?.paymentPartner);
  expect(other?.paymentPartner?.iban).toBe('DE03');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findUnstorable } from '#platform/storable-text.ts';
import { transformAccount } from './transform-account.ts';
import { overdraftLimitOf, transformBalances } from './transform-balances.ts';
import { type TransactionContext, transformTransaction } from './transform-transaction.ts';

const OWN = 'DE82910900004100271905';
const OTHER = 'DE89370400440532013000';
const context: TransactionContext = {
  account: { iban: OWN, currency: 'EUR', owner: 'Lena Hoffmann' },
  ...{ status: 'booked', today: '2026-11-20', amounts: 'signed' },
};
const euros = (amount: string) => ({ transactionAmount: { amount, currency: 'EUR' }, bookingDate: '2026-11-02' });
const read = (entry: object, changes: Partial<TransactionContext> = {}) =>
  transformTransaction(entry, { ...context, ...changes });

describe('a booking', () => {
  test('keeps what the bank tells', () => {
    const entry = {
      ...euros('-49.90'),
      ...{ transactionId: 'T1', entryReference: 'E1', valueDate: '2026-11-03', endToEndId: 'RG-1', mandateId: 'M-1' },
      ...{
        creditorId: 'DE98ZZZ09999999999',
        creditorName: 'Stadtwerke',
        creditorAccount: { iban: 'de89 3704 0044 0532 0130 00' },
      },
      ...{ creditorAgent: 'cobadeffxxx', remittanceInformationUnstructuredArray: ['Abschlag', 'November'] },
      ...{
        proprietaryBankTransactionCode: 'NDDT+105+9310',
        bankTransactionCode: 'PMNT-RDDT-ESDD',
        purposeCode: 'ELEC',
      },
      additionalInformation: 'FOLGELASTSCHRIFT',
    };
    expect(read(entry)).toEqual({
      ...{ bankIds: ['id:T1', 'entry:E1'], amountMinor: -4_990, currency: 'EUR', bookingDate: '2026-11-02' },
      ...{ valueDate: '2026-11-03', bookingText: 'FOLGELASTSCHRIFT', purpose: 'Abschlag November' },
      ...{
        merchantCategoryCode: null,
        endToEndId: 'RG-1',
        mandateId: 'M-1',
        purposeCode: 'ELEC',
        bankTransactionCode: '105',
      },
      paymentPartner: {
        ...{ name: 'Stadtwerke', iban: OTHER, bic: 'COBADEFFXXX', accountNumber: null, bankCode: null },
        creditorId: 'DE98ZZZ09999999999',
      },
      status: 'booked',
    });
  });

  test.each([
    ['+12.00', {}, 12_00],
    ['12.00', { creditDebitIndicator: 'DBIT' }, -12_00],
    ['12.00', { debtorAccount: { iban: OWN }, creditorAccount: { iban: OTHER } }, -12_00],
    ['12.00', { debtorName: 'Jonas', debtorAccount: { iban: OTHER } }, 12_00],
    // By the specification a refund may name its creditor: the sign says what it is.
    ['12.00', { creditorName: 'Amazon' }, 12_00],
  ])('%s with %o is %i', (amount, parties, amountMinor) => {
    expect(read({ ...euros(amount), ...parties })).toMatchObject({ amountMinor });
  });

  test.each([
    [{ creditorName: 'Amazon' }, { amountMinor: -12_00, paymentPartner: { name: 'Amazon' } }],
    [{ debtorName: 'Jonas' }, { amountMinor: 12_00, paymentPartner: { name: 'Jonas' } }],
    [{ creditorAccount: { iban: OWN }, debtorName: 'Jonas' }, { amountMinor: 12_00 }],
    [{}, { reason: 'neither a sign nor creditor or debtor tells its direction' }],
  ])('of a bank without signs: %o', (parties, expected) => {
    expect(read({ ...euros('12.00'), ...parties }, { amounts: 'unsigned' })).toMatchObject(expected);
  });

  test.each([
    [{ ...euros('12.345') }, /transactionAmount/],
    [{ bookingDate: '2026-11-02' }, /transactionAmount/],
    [{ ...euros('1e3') }, /transactionAmount/],
    [{ ...euros('1.00'), bookingDate: undefined }, /bookingDate/],
    [{ ...euros('1.00'), bookingDate: '2026-02-30' }, /bookingDate/],
  ])('that can not be read says why: %o', (entry, reason) => {
    expect(read(entry)).toEqual({ reason: expect.stringMatching(reason) });
  });

  test('pending without a date is of its value date, or of today', () => {
    const { bookingDate: _, ...undated } = euros('1.00');
    expect(read(undated, { status: 'pending' })).toMatchObject({ bookingDate: '2026-11-20', status: 'pending' });
    expect(read({ ...undated, valueDate: '2026-11-23' }, { status: 'pending' })).toMatchObject({
      bookingDate: '2026-11-23',
    });
  });

  test('the other side is found in whichever field a bank puts it, and is never the owner', () => {
    expect(read({ ...euros('-1.00'), debtorName: 'Netto' })).toMatchObject({ paymentPartner: { name: 'Netto' } });
    expect(read({ ...euros('-1.00'), debtorName: 'LENA HOFFMANN' })).toMatchObject({ paymentPartner: null });
    const owner = { debtorName: 'Lena Hoffmann', debtorAccount: { iban: OWN }, ultimateCreditor: 'Zalando SE' };
    expect(read({ ...euros('-1.00'), ...owner })).toMatchObject({ paymentPartner: { name: 'Zalando SE' } });
  });

  test('structured purposes and foreign money are readable', () => {
    const structured = { remittanceInformationStructured: { reference: 'RF18539007547034', referenceType: 'SCOR' } };
    expect(read({ ...euros('-1.00'), ...structured })).toMatchObject({ purpose: 'RF18539007547034' });
    const exchange = {
      currencyExchange: [{ instructedAmount: { amount: '12.50', currency: 'USD' }, exchangeRate: '1.0842' }],
    };
    expect(read({ ...euros('-11.53'), remittanceInformationUnstructured: 'APPLE', ...exchange })).toMatchObject({
      purpose: 'APPLE (12.50 USD, rate 1.0842)',
    });
  });

  test('any answer gives a booking of our form or a reason, and texts that can be stored', () => {
    const field = fc.constantFrom(
      ...[
        'transactionAmount',
        'bookingDate',
        'valueDate',
        'creditorName',
        'creditorAccount',
        'debtorName',
        'purposeCode',
      ],
      ...[
        'remittanceInformationUnstructured',
        'remittanceInformationUnstructuredArray',
        'currencyExchange',
        'endToEndId',
      ],
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constant({ amount: '-1.00', currency: 'EUR' }),
      fc.constant('2026-11-02'),
      fc.string({ unit: 'binary' }),
    );
    const base = fc.constantFrom({}, euros('-1.00'), euros('7.50'));
    const amounts = fc.constantFrom('signed' as const, 'unsigned' as const);
    fc.assert(
      fc.property(base, fc.dictionary(field, value), amounts, (start, fields, signs) => {
        const found = read({ ...start, ...fields }, { amounts: signs });
        if ('reason' in found) {
          expect(found.reason).not.toBe('');
          return;
        }
        expect(Number.isSafeInteger(found.amountMinor)).toBe(true);
        expect(found.bookingDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(findUnstorable(found)).toBeNull();
      }),
    );
  });

  test('the sign of an amount is the sign that was sent', () => {
    const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
    fc.assert(
      fc.property(cents, (amountMinor) => {
        expect(read(euros((amountMinor / 100).toFixed(2)))).toMatchObject({ amountMinor: amountMinor + 0 });
      }),
    );
  });
});

describe('balances', () => {
  const balance = (balanceType: string, amount: string, more: object = {}) => ({
    ...{ balanceType, balanceAmount: { amount, currency: 'EUR' } },
    ...more,
  });

  test('the one after booked transactions is taken, on its own day', () => {
    const list = [
      balance('expected', '90.00'),
      balance('closingBooked', '100.00', { referenceDate: '2026-11-19' }),
      balance('openingBooked', '80.00', { referenceDate: '2026-11-01' }),
    ];
    expect(transformBalances(list, '2026-11-20')).toEqual([
      { kind: 'opening', amountMinor: 80_00, currency: 'EUR', date: '2026-11-01' },
      { kind: 'closing', amountMinor: 100_00, currency: 'EUR', date: '2026-11-19' },
    ]);
  });

  test('the credit limit is taken out, and known, where the bank tells both', () => {
    const both = [
      balance('interimAvailable', '1090.00', { creditLimitIncluded: true }),
      balance('interimAvailable', '90.00', { creditLimitIncluded: false }),
    ];
    expect(overdraftLimitOf(both)).toBe(1_000_00);
    expect(transformBalances(both, '2026-11-20')).toMatchObject([{ amountMinor: 90_00, date: '2026-11-20' }]);
    const alone = [balance('interimBooked', '1090.00', { creditLimitIncluded: true })];
    expect(overdraftLimitOf(alone)).toBeNull();
    expect(transformBalances(alone, '2026-11-20')).toEqual([]);
  });

  test('what can not be read is no balance', () => {
    expect(transformBalances([null, {}, balance('closingBooked', 'a lot')], '2026-11-20')).toEqual([]);
  });
});

test.each([
  [{ iban: OWN, cashAccountType: 'CACC', name: 'Sparkassen-Girokonto' }, 'GIRO'],
  [{ iban: OWN, cashAccountType: 'SVGS', product: 'Tagesgeld Plus' }, 'TAGESGELD'],
  [{ iban: OWN, cashAccountType: 'SVGS', product: 'Sparbuch' }, 'SPARKONTO'],
  [{ iban: OWN, product: 'Privatkredit' }, 'DARLEHEN'],
  [{ iban: OWN, product: 'Wertpapierdepot' }, 'DEPOT'],
  [{ maskedPan: '4871********3309', product: 'Visa' }, 'KREDIT_KARTE'],
  [{ iban: OWN, name: 'Mein Konto' }, null],
])('an account %o is of type %s', (entry, type) => {
  expect(transformAccount(entry, { name: 'Bank', bic: null })).toMatchObject({ type, currency: 'EUR' });
});

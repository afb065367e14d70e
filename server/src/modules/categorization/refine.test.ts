import { describe, expect, it } from 'vitest';
import type { Account, Transaction } from '#modules/banking/index.ts';
import { createCategorizer } from './categorizer.ts';
import { pairInternalTransfers } from './pair-internal-transfers.ts';
import { refine } from './refine.ts';

const account = (accountId: string, iban: string | null, owner: string | null): Account => ({
  accountId,
  accountNumber: null,
  iban,
  bic: null,
  bankCode: null,
  bankName: null,
  name: null,
  owner,
  type: 'GIRO',
  currency: 'EUR',
  balanceMinor: null,
  overdraftLimitMinor: null,
});

const booking = (
  transactionId: string,
  accountId: string,
  amountMinor: number,
  bookingDate: string,
  name: string | null,
  iban: string | null,
  purpose = '',
): Transaction => ({
  transactionId,
  accountId,
  amountMinor,
  currency: 'EUR',
  bookingDate,
  valueDate: null,
  bookingText: null,
  purpose,
  merchantCategoryCode: null,
  paymentPartner:
    name || iban ? { name, iban, bic: null, accountNumber: null, bankCode: null, creditorId: null } : null,
  endToEndId: null,
  mandateId: null,
  purposeCode: null,
  bankTransactionCode: null,
  status: 'booked',
});

const ibanA = 'DE02120300000000202051';
const ibanB = 'DE02500105170137075030';
const accounts = [account('a', ibanA, 'Erika Muster'), account('b', ibanB, 'Erika Muster')];

describe('pairInternalTransfers', () => {
  it('pairs both sides across a weekend', () => {
    const pairs = pairInternalTransfers(
      [
        booking('1', 'a', -5000, '2024-05-31', 'Erika Muster', ibanB),
        booking('2', 'b', 5000, '2024-06-03', 'Erika Muster', ibanA),
      ],
      accounts,
    );
    expect([...pairs]).toEqual([
      ['2', '1'],
      ['1', '2'],
    ]);
  });

  it('does not pair against an IBAN, within one account, too far apart or with another amount', () => {
    const debit = booking('1', 'a', -5000, '2024-05-31', 'Erika Muster', ibanB);
    for (const credit of [
      booking('2', 'b', 5000, '2024-06-03', 'Erika Muster', 'DE89370400440532013000'),
      booking('2', 'a', 5000, '2024-06-03', 'Erika Muster', ibanA),
      booking('2', 'b', 5000, '2024-06-20', 'Erika Muster', ibanA),
      booking('2', 'b', 5001, '2024-06-03', 'Erika Muster', ibanA),
    ]) {
      expect(pairInternalTransfers([debit, credit], accounts).size).toBe(0);
    }
  });

  it('takes the nearest of several and pairs each booking once', () => {
    const transactions = [
      booking('1', 'a', -5000, '2024-05-01', null, ibanB),
      booking('2', 'b', 5000, '2024-05-02', null, ibanA),
      booking('3', 'a', -5000, '2024-05-03', null, ibanB),
      booking('4', 'b', 5000, '2024-05-03', null, ibanA),
    ];
    const pairs = pairInternalTransfers(transactions, accounts);
    expect(pairs.get('1')).toBe('2');
    expect(pairs.get('3')).toBe('4');
    expect(pairInternalTransfers([...transactions].reverse(), accounts).get('3')).toBe('4');
  });

  it('handles 100,000 bookings of one amount', () => {
    const transactions = Array.from({ length: 100_000 }, (_, index) =>
      booking(
        String(index),
        index % 2 ? 'a' : 'b',
        index % 3 ? -1000 : 1000,
        '2024-05-03',
        null,
        index % 2 ? ibanB : ibanA,
      ),
    );
    const startedAt = performance.now();
    pairInternalTransfers(transactions, accounts);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

describe('refine', () => {
  const categorizer = createCategorizer();
  const decide = (transactions: Transaction[]) =>
    refine(
      transactions.map((transaction) => categorizer.categorize(transaction, { userType: 'person', accounts })),
      transactions,
      accounts,
      'person',
    );

  it('takes large monthly payments of one organisation for pay', () => {
    const pay = ['2024-01-30', '2024-02-28', '2024-03-29'].map((date, index) =>
      booking(`p${index}`, 'a', 210_000 + index * 500, date, 'Nordlicht Optima GmbH', null, `${index}7781`),
    );
    expect([...decide(pay).values()].map((decision) => decision.categoryId)).toEqual(['salary', 'salary', 'salary']);
    expect(decide(pay.slice(0, 1))[0]?.categoryId).not.toBe('salary');
  });

  const MONTHS = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'];
  const monthly = (name: string, purpose: string, amountOf: (n: number) => number) =>
    MONTHS.map((month, n) => booking(`m${n}`, 'a', amountOf(n), `${month}-28`, name, null, purpose));
  const kinds = (transactions: Transaction[]) => [
    ...new Set([...decide(transactions).values()].map(({ categoryId }) => categoryId)),
  ];

  it('takes uneven monthly payments of a firm that is called like a person for pay', () => {
    expect(kinds(monthly('Heinrich Schmid', '', (n) => 214_377 + n * 1_213))).toEqual(['salary']);
  });

  it.each([
    ['a round share of the household', 'Jonas Hoffmann', () => 90_000],
    ['the same rent every month', 'Jonas Hoffmann', () => 91_237],
    ['small sums', 'Jonas Hoffmann', (n: number) => 5_013 + n * 7],
    ['sums that differ widely', 'Jonas Hoffmann', (n: number) => 90_013 + n * 40_007],
  ])('leaves %s with the person who sends it', (_, name, amountOf) => {
    expect(kinds(monthly(name, '', amountOf))).toEqual(['private_transfer_in']);
  });

  it.each([
    ['rent', 'Petra Lehmann', 'Whg 3 OG rechts', -70_000],
    ['loan_instalment', 'Karl Weber', 'Rate 7', -20_000],
  ])('takes equal monthly payments for %s where the text says a little', (categoryId, name, purpose, amountMinor) => {
    expect(kinds(monthly(name, purpose, () => amountMinor))).toEqual([categoryId]);
    expect(kinds(monthly(name, purpose, (n) => amountMinor * (1 + n)))).toEqual(['private_transfer_out']);
    expect(kinds(monthly(name, 'danke', () => amountMinor))).toEqual(['private_transfer_out']);
  });

  it('makes both sides of a transfer internal', () => {
    const both = decide([
      booking('1', 'a', -5000, '2024-05-31', null, null, 'Online transfer to savings'),
      booking('2', 'b', 5000, '2024-06-01', null, null, 'Online transfer from checking'),
    ]);
    expect(both.map(({ categoryId }) => categoryId)).toEqual(['internal_transfer_out', 'internal_transfer_in']);
  });
});

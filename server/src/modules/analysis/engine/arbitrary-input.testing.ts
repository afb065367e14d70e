/** Random accounts and bookings for property tests: everything that the types allow, plausible or not. */
import fc from 'fast-check';
import { categories } from '#modules/categorization/index.ts';
import { account, booking } from './bookings.testing.ts';
import { formatDay, parseDay } from './calendar.ts';
import type { AnalysisInput, CategorizedTransaction, UserType } from './engine.types.ts';

const START = parseDay('2024-01-01');
const PARTNERS = [
  undefined,
  { name: 'Stadtwerke' },
  { name: 'Muster AG', iban: 'DE89370400440532013000' },
  { name: 'Foreign SA', iban: 'FR7630006000011234567890189' },
];

const anyBooking = (accountIds: readonly string[]): fc.Arbitrary<CategorizedTransaction> =>
  fc
    .record({
      day: fc.integer({ min: 0, max: 500 }),
      amountMinor: fc.oneof(fc.integer({ min: -500_000, max: 500_000 }), fc.constantFrom(-999, -50_000, 250_000)),
      category: fc.constantFrom(...categories),
      accountId: fc.constantFrom(...accountIds),
      partner: fc.constantFrom(...PARTNERS),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'JPY'),
      status: fc.constantFrom('booked' as const, 'booked' as const, 'booked' as const, 'pending' as const),
      tags: fc.constantFrom([], [], ['refund'], ['bonus']),
      isInternalTransfer: fc.constantFrom(false, false, false, true),
      purpose: fc.constantFrom(null, 'Abschlag 4711', 'Miete', '🦄 ``` SVWZ+'),
    })
    .map(({ day, amountMinor, category, partner, ...details }) =>
      booking(formatDay(START + day), amountMinor, category.id, { ...details, ...(partner ? { partner } : {}) }),
    );

/** Monthly payments over up to sixteen months, so that random data has streams too. */
const anyStream = (accountIds: readonly string[]): fc.Arbitrary<CategorizedTransaction[]> =>
  fc
    .record({
      first: fc.integer({ min: 0, max: 27 }),
      count: fc.integer({ min: 2, max: 16 }),
      amountMinor: fc.constantFrom(-80_000, -1_299, 240_000, 30_000),
      categoryId: fc.constantFrom(
        'rent',
        'tv_film',
        'salary',
        'private_transfer_in',
        'loan_instalment',
        'uncategorized',
      ),
      accountId: fc.constantFrom(...accountIds),
      partner: fc.constantFrom(...PARTNERS),
    })
    .map(({ first, count, amountMinor, categoryId, accountId, partner }) =>
      Array.from({ length: count }, (_, month) =>
        booking(formatDay(START + first + Math.round(month * 30.4)), amountMinor, categoryId, {
          accountId,
          ...(partner ? { partner } : {}),
        }),
      ),
    );

const withOwnIds = (prefix: string, transactions: readonly CategorizedTransaction[]): CategorizedTransaction[] =>
  transactions.map((transaction, index) => ({ ...transaction, transactionId: `${prefix}${index}` }));

/** The same bookings with parties that nobody else has: an account that has nothing to do with the others. */
export const amongStrangers = (transactions: readonly CategorizedTransaction[]): CategorizedTransaction[] =>
  transactions.map((transaction) => ({
    ...transaction,
    purpose: `Xenon ${transaction.purpose ?? ''}`,
    paymentPartner: transaction.paymentPartner && { ...transaction.paymentPartner, name: 'Xenon', iban: null },
  }));

/** Bookings on the given accounts, with ids that start with `prefix`. */
export const anyTransactions = (
  accountIds: readonly string[],
  prefix: string,
): fc.Arbitrary<CategorizedTransaction[]> =>
  fc
    .tuple(fc.array(anyBooking(accountIds), { maxLength: 60 }), fc.array(anyStream(accountIds), { maxLength: 4 }))
    .map(([single, streams]) => withOwnIds(prefix, [...single, ...streams.flat()]));

/** A user of the given type with two accounts, one of them of any type and without a balance at times. */
export const anyInput = (userType: UserType): fc.Arbitrary<AnalysisInput> =>
  fc
    .record({
      transactions: anyTransactions(['a', 'b'], 't'),
      asOf: fc.integer({ min: 0, max: 600 }).map((day) => formatDay(START + day)),
      balanceMinor: fc.option(fc.integer({ min: -500_000, max: 500_000 })),
      overdraftLimitMinor: fc.option(fc.integer({ min: 0, max: 200_000 })),
      type: fc.constantFrom('GIRO' as const, 'KREDIT_KARTE' as const, 'DARLEHEN' as const, 'TAGESGELD' as const),
    })
    .map(({ transactions, asOf, balanceMinor, overdraftLimitMinor, type }) => ({
      userType,
      asOf,
      accounts: [
        account('a', { iban: 'DE02100100100006820101', balanceMinor: 10_000, overdraftLimitMinor }),
        account('b', { balanceMinor, type }),
      ],
      transactions,
    }));

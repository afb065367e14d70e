/** Short ways to write accounts and bookings in tests. */
import type { Account, Transaction } from '#modules/banking/index.ts';
import { analyze } from './analyze.ts';
import type { AnalysisInput, AnalysisOutput, CategorizedTransaction } from './engine.types.ts';

type Partner = NonNullable<Transaction['paymentPartner']>;

export const account = (accountId: string, details: Partial<Account> = {}): Account => ({
  accountId,
  accountNumber: null,
  iban: null,
  bic: null,
  bankCode: null,
  bankName: null,
  name: null,
  owner: null,
  type: 'GIRO',
  currency: 'EUR',
  balanceMinor: 0,
  overdraftLimitMinor: null,
  ...details,
});

const NOBODY: Partner = {
  name: null,
  iban: null,
  bic: null,
  accountNumber: null,
  bankCode: null,
  creditorId: null,
};

type Details = Partial<Omit<CategorizedTransaction, 'paymentPartner'>> & { partner?: Partial<Partner> };

/** A booked transaction of account `a`: date, signed minor units, category. Ids follow from these unless given. */
export function booking(
  bookingDate: string,
  amountMinor: number,
  categoryId: string,
  { partner, ...details }: Details = {},
): CategorizedTransaction {
  return {
    transactionId: `${bookingDate}/${amountMinor}/${categoryId}/${partner?.name ?? ''}`,
    accountId: 'a',
    amountMinor,
    currency: 'EUR',
    bookingDate,
    valueDate: null,
    bookingText: null,
    purpose: null,
    merchantCategoryCode: null,
    paymentPartner: partner ? { ...NOBODY, ...partner } : null,
    endToEndId: null,
    mandateId: null,
    purposeCode: null,
    bankTransactionCode: null,
    status: 'booked',
    categoryId,
    tags: [],
    merchantName: null,
    isInternalTransfer: false,
    ...details,
  };
}

/** The same booking on several dates. */
export const repeated = (
  dates: readonly string[],
  amountMinor: number,
  categoryId: string,
  details: Details = {},
): CategorizedTransaction[] => dates.map((date) => booking(date, amountMinor, categoryId, details));

/** The given day of each month of a year. */
export const monthly = (year: number, day: number, months = 12): string[] =>
  Array.from(
    { length: months },
    (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

/** Runs the engine on one account unless others are given; `asOf` is the first day of 2026 by default. */
export function run(transactions: readonly CategorizedTransaction[], input: Partial<AnalysisInput> = {}) {
  const output = analyze({ userType: 'person', asOf: '2026-01-01', accounts: [account('a')], transactions, ...input });
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read results as clients do; the schemas' test checks their shape
  return { ...output, results: Object.fromEntries(output.results) as Record<string, any> };
}

/** Which contract each transaction of one belongs to, by their ids. */
export const contractIdsById = (
  transactions: readonly Transaction[],
  { contractIds }: Pick<AnalysisOutput, 'contractIds'>,
) =>
  Object.fromEntries(
    transactions.flatMap(({ transactionId }, n) => (contractIds[n] ? [[transactionId, contractIds[n]]] : [])),
  );

/** The row of a month in a `monthlyOverview`. */
// oxlint-disable-next-line typescript/no-explicit-any -- rows of any result
export const rowOf = (result: { monthlyOverview: any[] }, month: string): any =>
  result.monthlyOverview.find((row) => row.month === month);

import type { Account, PaymentPartner, Transaction } from '../server/src/modules/banking/banking.types.ts';
import type { BankData } from '../server/test/histories/analyze-history.ts';
import { bulkTransactions } from './data.ts';

const account: Account = {
  accountId: 'giro-1',
  accountNumber: '532013000',
  iban: null,
  bic: null,
  bankCode: null,
  bankName: 'Commerzbank',
  name: null,
  owner: 'Erika Mustermann',
  type: 'GIRO',
  currency: 'EUR',
  balanceMinor: 187_435,
  overdraftLimitMinor: null,
};

const NOBODY: PaymentPartner = {
  name: null,
  iban: null,
  bic: null,
  accountNumber: null,
  bankCode: null,
  creditorId: null,
};

/** A user with `count` bookings over two years, as the engines get it from the database. */
export function bulkUser(userType: BankData['userType'], count: number, seed: number): BankData {
  const transactions = bulkTransactions(count, seed).map((upload): Transaction => {
    const { transactionId, amount, currency, bookingDate, paymentPartner } = upload;
    return {
      ...{ transactionId, currency, bookingDate },
      accountId: account.accountId,
      amountMinor: Math.round(amount * 100),
      valueDate: upload.valueDate ?? null,
      bookingText: upload.bookingText ?? null,
      purpose: upload.purpose ?? null,
      merchantCategoryCode: null,
      paymentPartner: paymentPartner ? { ...NOBODY, ...(paymentPartner as Partial<PaymentPartner>) } : null,
      endToEndId: null,
      mandateId: upload.mandateId ?? null,
      purposeCode: null,
      bankTransactionCode: upload.bankTransactionCode ?? null,
      status: 'booked',
    };
  });
  return { userType, asOf: '2026-07-01', accounts: [account], transactions };
}

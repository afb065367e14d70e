import type { PaymentPartner, Transaction } from './banking.types.ts';

/** A transaction as the queries read it: the partner's fields beside the others. */
export interface TransactionRow extends Record<string, unknown>, Omit<Transaction, 'paymentPartner'> {
  partnerName: string | null;
  partnerIban: string | null;
  partnerBic: string | null;
  partnerAccountNumber: string | null;
  partnerBankCode: string | null;
  partnerCreditorId: string | null;
}

/** A row in the terms of the domain; a partner of whom nothing is known is null. */
export function fromRow(row: TransactionRow): Transaction {
  return {
    transactionId: row.transactionId,
    accountId: row.accountId,
    amountMinor: row.amountMinor,
    currency: row.currency,
    bookingDate: row.bookingDate,
    valueDate: row.valueDate,
    bookingText: row.bookingText,
    purpose: row.purpose,
    merchantCategoryCode: row.merchantCategoryCode,
    paymentPartner: partnerOf(row),
    endToEndId: row.endToEndId,
    mandateId: row.mandateId,
    purposeCode: row.purposeCode,
    bankTransactionCode: row.bankTransactionCode,
    status: row.status,
  };
}

function partnerOf(row: TransactionRow): PaymentPartner | null {
  const { partnerName, partnerIban, partnerBic, partnerAccountNumber, partnerBankCode, partnerCreditorId } = row;
  if (!(partnerName ?? partnerIban ?? partnerBic ?? partnerAccountNumber ?? partnerBankCode ?? partnerCreditorId))
    return null;
  return {
    name: partnerName,
    iban: partnerIban,
    bic: partnerBic,
    accountNumber: partnerAccountNumber,
    bankCode: partnerBankCode,
    creditorId: partnerCreditorId,
  };
}

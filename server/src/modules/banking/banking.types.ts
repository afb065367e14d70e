/**
 * The banking domain as the engines see it: plain data, integer minor units, ISO dates as strings.
 * Rows of the database and shapes of the wire are translated to these at the edges.
 */

export type AccountType =
  | 'GIRO'
  | 'KREDIT_KARTE'
  | 'DEPOT'
  | 'SPARKONTO'
  | 'TAGESGELD'
  | 'DARLEHEN'
  | 'BAUSPAREN'
  | 'PAYPAL'
  | 'SONSTIGE';

/** The other side of a transaction, as far as the bank named it. */
export interface PaymentPartner {
  name: string | null;
  iban: string | null;
  bic: string | null;
  accountNumber: string | null;
  bankCode: string | null;
  creditorId: string | null;
}

export interface Account {
  /** Unique per user; chosen by the caller on upload. */
  accountId: string;
  accountNumber: string | null;
  iban: string | null;
  bic: string | null;
  bankCode: string | null;
  bankName: string | null;
  name: string | null;
  owner: string | null;
  type: AccountType;
  /** ISO 4217. */
  currency: string;
  /** After the last booked transaction, in minor units of `currency`; null when unknown. */
  balanceMinor: number | null;
  /** How far the account may go below zero, as a positive number of minor units; null when unknown. */
  overdraftLimitMinor: number | null;
}

export interface Transaction {
  /** Unique per user. */
  transactionId: string;
  accountId: string;
  /** Signed minor units of `currency`: negative is money going out. Always a safe integer. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
  /** `YYYY-MM-DD`. */
  bookingDate: string;
  /** `YYYY-MM-DD`, null when the bank gave none. */
  valueDate: string | null;
  bookingText: string | null;
  purpose: string | null;
  /** ISO 18245, four digits. */
  merchantCategoryCode: string | null;
  paymentPartner: PaymentPartner | null;
  endToEndId: string | null;
  mandateId: string | null;
  /** ISO 20022 external purpose code, such as `SALA`. */
  purposeCode: string | null;
  /** ISO 20022 domain code, or a German GVC. */
  bankTransactionCode: string | null;
  status: 'booked' | 'pending';
}

/** The demo data in the wire shape of an upload: what `POST /users` and `POST /users/{id}/banking/accounts` take. */

export interface UploadPartner {
  name: string;
  iban?: string;
  bic?: string;
  creditorId?: string;
}

/** Amounts in major units of EUR, negative for money going out. */
export interface UploadTransaction {
  transactionId: string;
  amount: number;
  currency: 'EUR';
  /** `YYYY-MM-DD`, always a business day. */
  bookingDate: string;
  valueDate: string;
  bookingText: string;
  purpose: string;
  paymentPartner?: UploadPartner;
  endToEndId?: string;
  mandateId?: string;
  purposeCode?: string;
  /** German Geschäftsvorfallcode, three digits. */
  bankTransactionCode: string;
  merchantCategoryCode?: string;
  status: 'booked' | 'pending';
}

export interface UploadAccount {
  accountId: string;
  accountNumber: string;
  iban?: string;
  bic: string;
  bankCode: string;
  bankName: string;
  name: string;
  owner: string;
  type: 'GIRO' | 'KREDIT_KARTE' | 'TAGESGELD';
  currency: 'EUR';
  /** After the last transaction, in major units. */
  balance: number;
  overdraftLimit?: number;
  /** Oldest first. */
  transactions: UploadTransaction[];
}

export interface PersonaUser {
  type: 'person' | 'company';
  externalId: string;
  email: string;
  company?: { name: string; legalForm: string; registerNumber: string; vatId: string };
}

export interface Persona {
  user: PersonaUser;
  accounts: UploadAccount[];
  /** Paid already and not booked yet at the end of the last day, by account. */
  pending: Record<string, UploadTransaction[]>;
}

export interface PersonaOptions {
  /** Last day of the history, `YYYY-MM-DD`. */
  until: string;
  /**
   * The day that the life is told around: the history begins 24 months before it, and what happens once happens in the
   * months before it. Same anchor and seed, and a later `until` only adds. Default: `until`.
   */
  anchor?: string;
  /** Same seed and same days, same data; any integer. */
  seed: number;
}

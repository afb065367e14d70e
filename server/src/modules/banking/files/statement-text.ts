/** Texts of statements: made fit for storage, and recognised by their form. */
import { MAX_LENGTH } from '../banking.schemas.ts';
import type { PaymentPartner } from '../banking.types.ts';
import type { StatementAccount, StatementTransaction } from '../statements/statement.types.ts';

// Control characters, halves of surrogate pairs and byte order marks.
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]|\p{Cs}/gu;

/** Blanks in a row become one; empty becomes null; longer than `maxLength` is cut. */
export function cleanText(text: string | null | undefined, maxLength: number = MAX_LENGTH.text): string | null {
  if (!text) return null;
  const clean = text.replace(UNWANTED, ' ').replace(/\s+/g, ' ').trim();
  if (clean === '') return null;
  return clean.length > maxLength
    ? clean
        .slice(0, maxLength)
        .toWellFormed()
        .replace(/\ufffd$/, '')
    : clean;
}

export const cleanCode = (text: string | null | undefined) => cleanText(text, MAX_LENGTH.code);
export const cleanName = (text: string | null | undefined) => cleanText(text, MAX_LENGTH.name);

/** By form only: exports with masked digits are common, so the checksum is not looked at. Null when it is none. */
export function asIban(text: string | null | undefined): string | null {
  const compact = (text ?? '').replace(/\s+/g, '').toUpperCase();
  return /^[A-Z]{2}[0-9X*]{2}[A-Z0-9*]{10,30}$/.test(compact) && /\d{4}|[X*]{4}/.test(compact) ? compact : null;
}

/** ISO 9362; the test code in its last place allows lower case in no bank's file. */
export function asBic(text: string | null | undefined): string | null {
  const compact = (text ?? '').replace(/\s+/g, '').toUpperCase();
  return /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(compact) ? compact : null;
}

/** What banks write where a party gave no reference. */
export function asReference(text: string | null | undefined): string | null {
  const clean = cleanCode(text);
  return clean === null || /^(?:NOTPROVIDED|NOT PROVIDED|NONREF|NICHT ANGEGEBEN|-+)$/i.test(clean) ? null : clean;
}

/** The other side from what is known of it; null when nothing is. */
export function partnerOf(known: {
  name?: string | null;
  /** An IBAN or a national account number. */
  account?: string | null;
  /** A BIC or a national bank code. */
  bank?: string | null;
  creditorId?: string | null;
}): PaymentPartner | null {
  const iban = asIban(known.account);
  const bic = asBic(known.bank);
  const partner: PaymentPartner = {
    name: cleanName(known.name),
    iban,
    bic,
    accountNumber: iban ? null : cleanCode(known.account),
    bankCode: bic ? null : cleanCode(known.bank),
    creditorId: cleanCode(known.creditorId),
  };
  return Object.values(partner).some((value) => value !== null) ? partner : null;
}

/** An account of which only this much is known. */
export function accountOf(known: Partial<StatementAccount> & { currency: string }): StatementAccount {
  return {
    iban: null,
    accountNumber: null,
    bankCode: null,
    bic: null,
    bankName: null,
    name: null,
    owner: null,
    type: null,
    resourceId: null,
    overdraftLimitMinor: null,
    ...known,
  };
}

/** A booked transaction of which only this much is known. */
export function transactionOf(
  known: Partial<StatementTransaction> & Pick<StatementTransaction, 'amountMinor' | 'currency' | 'bookingDate'>,
): StatementTransaction {
  return {
    bankIds: [],
    valueDate: null,
    bookingText: null,
    purpose: null,
    merchantCategoryCode: null,
    paymentPartner: null,
    endToEndId: null,
    mandateId: null,
    purposeCode: null,
    bankTransactionCode: null,
    status: 'booked',
    ...known,
  };
}

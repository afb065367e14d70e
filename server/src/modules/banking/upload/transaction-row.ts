/**
 * One transaction of an upload → one row of COPY text. This runs 100,000 times per upload, so it builds the row straight
 * from the parsed JSON and keeps no object.
 */

import { Compile } from 'typebox/compile';
import { AmountError, parseAmount } from '#platform/money.ts';
import { findTextProblem } from '#platform/storable-text.ts';
import { PaymentPartnerInput, TransactionInput } from '../banking.schemas.ts';
import { COPY_NULL, escapeCopyText } from './copy-text.ts';
import { explainSchemaErrors } from './explain-schema-errors.ts';
import type { ProblemList } from './upload-error.ts';
import { findDateProblem, findIbanProblem, normalizeIban } from './upload-text.ts';

/** The columns of a row of `copyData`, in their order; for the column list of the COPY statement. */
export const TRANSACTION_COLUMNS = [
  'account_ordinal',
  'transaction_ordinal',
  'transaction_id',
  'amount_minor',
  'currency',
  'booking_date',
  'value_date',
  'booking_text',
  'purpose',
  'merchant_category_code',
  'partner_name',
  'partner_iban',
  'partner_bic',
  'partner_account_number',
  'partner_bank_code',
  'partner_creditor_id',
  'end_to_end_id',
  'mandate_id',
  'purpose_code',
  'bank_transaction_code',
  'status',
] as const;

const validator = Compile(TransactionInput);
const TRANSACTION_FIELDS = Object.keys(TransactionInput.properties);
const PARTNER_FIELDS = Object.keys(PaymentPartnerInput.properties);
const NO_PARTNER = Array(6).fill(COPY_NULL).join('\t');
/** Where a problem would be told of, a column is still needed. */
const UNKNOWN_AMOUNT = '0';

type Optional = string | null | undefined;
type PartnerObject = Exclude<NonNullable<TransactionInput['paymentPartner']>, string>;

/** Checks the shape; tells every problem with `path` before it. */
export function isTransaction(value: unknown, path: string, problems: ProblemList): value is TransactionInput {
  if (validator.Check(value)) return true;
  for (const { path: at, message } of explainSchemaErrors(validator.Errors(value), path)) problems.add(at, message);
  return false;
}

/** Tells of texts that PostgreSQL can't store. Only needed for texts that were written with escapes. */
export function checkTexts(transaction: TransactionInput, path: string, problems: ProblemList): void {
  checkFields(transaction, TRANSACTION_FIELDS, path, problems);
  const { paymentPartner } = transaction;
  if (paymentPartner !== null && typeof paymentPartner === 'object') {
    checkFields(paymentPartner, PARTNER_FIELDS, `${path}/paymentPartner`, problems);
  }
}

function checkFields(value: object, names: string[], path: string, problems: ProblemList): void {
  for (const name of names) {
    const field = (value as Record<string, unknown>)[name];
    const problem = typeof field === 'string' ? findTextProblem(field) : null;
    if (problem) problems.add(`${path}/${name}`, problem);
  }
}

/** Tells of dates that don't exist and of IBANs that are too long. */
export function checkMeaning(transaction: TransactionInput, path: string, problems: ProblemList): void {
  const { bookingDate, valueDate, paymentPartner } = transaction;
  const booking = findDateProblem(bookingDate);
  if (booking) problems.add(`${path}/bookingDate`, booking);
  if (valueDate) {
    const value = valueDate === bookingDate ? null : findDateProblem(valueDate);
    if (value) problems.add(`${path}/valueDate`, value);
  }
  if (typeof paymentPartner === 'object' && paymentPartner?.iban) {
    const iban = findIbanProblem(normalizeIban(paymentPartner.iban));
    if (iban) problems.add(`${path}/paymentPartner/iban`, iban);
  }
}

/** Minor units as a column; tells of an amount that isn't exact in the currency. */
export function amountColumn(amount: unknown, currency: string, path: string, problems: ProblemList): string {
  try {
    return String(parseAmount(amount, currency));
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    problems.add(`${path}/amount`, error.message);
    return UNKNOWN_AMOUNT;
  }
}

/** The row of a checked transaction. `places` are its first two columns; `plain`: no text needs an escape. */
export function transactionRow(
  places: string,
  transaction: TransactionInput,
  amountMinor: string,
  currency: string,
  plain: boolean,
): string {
  const text = plain ? plainColumn : escapedColumn;
  const t = transaction;
  return `${places}\t${text(t.transactionId)}\t${amountMinor}\t${currency}\t${t.bookingDate}\t${plainColumn(t.valueDate)}\t${text(t.bookingText)}\t${text(t.purpose)}\t${merchantCategoryColumn(t.merchantCategoryCode)}\t${partnerColumns(t.paymentPartner, text)}\t${text(t.endToEndId)}\t${text(t.mandateId)}\t${text(t.purposeCode)}\t${text(t.bankTransactionCode)}\t${t.status ?? 'booked'}\n`;
}

/** An absent, null or empty field means that nothing is known. */
function plainColumn(value: Optional): string {
  return value === undefined || value === null || value === '' ? COPY_NULL : value;
}

function escapedColumn(value: Optional): string {
  return value === undefined || value === null || value === '' ? COPY_NULL : escapeCopyText(value);
}

function merchantCategoryColumn(value: string | number | null | undefined): string {
  return typeof value === 'number' ? String(value).padStart(4, '0') : plainColumn(value);
}

function partnerColumns(partner: TransactionInput['paymentPartner'], text: (value: Optional) => string): string {
  if (partner === undefined || partner === null) return NO_PARTNER;
  const p: PartnerObject = typeof partner === 'string' ? { name: partner } : partner;
  const iban = p.iban ? normalizeIban(p.iban) : p.iban;
  return `${text(p.name)}\t${text(iban)}\t${text(p.bic)}\t${text(p.accountNumber)}\t${text(p.bankCode)}\t${text(p.creditorId)}`;
}

/** A transaction of a statement as a row of COPY text. */
import { AppError, validationFailed } from '#platform/http/errors.ts';
import { MAX_LENGTH } from '../banking.schemas.ts';
import { COPY_NULL, escapeCopyText } from '../upload/copy-text.ts';
import { TRANSACTION_COLUMNS } from '../upload/transaction-row.ts';
import { findDateProblem, normalizeIban } from '../upload/upload-text.ts';
import { fingerprint } from './fingerprint.ts';
import type { StatementTransaction } from './statement.types.ts';
import { tellingIds } from './weigh-evidence.ts';

/** Between the ids of one transaction in a column. */
export const ID_SEPARATOR = '\u001f';
const MOST_IDS = 6;

/** Beside the keys: what a transaction consists of. */
export const CONTENT_COLUMNS = TRANSACTION_COLUMNS.slice(3);
export const STATEMENT_COLUMNS = ['ref_ordinal', 'ordinal', 'bank_ids', 'fingerprint', ...CONTENT_COLUMNS];

/** Banks send what PostgreSQL can't store, and blanks where they have nothing to say. */
export function cleanText(text: string | null, maxLength: number): string | null {
  if (text === null || text === '') return null;
  const cut = text.replaceAll('\0', '').trim().slice(0, maxLength);
  const clean = cut.isWellFormed() ? cut : cut.toWellFormed();
  return clean === '' ? null : clean;
}

/** The row in the order of `STATEMENT_COLUMNS`; `places` are its first two. Throws for a day that no calendar has. */
export function statementRow(places: string, t: StatementTransaction): string {
  const problem = findDateProblem(t.bookingDate) ?? (t.valueDate === null ? null : findDateProblem(t.valueDate));
  if (problem) throw new AppError(validationFailed, `A transaction of ${t.bookingDate}: its date ${problem}.`);
  const { code, name, text } = MAX_LENGTH;
  const partner = t.paymentPartner;
  const content = {
    amountMinor: t.amountMinor,
    currency: t.currency,
    bookingDate: t.bookingDate,
    bookingText: cleanText(t.bookingText, text),
    purpose: cleanText(t.purpose, text),
    partnerName: cleanText(partner?.name ?? null, name),
    partnerIban: partner?.iban ? cleanText(normalizeIban(partner.iban), MAX_LENGTH.iban) : null,
  };
  const ids = tellingIds(t.bankIds.map((id) => cleanText(id.replaceAll(ID_SEPARATOR, ' '), code) ?? '')).filter(
    Boolean,
  );
  const columns = [
    ids.length > 0 ? ids.slice(0, MOST_IDS).join(ID_SEPARATOR) : null,
    fingerprint(content),
    String(t.amountMinor),
    t.currency,
    t.bookingDate,
    t.valueDate,
    content.bookingText,
    content.purpose,
    t.merchantCategoryCode,
    content.partnerName,
    content.partnerIban,
    cleanText(partner?.bic ?? null, code),
    cleanText(partner?.accountNumber ?? null, code),
    cleanText(partner?.bankCode ?? null, code),
    cleanText(partner?.creditorId ?? null, code),
    cleanText(t.endToEndId, code),
    cleanText(t.mandateId, code),
    cleanText(t.purposeCode, code),
    cleanText(t.bankTransactionCode, code),
    t.status,
  ];
  return `${places}\t${columns.map((column) => (column === null ? COPY_NULL : escapeCopyText(column))).join('\t')}\n`;
}

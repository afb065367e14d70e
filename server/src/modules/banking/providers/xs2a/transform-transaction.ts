/** A booking of NextGenPSD2 (`TransactionDetails`, `CardTransaction`) in the common form of statements. Pure. */
import { AmountError, parseAmount } from '#platform/money.ts';
import type { StatementTransaction } from '../../statements/statement.types.ts';
import { directionOf, partnerOf } from './direction.ts';
import { dayOf, firstText, type JsonObject, listOf, objectOf, textOf } from './read-json.ts';

export interface TransactionContext {
  account: { iban: string | null; currency: string; owner: string | null };
  status: 'booked' | 'pending';
  /** The day of the reading, for what is pending and undated. */
  today: string;
  amounts: 'signed' | 'unsigned';
}

/** A booking, or why it is none. Nothing is guessed: without amount, day or direction it is no booking. */
export function transformTransaction(
  entry: unknown,
  context: TransactionContext,
): StatementTransaction | { reason: string } {
  const fields = objectOf(entry);
  const { amount, currency } = objectOf(fields.transactionAmount);
  const code = textOf(currency)?.toUpperCase() ?? context.account.currency;
  let amountMinor: number;
  try {
    // A plus sign is no part of a number elsewhere, but some banks write it.
    amountMinor = parseAmount(typeof amount === 'string' ? amount.trim().replace(/^\+/, '') : amount, code);
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    return { reason: `transactionAmount: ${error.message}` };
  }
  const direction = directionOf(fields, amountMinor, context);
  if (direction === null) return { reason: 'neither a sign nor creditor or debtor tells its direction' };
  const dates = datesOf(fields, context);
  if (!dates) return { reason: 'bookingDate: is missing or no day' };
  return {
    bankIds: bankIdsOf(fields),
    amountMinor: direction === 'out' ? -Math.abs(amountMinor) : Math.abs(amountMinor),
    currency: code,
    ...dates,
    ...textsOf(fields),
    paymentPartner: partnerOf(fields, direction, context.account),
    status: context.status,
  };
}

function datesOf(fields: JsonObject, { status, today }: TransactionContext) {
  const valueDate = dayOf(fields.valueDate);
  const bookingDate = dayOf(fields.bookingDate);
  if (bookingDate) return { bookingDate, valueDate };
  if (status === 'booked') return null;
  return { bookingDate: valueDate ?? dayOf(fields.transactionDate) ?? today, valueDate };
}

function textsOf(fields: JsonObject) {
  const endToEndId = textOf(fields.endToEndId);
  const mcc = textOf(fields.merchantCategoryCode);
  return {
    bookingText: firstText(fields, 'additionalInformation'),
    purpose: purposeOf(fields),
    merchantCategoryCode: mcc && /^\d{4}$/.test(mcc) ? mcc : null,
    endToEndId: endToEndId && !/^not ?provided$/i.test(endToEndId) ? endToEndId : null,
    mandateId: textOf(fields.mandateId),
    purposeCode: textOf(fields.purposeCode),
    bankTransactionCode: bankCodeOf(fields),
  };
}

/** The most stable kind first; the kinds are told apart, because banks use the same number for different things. */
function bankIdsOf(fields: JsonObject): string[] {
  const ids = [
    ['id', firstText(fields, 'transactionId', 'cardTransactionId')],
    ['entry', textOf(fields.entryReference)],
  ];
  return ids.flatMap(([kind, id]) => (id ? [`${kind}:${id}`] : []));
}

/** German banks put the Geschäftsvorfallcode (GVC) second into `NTRF+166+…`; it says more than the code of ISO 20022. */
function bankCodeOf(fields: JsonObject): string | null {
  const own = textOf(fields.proprietaryBankTransactionCode);
  const gvc = own && /^(?:[A-Z]{4}\+)?(\d{3})(?:\+|$)/.exec(own)?.[1];
  return gvc ?? textOf(fields.bankTransactionCode) ?? own;
}

function purposeOf(fields: JsonObject): string | null {
  const lines = listOf(fields.remittanceInformationUnstructuredArray).map(textOf).filter(Boolean).join(' ');
  const structured = [fields.remittanceInformationStructured, ...listOf(fields.remittanceInformationStructuredArray)]
    .map((part) => textOf(part) ?? textOf(objectOf(part).reference))
    .filter(Boolean)
    .join(' ');
  const text = textOf(fields.remittanceInformationUnstructured) || lines || structured || cardPurposeOf(fields) || null;
  const exchange = exchangeOf(fields);
  return text && exchange ? `${text} (${exchange})` : (text ?? exchange);
}

/** Card bookings tell the merchant and its place instead. */
function cardPurposeOf(fields: JsonObject): string {
  const place = objectOf(fields.cardAcceptorAddress);
  const parts = [
    firstText(fields, 'transactionDetails', 'cardAcceptorId'),
    textOf(place.townName) ?? textOf(place.city),
  ];
  return parts.filter(Boolean).join(' ');
}

/** `12.50 USD, rate 1.0842`: what was paid in another currency, in words that a search finds. */
function exchangeOf(fields: JsonObject): string | null {
  const first = Array.isArray(fields.currencyExchange) ? fields.currencyExchange[0] : fields.currencyExchange;
  const exchange = objectOf(first);
  const instructed = objectOf(exchange.instructedAmount ?? exchange.instrAmount ?? fields.originalAmount);
  const rate = textOf(exchange.exchangeRate);
  const amount = [textOf(instructed.amount), textOf(instructed.currency)];
  const parts = [amount.every(Boolean) ? amount.join(' ') : null, rate ? `rate ${rate}` : null];
  return parts.filter(Boolean).join(', ') || null;
}

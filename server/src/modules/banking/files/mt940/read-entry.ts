/** Fields `:60:`, `:61:` and `:62:` of MT940: balances and the line of a booking. */
import { readAmount } from '../amounts.ts';
import { readDate } from '../dates.ts';
import { asReference } from '../statement-text.ts';

export interface Mt940Balance {
  amountMinor: number;
  currency: string;
  date: string;
}

/** `C251127EUR15188,85`; null when it is of another form. */
export function readBalance(text: string): Mt940Balance | null {
  const match = /^([CD])(\d{6})([A-Z]{3})(\d[\d.]*,?\d*)\s*$/.exec(text);
  if (!match) return null;
  const [, mark, yymmdd = '', currency = '', digits = ''] = match;
  const date = readShortDate(yymmdd);
  const amount = readAmount(digits, ',', currency);
  if (!date || typeof amount !== 'number') return null;
  return { amountMinor: mark === 'D' ? -amount + 0 : amount, currency, date };
}

export interface Mt940Entry {
  amountMinor: number;
  bookingDate: string;
  valueDate: string;
  bankReference: string | null;
}

const ENTRY = /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?(\d[\d.]*,\d*|\d+)([A-Z][A-Z0-9]{3})?(.*)$/;

/** `2511271127DR17,90NDDTKREF+`: the booking, or what is wrong with it. */
export function readEntry(text: string, currency: string): Mt940Entry | { problem: string } {
  const match = ENTRY.exec(text);
  if (!match) return { problem: 'field :61: is malformed: date, mark, amount and type of the booking were expected' };
  const [, yymmdd = '', mmdd, mark = '', , digits = '', , references = ''] = match;
  const valueDate = readShortDate(yymmdd);
  if (!valueDate) return { problem: `field :61:, value date: "${yymmdd}" is no date` };
  const bookingDate = mmdd ? nearestDate(mmdd, valueDate) : valueDate;
  if (!bookingDate) return { problem: `field :61:, entry date: "${mmdd}" is no date` };
  const amount = readAmount(digits, ',', currency);
  if (typeof amount !== 'number') return { problem: `field :61:, amount: ${amount.problem}` };
  // RC takes a credit back, RD a debit.
  const outgoing = mark === 'D' || mark === 'ED' || mark === 'RC';
  return {
    amountMinor: outgoing ? -amount + 0 : amount,
    bookingDate,
    valueDate,
    bankReference: asReference(references.split('//')[1]),
  };
}

/** YYMMDD. Interest is counted in months of 30 days, so that value dates such as 30 February occur: the month's last day. */
function readShortDate(yymmdd: string): string | null {
  const date = readDate(`${Number(yymmdd.slice(0, 2)) < 70 ? '20' : '19'}${yymmdd}`, 'dmy');
  if (date || !/^\d\d02(?:29|30)$/.test(yymmdd)) return date;
  return readShortDate(`${yymmdd.slice(0, 4)}28`);
}

/** The day MMDD that lies nearest to `date`: around New Year it is in the year before or after. */
function nearestDate(mmdd: string, date: string): string | null {
  const year = Number(date.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map((y) => readDate(`${y}-${mmdd.slice(0, 2)}-${mmdd.slice(2)}`, 'dmy'))
    .filter((day) => day !== null);
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(date));
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

import { overlapsIdentifier } from './identifier-pattern.ts';

const UNGROUPED = /(?<!\d|\d\.)[2-6]\d{12,18}(?!\d|\.\d)/g;
/** Groups of four (13 to 19 digits), or 4-6-4 and 4-6-5 as on Diners and American Express cards. */
const GROUPED =
  /(?<!\d)(?:[2-6]\d{3}([ \t\u00a0\u202f+-])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?|3\d{3}([ \t\u00a0\u202f+-])\d{6}\2\d{4,5})(?!\d)/g;

/** What every card number has: two runs of four digits, or four and six. */
const MAY_HOLD_CARD = /\d{4}[^\d]?\d{4}/;

/**
 * Replaces payment card numbers: 13 to 19 digits, grouped or not, with a right check digit (Luhn, ISO/IEC 7812-1) and the
 * first digits that payment cards have. So epoch times (they start with 1), dates, years in a row and decimals stay.
 */
export function replaceCardNumbers(text: string, replacement: (found: string) => string): string {
  if (!MAY_HOLD_CARD.test(text)) return text;
  const censor = (match: string, offset: number, whole: string): string =>
    holdsCardNumber(match) && !overlapsIdentifier(whole, offset, offset + match.length) ? replacement(match) : match;
  return text
    .replace(UNGROUPED, censor)
    .replace(GROUPED, (match, _fours, _sixes, offset: number, whole: string) => censor(match, offset, whole));
}

/** The groups may be followed by one that is no part of the number, such as a month of expiry: then the first 16 count. */
function holdsCardNumber(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  return (
    isCardNumber(digits) || (digits.length > 16 && digits.length !== match.length && isCardNumber(digits.slice(0, 16)))
  );
}

/** First digits: 2200–2204 Mir, 2221–2720 Mastercard, 3 American Express, Diners and JCB, 4 Visa, 5 and 6 the others. */
function isCardNumber(digits: string): boolean {
  const prefix = Number(digits.slice(0, 4));
  const minLength = prefix < 3000 ? 16 : prefix < 4000 ? 14 : 13;
  const isIssued = prefix >= 3000 || (prefix >= 2200 && prefix <= 2204) || (prefix >= 2221 && prefix <= 2720);
  return isIssued && digits.length >= minLength && digits.length <= 19 && luhnSum(digits) % 10 === 0;
}

/** The Luhn sum: every second digit from the right is doubled, and 9 taken off when that gives two digits. */
export function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

import { numberContext } from './number-context.ts';

const START = String.raw`(?<![\w.,+/\\-])`;
const END = String.raw`(?![\w\\]|[.,:]\d|-\w|/\w)`;
const pattern = (source: string) => new RegExp(`${START}${source}${END}`, 'g');

const GERMAN_ID = pattern(String.raw`[1-9](?:\d{10}|\d \d{3} \d{3} \d{3})`);
const GERMAN_VAT = pattern(String.raw`(?:DE|de) ?\d{3} ?\d{3} ?\d{3}`);
const AUSTRIAN_VAT = pattern(String.raw`(?:ATU|atu)\d{8}`);
/** Social Security Administration: no area 000, 666 or above 899, no group 00, no serial 0000; 9xx is an ITIN of the IRS. */
const AMERICAN = pattern(
  String.raw`(?:(?!000|666)[0-8]\d{2}-(?!00)\d{2}|9\d{2}-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9]))-(?!0000)\d{4}`,
);
/** An employer's number looks like many others, so a word has to say what it is. */
const EMPLOYER = /(?<=\b(?:F?EIN|employer id\w*|federal tax id|tax id)\b[^\d\n]{0,20})\d{2}-\d{7}(?!\d)/gi;
/** HMRC, NIM39110: letters that are never given, and prefixes that are not used. */
const BRITISH = new RegExp(
  String.raw`(?<![\w-])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d{2} ?\d{2} ?\d{2} ?|\d{6})[A-D](?![\w-])`,
  'g',
);

const MAY_HOLD_TAX_ID = /\d{2}/;

/** Replaces tax ids of Germany (check digits right), Austria, the United States and the United Kingdom. */
export function replaceTaxIds(text: string, replacement: (found: string) => string): string {
  if (!MAY_HOLD_TAX_ID.test(text)) return text;
  const censor = (isTaxId: (digits: string) => boolean) => {
    return (match: string, offset: number, whole: string): string =>
      isTaxId(match.replace(/\D/g, '')) && numberContext(whole, offset) !== 'thing' ? replacement(match) : match;
  };
  const any = censor(() => true);
  return text
    .replace(GERMAN_ID, censor(isGermanTaxId))
    .replace(GERMAN_VAT, censor(hasCheckDigit))
    .replace(AUSTRIAN_VAT, any)
    .replace(AMERICAN, any)
    .replace(EMPLOYER, any)
    .replace(BRITISH, any);
}

/**
 * The Steueridentifikationsnummer: eleven digits, the last a check digit; of the first ten exactly one digit occurs twice
 * or three times (never three in a row), all others at most once. Source: § 139b AO, Bundeszentralamt für Steuern.
 */
export function isGermanTaxId(digits: string): boolean {
  const first = digits.slice(0, 10);
  const counts = [...Map.groupBy(first, (digit) => digit).values()].map(({ length }) => length);
  const repeated = counts.filter((count) => count > 1);
  const isOneRepeated = repeated.length === 1 && (repeated[0] === 2 || repeated[0] === 3);
  return digits.length === 11 && isOneRepeated && !/(\d)\1\1/.test(first) && hasCheckDigit(digits);
}

/** ISO 7064, MOD 11,10: the last digit makes the others right. */
function hasCheckDigit(digits: string): boolean {
  return checkDigitOf(digits.slice(0, -1)) === Number(digits.at(-1));
}

/** The check digit (ISO 7064, MOD 11,10) that belongs behind these digits. */
export function checkDigitOf(digits: string): number {
  let product = 10;
  for (const digit of digits) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10;
}

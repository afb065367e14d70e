/** Amounts as banks write them → plain decimal strings, and those → minor units. Nothing is rounded. */
import { AmountError, isCurrency, parseAmount } from '#platform/money.ts';

export type DecimalMark = ',' | '.';

const SYMBOLS = /[€¤$£¥]/g;
const CODE = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/;
const BLANKS = /[\s\u00a0\u2007\u2009\u202f]/g;
const GROUPED: Record<DecimalMark, RegExp> = {
  ',': /^(?:\d{1,3}(?:[.'’]\d{3})+|\d+)(?:,\d*)?$|^,\d+$/,
  '.': /^(?:\d{1,3}(?:[,'’]\d{3})+|\d+)(?:\.\d*)?$|^\.\d+$/,
};
/** German marks stand behind the number: Soll and Haben. */
const MARK = /^(.*?)(CR|DR|[SHCD])$/i;

interface SplitAmount {
  negative: boolean;
  digits: string;
}

/** Sign and digits; null when there is more about it than an amount has. */
function splitSign(text: string): SplitAmount | null {
  let rest = text
    .replace(SYMBOLS, '')
    .replace(CODE, (code) => (isCurrency(code) ? '' : code))
    .replace(BLANKS, '')
    .replaceAll('−', '-')
    .replaceAll('–', '-');
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) {
    negative = true;
    rest = bracketed[1] ?? '';
  }
  const marked = MARK.exec(rest);
  if (marked) {
    rest = marked[1] ?? '';
    if (/^(?:S|D|DR)$/i.test(marked[2] ?? '')) negative = true;
  }
  const signed = /^([+-]?)([^+-]*)([+-]?)$/.exec(rest);
  if (!signed || (signed[1] && signed[3])) return null;
  if ((signed[1] || signed[3]) === '-') {
    if (negative) return null;
    negative = true;
  }
  return { negative, digits: signed[2] ?? '' };
}

/** `"-1.234,5 €"` → `"-1234.5"`; null when `text` is no amount under this decimal mark. */
export function readDecimal(text: string, mark: DecimalMark): string | null {
  const split = splitSign(text);
  if (!split || split.digits === '' || !GROUPED[mark].test(split.digits)) return null;
  const [whole = '', fraction = ''] = split.digits.split(mark);
  const plain = whole.replace(/[^\d]/g, '').replace(/^0+(?=\d)/, '') || '0';
  return `${split.negative ? '-' : ''}${plain}${fraction ? `.${fraction}` : ''}`;
}

/** Signed minor units, or what is wrong in words that follow the value's name. */
export function readAmount(text: string, mark: DecimalMark, currency: string): number | { problem: string } {
  const decimal = readDecimal(text, mark);
  if (decimal === null) return { problem: `"${excerpt(text)}" is no amount` };
  try {
    return parseAmount(decimal, currency);
  } catch (error) {
    if (error instanceof AmountError) return { problem: error.message };
    throw error;
  }
}

/** A text as it may stand in an answer. */
export function excerpt(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 24 ? `${trimmed.slice(0, 24)}…` : trimmed;
}

/** True for a number that one of the two decimal marks makes an amount. */
export function looksLikeAmount(text: string): boolean {
  return /\d/.test(text) && (readDecimal(text, ',') !== null || readDecimal(text, '.') !== null);
}

/** How often the amounts of a file speak for each mark. */
export interface MarkEvidence {
  comma: number;
  point: number;
}

/** One or two decimals, or both marks in one number, tell which is which; "1.234" alone does not. */
export function addMarkEvidence(evidence: MarkEvidence, text: string): void {
  const digits = splitSign(text)?.digits ?? '';
  if (/\.\d{3},|,\d{1,2}$/.test(digits)) evidence.comma++;
  else if (/,\d{3}\.|\.\d{1,2}$/.test(digits)) evidence.point++;
}

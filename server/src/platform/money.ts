/**
 * Exact conversion between amounts on the wire (major units: 12.34) and integer minor units (1234).
 *
 * Bound: an amount has at most 15 significant digits, |minor| ≤ 999,999,999,999,999 (9.9 trillion EUR). Up to 15 digits
 * every decimal has a double of its own (IEEE 754, DBL_DIG), so number, string and minor units name the same amount in
 * every currency; beyond, 70368744177664.01 and 70368744177664.02 would be one JSON number. Nothing is ever rounded.
 */
import { isCurrency, MINOR_UNIT_DECIMALS } from './currencies.ts';

export { isCurrency };

/** The largest magnitude of an amount, in minor units of any currency. */
export const MAX_AMOUNT_MINOR = 999_999_999_999_999;

const SCALES = [1, 10, 100, 1_000, 10_000] as const;
const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** Sign, 15 digits and a point; the rest are zeros that somebody padded with. */
const MAX_DECIMAL_LENGTH = 40;

/** An amount that can't be kept exactly. The message says why and never contains more than a short excerpt. */
export class AmountError extends Error {
  override name = 'AmountError';
}

/** Decimals of the currency's minor unit; throws AmountError for a code that ISO 4217 doesn't know. */
export function decimalsOf(currency: string): number {
  const decimals = MINOR_UNIT_DECIMALS.get(currency);
  if (decimals === undefined) throw new AmountError(`${excerpt(currency)} is no currency of ISO 4217`);
  return decimals;
}

/**
 * Major units as a client sends them → integer minor units of `currency`.
 * Accepts a finite number (taken by its shortest decimal notation) or a plain decimal string: `"-12.34"`, no exponent,
 * no plus sign, no separators, no blanks. Zeros behind the last decimal are harmless ("12.340" is 12.34).
 * Throws AmountError when the value is of another form, has more decimals than the currency, or exceeds the bound.
 */
export function parseAmount(value: unknown, currency: string): number {
  const decimals = decimalsOf(currency);
  const scale = SCALES[decimals] as number;
  if (typeof value === 'number') {
    // Within the bound the product is off by less than 0.3, so rounding finds the only candidate; dividing back is
    // correctly rounded, so it gives `value` exactly when `value` is that candidate's own double.
    const minor = Math.round(value * scale);
    if (minor / scale === value && minor <= MAX_AMOUNT_MINOR && minor >= -MAX_AMOUNT_MINOR) return minor + 0;
    throw new AmountError(explainNumber(value, currency, decimals));
  }
  if (typeof value === 'string') return parseDecimal(value, currency, decimals);
  throw new AmountError('must be a number (12.34) or a decimal string ("12.34")');
}

/** Integer minor units → major units as the JSON number with the shortest notation: 1234 EUR → 12.34. */
export function formatMinor(minor: number, currency: string): number {
  assertMinor(minor);
  return minor / (SCALES[decimalsOf(currency)] as number) + 0;
}

/** Integer minor units → decimal string with all decimals of the currency: -5 EUR → "-0.05", 1234 JPY → "1234". */
export function minorToDecimalString(minor: number, currency: string): string {
  assertMinor(minor);
  const decimals = decimalsOf(currency);
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function parseDecimal(text: string, currency: string, decimals: number): number {
  if (text.length > MAX_DECIMAL_LENGTH || !DECIMAL.test(text)) {
    throw new AmountError(`${excerpt(text)} is no plain decimal number such as "12.34" or "-0.5"`);
  }
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? '' : text.slice(point + 1);
  if (fraction.length > decimals) {
    const significant = fraction.replace(/0+$/, '').length;
    if (significant > decimals) throw new AmountError(tooManyDecimals(text, significant, currency, decimals));
  }
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  if (Math.abs(minor) > MAX_AMOUNT_MINOR) throw new AmountError(outOfRange(text, currency));
  return minor + 0;
}

function explainNumber(value: number, currency: string, decimals: number): string {
  if (!Number.isFinite(value)) return 'must be a finite number';
  if (Math.abs(value) * (SCALES[decimals] as number) > MAX_AMOUNT_MINOR) return outOfRange(String(value), currency);
  return tooManyDecimals(String(value), countDecimals(value), currency, decimals);
}

/** Decimals of the shortest notation: 12.345 → 3, 1.5e-7 → 8. */
function countDecimals(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
}

function tooManyDecimals(text: string, count: number, currency: string, decimals: number): string {
  return `${text} has ${count} ${count === 1 ? 'decimal' : 'decimals'}, ${currency} has ${decimals}`;
}

function outOfRange(text: string, currency: string): string {
  return `${text} is out of range: at most ${minorToDecimalString(MAX_AMOUNT_MINOR, currency)} ${currency}`;
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 24 ? `${text.slice(0, 24)}…` : text);
}

function assertMinor(minor: number): void {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no safe integer of minor units`);
}

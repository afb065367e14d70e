import { IBAN_SHAPES, mod97 } from '#platform/personal-data/iban-pattern.ts';
import { toInternational } from './phone-plans.ts';

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,63}/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){2,8}(?![A-Z0-9])/gi;
const PHONE = /(?<![\w])(?:\+|00)?\d[\d\s()/-]{5,20}\d(?!\w)/g;
const ORDER = /(?<![\w@.])#?\s?((?=[A-Z0-9-]*\d)[A-Z0-9](?:[A-Z0-9-]{2,28})[A-Z0-9])(?![\w@])/gi;

export const readEmails = (message: string): string[] =>
  unique((message.match(EMAIL) ?? []).map((email) => email.toLowerCase()));

/** Those of a registered country (ISO 13616) with its length, without blanks; `valid` by their check digits. */
export function readIbans(message: string): { iban: string; valid: boolean }[] {
  const found = (message.match(IBAN) ?? []).flatMap((text) => {
    const compact = text.replaceAll(' ', '').toUpperCase();
    const length = (IBAN_SHAPES.get(compact.slice(0, 2))?.length ?? Number.POSITIVE_INFINITY) + 2;
    return compact.length >= length ? [compact.slice(0, length)] : [];
  });
  return unique(found).map((iban) => ({ iban, valid: mod97(iban.slice(4) + iban.slice(0, 4)) === 1 }));
}

/** In E.164; numbers that are not written with their country are read as within `country`. */
export function readPhones(message: string, country: string): string[] {
  const numbers = (message.match(PHONE) ?? []).map((number) => {
    const digits = number.replace('(0)', '').replaceAll(/[^\d+]/g, '');
    if (digits.startsWith('+')) return digits;
    if (digits.startsWith('00')) return `+${digits.slice(2)}`;
    return toInternational(digits, country);
  });
  return unique(numbers.filter((number) => number !== null && /^\+[1-9]\d{7,14}$/.test(number)) as string[]);
}

/** Letters, digits and hyphens with at least one digit, four characters and more. */
export const readOrderNumbers = (message: string): string[] =>
  unique([...message.matchAll(ORDER)].map(([, number = '']) => number.toUpperCase()));

const unique = (values: string[]) => [...new Set(values)];

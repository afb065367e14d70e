/** Rules for single values of an upload. Each returns what is wrong, to be read after the field's name, or null. */

const MIN_YEAR = 1900;
const MAX_YEAR = 2199;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MAX_IBAN_LENGTH = 34;

/** `date` has the form YYYY-MM-DD. Years far off are refused too: every month between is a month of the analyses. */
export function findDateProblem(date: string): string | null {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  if (year < MIN_YEAR || year > MAX_YEAR) return `must lie in the years ${MIN_YEAR} to ${MAX_YEAR}`;
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] as number) + leapDay) {
    return 'is no day of the calendar';
  }
  return null;
}

/** An IBAN as it is compared: capital letters, no blanks. The checksum isn't looked at; masked ones are common. */
export function normalizeIban(iban: string): string {
  return /^[A-Z0-9]*$/.test(iban) ? iban : iban.replace(/\s+/g, '').toUpperCase();
}

export function findIbanProblem(normalized: string): string | null {
  return normalized.length > MAX_IBAN_LENGTH ? `must not have more than ${MAX_IBAN_LENGTH} characters` : null;
}

import { MARKERS, redactText } from './redact-text.ts';

/** Field names, in lower case without `-`, `_`, `.` and blanks, whose whole value is a secret or personal data. */
const CENSORED_NAMES = new Set(
  [
    'authorization proxyauthorization cookie cookies setcookie rawheaders apikey xapikey privatekey signature passwd',
    'passphrase pin bankingpin userpin tan otp credentials loginname encryptionkey owner purpose paymentpartner',
    'accountholder holder counterpart counterparty creditorname debtorname firstname lastname fullname birthdate',
    'dateofbirth phone phonenumber postaladdress street accountnumbers ibans emails cardnumber pan cvc remittanceinformation',
  ].flatMap((names) => names.split(' ')),
);
/** Endings that make any name such a one: `clientSecret`, `refresh_token`, `new-password`; not `inputTokens`, a count. */
const CENSORED_ENDINGS = /(?:(?:password|secret|apikey|iban|email|emailaddress|accountnumber|passwordhash)s?|token)$/;

export const REDACTED = '[redacted]';
const MAX_DEPTH = 12;
const MAX_KNOWN_NAMES = 5_000;

type FieldName = { readonly text: string; readonly isCensored: boolean };
const knownNames = new Map<string, FieldName>();

/**
 * A copy of a JSON value with secrets and personal data censored: whole values of fields so named (except null and
 * booleans), and {@link redactText} in every other text, name of a field and number long enough for a card.
 * What lies deeper than 12 levels is left out.
 */
export function redactJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number')
    return isLong(value) && redactText(String(value)) !== String(value) ? MARKERS.card : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redactJson(item, depth + 1));
  // Without a prototype, so that a field called __proto__ is a field like any other.
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[key];
    const name = knownNames.get(key) ?? readName(key);
    const isCensored = name.isCensored && field !== null && typeof field !== 'boolean';
    copy[name.text] = isCensored ? REDACTED : redactJson(field, depth + 1);
  }
  return copy;
}

/** True when a field of this name is censored whatever its value. */
export function isCensoredName(name: string): boolean {
  return (knownNames.get(name) ?? readName(name)).isCensored;
}

/** Names of fields repeat from line to line; data used as names does not, so the memory of them is bounded. */
function readName(key: string): FieldName {
  const plain = key.toLowerCase().replace(/[-_. ]/g, '');
  const name = { text: redactText(key), isCensored: CENSORED_NAMES.has(plain) || CENSORED_ENDINGS.test(plain) };
  if (knownNames.size < MAX_KNOWN_NAMES) knownNames.set(key, name);
  return name;
}

function isLong(value: number): boolean {
  return Number.isInteger(value) && value >= 1e12;
}

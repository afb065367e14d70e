import { type PersonalDataKind, replaceNames, replacePersonalData } from '../personal-data/index.ts';

/** What stands in place of a censored value; the name says what was there. */
export const MARKERS = {
  secret: '[secret]',
  email: '[email]',
  iban: '[iban]',
  card: '[card]',
  phone: '[phone]',
  'tax-id': '[tax-id]',
  name: '[name]',
} as const satisfies Record<PersonalDataKind | 'name' | 'secret', string>;

/** The shortest texts that can hold anything: `a@b.de`, `pin=1`. */
const MIN_LENGTH = 5;

const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g;
/** The password of a connection string, up to the last @ of the word, since it may hold an @ itself. */
const URL_PASSWORD = /([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{0,128}):\S{0,512}@/gi;
/** JWS and JWE in compact form: a JSON header always starts with `{"`, which is `eyJ`. */
const JSON_WEB_TOKEN = /eyJ[\w-]*(?:\.[\w-]*){0,4}/g;
const API_KEY = /(?:fini|kontor)_[\w-]{16,}/g;
const AUTHORIZATION = /\b(bearer|basic)\s+([\w.~+/=-]{8,})/gi;
const COOKIE_LINE = /\b((?:set-)?cookie:)[^\r\n]+/gi;
const SECRET_NAMES = 'password|passwd|passphrase|secret|token|api[-_]?key|authorization|(?<![a-z])(?:pin|tan|otp)';
/** `client_secret=…` in forms and queries, `"password": "…"` in JSON that became text, also escaped once or twice. */
const SECRET_ASSIGNMENT = new RegExp(
  String.raw`((?:${SECRET_NAMES})(?:=|\\*["']\s*[:=]\s*))(?:\\*"[^"]*"|\\*'[^']*'|[^\s"'&,;)}\]]+)`,
  'gi',
);
const SECRET_WORD = new RegExp(`bearer|basic|cookie:|${SECRET_NAMES}`, 'i');
/** Words joined by underscores are a name, such as a metric's; drawn keys have digits or capitals. */
const IS_PLAIN_NAME = /^[a-z]+(?:_[a-z]+)*_?$/;

/**
 * Censors secrets and personal data in a text, wherever they stand: private keys, passwords in connection strings, tokens
 * (JWT, bearer, basic, `fini_…` and `kontor_…` keys), values assigned to secret names, and what `replacePersonalData` and
 * `replaceNames` find.
 * Pure; the time it needs grows linearly with the text.
 */
export function redactText(text: string): string {
  if (text.length < MIN_LENGTH) return text;
  const withoutNumbers = replacePersonalData(redactSecrets(text), (kind) => MARKERS[kind]);
  return replaceNames(withoutNumbers, () => MARKERS.name);
}

function redactSecrets(text: string): string {
  let result = text;
  if (result.includes('-----BEGIN')) result = result.replace(PRIVATE_KEY, MARKERS.secret);
  if (result.includes('://') && result.includes('@')) result = result.replace(URL_PASSWORD, `$1:${MARKERS.secret}@`);
  if (result.includes('eyJ')) result = result.replace(JSON_WEB_TOKEN, keepWithoutDot);
  if (result.includes('fini_') || result.includes('kontor_')) result = result.replace(API_KEY, keepPlainName);
  if (!SECRET_WORD.test(result)) return result;
  return result
    .replace(COOKIE_LINE, `$1 ${MARKERS.secret}`)
    .replace(AUTHORIZATION, keepPlainWord)
    .replace(SECRET_ASSIGNMENT, `$1${MARKERS.secret}`);
}

function keepWithoutDot(match: string): string {
  return match.includes('.') ? MARKERS.secret : match;
}

function keepPlainName(match: string): string {
  return IS_PLAIN_NAME.test(match) ? match : MARKERS.secret;
}

function keepPlainWord(match: string, scheme: string, value: string): string {
  return /^[a-z]+$/.test(value) ? match : `${scheme} ${MARKERS.secret}`;
}

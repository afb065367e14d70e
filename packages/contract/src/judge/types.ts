import type { EndpointSeen, Observed } from '../probe/observed.types.ts';
import { isCodeName, isCount, isDateName, isIdentifierName, isPhoneName, isYesNoName } from './field-names.ts';
import { type Say, sayAbout } from './judgement.ts';
import { goodBodies, typeOf, valuesByField } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 6: one type per field, and the type that its name promises. */
export function judgeTypes(seen: Observed): Judgement[] {
  const show = seen.environment.sandbox ? showValue : showForm;
  return seen.endpoints.flatMap((endpoint) => judgeEndpoint(endpoint, show));
}

type Values = Map<string, unknown[]>;
/** Writes a value as evidence. */
type Show = (value: unknown) => string;
type Problem = (field: string, values: unknown[], show: Show) => string | null;

function judgeEndpoint(seen: EndpointSeen, show: Show): Judgement[] {
  const bodies = goodBodies(seen);
  if (bodies.length === 0) return [];
  const say = sayAbout(seen.endpoint.name);
  const values = valuesByField(bodies);
  return [
    say.unless('stable_types', each(values, changedType, show), `${values.size} fields keep their type.`),
    say.unless('real_booleans', each(values, wrongBoolean, show), 'No yes or no in quotes.'),
    say.unless('real_numbers', each(values, wrongNumber, show), 'No amount or count in quotes.'),
    say.unless('iso_dates', each(values, wrongDate, show), 'Dates are ISO 8601.'),
    say.unless('text_ids', each(values, wrongIdentifier, show), 'No id, postal code or phone number is a number.'),
    say.unless('null_not_text', each(values, textForNothing, show), 'No text stands for nothing.'),
    say.unless('few_values', each(values, longCode, show), 'Statuses and plans are short words.'),
    phones(values, say),
  ];
}

/** Problems of all fields, in the order of the fields. */
function each(values: Values, problem: Problem, show: Show): string[] {
  const present = [...values].map(([field, all]) => [field, all.filter((value) => value !== null)] as const);
  return present.flatMap(([field, all]) => problem(field, all, show) ?? []);
}

function changedType(field: string, values: unknown[]): string | null {
  const types = new Set(values.map(typeOf));
  return types.size > 1 ? `${field} is ${[...types].join(' and ')}` : null;
}

function wrongBoolean(field: string, values: unknown[], show: Show): string | null {
  const quoted = values.find((value) => typeof value === 'string' && /^(true|false)$/i.test(value));
  if (quoted !== undefined) return `${field} is ${JSON.stringify(quoted)}`;
  if (!isYesNoName(field)) return null;
  const other = values.find((value) => typeof value !== 'boolean');
  return other === undefined ? null : `${field} is ${show(other)}`;
}

function wrongNumber(field: string, values: unknown[], show: Show): string | null {
  if (!isCount(field)) return null;
  const text = values.find((value) => typeof value === 'string' && /\d/.test(value));
  return text === undefined ? null : `${field} is ${show(text)}`;
}

const ISO = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?$/;
const LOOKS_LIKE_A_DATE =
  /^(\d{1,2}[./-]\d{1,2}[./-](\d{2}|\d{4})|\d{4}[./]\d{1,2}[./]\d{1,2}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}\.? [A-Z][a-z]{2,8}\.? \d{4}|\w{3}, \d{2} \w{3} \d{4} .*)$/;

function wrongDate(field: string, values: unknown[], show: Show): string | null {
  const wrong = values.find((value) => {
    if (typeof value === 'string' && LOOKS_LIKE_A_DATE.test(value) && !isPhoneName(field)) return true;
    if (!isDateName(field)) return false;
    return typeof value === 'number' || (typeof value === 'string' && value !== '' && !ISO.test(value));
  });
  return wrong === undefined ? null : `${field} is ${show(wrong)}`;
}

function wrongIdentifier(field: string, values: unknown[], show: Show): string | null {
  if (!isIdentifierName(field)) return null;
  const number = values.find((value) => typeof value === 'number');
  return number === undefined ? null : `${field} is the number ${show(number)}`;
}

function textForNothing(field: string, values: unknown[], show: Show): string | null {
  const text = values.find(
    (value) => typeof value === 'string' && /^(|null|undefined|none|n\/a|nil|nan|-+)$/i.test(value),
  );
  return text === undefined ? null : `${field} is ${show(text)}`;
}

/** A word to branch on: short, no price, no sentence, and not another one for each customer. */
function longCode(field: string, values: unknown[], show: Show): string | null {
  if (!isCodeName(field)) return null;
  const texts = values.filter((value) => typeof value === 'string');
  const label = texts.find((text) => text.length > 40 || /[$€£¥]|\d[.,]\d|\s[-–—/]\s|[!?.:]\s/.test(text));
  if (label !== undefined) return `${field} is ${show(label)}`;
  const distinct = new Set(texts).size;
  return distinct > 12 && distinct > texts.length / 2
    ? `${field} had ${distinct} values in ${texts.length} answers`
    : null;
}

function phones(values: Values, say: Say): Judgement {
  const numbers = [...values].filter(([field]) => isPhoneName(field)).flatMap(([, all]) => all);
  const texts = numbers.filter((value) => typeof value === 'string' && value !== '') as string[];
  if (texts.length === 0) return say.open('one_phone_format', 'No phone number was seen.');
  const formats = new Set(texts.map(phoneFormat));
  if (formats.size === 1) return say.kept('one_phone_format', `All are written as ${[...formats].join()}.`);
  return say.finding('one_phone_format', `Written as ${[...formats].join(' and as ')}.`);
}

/** The way a number is written, without the number: `+#-#-#`, `0# #`. */
function phoneFormat(text: string): string {
  const start = text.startsWith('+') ? '+' : (/^0+/.exec(text)?.[0] ?? '');
  return start + text.slice(start.length).replace(/\d+/g, '#');
}

/** The value; long texts are cut. */
function showValue(value: unknown): string {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 40 ? `${text.slice(0, 37)}…"` : text;
}

/** Outside a sandbox values are a customer's: only how they are written is shown, `"00.00.0000"`. */
function showForm(value: unknown): string {
  return showValue(value).replaceAll(/\p{L}/gu, 'a').replaceAll(/\d/g, '0');
}

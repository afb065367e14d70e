import type { Language } from '#platform/text/language.ts';
import { type Facts, lookUp } from './facts.ts';
import type { FlowText, Literal, Reference } from './flow.types.ts';

/** How a customer is written to. */
export interface Writing {
  language: Language;
  /** `en-US`. */
  locale: string;
  /** IANA. */
  timeZone: string;
}

const FORMATS = ['text', 'number', 'date', 'month', 'amount', 'cents'] as const;
type Format = (typeof FORMATS)[number];

interface Hole {
  reference: Reference;
  fallback: string | null;
  format: Format | null;
  /** ISO 4217, of `amount` and `cents`. */
  currency: string | null;
}

type Piece = string | Hole;

const HOLE = /\{\{\s*([A-Za-z0-9_.-]+)\s*(?:\?\?\s*"([^"{}]*)"\s*)?(?:\|\s*([a-z]+)(?:\s+([A-Z]{3}))?\s*)?\}\}/g;

/** The text in its pieces. @throws Error that says what is wrong, in words for the author. */
export function parseTemplate(template: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of template.matchAll(HOLE)) {
    pieces.push(plainText(template.slice(end, match.index)));
    pieces.push(holeOf(match));
    end = match.index + match[0].length;
  }
  pieces.push(plainText(template.slice(end)));
  return pieces.filter((piece) => piece !== '');
}

function plainText(text: string): string {
  if (text.includes('{{') || text.includes('}}')) {
    throw new Error('has a placeholder that can not be read; write {{inputs.amount ?? "fallback" | amount EUR}}');
  }
  return text;
}

function holeOf([, reference = '', fallback, format, currency]: RegExpMatchArray): Hole {
  if (format !== undefined && !(FORMATS as readonly string[]).includes(format)) {
    throw new Error(`has the format ${format}, which is none of ${FORMATS.join(', ')}`);
  }
  if ((format === 'amount' || format === 'cents') !== (currency !== undefined)) {
    throw new Error('needs a currency behind amount and cents, and only there, such as {{inputs.amount | amount EUR}}');
  }
  return { reference, fallback: fallback ?? null, format: (format as Format) ?? null, currency: currency ?? null };
}

export const holesOf = (template: string): Hole[] =>
  parseTemplate(template).filter((piece) => typeof piece !== 'string');

/** Every wording of a text. */
export const wordingsOf = (text: FlowText): string[] =>
  typeof text === 'string' ? [text] : [text.en, text.de].filter((wording) => wording !== undefined);

/** The customer's language where the text has it. */
export const wordingFor = (text: FlowText, language: Language): string =>
  typeof text === 'string' ? text : (text[language] ?? text.en ?? text.de ?? '');

/**
 * The text with everything filled in as the language writes it, or null when something is neither known nor has a fallback: a
 * text with a hole is never sent.
 */
export function render(text: FlowText, facts: Facts, writing: Writing): string | null {
  const pieces = parseTemplate(wordingFor(text, writing.language)).map((piece) => {
    if (typeof piece === 'string') return piece;
    const value = lookUp(facts, piece.reference);
    return value === null || value === '' ? piece.fallback : write(value, piece, writing);
  });
  return pieces.includes(null) ? null : pieces.join('');
}

const YES_NO: Record<Language, [yes: string, no: string]> = { en: ['yes', 'no'], de: ['ja', 'nein'] };

function write(value: Exclude<Literal, null>, { format, currency }: Hole, writing: Writing): string {
  const { language, locale } = writing;
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  const number = typeof value === 'number' ? value : Number(value);
  const isNumber = Number.isFinite(number) && value !== '';
  if ((format === 'amount' || format === 'cents') && isNumber && currency) {
    const digits = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const decimals = digits.resolvedOptions().maximumFractionDigits ?? 2;
    return digits.format(format === 'cents' ? number / 10 ** decimals : number);
  }
  if (format === 'number' && isNumber)
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(number);
  if (format === 'date' || format === 'month') return writeDate(String(value), format, writing);
  if (typeof value === 'number')
    return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 }).format(value);
  return value;
}

/** `2026-03-31` → `31 March 2026`, a moment with its offset as the day that it is where the customer is; what is no date stays as it is. */
function writeDate(text: string, format: 'date' | 'month', { locale, timeZone }: Writing): string {
  if (MOMENT.test(text) && !Number.isNaN(Date.parse(text)))
    return written(new Date(text), { format, locale, timeZone });
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T.*)?$/.exec(text) ?? [];
  if (!year || !month) return text;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== Number(month) - 1) return text;
  const withDay = format === 'date' && /^\d{4}-\d{2}-\d{2}/.test(text);
  return written(date, { format: withDay ? 'date' : 'month', locale, timeZone: 'UTC' });
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/;

const written = (
  date: Date,
  { format, locale, timeZone }: { format: 'date' | 'month'; locale: string; timeZone: string },
) =>
  new Intl.DateTimeFormat(locale, {
    ...(format === 'date' && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(date);

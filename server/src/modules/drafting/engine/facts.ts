/** What a sentence claims that another one can contradict: amounts, durations, times, dates, other numbers, a negation. */
export interface Claims {
  /** The sentence without its numbers and dates: what the claims are about. */
  about: string;
  /** What is claimed by kind of value: `money` → `10 eur`. */
  values: Map<string, Set<string>>;
  isNegated: boolean;
}

const MONTHS = [
  ['jan', 'januar', 'january'],
  ['feb', 'februar', 'february'],
  ['mar', 'mär', 'märz', 'march'],
  ['apr', 'april'],
  ['mai', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oct', 'oktober', 'october'],
  ['nov', 'november'],
  ['dez', 'dec', 'dezember', 'december'],
];
const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const monthOf = (name: string) => MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;

const NUMBER_WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  ein: 1,
  eine: 1,
  einem: 1,
  einen: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
};

/** A unit as written → the kind of value, and what one of it is in the kind's own unit. */
type Unit = [pattern: RegExp, kind: string, of: (value: number) => string];
const UNITS: Unit[] = [
  [/^(?:€|eur|euros?)$/i, 'money', (value) => `${value} eur`],
  [/^(?:\$|usd|dollars?)$/i, 'money', (value) => `${value} usd`],
  [/^(?:£|gbp|pounds?)$/i, 'money', (value) => `${value} gbp`],
  [/^(?:chf|franken|francs?)$/i, 'money', (value) => `${value} chf`],
  [/^(?:cents?|ct)$/i, 'money', (value) => `${value / 100} eur`],
  [/^(?:%|percent|prozent)$/i, 'share', (value) => `${value} %`],
  [/^(?:minutes?|minuten?|min)$/i, 'duration', (value) => `${value} min`],
  [/^(?:hours?|stunden?|h)$/i, 'duration', (value) => `${value * 60} min`],
  [
    /^(?:(?:(?:working|business|bank|calendar)[ -])?days?|(?:werk|arbeits|bankarbeits|kalender|bank)?tagen?|(?:werk|arbeits|bankarbeits|kalender|bank)?tage?s?)$/i,
    'duration',
    (value) => `${value * 1_440} min`,
  ],
  [/^(?:weeks?|wochen?)$/i, 'duration', (value) => `${value * 10_080} min`],
  [/^(?:months?|monate?n?s?)$/i, 'duration', (value) => `${value} months`],
  [/^(?:years?|jahre?n?s?)$/i, 'duration', (value) => `${value * 12} months`],
  [/^(?:uhr|o['’]clock)$/i, 'time', (value) => `${value}:00`],
];
const unitOf = (text: string | undefined) => UNITS.find(([pattern]) => text !== undefined && pattern.test(text));
const UNIT = String.raw`(?:€|\$|£|%|(?:working|business|bank|calendar)[ -]days?|o['’]clock|[a-zäöüß]+)`;
const WRITTEN = String.raw`(?:${Object.keys(NUMBER_WORDS).join('|')})`;
const DIGITS = String.raw`\d+(?:[.,'’]\d+)*(?:[  ]\d{2,})*`;
const BETWEEN = String.raw`\s*(?:to|bis|or|oder|and|und|-|–)\s*`;
const QUANTITY = new RegExp(
  String.raw`(€|\$|£|EUR|USD|GBP|CHF)?\s?(?<![\p{L}\d])(${DIGITS}|${WRITTEN}(?=\s))(?:${BETWEEN}(${DIGITS}|${WRITTEN}(?=\s)))?(?:\s?(${UNIT}))?`,
  'giu',
);
const DATES: [pattern: RegExp, read: (match: string[]) => string][] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/g, ([, y, m, d]) => `${y}-${Number(m)}-${Number(d)}`],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2}(?!\d))?/g, ([, d, m, y]) => `${year(y)}-${Number(m)}-${Number(d)}`],
  [
    new RegExp(String.raw`\b(\d{1,2})(?:\.|st|nd|rd|th)?\s(?:of\s)?(${MONTH})\b\.?(?:\s(\d{4}))?`, 'gi'),
    ([, d, m, y]) => `${year(y)}-${monthOf(m ?? '')}-${Number(d)}`,
  ],
  [
    new RegExp(String.raw`\b(${MONTH})\s(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s(\d{4}))?`, 'gi'),
    ([, m, d, y]) => `${year(y)}-${monthOf(m ?? '')}-${Number(d)}`,
  ],
  [new RegExp(String.raw`\b(${MONTH})\s(\d{4})\b`, 'gi'), ([, m, y]) => `${y}-${monthOf(m ?? '')}-`],
];
const year = (text: string | undefined) => (text === undefined ? '' : text.length === 2 ? `20${text}` : text);
const TIME = /\b(\d{1,2})[:.](\d{2})\s?(?:uhr|am|pm|h)?(?!\d|[.,]\d)/gi;
const FREE =
  /\b(?:free of charge|for free|free|kostenlos\w*|kostenfrei\w*|gratis|gebührenfrei\w*|no (?:fee|charge|cost)s?|keine? (?:gebühr(?:en)?|kosten|entgelte?))\b/giu;
const NEGATION = /\b(?:not(?! only)|no|never|none|cannot|nicht(?! nur)|kein(?:e[mnrs]?)?|nie|niemals)\b|n['’]t\b/iu;

/** Reads what a sentence claims. Pure; English and German. */
export function claimsOf(sentence: string): Claims {
  const values = new Map<string, Set<string>>();
  const claim = (kind: string, value: string) => values.set(kind, (values.get(kind) ?? new Set()).add(value));
  let rest = sentence.normalize('NFC');
  for (const [pattern, read] of DATES) {
    rest = rest.replace(pattern, (...match) => {
      claim('date', read(match as string[]));
      return ' ';
    });
  }
  rest = rest.replace(TIME, (match, hour, minute) => {
    if (Number(hour) > 24 || Number(minute) > 59) return match;
    if (match.includes('.') && !/uhr|am|pm|h$/i.test(match)) return match;
    claim('time', `${Number(hour)}:${minute}`);
    return ' ';
  });
  rest = rest.replace(FREE, () => {
    claim('free', 'free');
    return ' ';
  });
  rest = rest.replace(QUANTITY, (match, before, first, second, after) => {
    const [unitBefore, unitAfter] = [unitOf(before), unitOf(after)];
    if (!/\d/.test(first) && !unitBefore && !unitAfter) return match;
    const add = (digits: string, unit: Unit | undefined) => {
      const value = readNumber(digits);
      if (unit) claim(unit[1], unit[2](value));
      else claim('number', String(value));
    };
    add(first, unitBefore ?? unitAfter);
    if (second !== undefined) add(second, unitAfter ?? unitBefore);
    // A word that is no unit belongs to what is said.
    return unitAfter || after === undefined ? ' ' : ` ${after}`;
  });
  return { about: rest.replaceAll(/\s+/g, ' ').trim(), values, isNegated: NEGATION.test(rest) };
}

/** `1.000,50`, `1,000.50`, `1'000` and `five`: a separator before exactly three digits groups, any other is the decimal one. */
export function readNumber(text: string): number {
  const written = NUMBER_WORDS[text.toLowerCase()];
  if (written !== undefined) return written;
  const joined = text.replaceAll(/[  '’]/g, '');
  const [, whole = '', decimals] = /^(.*?)(?:[.,](\d{1,2}|\d{4,}))?$/.exec(joined) ?? [];
  return Number(`${whole.replaceAll(/[.,]/g, '')}${decimals === undefined ? '' : `.${decimals}`}`);
}

export type ContradictionKind = 'number' | 'date' | 'negation';

/**
 * In what two sets of claims contradict each other: both speak of one kind of value, and each names one that the other does
 * not. What only one of them mentions is no contradiction. Null when they agree.
 */
export function compareClaims(a: Claims, b: Claims): ContradictionKind | null {
  for (const [kind, ofA] of a.values) {
    const ofB = b.values.get(kind);
    if (ofB && !isWithin(ofA, ofB) && !isWithin(ofB, ofA)) return kind === 'date' ? 'date' : 'number';
  }
  if (isFreeAgainst(a, b) || isFreeAgainst(b, a)) return 'number';
  return a.isNegated === b.isNegated ? null : 'negation';
}

/** Whether all values of one kind are among the others. */
export const isWithin = (values: ReadonlySet<string>, others: ReadonlySet<string> = new Set()): boolean =>
  [...values].every((value) => others.has(value));

/** One says that it is free, the other names a price and does not say free. */
const isFreeAgainst = (a: Claims, b: Claims) =>
  a.values.has('free') && !a.values.has('money') && b.values.has('money') && !b.values.has('free');

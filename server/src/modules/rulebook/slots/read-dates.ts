import { normalize } from '#platform/text/normalize.ts';

/** Months as both languages begin them, normalised. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'de[zc]'];
const MONTH = String.raw`(?:jan(?:uary?)?|janner|feb(?:ruary?)?|mar(?:ch|z)?|apr(?:il)?|ma[iy]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?)`;
const DAYS = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;

const NUMERIC = /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})?(?![\d.])/g;
const DAY_AND_MONTH = /(?<![\d./-])(\d{1,2})\.(\d{1,2})\.(?!\d)/g;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const DAY_FIRST = new RegExp(String.raw`(?<!\d)${DAYS}\.?\s+(?:of\s+)?(${MONTH})\b\.?,?(?:\s+(\d{4}))?`, 'g');
const MONTH_FIRST = new RegExp(String.raw`\b(${MONTH})\.?\s+${DAYS}\b(?:,?\s+(\d{4}))?`, 'g');

const RELATIVE: [RegExp, number][] = [
  [/\b(?:ubermorgen|day after tomorrow)\b/, 2],
  [/\b(?:vorgestern|day before yesterday)\b/, -2],
  [/\b(?:morgen|tomorrow)\b/, 1],
  [/\b(?:gestern|yesterday)\b/, -1],
  [/\b(?:heute|today)\b/, 0],
];
const WEEKDAYS = [
  /\b(?:sonntag|sunday)\b/,
  /\b(?:montag|monday)\b/,
  /\b(?:dienstag|tuesday)\b/,
  /\b(?:mittwoch|wednesday)\b/,
  /\b(?:donnerstag|thursday)\b/,
  /\b(?:freitag|friday)\b/,
  /\b(?:samstag|sonnabend|saturday)\b/,
];

export interface DateReading {
  /** ISO 8601, in the customer's calendar. */
  today: string;
  /** Where `03/04` is the third of April: everywhere but in the United States. */
  dayFirst: boolean;
}

/** Every date that the message names, as `2026-03-31`, each once. Without a year it is the next such day from today on. */
export function readDates(message: string, { today, dayFirst }: DateReading): string[] {
  const text = normalize(message);
  const next = (month: number, day: number) => {
    const year = Number(today.slice(0, 4));
    const thisYear = dateOf(year, month, day);
    return thisYear !== null && thisYear >= today ? thisYear : (dateOf(year + 1, month, day) ?? thisYear);
  };
  const written = (year: string | undefined, month: number, day: number) =>
    year === undefined ? next(month, day) : dateOf(Number(year.length === 2 ? `20${year}` : year), month, day);
  const found: (string | null)[] = [
    ...all(ISO, text, ([, year, month, day]) => dateOf(Number(year), Number(month), Number(day))),
    ...all(NUMERIC, text, ([, first, separator, second, year]) => {
      if (separator === '-' && year === undefined) return null;
      const isDayFirst = separator === '.' || dayFirst || Number(first) > 12;
      return isDayFirst ? written(year, Number(second), Number(first)) : written(year, Number(first), Number(second));
    }),
    ...all(DAY_AND_MONTH, text, ([, day, month]) => next(Number(month), Number(day))),
    ...all(DAY_FIRST, text, ([, day, month, year]) => written(year, monthOf(month), Number(day))),
    ...all(MONTH_FIRST, text, ([, month, day, year]) => written(year, monthOf(month), Number(day))),
    ...relative(text, today),
  ];
  return [...new Set(found.filter((date) => date !== null))];
}

const all = (pattern: RegExp, text: string, read: (match: RegExpMatchArray) => string | null) =>
  [...text.matchAll(pattern)].map(read);

const monthOf = (word = '') => MONTHS.findIndex((month) => new RegExp(`^${month}`).test(word)) + 1;

function relative(text: string, today: string): string[] {
  const near = RELATIVE.find(([pattern]) => pattern.test(text));
  if (near) return [addDays(today, near[1])];
  const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(text));
  if (weekday < 0) return [];
  const ahead = (weekday - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7;
  return [addDays(today, ahead === 0 ? 7 : ahead)];
}

/** null for a day that no calendar has. */
function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

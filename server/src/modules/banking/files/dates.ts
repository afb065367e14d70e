/** Dates as banks write them → `YYYY-MM-DD`. Which way round day and month stand is decided for a file, never for a row. */
import { findDateProblem } from '../upload/upload-text.ts';

export type DateOrder = 'dmy' | 'mdy';

const NUMERIC = /^(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{2}|\d{4})(?!\d)/;
const APOSTROPHE_YEAR = /^(\d{1,2})\/\s*(\d{1,2})'\s*(\d{2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[.\s-]*([A-Za-zÀ-ÿ]{3,12})[.,]?[\s-]*(\d{4}|\d{2})(?!\d)/;
const NAMED_FIRST = /^([A-Za-zÀ-ÿ]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/;

/** By the first three letters, without accents: English, German, Dutch, French, Spanish, Italian where they differ. */
const MONTHS: Record<string, number> = {
  ...{ jan: 1, ene: 1, gen: 1, feb: 2, fev: 2, mar: 3, mrz: 3, mae: 3, maa: 3, mrt: 3, apr: 4, avr: 4, abr: 4 },
  ...{ may: 5, mai: 5, mei: 5, mag: 5, jun: 6, jui: 6, giu: 6, jul: 7, lug: 7, aug: 8, aou: 8, ago: 8 },
  ...{ sep: 9, set: 9, oct: 10, okt: 10, ott: 10, nov: 11, dec: 12, dez: 12, dic: 12 },
};

/**
 * The day of a date in any common notation; a time behind it is left out. Null when `text` is no date, or no day of the
 * calendar. Two-digit years lie in 1970–2069.
 */
export function readDate(text: string, order: DateOrder): string | null {
  const trimmed = text.trim();
  const numeric = NUMERIC.exec(trimmed);
  if (numeric) {
    const [, first = '', , second = '', third = ''] = numeric;
    if (first.length === 4) return third.length === 2 ? calendarDay(first, second, third) : null;
    if (first.length > 2) return null;
    return order === 'dmy' ? calendarDay(third, second, first) : calendarDay(third, first, second);
  }
  const quoted = APOSTROPHE_YEAR.exec(trimmed);
  if (quoted) {
    const [, first = '', second = '', year = ''] = quoted;
    return order === 'dmy' ? calendarDay(year, second, first) : calendarDay(year, first, second);
  }
  const compact = COMPACT.exec(trimmed);
  if (compact) return calendarDay(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '');
  const named = NAMED.exec(trimmed);
  if (named) return calendarDay(named[3] ?? '', monthNumber(named[2] ?? ''), named[1] ?? '');
  const american = NAMED_FIRST.exec(trimmed);
  if (american) return calendarDay(american[3] ?? '', monthNumber(american[1] ?? ''), american[2] ?? '');
  return null;
}

/** `31.12` or `31.12.`: an old notation of booking days that leaves the year to the value date beside it. */
const WITHOUT_YEAR = /^\s*(\d{1,2})\.(\d{1,2})\.?\s*$/;

/** True for a day and a month alone. */
export const looksLikeDayOfYear = (text: string) => WITHOUT_YEAR.test(text);

/** The day nearest to `near` (`YYYY-MM-DD`) that `text`, a day and a month alone, can mean; null when it means none. */
export function readDayOfYear(text: string, near: string): string | null {
  const [, day = '', month = ''] = WITHOUT_YEAR.exec(text) ?? [];
  const year = Number(near.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((one) => calendarDay(String(one), month, day) ?? []);
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(near));
  return days.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function calendarDay(year: string, month: string, day: string): string | null {
  const fullYear = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  const date = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return findDateProblem(date) ? null : date;
}

function monthNumber(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (letters.startsWith('juil')) return '7';
  return String(MONTHS[letters.slice(0, 3)] ?? 0);
}

/** True when `text` is a date one way round or the other. */
export function looksLikeDate(text: string): boolean {
  return readDate(text, 'dmy') !== null || readDate(text, 'mdy') !== null;
}

/** What the dates of a file say about their order; fed with every one of them. */
export interface DateEvidence {
  dmyOnly: number;
  mdyOnly: number;
  /** Readable both ways, with different results. */
  both: number;
  /** Steps back and forth in time between neighbours, under each reading. */
  dmyTurns: number;
  mdyTurns: number;
  last: { dmy: string; mdy: string; dmyStep: number; mdyStep: number } | null;
  dotted: boolean;
}

export function noDateEvidence(): DateEvidence {
  return { dmyOnly: 0, mdyOnly: 0, both: 0, dmyTurns: 0, mdyTurns: 0, last: null, dotted: false };
}

export function addDateEvidence(evidence: DateEvidence, text: string): void {
  const dmy = readDate(text, 'dmy');
  const mdy = readDate(text, 'mdy');
  if (/^\s*\d{1,2}\s*\./.test(text)) evidence.dotted = true;
  if (dmy && !mdy) evidence.dmyOnly++;
  if (mdy && !dmy) evidence.mdyOnly++;
  if (!dmy || !mdy) return;
  if (dmy !== mdy) evidence.both++;
  const { last } = evidence;
  const dmyStep = last ? Math.sign(dmy.localeCompare(last.dmy)) : 0;
  const mdyStep = last ? Math.sign(mdy.localeCompare(last.mdy)) : 0;
  if (last && dmyStep * last.dmyStep < 0) evidence.dmyTurns++;
  if (last && mdyStep * last.mdyStep < 0) evidence.mdyTurns++;
  evidence.last = { dmy, mdy, dmyStep: dmyStep || (last?.dmyStep ?? 0), mdyStep: mdyStep || (last?.mdyStep ?? 0) };
}

/**
 * The one order that fits the file: dots mean day first; a number above 12 tells; else the one reading under which the
 * rows are sorted. Null when both readings are as good: then nobody should guess.
 */
export function decideDateOrder(evidence: DateEvidence): DateOrder | null {
  const { dmyOnly, mdyOnly, both, dmyTurns, mdyTurns } = evidence;
  if (evidence.dotted) return 'dmy';
  if (dmyOnly !== mdyOnly) return dmyOnly > mdyOnly ? 'dmy' : 'mdy';
  if (both === 0) return 'dmy';
  if (dmyTurns === 0 && mdyTurns > 0) return 'dmy';
  if (mdyTurns === 0 && dmyTurns > 0) return 'mdy';
  return null;
}

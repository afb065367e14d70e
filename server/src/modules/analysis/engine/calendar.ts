/**
 * Dates as integers: a day is the number of days since 1970-01-01, a month is `year × 12 + (month − 1)`.
 * The proleptic Gregorian conversions are Howard Hinnant's (“chrono-Compatible Low-Level Date Algorithms”).
 */

const DAYS_PER_WEEK = 7;

/** Year, month (1–12) and day of month of a day number. */
interface CivilDate {
  year: number;
  month: number;
  dayOfMonth: number;
}

/** Day number of a civil date. */
function dayOf(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Civil date of a day number. */
export function civilOf(day: number): CivilDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

const ZERO = 48;
const HYPHEN = 45;

/** The digits of `iso` from `start` to before `end` as a number; NaN when one is none. */
function digitsOf(iso: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = iso.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** `YYYY-MM-DD` → day number. Throws RangeError for anything else, naming the text. */
export function parseDay(iso: string): number {
  const year = digitsOf(iso, 0, 4);
  const month = digitsOf(iso, 5, 7);
  const dayOfMonth = digitsOf(iso, 8, 10);
  const isWellFormed = iso.length === 10 && iso.charCodeAt(4) === HYPHEN && iso.charCodeAt(7) === HYPHEN && year >= 0;
  if (!isWellFormed || !(month >= 1 && month <= 12) || !(dayOfMonth >= 1 && dayOfMonth <= 31)) {
    throw new RangeError(`"${iso}" is no date of the form YYYY-MM-DD`);
  }
  return dayOf(year, month, dayOfMonth);
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** Day number → `YYYY-MM-DD`. */
export function formatDay(day: number): string {
  const { year, month, dayOfMonth } = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Month number → `YYYY-MM`. */
export function formatMonth(month: number): string {
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
}

const FIRST_TABLED_MONTH = 1950 * 12;
const TABLED_MONTHS = 200 * 12;
/** First days of the months from 1950 to 2149: the rhythm of payments asks for them all the time. */
const FIRST_DAYS = Int32Array.from({ length: TABLED_MONTHS }, (_, index) =>
  dayOf(Math.floor((FIRST_TABLED_MONTH + index) / 12), (index % 12) + 1, 1),
);

/** First day of a month. */
export function firstDayOf(month: number): number {
  return FIRST_DAYS[month - FIRST_TABLED_MONTH] ?? dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

const DAYS_PER_MONTH = 365.2425 / 12;
const MONTH_OF_DAY_0 = 1970 * 12;

/** Month number of a day. */
export function monthOf(day: number): number {
  let month = MONTH_OF_DAY_0 + Math.floor(day / DAYS_PER_MONTH);
  while (firstDayOf(month) > day) month--;
  while (firstDayOf(month + 1) <= day) month++;
  return month;
}

/** Last day of a month. */
export function lastDayOf(month: number): number {
  return firstDayOf(month + 1) - 1;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

/** Sunday of Easter, by the anonymous Gregorian algorithm (Meeus/Jones/Butcher). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/**
 * True on days on which banks settle nothing: weekends and the closing days of TARGET (1 January, Good Friday, Easter
 * Monday, 1 May, 25 and 26 December). National holidays beyond these shift a booking by a day, which every tolerance
 * of the stream detection covers.
 */
export function isBankHoliday(day: number): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return true;
  const { year, month, dayOfMonth } = civilOf(day);
  if (month === 1) return dayOfMonth === 1;
  if (month === 5) return dayOfMonth === 1;
  if (month === 12) return dayOfMonth === 25 || dayOfMonth === 26;
  if (month !== 3 && month !== 4) return false;
  const easter = easterOf(year);
  return day === easter - 2 || day === easter + 1;
}

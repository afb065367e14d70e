/**
 * Days on which payments are booked: Monday to Friday without the closing days of TARGET, the Eurosystem's settlement
 * system (1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December). Dates are `YYYY-MM-DD`, months `YYYY-MM`.
 */

const dayMs = 86_400_000;

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function addDays(day: string, count: number): string {
  return new Date(toDate(day).getTime() + count * dayMs).toISOString().slice(0, 10);
}

/** Sunday is 0. */
export function weekday(day: string): number {
  return toDate(day).getUTCDay();
}

/** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${pad(Math.floor(f / 31))}-${pad((f % 31) + 1)}`;
}

const closingDays = new Map<number, ReadonlySet<string>>();

function closingDaysOf(year: number): ReadonlySet<string> {
  const known = closingDays.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '12-25', '12-26'].map((day) => `${year}-${day}`);
  const days = new Set([...fixed, addDays(easter, -2), addDays(easter, 1)]);
  closingDays.set(year, days);
  return days;
}

export function isBankDay(day: string): boolean {
  const name = weekday(day);
  return name !== 0 && name !== 6 && !closingDaysOf(Number(day.slice(0, 4))).has(day);
}

export function bankDayOnOrAfter(day: string): string {
  let found = day;
  while (!isBankDay(found)) found = addDays(found, 1);
  return found;
}

function bankDayOnOrBefore(day: string): string {
  let found = day;
  while (!isBankDay(found)) found = addDays(found, -1);
  return found;
}

/** The month's last bank day, or with `back` the one so many bank days before it. */
export function lastBankDay(month: string, back = 0): string {
  let found = bankDayOnOrBefore(dayOf(month, 31));
  for (let step = 0; step < back; step += 1) found = bankDayOnOrBefore(addDays(found, -1));
  return found;
}

/** A day of a month; one that the month lacks becomes its last. */
export function dayOf(month: string, day: number): string {
  return `${month}-${pad(Math.min(day, daysIn(month)))}`;
}

export function daysIn(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

/** 1 to 12. */
export function monthNumber(month: string): number {
  return Number(month.slice(5, 7));
}

export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + monthNumber(month) - 1 + count;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
}

/** All months from `first` to `last`, both included. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

import { firstDayOf, formatDay, isBankHoliday, lastDayOf, monthOf } from './calendar.ts';
import { median } from './statistics.ts';

/** The time that the data speaks about. */
export interface ObservedPeriod {
  /** Day of the first and the last booking; null without bookings. */
  firstDay: number | null;
  lastDay: number | null;
  /** From the first day of a complete first month, to the end of a complete last month, else to the last booking. */
  observedFromDay: number | null;
  observedToDay: number | null;
  /** Every month from the first to the last booking, newest first; the newest 480 of them. */
  months: number[];
  /** Those of them that were observed from end to end, newest first. */
  completeMonths: number[];
  /** The newest complete month; null when no month is complete. */
  currentMonth: number | null;
}

/** `observedTimespan` of the wire. */
interface Timespan {
  from: string | null;
  to: string | null;
}

/** Months that are listed at most: 40 years. One booking with a mistaken year must not make thousands of rows. */
const MAX_MONTHS = 480;

const NOTHING: ObservedPeriod = {
  firstDay: null,
  lastDay: null,
  observedFromDay: null,
  observedToDay: null,
  months: [],
  completeMonths: [],
  currentMonth: null,
};

/** Days at either end of a month in which no booking is no surprise, when no other months can be compared with. */
const QUIET_DAYS = 6;
/** Other months needed to know what is usual. */
const MIN_MONTHS_TO_COMPARE = 2;

/** Days by which the first booking of a month usually differs from one month to the next. */
const FIRST_BOOKING_DRIFT_DAYS = 3;
/** Days by which a due payment may be late without being missed. */
const LATE_DAYS = 5;

/**
 * Whether the first or last month is observed as a whole: its outermost booking lies no farther inside the month than
 * in half of the other months, give or take `driftDays`. Positions count from the month's outer end. The last month gets
 * no drift: a salary that would have come on the next day must not make a `current` of 0.
 */
function isEdgeMonthComplete(position: number, usual: readonly number[], driftDays: number): boolean {
  if (usual.length < MIN_MONTHS_TO_COMPARE) return position <= QUIET_DAYS;
  return position <= Math.max(QUIET_DAYS, median(usual) + driftDays);
}

/** Whether no day on which banks settle is left of the month: then the data can not have broken off in it. */
function reachesMonthEnd(day: number): boolean {
  for (let later = day + 1; later <= lastDayOf(monthOf(day)); later++) if (!isBankHoliday(later)) return false;
  return true;
}

/**
 * Reads the observed period from the days of all bookings in ascending order. A month is complete when it is over at
 * `asOfDay` and lies between the first and the last month; these two when their bookings reach as close to the month's
 * end as those of other months do. `dueDays` are the next due days of contracts: while one of them is outstanding when
 * the data breaks off, its month is not complete; where the data reaches the month's last bank day, one due before it was
 * simply not paid.
 */
export function observePeriod(
  days: readonly number[],
  asOfDay: number,
  dueDays: readonly number[] = [],
): ObservedPeriod {
  const firstDay = days[0];
  const lastDay = days.at(-1);
  if (firstDay === undefined || lastDay === undefined) return NOTHING;
  const firstMonth = monthOf(firstDay);
  const lastMonth = monthOf(lastDay);
  const fromStart = new Map<number, number>();
  const fromEnd = new Map<number, number>();
  let before = Number.NaN;
  for (const day of days) {
    if (day === before) continue;
    before = day;
    const month = monthOf(day);
    if (!fromStart.has(month)) fromStart.set(month, day - firstDayOf(month));
    fromEnd.set(month, lastDayOf(month) - day);
  }
  const othersOf = (positions: Map<number, number>, edge: number) =>
    [...positions].filter(([month]) => month !== edge).map(([, position]) => position);
  const startsComplete = isEdgeMonthComplete(
    fromStart.get(firstMonth) as number,
    othersOf(fromStart, firstMonth),
    FIRST_BOOKING_DRIFT_DAYS,
  );
  const isOver = (month: number) => lastDayOf(month) < asOfDay;
  const outstandingFrom = reachesMonthEnd(lastDay) ? lastDay : lastDay - LATE_DAYS;
  const isPaymentOutstanding = dueDays.some((due) => due >= outstandingFrom && due <= lastDayOf(lastMonth));
  const endsComplete =
    isOver(lastMonth) &&
    !isPaymentOutstanding &&
    isEdgeMonthComplete(fromEnd.get(lastMonth) as number, othersOf(fromEnd, lastMonth), 0);
  const months: number[] = [];
  const oldestListed = Math.max(firstMonth, lastMonth - MAX_MONTHS + 1);
  for (let month = lastMonth; month >= oldestListed; month--) months.push(month);
  const completeMonths = months.filter(
    (month) => isOver(month) && (month !== firstMonth || startsComplete) && (month !== lastMonth || endsComplete),
  );
  return {
    firstDay,
    lastDay,
    observedFromDay: startsComplete ? firstDayOf(firstMonth) : firstDay,
    observedToDay: endsComplete ? lastDayOf(lastMonth) : lastDay,
    months,
    completeMonths,
    currentMonth: completeMonths[0] ?? null,
  };
}

/** First and last booking date. */
export function timespanOf(period: ObservedPeriod): Timespan {
  return {
    from: period.firstDay === null ? null : formatDay(period.firstDay),
    to: period.lastDay === null ? null : formatDay(period.lastDay),
  };
}

import { formatMonth } from './calendar.ts';
import type { Entry, Ledger } from './ledger.ts';
import { average, median, roundHalfAway } from './statistics.ts';

/** Groups entries by month number, in their order; months without entries are absent. */
export function groupByMonth(entries: readonly Entry[]): Map<number, Entry[]> {
  const byMonth = new Map<number, Entry[]>();
  let month = Number.NaN;
  let ofMonth: Entry[] = [];
  for (const entry of entries) {
    // Entries stand in the order of time, so that one list is filled after the other.
    if (entry.month !== month) {
      month = entry.month;
      ofMonth = byMonth.get(month) ?? [];
      byMonth.set(month, ofMonth);
    }
    ofMonth.push(entry);
  }
  return byMonth;
}

/** Sum of the signed amounts by month number; months without entries are absent. */
export function sumByMonth(entries: readonly Entry[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { month, amountMinor } of entries) sums.set(month, (sums.get(month) ?? 0) + amountMinor);
  return sums;
}

/** Sum of the signed amounts. */
export function sumMinor(entries: readonly Entry[]): number {
  let total = 0;
  for (const entry of entries) total += entry.amountMinor;
  return total;
}

export const idsOf = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.id);

/** Figures over complete months in major units; null where there is no complete month to speak of. */
export interface MonthlyFigures {
  current: number | null;
  median: number | null;
  average: number | null;
}

/**
 * `current` is the newest complete month, median and average run over all complete months from `fromMonth` to
 * `toMonth`, months without bookings counting as 0. Averages round half away from zero to the minor unit.
 */
export function figuresOf(
  ledger: Ledger,
  amountOf: (month: number) => number,
  fromMonth = Number.NEGATIVE_INFINITY,
  toMonth = Number.POSITIVE_INFINITY,
): MonthlyFigures {
  const { completeMonths, currentMonth } = ledger.period;
  const amounts: number[] = [];
  for (const month of completeMonths) if (month >= fromMonth && month <= toMonth) amounts.push(amountOf(month));
  const rounded = (value: number): number | null => (amounts.length === 0 ? null : ledger.major(roundHalfAway(value)));
  return {
    current: currentMonth === null ? null : ledger.major(amountOf(currentMonth)),
    median: rounded(median(amounts)),
    average: rounded(average(amounts)),
  };
}

/** One row per observed month, newest first. */
export function monthlyRows<Row extends object>(
  ledger: Ledger,
  byMonth: ReadonlyMap<number, readonly Entry[]>,
  rowOf: (entries: readonly Entry[], month: number) => Row,
): ({ month: string } & Row)[] {
  return ledger.period.months.map((month) => ({
    month: formatMonth(month),
    ...rowOf(byMonth.get(month) ?? [], month),
  }));
}

/** Months of the newest first lists of the results, oldest first as they are drawn. */

export const SHOWN_MONTHS = 12;

/** The newest months of a list, oldest first. */
export const recent = <Row>(newestFirst: readonly Row[]): Row[] => newestFirst.slice(0, SHOWN_MONTHS).reverse();

export interface RecentMonths<Row> {
  /** Oldest first: the newest complete months, and the running one behind them. */
  rows: Row[];
  complete: Row[];
  running: string | null;
}

/** The newest months that are over, and the one that goes on; `to` is the end of the observed timespan. */
export function recentMonths<Row extends { month: string }>(
  newestFirst: readonly Row[],
  to: string | null,
): RecentMonths<Row> {
  const running = runningMonth(newestFirst[0]?.month, to);
  const rows = newestFirst.slice(0, SHOWN_MONTHS + (running === null ? 0 : 1)).reverse();
  return { rows, complete: running === null ? rows : rows.slice(0, -1), running };
}

/** The newest month if its data does not reach its end; `to` is the end of the observed timespan, `YYYY-MM-DD`. */
export function runningMonth(newest: string | undefined, to: string | null): string | null {
  if (newest === undefined || to === null || !to.startsWith(newest)) return null;
  const [year = 0, month = 0] = newest.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Number(to.slice(8, 10)) < days ? newest : null;
}

/** How many times a month something is paid on average. */
export const TIMES_A_MONTH: Readonly<Record<string, number>> = {
  WEEKLY: 52 / 12,
  BIWEEKLY: 26 / 12,
  SEMI_MONTHLY: 2,
  MONTHLY: 1,
  QUARTERLY: 1 / 3,
  HALF_YEARLY: 1 / 6,
  YEARLY: 1 / 12,
};

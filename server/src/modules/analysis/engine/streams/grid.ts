import { firstDayOf, lastDayOf, monthOf, weekdayOf } from '../calendar.ts';
import type { Frequency } from '../engine.types.ts';

/** How an expected day that falls on a weekend moves: to Monday, to Friday, or not at all. */
type Roll = 'none' | 'forward' | 'backward';

/** The days on which a payment is due: every `period` days, or on days of the month every `step` months. */
export type Grid =
  | { frequency: Frequency; unit: 'days'; period: number; phase: number }
  | {
      frequency: Frequency;
      unit: 'months';
      step: number;
      /** Month number modulo `step`. */
      residue: number;
      /** Days of the month; 31 is its last day. Two for semi-monthly payments, ascending. */
      anchors: readonly number[];
      roll: Roll;
    };

/** Average length of a grid's period in days. */
export function periodDaysOf(grid: Grid): number {
  return grid.unit === 'days' ? grid.period : (grid.step * 365.25) / 12 / grid.anchors.length;
}

function rollWeekend(day: number, roll: Roll): number {
  if (roll === 'none') return day;
  const weekday = weekdayOf(day);
  if (weekday === 6) return roll === 'forward' ? day + 2 : day - 1;
  if (weekday === 0) return roll === 'forward' ? day + 1 : day - 2;
  return day;
}

/** The day of `month` with this day-of-month; the last day in shorter months. */
function anchoredDay(month: number, anchor: number): number {
  const first = firstDayOf(month);
  return anchor <= 28 ? first + anchor - 1 : Math.min(first + anchor, firstDayOf(month + 1)) - 1;
}

/** The day on which occurrence number `index` of the grid is due. */
export function expectedDay(grid: Grid, index: number): number {
  if (grid.unit === 'days') return grid.phase + index * grid.period;
  const count = grid.anchors.length;
  const period = Math.floor(index / count);
  const anchor = grid.anchors[index - period * count] as number;
  return rollWeekend(anchoredDay(period * grid.step + grid.residue, anchor), grid.roll);
}

/**
 * A day this close to a day of the month lies nearer to it than to that of any other month: these are 28 days apart or
 * more, and weekends bring them 2 days closer.
 */
const SURELY_NEAREST_DAYS = 12;

/** The occurrence nearest to a day, and how many days after it (negative: before it) the day lies. */
export function nearestOccurrence(grid: Grid, day: number): { index: number; residual: number } {
  if (grid.unit === 'days') {
    const index = Math.round((day - grid.phase) / grid.period);
    return { index, residual: day - grid.phase - index * grid.period };
  }
  const count = grid.anchors.length;
  const around = Math.floor((monthOf(day) - grid.residue) / grid.step) * count;
  if (count === 1) {
    const residual = day - expectedDay(grid, around);
    if (Math.abs(residual) <= SURELY_NEAREST_DAYS) return { index: around, residual };
  }
  let best = { index: 0, residual: Number.POSITIVE_INFINITY };
  for (let index = around - 1; index <= around + count; index++) {
    const residual = day - expectedDay(grid, index);
    if (Math.abs(residual) < Math.abs(best.residual)) best = { index, residual };
  }
  return best;
}

/** Days with their months, so that trying many grids asks for each month once. */
export interface DatedDays {
  days: readonly number[];
  months: readonly number[];
}

export const dateDays = (days: readonly number[]): DatedDays => ({ days, months: days.map(monthOf) });

/** Distance to the nearest occurrence: `nearestOccurrence` without its object, the innermost loop of all. */
function distanceTo(grid: Grid, day: number, month: number): number {
  if (grid.unit === 'days') {
    const after = day - grid.phase;
    return Math.abs(after - Math.round(after / grid.period) * grid.period);
  }
  const count = grid.anchors.length;
  const around = Math.floor((month - grid.residue) / grid.step) * count;
  let least = Math.abs(day - expectedDay(grid, around));
  if (count === 1 && least <= SURELY_NEAREST_DAYS) return least;
  for (let index = around - 1; index <= around + count; index++) {
    const distance = Math.abs(day - expectedDay(grid, index));
    if (distance < least) least = distance;
  }
  return least;
}

/** Sum of the distances, none costing more than `cap`; stops as soon as it reaches `limit`. */
function costOf(grid: Grid, { days, months }: DatedDays, cap: number, limit: number): number {
  let cost = 0;
  for (let i = 0; i < days.length && cost < limit; i++) {
    cost += Math.min(distanceTo(grid, days[i] as number, months[i] as number), cap);
  }
  return cost;
}

/** What a day off the grid costs: its distance, no more than `cap`. A grid as costly as `limit` is none; none by default. */
export interface GridSearch {
  cap: number;
  limit?: number;
}

/** The grid that costs least, the first of several; null when none costs less than the limit. */
function cheapest(grids: readonly Grid[], dated: DatedDays, { cap, limit }: GridSearch): Grid | null {
  let best: Grid | null = null;
  let bestCost = limit ?? Number.POSITIVE_INFINITY;
  for (const grid of grids) {
    const cost = costOf(grid, dated, cap, bestCost);
    if (cost < bestCost) {
      best = grid;
      bestCost = cost;
    }
  }
  return best;
}

/** The grid of a day period that lies nearest to the days, see `GridSearch`. */
export function dayGrid(frequency: Frequency, period: number, dated: DatedDays, search: GridSearch): Grid | null {
  const phases = new Set(dated.days.map((day) => ((day % period) + period) % period));
  const grids = [...phases].map((phase): Grid => ({ frequency, unit: 'days', period, phase }));
  return cheapest(grids, dated, search);
}

/** The newest days tell on which days of the month is paid. */
const MAX_ANCHORS_FROM = 60;

/** Days of the month seen and their neighbours, as candidates for an anchor. */
function anchorCandidates({ days, months }: DatedDays): number[] {
  const candidates = new Set<number>();
  for (let i = Math.max(0, days.length - MAX_ANCHORS_FROM); i < days.length; i++) {
    const day = days[i] as number;
    const dayOfMonth = day - firstDayOf(months[i] as number) + 1;
    const isLast = day === lastDayOf(months[i] as number);
    candidates.add(dayOfMonth);
    candidates.add(dayOfMonth > 1 ? dayOfMonth - 1 : 31);
    candidates.add(isLast ? 1 : dayOfMonth + 1);
    // A booking on the month's last day may be due on any later day that the month lacks.
    if (isLast) candidates.add(31);
  }
  return [...candidates].sort((a, b) => a - b);
}

const ROLLS: readonly Roll[] = ['none', 'forward', 'backward'];

function refineAnchors(
  grid: Grid | null,
  dated: DatedDays,
  search: GridSearch,
  spread: (anchor: number) => number[],
): Grid | null {
  if (grid?.unit !== 'months') return grid;
  const variants: Grid[] = [];
  const combine = (chosen: number[]): void => {
    const open = grid.anchors[chosen.length];
    if (open === undefined) {
      for (const roll of ROLLS) variants.push({ ...grid, anchors: chosen, roll });
      return;
    }
    for (const anchor of spread(open)) combine([...chosen, anchor]);
  };
  combine([]);
  return cheapest(variants, dated, search);
}

const near = (anchor: number): number[] =>
  [0, -1, 1, -2, 2].map((shift) => anchor + shift).filter((candidate) => candidate >= 1 && candidate <= 31);

/** The grid of every `step` months that lies nearest to the days, see `GridSearch`. */
export function monthGrid(frequency: Frequency, step: number, dated: DatedDays, search: GridSearch): Grid | null {
  const residues = new Set<number>();
  for (const day of dated.days) {
    for (const shift of [0, -5, 5]) residues.add(((monthOf(day + shift) % step) + step) % step);
  }
  const grids: Grid[] = [];
  const anchors = anchorCandidates(dated);
  for (const residue of residues) {
    for (const anchor of anchors) {
      grids.push({ frequency, unit: 'months', step, residue, anchors: [anchor], roll: 'none' });
    }
  }
  return refineAnchors(cheapest(grids, dated, { cap: search.cap }), dated, search, near);
}

/** The grid of two days in every month, about half a month apart, that lies nearest to the days, see `GridSearch`. */
export function semiMonthGrid(dated: DatedDays, search: GridSearch): Grid | null {
  const grids: Grid[] = [];
  const seconds = [14, 15, 16];
  for (const first of anchorCandidates(dated)) {
    if (first > 17) continue;
    for (const second of new Set([...seconds.map((gap) => Math.min(first + gap, 31)), 31])) {
      if (second - first < 13 || second - first > 18) continue;
      grids.push({
        frequency: 'SEMI_MONTHLY',
        unit: 'months',
        step: 1,
        residue: 0,
        anchors: [first, second],
        roll: 'none',
      });
    }
  }
  return refineAnchors(cheapest(grids, dated, { cap: search.cap }), dated, search, (anchor) => [anchor]);
}

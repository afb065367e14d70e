import { firstDayOf, lastDayOf, monthOf } from './calendar.ts';
import type { Entry, Ledger } from './ledger.ts';
import { groupByMonth } from './monthly-series.ts';
import { average, median, roundHalfAway } from './statistics.ts';
import { isSameAmount } from './streams/amounts.ts';
import type { ContractWithStream } from './streams/build-contracts.ts';
import type { Stream } from './streams/detect-streams.ts';
import { expectedDay, nearestOccurrence } from './streams/grid.ts';
import type { Booking } from './streams/stream.types.ts';

export interface MonthForecast {
  month: number;
  inflowMinor: number;
  outflowMinor: number;
  netMinor: number;
  /** Share of months whose net is meant to lie between `lowMinor` and `highMinor`. */
  level: number;
  lowMinor: number;
  highMinor: number;
  /** Of all payment accounts together; null where their balance is not known. */
  endBalanceMinor: number | null;
}

const LEVEL = 0.8;
/** Fewer complete months than this say too little about the next. */
const MIN_COMPLETE_MONTHS = 3;
/** How far back the part without contracts is looked at. */
const LOOK_BACK_MONTHS = 12;
/** From here on every calendar month was seen twice, and the season has a say. */
const MONTHS_FOR_SEASON = 24;
/** Two years are few: the seasonal deviation counts by half, and within bounds. */
const SEASON_WEIGHT = 0.5;
const SEASON_BOUNDS = [0.5, 2] as const;
/** Widening of the interval for every month further ahead, because contracts begin and end. */
const WIDENING_PER_MONTH = 0.1;

interface Flow {
  inflow: number;
  outflow: number;
}

/** The newest payments of a stream that tell what it will pay next. */
const PRICE_FROM = 6;

/** What a stream will pay next, from its newest payments: the price where it lasts, else their median. */
function expectedAmount(newest: readonly number[]): number {
  const last = newest.at(-1) as number;
  const before = newest.at(-2);
  return before !== undefined && isSameAmount(last, before) ? last : median(newest);
}

/** Number of payments due in a month after `afterIndex`. */
function dueInMonth(stream: Stream, month: number, afterIndex: number): number {
  const from = nearestOccurrence(stream.grid, firstDayOf(month)).index - 1;
  let due = 0;
  for (let index = Math.max(from, afterIndex + 1); expectedDay(stream.grid, index) <= lastDayOf(month); index++) {
    if (monthOf(expectedDay(stream.grid, index)) === month) due++;
  }
  return due;
}

/** What was booked of a stream in a month. */
function bookedIn(members: Stream['members'], month: number): number {
  let booked = 0;
  for (const { day, amountMinor } of members) if (monthOf(day) === month) booked += amountMinor;
  return booked;
}

/** How many of a stream's payments, which stand in the order of time, lie before a day. */
function countBefore(members: Stream['members'], day: number): number {
  let count = members.length;
  while (count > 0 && (members[count - 1] as Booking).day >= day) count--;
  return count;
}

/** Income and spending of streams in a month, as they were to be expected from their payments before `month`. */
function expectedFromStreams(streams: readonly Stream[], month: number, isFuture: boolean): Flow {
  const flow: Flow = { inflow: 0, outflow: 0 };
  for (const stream of streams) {
    const { members } = stream;
    const isOver = !isFuture && (members.at(-1) as Booking).day < firstDayOf(month - 1);
    if (isOver) continue;
    const known = isFuture ? members.length : countBefore(members, firstDayOf(month));
    if (known === 0) continue;
    const due = dueInMonth(stream, month, nearestOccurrence(stream.grid, (members[known - 1] as Booking).day).index);
    const newest = members.slice(Math.max(0, known - PRICE_FROM), known).map((member) => member.amountMinor);
    const amount = (isFuture ? bookedIn(members, month) : 0) + due * expectedAmount(newest);
    if (amount > 0) flow.inflow += amount;
    else flow.outflow -= amount;
  }
  return flow;
}

function flowOf(entries: readonly Entry[], isWanted: (entry: Entry) => boolean): Flow {
  const flow: Flow = { inflow: 0, outflow: 0 };
  for (const entry of entries) {
    if (!isWanted(entry)) continue;
    if (entry.amountMinor > 0) flow.inflow += entry.amountMinor;
    else flow.outflow -= entry.amountMinor;
  }
  return flow;
}

/** Factor of a calendar month against the average month, 1 as long as the data is too short to tell. */
function seasonOf(months: readonly number[], values: readonly number[], month: number): number {
  if (months.length < MONTHS_FOR_SEASON) return 1;
  const overall = average(values);
  const same = values.filter((_, index) => (months[index] as number) % 12 === month % 12);
  if (overall <= 0 || same.length === 0) return 1;
  const factor = 1 + SEASON_WEIGHT * (average(same) / overall - 1);
  return Math.min(Math.max(factor, SEASON_BOUNDS[0]), SEASON_BOUNDS[1]);
}

/** What happens beside contracts in a month: the median of the last twelve complete months, by season. */
function expectedRest(months: readonly number[], rest: readonly Flow[], month: number): Flow {
  const recent = rest.slice(-LOOK_BACK_MONTHS);
  const inflows = rest.map((flow) => flow.inflow);
  const outflows = rest.map((flow) => flow.outflow);
  return {
    inflow: median(recent.map((flow) => flow.inflow)) * seasonOf(months, inflows, month),
    outflow: median(recent.map((flow) => flow.outflow)) * seasonOf(months, outflows, month),
  };
}

const netOf = (flow: Flow): number => flow.inflow - flow.outflow;

/**
 * Half the width of the interval: each complete month is forecast from the months before it, and the errors' quantile
 * is taken as in split conformal prediction, rank ⌈(n + 1) · level⌉. With too few errors for that rank the largest one
 * is widened by 1/n.
 */
function halfWidth(errors: readonly number[]): number {
  const sorted = errors.map(Math.abs).sort((a, b) => a - b);
  const rank = Math.ceil((sorted.length + 1) * LEVEL);
  const largest = sorted.at(-1) ?? 0;
  return rank <= sorted.length ? (sorted[rank - 1] as number) : largest * (1 + 1 / Math.max(1, sorted.length));
}

function backtest(
  months: readonly number[],
  actual: readonly Flow[],
  rest: readonly Flow[],
  streams: readonly Stream[],
) {
  const errors: number[] = [];
  const start = months.length >= 8 ? 3 : 1;
  for (let index = start; index < months.length; index++) {
    const month = months[index] as number;
    const expected =
      netOf(expectedRest(months.slice(0, index), rest.slice(0, index), month)) +
      netOf(expectedFromStreams(streams, month, false));
    errors.push(netOf(actual[index] as Flow) - expected);
  }
  return errors;
}

/**
 * Inflow, outflow and net of the months after the newest complete one, newest first: due payments of active contracts
 * plus the usual rest. In the month that has begun, what is already booked counts. Empty with fewer than three complete
 * months.
 */
export function forecastCashflow(
  ledger: Ledger,
  contracts: readonly ContractWithStream[],
  horizon: number,
  balanceAt: (day: number) => number | null,
): MonthForecast[] {
  const months = ledger.period.completeMonths.toReversed();
  const newest = months.at(-1);
  if (newest === undefined || months.length < MIN_COMPLETE_MONTHS) return [];
  const inFlows = new Set(ledger.flows.map((entry) => entry.contractId));
  const known = contracts.filter(({ contract }) => inFlows.has(contract.contractId) && contract.status !== 'early');
  const active = known.filter(({ contract }) => contract.status === 'active').map(({ stream }) => stream);
  const byMonth = groupByMonth(ledger.flows);
  const entriesOf = (month: number): readonly Entry[] => byMonth.get(month) ?? [];
  const actual = months.map((month) => flowOf(entriesOf(month), () => true));
  const rest = months.map((month) => flowOf(entriesOf(month), (entry) => !entry.isRecurring));
  const width = halfWidth(
    backtest(
      months,
      actual,
      rest,
      known.map(({ stream }) => stream),
    ),
  );
  const rows: MonthForecast[] = [];
  let balance = balanceAt(lastDayOf(newest));
  for (let ahead = 1; ahead <= horizon; ahead++) {
    const month = newest + ahead;
    const usual = expectedRest(months, rest, month);
    const begun = flowOf(entriesOf(month), (entry) => !entry.isRecurring);
    const due = expectedFromStreams(active, month, true);
    const inflow = roundHalfAway(due.inflow + Math.max(usual.inflow, begun.inflow));
    const outflow = roundHalfAway(due.outflow + Math.max(usual.outflow, begun.outflow));
    const half = roundHalfAway(width * (1 + WIDENING_PER_MONTH * (ahead - 1)));
    const net = inflow - outflow;
    if (balance !== null) balance += net;
    rows.push({
      month,
      inflowMinor: inflow,
      outflowMinor: outflow,
      netMinor: net,
      level: LEVEL,
      lowMinor: net - half,
      highMinor: net + half,
      endBalanceMinor: balance,
    });
  }
  return rows.reverse();
}

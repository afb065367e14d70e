import { createHash } from 'node:crypto';
import { formatMinor } from '#platform/money.ts';
import { formatDay, isBankHoliday } from '../calendar.ts';
import type { Contract, ContractStatus, Frequency } from '../engine.types.ts';
import { average, roundHalfAway } from '../statistics.ts';
import { findPriceChanges } from './amounts.ts';
import type { Stream } from './detect-streams.ts';
import { expectedDay, type Grid, nearestOccurrence } from './grid.ts';
import type { Booking } from './stream.types.ts';

/** A contract and the stream it was read from; the forecast asks the stream when it is due. */
export interface ContractWithStream {
  contract: Contract;
  stream: Stream;
}

/** Days after the expected date before a stream counts as ended: one late or missed payment does not end it. */
const GRACE_DAYS: Readonly<Record<Frequency, number>> = {
  WEEKLY: 10,
  BIWEEKLY: 16,
  SEMI_MONTHLY: 18,
  MONTHLY: 20,
  QUARTERLY: 35,
  HALF_YEARLY: 45,
  YEARLY: 60,
};

const RARE: ReadonlySet<Frequency> = new Set(['HALF_YEARLY', 'YEARLY']);

/** Moves a due day off days without settlement, in the direction this payment has moved before. */
function settle(day: number, grid: Grid): number {
  if (grid.unit === 'days' || grid.roll === 'none') return day;
  const step = grid.roll === 'forward' ? 1 : -1;
  let settled = day;
  while (isBankHoliday(settled)) settled += step;
  return settled;
}

/** The day on which the payment after the last one is due. */
function nextDueDay(stream: Stream): number {
  const last = stream.members.at(-1) as Booking;
  const { index } = nearestOccurrence(stream.grid, last.day);
  return settle(expectedDay(stream.grid, index + 1), stream.grid);
}

function statusOf(stream: Stream, dueDay: number, referenceDay: number): ContractStatus {
  if (referenceDay > dueDay + GRACE_DAYS[stream.grid.frequency]) return 'ended';
  return stream.isEarly ? 'early' : 'active';
}

function nameOf(members: readonly Booking[]): string {
  for (const { transaction } of members.toReversed()) if (transaction.merchantName) return transaction.merchantName;
  for (const { transaction } of members.toReversed()) {
    const name = transaction.paymentPartner?.name?.trim();
    if (name) return name;
  }
  const { transaction, category } = members.at(-1) as Booking;
  const text = (transaction.purpose || transaction.bookingText || '').replace(/\s+/g, ' ').trim();
  return text.slice(0, 80) || category.name.en;
}

/** The category of most members; of several the one seen last. */
function categoryOfMembers(members: readonly Booking[]): Booking['category'] {
  const counts = new Map<string, number>();
  let winner = (members[0] as Booking).category;
  for (const { category } of members) {
    counts.set(category.id, (counts.get(category.id) ?? 0) + 1);
    if ((counts.get(category.id) as number) >= (counts.get(winner.id) as number)) winner = category;
  }
  return winner;
}

/** Falls with unpunctual, missing and unequal payments, rises with their number: 0.5 of the quality after two. */
function confidenceOf(stream: Stream): number {
  const certainty = 1 - 0.5 ** (stream.members.length - 1);
  return Math.round(stream.quality * certainty * 100) / 100;
}

function toContract(stream: Stream, contractId: string, referenceDay: number): Contract {
  const { members, grid } = stream;
  const first = members[0] as Booking;
  const last = members.at(-1) as Booking;
  const { currency, accountId } = last.transaction;
  const category = categoryOfMembers(members);
  const dueDay = nextDueDay(stream);
  const status = statusOf(stream, dueDay, referenceDay);
  return {
    contractId,
    name: nameOf(members),
    direction: last.amountMinor > 0 ? 'income' : 'expense',
    category: { id: category.id, primary: category.primary, label: category.name.en },
    currency,
    accountId,
    frequency: grid.frequency,
    status,
    firstDate: formatDay(first.day),
    lastDate: formatDay(last.day),
    nextExpectedDate: status === 'ended' ? null : formatDay(dueDay),
    averageAmount: formatMinor(roundHalfAway(average(members.map((member) => member.amountMinor))), currency),
    lastAmount: formatMinor(last.amountMinor, currency),
    priceChanges: findPriceChanges(members, RARE.has(grid.frequency)).map(({ date, fromMinor, toMinor }) => ({
      date,
      from: formatMinor(fromMinor, currency),
      to: formatMinor(toMinor, currency),
    })),
    confidence: confidenceOf(stream),
    transactionIDs: members.map((member) => member.transaction.transactionId),
  };
}

/**
 * The contract id: a hash of account, currency, direction and counterparty, and of the stream's rank among the streams
 * with the same ones by first booking. New bookings and other users change nothing in it.
 */
function contractIdOf(groupKey: string, rank: number): string {
  return `ctr_${createHash('sha256').update(`${groupKey}|${rank}`).digest('hex').slice(0, 24)}`;
}

const byStart = (a: Stream, b: Stream): number => {
  const [first, second] = [a.members[0] as Booking, b.members[0] as Booking];
  return (
    first.day - second.day ||
    Math.abs(second.amountMinor) - Math.abs(first.amountMinor) ||
    (first.transaction.transactionId < second.transaction.transactionId ? -1 : 1)
  );
};

/**
 * Streams → contracts, sorted by direction, name, first date and id. `referenceDayOf` gives the day up to which an
 * account was observed. Two payments that never went on are no contract and are left out.
 */
export function buildContracts(
  streams: readonly Stream[],
  referenceDayOf: (accountId: string) => number,
): ContractWithStream[] {
  const ranks = new Map<string, number>();
  const built: ContractWithStream[] = [];
  for (const stream of [...streams].sort(byStart)) {
    const rank = ranks.get(stream.groupKey) ?? 0;
    ranks.set(stream.groupKey, rank + 1);
    const { accountId } = (stream.members.at(-1) as Booking).transaction;
    const contract = toContract(stream, contractIdOf(stream.groupKey, rank), referenceDayOf(accountId));
    if (!stream.isEarly || contract.status === 'early') built.push({ contract, stream });
  }
  const keyOf = ({ contract }: ContractWithStream): string =>
    `${contract.direction === 'income' ? 0 : 1}|${contract.name}|${contract.firstDate}|${contract.contractId}`;
  const keys = new Map(built.map((entry) => [entry, keyOf(entry)]));
  return built.sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
}

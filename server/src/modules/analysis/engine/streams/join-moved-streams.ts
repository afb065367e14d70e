/**
 * A person who changes banks takes salary and rent along: the stream ends with the old account and goes on in the new
 * one. Both parts are one contract.
 */
import type { Stream } from './detect-streams.ts';
import { periodDaysOf } from './grid.ts';
import type { Booking } from './stream.types.ts';

/** Days for which an old account may still be in use after payments have moved. */
const MAX_OVERLAP_DAYS = 62;
/** Periods that may pass between the last payment on the old and the first on the new account. */
const MAX_PAUSE_PERIODS = 2.2;

const firstOf = (stream: Stream): Booking => stream.members[0] as Booking;
const lastOf = (stream: Stream): Booking => stream.members.at(-1) as Booking;

function continues(earlier: Stream, later: Stream, lastDayOfAccount: (accountId: string) => number): boolean {
  const [last, first] = [lastOf(earlier), firstOf(later)];
  if (last.transaction.accountId === first.transaction.accountId) return false;
  if (last.transaction.currency !== first.transaction.currency) return false;
  if (earlier.grid.frequency !== later.grid.frequency) return false;
  const pause = first.day - last.day;
  if (pause <= 0 || pause > MAX_PAUSE_PERIODS * periodDaysOf(earlier.grid)) return false;
  const ratio = first.amountMinor / last.amountMinor;
  if (!(ratio > 0.7 && ratio < 1.4)) return false;
  if (lastDayOfAccount(last.transaction.accountId) > first.day + MAX_OVERLAP_DAYS) return false;
  for (const identifier of later.identifiers) if (earlier.identifiers.has(identifier)) return true;
  return false;
}

/**
 * Joins streams that moved from an account that was given up to another one: same counterparty, direction, currency and
 * rhythm, similar amount, one after the other. Accounts that go on being used give nothing away.
 */
export function joinMovedStreams(
  streams: readonly Stream[],
  lastDayOfAccount: (accountId: string) => number,
): Stream[] {
  const sorted = [...streams].sort(
    (a, b) =>
      firstOf(a).day - firstOf(b).day ||
      (firstOf(a).transaction.transactionId < firstOf(b).transaction.transactionId ? -1 : 1),
  );
  const joined: Stream[] = [];
  const newestDay = Math.max(0, ...streams.map((stream) => lastOf(stream).day));
  const givenUp = (stream: Stream): boolean => lastDayOfAccount(lastOf(stream).transaction.accountId) < newestDay;
  for (const stream of sorted) {
    const index = joined.findIndex((earlier) => givenUp(earlier) && continues(earlier, stream, lastDayOfAccount));
    const earlier = joined[index];
    if (!earlier) joined.push(stream);
    else {
      joined[index] = {
        ...stream,
        groupKey: earlier.groupKey,
        identifiers: new Set([...earlier.identifiers, ...stream.identifiers]),
        members: [...earlier.members, ...stream.members],
        quality: Math.min(earlier.quality, stream.quality),
        isEarly: earlier.isEarly && stream.isEarly,
      };
    }
  }
  return joined;
}

import { lowerMedian } from '../statistics.ts';
import { isSameAmount } from './amounts.ts';
import { type Grid, nearestOccurrence } from './grid.ts';
import type { Booking } from './stream.types.ts';

/** A booking on the occurrence nearest to it. */
export interface Placed {
  booking: Booking;
  index: number;
  residual: number;
}

/** Puts each booking on its occurrence; what is too far from any, or a second one of another amount, is left over. */
export function placeBookings(grid: Grid, bookings: readonly Booking[], maxResidual: number, late: number) {
  const slots = new Map<number, Placed[]>();
  const offGrid: Placed[] = [];
  const typical = lowerMedian(bookings.map((booking) => booking.amountMinor));
  for (const booking of bookings) {
    const placed = { booking, ...nearestOccurrence(grid, booking.day) };
    if (Math.abs(placed.residual) > maxResidual) offGrid.push(placed);
    else {
      const slot = slots.get(placed.index);
      if (slot) slot.push(placed);
      else slots.set(placed.index, [placed]);
    }
  }
  const leftover: Booking[] = [];
  const members: Placed[] = [];
  let doubled = 0;
  for (const slot of slots.values()) {
    const distance = (placed: Placed) => Math.abs(placed.booking.amountMinor - typical);
    slot.sort((a, b) => distance(a) - distance(b) || Math.abs(a.residual) - Math.abs(b.residual));
    const first = slot[0] as Placed;
    members.push(first);
    for (const second of slot.slice(1)) {
      if (!isSameAmount(second.booking.amountMinor, first.booking.amountMinor)) leftover.push(second.booking);
      else {
        doubled++;
        members.push(second);
      }
    }
  }
  // A payment that came late or early still fills its occurrence when that is empty and the amount is right: about the
  // usual one, or the price that was paid the time before or is paid the next.
  const isRight = ({ amountMinor }: Booking, at: number): boolean =>
    Math.abs(amountMinor / typical - 1) <= late ||
    [bookings[at - 1], bookings[at + 1]].some((beside) => beside && isSameAmount(beside.amountMinor, amountMinor));
  for (const placed of offGrid) {
    if (slots.has(placed.index) || !isRight(placed.booking, bookings.indexOf(placed.booking)))
      leftover.push(placed.booking);
    else {
      slots.set(placed.index, [placed]);
      members.push(placed);
    }
  }
  members.sort((a, b) => a.booking.day - b.booking.day);
  return { members, leftover, doubled };
}

/** Occurrences that must be hit before and after a pause. */
export const MIN_RUN_BESIDE_PAUSE = 3;

/** Occurrences hit and missed between the first and the last; one pause between two runs of three is forgiven. */
export function countOccurrences(members: readonly Placed[], maxMissed: number): { hit: number; missed: number } {
  const indices = [...new Set(members.map((placed) => placed.index))].sort((a, b) => a - b);
  let missed = 0;
  let paused = false;
  for (let i = 1; i < indices.length; i++) {
    const gap = (indices[i] as number) - (indices[i - 1] as number) - 1;
    if (gap > maxMissed && !paused && i >= MIN_RUN_BESIDE_PAUSE && indices.length - i >= MIN_RUN_BESIDE_PAUSE)
      paused = true;
    else missed += gap;
  }
  return { hit: indices.length, missed };
}

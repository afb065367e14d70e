import { type BalanceCurve, splitIntoMonths } from './balances.ts';
import { formatDay } from './calendar.ts';

export interface OverdrawnDay {
  date: string;
  /** End-of-day balance, below zero. */
  balanceMinor: number;
}

/**
 * The days of each month, newest month first, that ended with a balance below `−limitMinor`: 0 for persons, the
 * agreed overdraft limit for companies. Days within a month are in the order of time.
 */
export function listOverdrawnMonths(
  curve: BalanceCurve,
  limitMinor: number,
): { month: number; days: OverdrawnDay[] }[] {
  return splitIntoMonths(curve).map(({ month, firstDay, endOfDayMinor }) => {
    const days: OverdrawnDay[] = [];
    for (const [index, balanceMinor] of endOfDayMinor.entries()) {
      if (balanceMinor < -limitMinor) days.push({ date: formatDay(firstDay + index), balanceMinor });
    }
    return { month, days };
  });
}

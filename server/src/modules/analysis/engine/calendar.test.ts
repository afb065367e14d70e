import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  firstDayOf,
  formatDay,
  formatMonth,
  isBankHoliday,
  lastDayOf,
  monthOf,
  parseDay,
  weekdayOf,
} from './calendar.ts';

describe('calendar', () => {
  it('agrees with the built-in calendar on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 100_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        expect(formatDay(day)).toBe(iso);
        expect(parseDay(iso)).toBe(day);
        expect(weekdayOf(day)).toBe(date.getUTCDay());
        expect(formatMonth(monthOf(day))).toBe(iso.slice(0, 7));
        expect(civilOf(day).dayOfMonth).toBe(date.getUTCDate());
      }),
    );
  });

  it('knows the ends of months, inside and outside its table', () => {
    expect(formatDay(lastDayOf(2024 * 12 + 1))).toBe('2024-02-29');
    expect(formatDay(lastDayOf(2025 * 12 + 1))).toBe('2025-02-28');
    expect(formatDay(firstDayOf(1900 * 12))).toBe('1900-01-01');
    expect(formatDay(lastDayOf(2200 * 12 + 11))).toBe('2200-12-31');
  });

  it('refuses what is no date and names it', () => {
    for (const text of ['2025-13-01', '2025-00-10', '20250101', '', '2025-1-01', '2025-01-32']) {
      expect(() => parseDay(text)).toThrow(text === '' ? '""' : text);
    }
  });

  it('knows weekends and the closing days of TARGET', () => {
    for (const day of ['2025-04-18', '2025-04-21', '2024-03-29', '2025-12-25', '2025-05-01', '2025-06-07']) {
      expect(isBankHoliday(parseDay(day)), day).toBe(true);
    }
    for (const day of ['2025-04-17', '2025-12-24', '2025-06-06', '2024-04-02']) {
      expect(isBankHoliday(parseDay(day)), day).toBe(false);
    }
  });
});

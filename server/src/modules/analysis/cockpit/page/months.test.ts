import { expect, test } from 'vitest';
import { recentMonths, runningMonth } from './months.ts';

test.each([
  ['2026-02', '2026-02-27', '2026-02'],
  ['2026-02', '2026-02-28', null],
  ['2028-02', '2028-02-28', '2028-02'],
  ['2026-12', '2026-12-31', null],
  ['2026-11', '2026-12-31', null],
  ['2026-11', null, null],
  [undefined, '2026-12-31', null],
])('of %s with data until %s the month that goes on is %s', (newest, to, expected) => {
  expect(runningMonth(newest, to)).toBe(expected);
});

test('twelve complete months are shown, and the running one behind them', () => {
  const rows = Array.from({ length: 24 }, (_, n) => ({
    month: new Date(Date.UTC(2026, 10 - n, 1)).toISOString().slice(0, 7),
  }));
  const running = recentMonths(rows, '2026-11-20');
  expect(running.rows.map(({ month }) => month).slice(0, 1)).toEqual(['2025-11']);
  expect(running.rows).toHaveLength(13);
  expect(running.complete.at(-1)).toEqual({ month: '2026-10' });
  const over = recentMonths(rows, '2026-11-30');
  expect(over.rows).toHaveLength(12);
  expect(over.complete).toEqual(over.rows);
  expect(recentMonths([], null)).toEqual({ rows: [], complete: [], running: null });
});

import { expect, test } from 'vitest';
import { addMonths, bankDayOnOrAfter, dayOf, easterSunday, isBankDay, lastBankDay, monthsFrom } from './calendar.ts';

test('knows Easter', () => {
  const published = ['2000-04-23', '2008-03-23', '2011-04-24', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25'];
  expect(published.map((day) => easterSunday(Number(day.slice(0, 4))))).toEqual(published);
});

test('banks close at weekends and on the six closing days of TARGET, not on other holidays', () => {
  for (const day of [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-12-25',
    '2025-12-26',
    '2026-03-14',
  ]) {
    expect(isBankDay(day), day).toBe(false);
  }
  for (const day of ['2026-10-02', '2026-05-14', '2025-10-03', '2025-12-31', '2025-12-24']) {
    expect(isBankDay(day), day).toBe(true);
  }
});

test('moves to the next or last bank day', () => {
  expect(bankDayOnOrAfter('2026-04-03')).toBe('2026-04-07');
  expect(lastBankDay('2026-01')).toBe('2026-01-30');
  expect(lastBankDay('2024-03')).toBe('2024-03-28');
  expect(lastBankDay('2026-01', 2)).toBe('2026-01-28');
});

test('counts months across years and clamps days', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2025-12', 13)).toBe('2027-01');
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(dayOf('2025-02', 31)).toBe('2025-02-28');
});

import { expect, test } from 'vitest';
import { findDateProblem, normalizeIban } from './upload-text.ts';

test('exactly the days of the calendar from 1900 to 2199 exist', () => {
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  const wrong: string[] = [];
  for (let year = 1898; year <= 2201; year++) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        const time = Date.UTC(year, month - 1, day);
        const exists = new Date(time).toISOString().startsWith(date) && year >= 1900 && year <= 2199;
        if ((findDateProblem(date) === null) !== exists) wrong.push(date);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['DE89370400440532013000', 'DE89370400440532013000'],
  ['de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  [' DE89\u00a03704\t', 'DE893704'],
  ['DE89XXXX****3000', 'DE89XXXX****3000'],
  ['   ', ''],
])('the IBAN %j is compared as %j', (iban, normalized) => {
  expect(normalizeIban(iban)).toBe(normalized);
});

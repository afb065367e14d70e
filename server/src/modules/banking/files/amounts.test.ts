import { describe, expect, test } from 'vitest';
import { readAmount, readDecimal } from './amounts.ts';

describe('readDecimal', () => {
  test.each([
    ['-1.234,56', ',', '-1234.56'],
    ['-62,3', ',', '-62.3'],
    ['200', ',', '200'],
    ['4.093,32 €', ',', '4093.32'],
    ['€4.093,32', ',', '4093.32'],
    ['1.234,56-', ',', '-1234.56'],
    ['12,34 S', ',', '-12.34'],
    ['12,34 H', ',', '12.34'],
    ['(1,234.56)', '.', '-1234.56'],
    ['-£1,234.56', '.', '-1234.56'],
    ['$.50', '.', '0.50'],
    ["1'234.50", '.', '1234.50'],
    ['1 234,50', ',', '1234.50'],
    ['+0012,00', ',', '12.00'],
    ['−5,00', ',', '-5.00'],
    ['1.234.567', ',', '1234567'],
    ['PLN 12,34', ',', '12.34'],
    ['-12,34EUR', ',', '-12.34'],
  ] as const)('%s with %s is %s', (text, mark, expected) => {
    expect(readDecimal(text, mark)).toBe(expected);
  });

  test.each([
    ['', ','],
    ['12,34 XYZ', ','],
    ['-', ','],
    ['12,3x', ','],
    ['12.34', ','],
    ['12,34', '.'],
    ['1.2345,00', ','],
    ['12,34,56', ','],
    ['--5', ','],
    ['-5-', ','],
    ['1e5', '.'],
    ['(-5.00)', '.'],
  ] as const)('%s with %s is no amount', (text, mark) => {
    expect(readDecimal(text, mark)).toBeNull();
  });
});

test('an amount must be exact in its currency', () => {
  expect(readAmount('12,340', ',', 'EUR')).toBe(1234);
  expect(readAmount('12,345', ',', 'EUR')).toEqual({ problem: '12.345 has 3 decimals, EUR has 2' });
  expect(readAmount('1200', ',', 'JPY')).toBe(1200);
});

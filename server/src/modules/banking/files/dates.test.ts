import { describe, expect, test } from 'vitest';
import { addDateEvidence, decideDateOrder, noDateEvidence, readDate } from './dates.ts';

describe('readDate', () => {
  test.each([
    ['08.12.25', 'dmy', '2025-12-08'],
    ['8.2.2025', 'dmy', '2025-02-08'],
    ['2025-02-08', 'mdy', '2025-02-08'],
    ['2025-02-08 10:11:12', 'dmy', '2025-02-08'],
    ['2025-02-08T10:11:12.000Z', 'dmy', '2025-02-08'],
    ['02/08/2025', 'mdy', '2025-02-08'],
    ['02/08/2025', 'dmy', '2025-08-02'],
    ["2/ 8'25", 'mdy', '2025-02-08'],
    ['20250208', 'dmy', '2025-02-08'],
    ['08 Feb 2025', 'mdy', '2025-02-08'],
    ['8. März 2025', 'dmy', '2025-03-08'],
    ['08-Dez-25', 'dmy', '2025-12-08'],
    ['Feb 8, 2025', 'dmy', '2025-02-08'],
    ['08.12.69', 'dmy', '2069-12-08'],
    ['08.12.70', 'dmy', '1970-12-08'],
  ] as const)('%s as %s is %s', (text, order, expected) => {
    expect(readDate(text, order)).toBe(expected);
  });

  test.each(['', 'offen', '--', '31.02.2025', '00.01.2025', '1.234,56', '12.34', '2025-13-01', '123.12.2025', '8.2'])(
    '%s is no date',
    (text) => {
      expect(readDate(text, 'dmy')).toBeNull();
    },
  );
});

describe('the order of day and month', () => {
  const decide = (dates: string[]) => {
    const evidence = noDateEvidence();
    for (const date of dates) addDateEvidence(evidence, date);
    return decideDateOrder(evidence);
  };
  test('a number above 12 anywhere in the file tells', () => {
    expect(decide(['01/02/2025', '01/13/2025'])).toBe('mdy');
    expect(decide(['01/02/2025', '13/02/2025'])).toBe('dmy');
  });
  test('one mistyped date does not outvote the rest', () => {
    expect(decide(['13/01/2025', '14/01/2025', '01/32/2025', '01/15/2025'])).toBe('dmy');
  });
  test('dots mean day first', () => {
    expect(decide(['01.02.2025'])).toBe('dmy');
  });
  test('the reading under which the rows are sorted wins', () => {
    expect(decide(['01/02/2025', '02/02/2025', '01/03/2025', '02/03/2025'])).toBe('dmy');
    expect(decide(['02/01/2025', '02/02/2025', '03/01/2025', '03/02/2025'])).toBe('mdy');
  });
  test('nobody guesses when both fit', () => {
    expect(decide(['01/02/2025'])).toBeNull();
  });
});

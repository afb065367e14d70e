import { describe, expect, it } from 'vitest';
import { formatMonth, parseDay } from './calendar.ts';
import { observePeriod, timespanOf } from './observed-period.ts';

const observe = (dates: string[], asOf: string) => observePeriod(dates.map(parseDay), parseDay(asOf));
const complete = (dates: string[], asOf: string) => observe(dates, asOf).completeMonths.map(formatMonth);

describe('observed period', () => {
  it('has no months without bookings', () => {
    const period = observe([], '2025-06-15');
    expect(period.months).toEqual([]);
    expect(period.currentMonth).toBeNull();
    expect(timespanOf(period)).toEqual({ from: null, to: null });
  });

  it('has no complete month after one day', () => {
    const period = observe(['2025-06-10'], '2025-06-15');
    expect(period.months.map(formatMonth)).toEqual(['2025-06']);
    expect(period.completeMonths).toEqual([]);
  });

  it('leaves out the month that goes on and the one that begins in the middle', () => {
    const dates = [
      '2025-01-17',
      '2025-01-30',
      '2025-02-01',
      '2025-02-27',
      '2025-03-02',
      '2025-03-31',
      '2025-04-01',
      '2025-04-11',
    ];
    expect(complete(dates, '2025-04-12')).toEqual(['2025-03', '2025-02']);
  });

  it('takes the last month as complete when the data reaches its end, long ago or not', () => {
    const dates = ['2025-01-02', '2025-01-30', '2025-02-01', '2025-02-27', '2025-03-02', '2025-03-28'];
    expect(complete(dates, '2025-04-01')).toEqual(['2025-03', '2025-02', '2025-01']);
    expect(complete(dates, '2026-09-01')).toEqual(['2025-03', '2025-02', '2025-01']);
  });

  it('does not take a last month as complete that broke off in the middle', () => {
    const dates = ['2025-01-02', '2025-01-30', '2025-02-01', '2025-02-27', '2025-03-02', '2025-03-14'];
    expect(complete(dates, '2026-09-01')).toEqual(['2025-02', '2025-01']);
  });

  it('knows an account on which something is booked only once a month', () => {
    const dates = ['2025-01-15', '2025-02-14', '2025-03-14', '2025-04-15'];
    expect(complete(dates, '2025-05-10')).toEqual(['2025-04', '2025-03', '2025-02', '2025-01']);
  });

  it('does not take a last month as complete in which the usual last payment is missing', () => {
    const dates = [
      '2025-01-08',
      '2025-01-23',
      '2025-02-08',
      '2025-02-22',
      '2025-03-08',
      '2025-03-23',
      '2025-04-08',
      '2025-04-21',
    ];
    expect(complete(dates, '2026-01-01')).toEqual(['2025-03', '2025-02', '2025-01']);
  });

  it('does not take a last month as complete while a contract is due when the data breaks off', () => {
    const days = ['2025-01-02', '2025-01-30', '2025-02-01', '2025-02-27', '2025-03-02', '2025-03-27'].map(parseDay);
    const completeWith = (due: string) =>
      observePeriod(days, parseDay('2025-06-01'), [parseDay(due)]).completeMonths.length;
    expect(completeWith('2025-03-31')).toBe(2);
    expect(completeWith('2025-03-24')).toBe(2);
    expect(completeWith('2025-03-10')).toBe(3);
    expect(completeWith('2025-04-01')).toBe(3);
  });

  it('takes a month as complete whose last bank day was seen, though a payment of the days before was not made', () => {
    const days = ['2025-01-02', '2025-01-30', '2025-02-01', '2025-02-27', '2025-05-02', '2025-05-30'].map(parseDay);
    const newest = (due: string) =>
      formatMonth(observePeriod(days, parseDay('2025-06-02'), [parseDay(due)]).currentMonth as number);
    // The 31st is a Saturday. A payment due on the last day itself may still have come on it.
    expect(newest('2025-05-27')).toBe('2025-05');
    expect(newest('2025-05-30')).toBe('2025-04');
  });

  it('lists forty years at most, however old a booking claims to be', () => {
    const period = observe(['0001-01-01', '2025-04-28'], '2025-05-10');
    expect(period.months).toHaveLength(480);
    expect(formatMonth(period.months[0] as number)).toBe('2025-04');
  });

  it('counts months without bookings between others', () => {
    const period = observe(['2025-01-02', '2025-04-28'], '2025-05-10');
    expect(period.months.map(formatMonth)).toEqual(['2025-04', '2025-03', '2025-02', '2025-01']);
    expect(period.completeMonths).toContain(2025 * 12 + 1);
  });
});

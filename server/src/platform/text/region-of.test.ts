import { describe, expect, test } from 'vitest';
import { DEFAULT_REGION, dayIn, isDayFirst, localeOf, regionOf } from './region-of.ts';

describe('where a customer is', () => {
  test.each<[string, object[], string, string]>([
    ['nothing said', [{}, {}], 'DE', 'Europe/Berlin'],
    ['a country with one zone', [{ country: 'gb' }], 'GB', 'Europe/London'],
    ['a country with several: the workspace’s zone', [{ country: 'US' }], 'US', 'Europe/Berlin'],
    ['both', [{ country: 'US', timezone: 'America/Chicago' }], 'US', 'America/Chicago'],
    ['a zone alone', [{ time_zone: 'Asia/Tokyo' }], 'DE', 'Asia/Tokyo'],
    ['a locale', [{ locale: 'de_AT' }], 'AT', 'Europe/Vienna'],
    ['the country before the locale', [{ locale: 'en-US', country: 'CH' }], 'CH', 'Europe/Zurich'],
    [
      'the more trusted first',
      [{ country: 'AT' }, { country: 'US', timeZone: 'America/New_York' }],
      'AT',
      'America/New_York',
    ],
    ['what is none', [{ country: 'Germany', timezone: 'Mars/Olympus', locale: 7 }], 'DE', 'Europe/Berlin'],
  ])('%s', (_, told, country, timeZone) => {
    expect(regionOf(told as Record<string, unknown>[], DEFAULT_REGION)).toEqual({ country, timeZone });
  });
  test('decides what day it is, and how it is written', () => {
    const lateInBerlin = new Date('2026-11-22T23:30:00Z');
    expect([dayIn(lateInBerlin, 'Europe/Berlin'), dayIn(lateInBerlin, 'America/New_York')]).toEqual([
      '2026-11-23',
      '2026-11-22',
    ]);
    const us = { country: 'US', timeZone: 'UTC' };
    expect([isDayFirst(us), isDayFirst(DEFAULT_REGION)]).toEqual([false, true]);
    expect([localeOf('en', us), localeOf('de', us), localeOf('en', DEFAULT_REGION)]).toEqual([
      'en-US',
      'de-DE',
      'en-GB',
    ]);
  });
});

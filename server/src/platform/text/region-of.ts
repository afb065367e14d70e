import type { Language } from './language.ts';
import type { Region } from './region.types.ts';

/** Until a workspace says otherwise. */
export const DEFAULT_REGION: Region = { country: 'DE', timeZone: 'Europe/Berlin' };

/** Of countries with one zone; of the others nobody can tell without being told. */
const ZONES: Readonly<Record<string, string>> = {
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  CH: 'Europe/Zurich',
  LI: 'Europe/Vaduz',
  LU: 'Europe/Luxembourg',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  FR: 'Europe/Paris',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  IT: 'Europe/Rome',
  PL: 'Europe/Warsaw',
  CZ: 'Europe/Prague',
  DK: 'Europe/Copenhagen',
  NO: 'Europe/Oslo',
  SE: 'Europe/Stockholm',
  FI: 'Europe/Helsinki',
};
/** Where 03/04 is the fourth of March. */
const MONTH_FIRST = new Set(['US', 'PH']);
/** How each language is written in a country; elsewhere as in the first one. */
const WRITTEN_IN: Record<Language, readonly string[]> = {
  de: ['DE', 'AT', 'CH', 'LI', 'LU'],
  en: ['GB', 'US', 'CA', 'AU', 'NZ', 'IE', 'ZA', 'IN', 'SG'],
};

/** What is said about a customer, by name. */
type Told = Readonly<Record<string, unknown>>;

/**
 * By what was told of the customer, most trusted first, and else by the workspace: `timeZone` (`timezone`, `time_zone`), `country`
 * (`country_code`), `locale` (`language`, such as `en-US`). What is no time zone or country is passed over. Pure.
 */
export function regionOf(told: readonly Told[], workspace: Region): Region {
  const countries = told.map((facts) => countryOf(facts.country ?? facts.country_code) ?? localeCountry(facts));
  const country = countries.find((found) => found !== null) ?? null;
  const zone = told.map(zoneOf).find((found) => found !== null) ?? null;
  if (zone !== null || country === null || country === workspace.country) {
    return { country: country ?? workspace.country, timeZone: zone ?? workspace.timeZone };
  }
  return { country, timeZone: ZONES[country] ?? workspace.timeZone };
}

export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

function zoneOf({ timeZone, timezone, time_zone }: Told): string | null {
  const name = timeZone ?? timezone ?? time_zone;
  return typeof name === 'string' && isTimeZone(name) ? name : null;
}

const countryOf = (value: unknown) =>
  typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : null;

function localeCountry({ locale, language }: Told): string | null {
  const name = locale ?? language;
  if (typeof name !== 'string') return null;
  return countryOf(/^[a-z]{2,3}(?:[-_][A-Za-z]{4})?[-_]([A-Za-z]{2})\b/.exec(name)?.[1]);
}

/** ISO 8601: the day that it is there. */
export const dayIn = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

export const isDayFirst = ({ country }: Region): boolean => !MONTH_FIRST.has(country);

/** `en-US`: how money and dates are written to the customer. */
export function localeOf(language: Language, { country }: Region): string {
  const [first] = WRITTEN_IN[language];
  return `${language}-${WRITTEN_IN[language].includes(country) ? country : first}`;
}

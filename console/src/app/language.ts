/** Every text stands beside its translation, so that nobody writes one and forgets the other. */
import { createContext, useContext, useMemo } from 'react';

export type Language = 'en' | 'de';

export const pair = <T>(en: T, de: T): readonly [T, T] => [en, de];

/** A table of pairs, however deep, as one of its languages sees it. */
export type InLanguage<T> = T extends readonly [infer Text, unknown] ? Text : { [Key in keyof T]: InLanguage<T[Key]> };

const STORED = 'kontor.language';

/** What was chosen here before, else what the browser prefers. */
export function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'en' || stored === 'de') return stored;
  return navigator.language.startsWith('de') ? 'de' : 'en';
}

/** Tells what another tab of this browser has chosen since. Returns what ends it. */
export function followStoredLanguage(choose: (language: Language) => unknown): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === STORED) void choose(firstLanguage());
  };
  addEventListener('storage', follow);
  return () => removeEventListener('storage', follow);
}

export const storeLanguage = (language: Language) => localStorage.setItem(STORED, language);

export const LanguageContext = createContext<{ language: Language; setLanguage(language: Language): void }>({
  language: 'en',
  setLanguage: () => undefined,
});

export const useLanguage = () => useContext(LanguageContext);

/** One column of a table of texts. */
export function useTexts<T>(table: T): InLanguage<T> {
  const { language } = useLanguage();
  return useMemo(() => column(table, language === 'en' ? 0 : 1) as InLanguage<T>, [table, language]);
}

function column(table: unknown, position: 0 | 1): unknown {
  if (Array.isArray(table)) return table[position];
  return Object.fromEntries(Object.entries(table as object).map(([key, value]) => [key, column(value, position)]));
}

/** Dates, times and money as they are written in the language. */
export function useFormats() {
  const { language } = useLanguage();
  return useMemo(() => createFormats(language), [language]);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function createFormats(language: Language) {
  const locale = language === 'en' ? 'en-GB' : 'de-DE';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const localDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const currencies = new Map<string, Intl.NumberFormat>();
  const money = (currency: string) => {
    const known = currencies.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
    currencies.set(currency, known);
    return known;
  };
  return {
    /** `2026-03-31`, a day without a time. */
    day: (date: string) => day.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)),
    /** How long ago, or how long until, in the largest unit that it fills. */
    ago: (date: string) => {
      const seconds = (new Date(date).getTime() - Date.now()) / 1000;
      const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['minute', 60] as const);
      return relative.format(Math.trunc(seconds / size), unit);
    },
    moment: (date: string) => moment.format(new Date(date)),
    /** `2026-03-31`, within a year. */
    shortDay: (date: string) => shortDay.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)),
    /** The time of what was today, the day of everything else; Unix epoch milliseconds. */
    recent: (ms: number) => {
      const at = new Date(ms);
      return at.toDateString() === new Date().toDateString() ? time.format(at) : localDay.format(at);
    },
    /** `2026-03`. */
    month: (text: string) => month.format(new Date(`${text}-01T00:00:00Z`)),
    money: (amount: number, currency: string) => money(currency).format(amount),
    count: (value: number) => count.format(value),
    percent: (share: number) => percent.format(share),
    /** ISO 3166: `FR`. */
    country: (code: string) => countries.of(code) ?? code,
  };
}

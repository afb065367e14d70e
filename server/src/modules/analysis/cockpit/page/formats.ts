import type { CockpitLanguage } from '../cockpit.queries.ts';

/** Numbers, amounts and dates as a language writes them. */
export interface Formats {
  /** Major units with all decimals of the currency. */
  money(amount: number, currency: string | null): string;
  /** Rounded to whole units: for headlines. */
  rounded(amount: number, currency: string | null): string;
  /** `12K`: for axes. */
  compact(amount: number, currency: string | null): string;
  count(value: number): string;
  /** Of a share from 0 to 1. */
  percent(share: number): string;
  /** From `YYYY-MM-DD` or the beginning of an ISO time, which is UTC. */
  date(isoDate: string): string;
  /** Date and time of an ISO time, in UTC. */
  time(isoTime: string): string;
  /** From `YYYY-MM`. */
  month(isoMonth: string): string;
  /** The same in three letters. */
  shortMonth(isoMonth: string): string;
  /** The same in three letters with the year. */
  shortMonthYear(isoMonth: string): string;
  /** Name of an ISO 3166 country. */
  country(code: string): string;
  list(items: string[]): string;
}

const LOCALES: Record<CockpitLanguage, string> = { en: 'en-GB', de: 'de-DE' };
const made = new Map<CockpitLanguage, Formats>();

export function formatsOf(language: CockpitLanguage): Formats {
  const known = made.get(language);
  if (known) return known;
  const formats = makeFormats(LOCALES[language]);
  made.set(language, formats);
  return formats;
}

function makeFormats(locale: string): Formats {
  const amounts = amountFormats(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const monthFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (isoMonth: string) => format.format(new Date(`${isoMonth}-01T00:00:00Z`));
  };
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    ...amounts,
    count: (value) => minus(count.format(value)),
    percent: (share) => minus(percent.format(share)),
    date: (iso) => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    time: (iso) => `${time.format(new Date(iso))} UTC`,
    month: monthFormat({ month: 'long', year: 'numeric' }),
    shortMonth: monthFormat({ month: 'short' }),
    shortMonthYear: monthFormat({ month: 'short', year: 'numeric' }),
    country: (code) => countries.of(code) ?? code,
    list: (items) => list.format(items),
  };
}

function amountFormats(locale: string): Pick<Formats, 'money' | 'rounded' | 'compact'> {
  const styles = {
    money: {},
    rounded: { maximumFractionDigits: 0 },
    compact: { notation: 'compact', maximumFractionDigits: 1 },
  } as const;
  const known = new Map<string, Intl.NumberFormat>();
  const write = (style: keyof typeof styles) => (amount: number, currency: string | null) => {
    const key = `${style} ${currency}`;
    const unit = currency ? ({ style: 'currency', currency } as const) : {};
    const format = known.get(key) ?? new Intl.NumberFormat(locale, { ...unit, ...styles[style] });
    known.set(key, format);
    return minus(format.format(amount));
  };
  return { money: write('money'), rounded: write('rounded'), compact: write('compact') };
}

/** A true minus sign, and none before a zero. */
const minus = (text: string): string => (/[1-9]/.test(text) ? text.replace('-', '\u2212') : text.replace('-', ''));

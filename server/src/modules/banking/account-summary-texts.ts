import { decimalsOf, minorToDecimalString } from '#platform/money.ts';
import type { AccountType } from './banking.types.ts';

/** Languages an account summary can be written in. */
export type SummaryLocale = 'de' | 'en';

const en = {
  title: 'Account summary',
  owner: 'Account holder',
  account: 'Account',
  bank: 'Bank',
  iban: 'IBAN',
  accountNumber: 'Account number',
  bic: 'BIC',
  bankCode: 'Bank code',
  type: 'Account type',
  currency: 'Currency',
  timespan: 'Observed period',
  overdraftLimit: 'Overdraft limit',
  balance: 'Current balance',
  asOf: (date: string) => `as of ${date}`,
  months: 'Monthly sums',
  month: 'Month',
  running: (month: string) => `${month} (to date)`,
  inflow: 'Inflow',
  outflow: 'Outflow',
  net: 'Net',
  endBalance: 'End-of-month balance',
  sum: (count: number) => (count === 1 ? 'Total of 1 month' : `Total of ${count} months`),
  latest: 'Latest transactions',
  date: 'Date',
  partner: 'Counterparty and purpose',
  amount: 'Amount',
  pending: 'pending',
  none: 'No transactions are stored for this account.',
  unknown: 'not stated',
  amountsIn: (currency: string) => `Amounts in ${currency}`,
  moreMonths: (count: string) => `Earlier months not shown: ${count}.`,
  moreTransactions: (shown: string, count: string) => `Shown: the latest ${shown} of ${count} transactions.`,
  otherCurrencies: (count: string) => `Bookings in other currencies, in none of the sums: ${count}.`,
  unprintable: 'Characters that this document’s font lacks are shown as \uFFFD.',
  origin: 'Compiled from account data stored in Kontor. This is not a statement issued by the bank.',
  generated: (date: string) => `Generated on ${date}`,
  page: (page: number, count: number) => `Page ${page} of ${count}`,
  types: {
    GIRO: 'Current account',
    KREDIT_KARTE: 'Credit card',
    DEPOT: 'Securities account',
    SPARKONTO: 'Savings account',
    TAGESGELD: 'Instant-access savings account',
    DARLEHEN: 'Loan account',
    BAUSPAREN: 'Building savings contract',
    PAYPAL: 'PayPal account',
    SONSTIGE: 'Other account',
  } satisfies Record<AccountType, string>,
};

/** Every text of the document; the German set has to carry the same keys. */
export type SummaryTexts = typeof en;

const de: SummaryTexts = {
  title: 'Kontoübersicht',
  owner: 'Kontoinhaber',
  account: 'Konto',
  bank: 'Bank',
  iban: 'IBAN',
  accountNumber: 'Kontonummer',
  bic: 'BIC',
  bankCode: 'Bankleitzahl',
  type: 'Kontoart',
  currency: 'Währung',
  timespan: 'Betrachteter Zeitraum',
  overdraftLimit: 'Kreditlinie',
  balance: 'Aktueller Kontostand',
  asOf: (date) => `Stand ${date}`,
  months: 'Monatssummen',
  month: 'Monat',
  running: (month) => `${month} (laufend)`,
  inflow: 'Eingänge',
  outflow: 'Ausgänge',
  net: 'Saldo',
  endBalance: 'Kontostand Monatsende',
  sum: (count) => (count === 1 ? 'Summe über 1 Monat' : `Summe über ${count} Monate`),
  latest: 'Letzte Umsätze',
  date: 'Datum',
  partner: 'Zahlungspartner und Verwendungszweck',
  amount: 'Betrag',
  pending: 'vorgemerkt',
  none: 'Zu diesem Konto sind keine Umsätze gespeichert.',
  unknown: 'keine Angabe',
  amountsIn: (currency) => `Beträge in ${currency}`,
  moreMonths: (count) => `Nicht gezeigte frühere Monate: ${count}.`,
  moreTransactions: (shown, count) => `Gezeigt: die letzten ${shown} von ${count} Umsätzen.`,
  otherCurrencies: (count) => `Buchungen in anderen Währungen, in keiner Summe enthalten: ${count}.`,
  unprintable: 'Zeichen, die der Schrift dieses Dokuments fehlen, erscheinen als \uFFFD.',
  origin: 'Erstellt aus den in Kontor gespeicherten Kontodaten. Dies ist kein Kontoauszug der Bank.',
  generated: (date) => `Erstellt am ${date}`,
  page: (page, count) => `Seite ${page} von ${count}`,
  types: {
    GIRO: 'Girokonto',
    KREDIT_KARTE: 'Kreditkarte',
    DEPOT: 'Depot',
    SPARKONTO: 'Sparkonto',
    TAGESGELD: 'Tagesgeldkonto',
    DARLEHEN: 'Darlehenskonto',
    BAUSPAREN: 'Bausparvertrag',
    PAYPAL: 'PayPal-Konto',
    SONSTIGE: 'Sonstiges Konto',
  },
};

export const summaryTexts: Record<SummaryLocale, SummaryTexts> = { en, de };

export interface SummaryFormats {
  /** `1.234,56` or `1,234.56`, with a true minus sign (U+2212) below zero. */
  amount: (amountMinor: number, currency: string) => string;
  count: (count: number) => string;
  /** From `YYYY-MM-DD`. */
  date: (isoDate: string) => string;
  /** From `YYYY-MM`. */
  month: (isoMonth: string) => string;
}

/** Number and date formats of a language. Amounts are exact for every safe integer of minor units. */
export function summaryFormats(locale: SummaryLocale): SummaryFormats {
  const tag = locale === 'de' ? 'de-DE' : 'en-GB';
  const amountFormats = new Map<string, Intl.NumberFormat>();
  const amountFormat = (currency: string) => {
    const known = amountFormats.get(currency);
    if (known) return known;
    const decimals = decimalsOf(currency);
    const format = new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    amountFormats.set(currency, format);
    return format;
  };
  const count = new Intl.NumberFormat(tag);
  const day = new Intl.DateTimeFormat(tag, { dateStyle: locale === 'de' ? 'medium' : 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return {
    amount: (amountMinor, currency) => {
      // Intl formats a decimal string exactly; a division would round large amounts.
      const decimal = minorToDecimalString(Math.abs(amountMinor), currency) as Intl.StringNumericLiteral;
      return `${amountMinor < 0 ? '\u2212' : ''}${amountFormat(currency).format(decimal)}`;
    },
    count: (value) => count.format(value),
    date: (isoDate) => day.format(new Date(`${isoDate}T00:00:00Z`)),
    month: (isoMonth) => month.format(new Date(`${isoMonth}-01T00:00:00Z`)),
  };
}

/** An IBAN in groups of four, as ISO 13616 prints it. */
export function groupIban(iban: string): string {
  return (
    iban
      .replace(/\s+/g, '')
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}

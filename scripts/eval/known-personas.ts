/**
 * What the figures of a persona of Plaid's Sandbox have to be: its descriptions are plain English, so that words tell what
 * a booking is; amounts and months are those of the file. Nothing here comes from the engines.
 */
import type { BankData } from '../../server/test/histories/analyze-history.ts';
import type { KnownStream } from '../../server/test/histories/history.types.ts';
import { add, type Figures } from './figures.ts';
import { INCOME_KEYS } from './known-figures.ts';

interface Meaning {
  words: RegExp;
  direction: 'in' | 'out';
  figure: string;
}

const MEANINGS: Record<BankData['userType'], readonly Meaning[]> = {
  person: [
    { words: /direct dep|payroll|salary/i, direction: 'in', figure: 'income: salary' },
    { words: /\bint(e)?re?st\b|dividend/i, direction: 'in', figure: 'income: investment' },
    { words: /mortgage|\brent(al)?\b/i, direction: 'out', figure: 'spending: housing' },
    { words: /\bloan\b/i, direction: 'out', figure: 'spending: credit' },
  ],
  company: [
    { words: /payroll|wages/i, direction: 'out', figure: 'cashflow: payroll' },
    { words: /\bloan\b/i, direction: 'out', figure: 'cashflow: loan payments' },
  ],
};
/** Between the holder's own accounts, by its own words. */
const OWN_TRANSFER = /transfer (from|to) (savings|checking)/i;
/** Bookings of one description in so many months are a monthly payment. */
const MONTHS_OF_A_STREAM = 3;

/** Cells of every month for everything that has words, and for the kinds of income of which the file has none. */
export function knownPersonaFigures({ userType, transactions }: BankData): Figures {
  const figures: Figures = new Map();
  const months = new Set(transactions.map(({ bookingDate }) => bookingDate.slice(0, 7)));
  const names = new Set(MEANINGS[userType].map(({ figure }) => figure));
  if (userType === 'person') for (const key of Object.values(INCOME_KEYS)) names.add(`income: ${key}`);
  else for (const name of ['inflow', 'outflow', 'net']) names.add(`cashflow: ${name}`);
  for (const name of names) for (const month of months) add(figures, name, month, 0);
  for (const { amountMinor, bookingDate, purpose } of transactions) {
    const month = bookingDate.slice(0, 7);
    const direction = amountMinor > 0 ? 'in' : 'out';
    const meaning = MEANINGS[userType].find((one) => one.direction === direction && one.words.test(purpose ?? ''));
    if (meaning) add(figures, meaning.figure, month, Math.abs(amountMinor));
    if (userType === 'person' || OWN_TRANSFER.test(purpose ?? '')) continue;
    add(figures, direction === 'in' ? 'cashflow: inflow' : 'cashflow: outflow', month, Math.abs(amountMinor));
    add(figures, 'cashflow: net', month, amountMinor);
  }
  return figures;
}

/** Descriptions that stand in several months, once in each: all of them monthly. */
export function knownPersonaStreams({ transactions }: BankData): KnownStream[] {
  const byText = Map.groupBy(transactions, ({ purpose }) => purpose ?? '');
  return [...byText]
    .filter(([, bookings]) => {
      const months = new Set(bookings.map(({ bookingDate }) => bookingDate.slice(0, 7))).size;
      return months >= MONTHS_OF_A_STREAM;
    })
    .map(([name, bookings]) => ({
      name,
      direction: (bookings[0]?.amountMinor ?? 0) > 0 ? 'income' : 'expense',
      frequency: 'MONTHLY',
      transactionIDs: bookings.map(({ transactionId }) => transactionId),
    }));
}

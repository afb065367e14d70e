import { closeSheet, openSheet } from '#platform/pdf/sheet.ts';
import { type AccountMonth, bookedInAccountCurrency, sumAccountMonths } from './account-summary-months.ts';
import { type Pen, tiny, writeHead, writeMonths, writeNote, writeTransactions } from './account-summary-sections.ts';
import { groupIban, type SummaryLocale, summaryFormats, summaryTexts } from './account-summary-texts.ts';
import type { Account, Transaction } from './banking.types.ts';

export interface AccountSummaryInput {
  account: Account;
  /** In any order: the account's transactions, or the newest of them when `history` says what all of them add up to. */
  transactions: readonly Transaction[];
  /**
   * What a query already knows about all transactions, so that a large account need not be loaded for its summary.
   * Left out, it is computed from `transactions`.
   */
  history?: {
    /** Newest first, as `sumAccountMonths` gives them. */
    months: readonly AccountMonth[];
    /** Of the booked transactions, `YYYY-MM-DD`. */
    timespan: { from: string; to: string } | null;
    transactionCount: number;
    /** Booked transactions in another currency than the account's. */
    otherCurrencyCount: number;
  };
  locale: SummaryLocale;
  /** Printed (as its date in UTC) and written into the file's metadata. */
  generatedAt: Date;
}

const maxTransactions = 30;

/** Newest first by booking date; among one day's bookings the id decides, so that the order is always the same. */
function newestOf(transactions: readonly Transaction[]): Transaction[] {
  const byDate = (a: Transaction, b: Transaction) =>
    b.bookingDate.localeCompare(a.bookingDate) || (a.transactionId < b.transactionId ? 1 : -1);
  return [...transactions].sort(byDate).slice(0, maxTransactions);
}

function historyOf(
  account: Account,
  transactions: readonly Transaction[],
): NonNullable<AccountSummaryInput['history']> {
  const booked = bookedInAccountCurrency(account, transactions);
  const dates = booked.map((transaction) => transaction.bookingDate).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return {
    months: sumAccountMonths(account, transactions),
    timespan: from !== undefined && to !== undefined ? { from, to } : null,
    transactionCount: transactions.length,
    otherCurrencyCount: transactions.filter((t) => t.status === 'booked' && t.currency !== account.currency).length,
  };
}

/**
 * The summary of one account as an A4 PDF (tagged, font embedded): owner and bank, balance with its date, observed
 * period, sums of the last 36 months, the last 30 transactions. The size is bounded whatever the account holds, and the
 * same input gives the same bytes.
 */
export async function renderAccountSummary(input: AccountSummaryInput): Promise<Buffer> {
  const { account, transactions, locale, generatedAt } = input;
  const texts = summaryTexts[locale];
  const formats = summaryFormats(locale);
  const history = input.history ?? historyOf(account, transactions);
  const label = account.iban ? groupIban(account.iban) : (account.accountNumber ?? account.accountId);
  const sheet = openSheet({ title: `${texts.title} ${label}`, author: 'Kontor', lang: locale, createdAt: generatedAt });
  const pen: Pen = { sheet, texts, formats, account };

  writeHead(pen, history.timespan, history.timespan?.to ?? null);
  if (history.months.length > 0) writeMonths(pen, history.months, generatedAt.toISOString().slice(0, 7));
  if (transactions.length > 0) writeTransactions(pen, newestOf(transactions), history.transactionCount);
  else {
    sheet.yPt += 14;
    writeNote(pen, texts.none);
  }
  if (history.otherCurrencyCount > 0) writeNote(pen, texts.otherCurrencies(formats.count(history.otherCurrencyCount)));
  if (sheet.replacedCharacters) writeNote(pen, texts.unprintable);
  writeNote(pen, texts.origin);

  const generated = texts.generated(formats.date(generatedAt.toISOString().slice(0, 10)));
  const footer = (page: number, pageCount: number) => ({
    left: `Kontor · ${texts.title} ${label} · ${generated}`,
    right: texts.page(page, pageCount),
  });
  return closeSheet(sheet, footer, tiny);
}

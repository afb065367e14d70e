import type { Account } from '#modules/banking/index.ts';
import { type Category, categoryOf, findCategory } from '#modules/categorization/index.ts';
import { formatMinor } from '#platform/money.ts';
import { monthOf, parseDay } from './calendar.ts';
import type { AnalysisInput, CategorizedTransaction, UserType } from './engine.types.ts';
import { type ObservedPeriod, observePeriod } from './observed-period.ts';
import { isOwnTransfer } from './streams/recurrence-prior.ts';

/** A transaction with what everything asks of it. */
export interface DatedTransaction {
  transaction: CategorizedTransaction;
  category: Category;
  /** Day number of the booking date. */
  day: number;
  /** Its number in the input. */
  number: number;
}

/** A booked transaction, prepared once for all analyses. */
export interface Entry extends Omit<DatedTransaction, 'number'> {
  id: string;
  /** The category's tags and those of this booking. */
  tags: readonly string[];
  month: number;
  amountMinor: number;
  /** The contract it belongs to; null for single payments. */
  contractId: string | null;
  /** Member of a stream with enough bookings. */
  isRecurring: boolean;
}

/** Everything the analyses read: entries in the order of time, in the main currency. */
export interface Ledger {
  userType: UserType;
  asOfDay: number;
  accounts: readonly Account[];
  /** Booked until `asOf`, of the main currency, without internal transfers and loan accounts: money in and out. */
  flows: Entry[];
  /** The legs of transfers between own accounts. */
  internal: Entry[];
  /** Currency of all figures; null without any booking or account. */
  currency: string | null;
  /** Other currencies that occur; their bookings are in no figure but in the contracts. */
  otherCurrencies: string[];
  period: ObservedPeriod;
  /** All booked transactions per account until the end of the data, also those after `asOf`, in the order of time. */
  bookedByAccount: ReadonlyMap<string, readonly DatedTransaction[]>;
  /** Minor units → major units of the main currency: the one place where figures leave integers. */
  major: (amountMinor: number) => number;
}

const byTime = (a: CategorizedTransaction, b: CategorizedTransaction): number =>
  a.bookingDate < b.bookingDate
    ? -1
    : a.bookingDate > b.bookingDate
      ? 1
      : a.transactionId < b.transactionId
        ? -1
        : a.transactionId > b.transactionId
          ? 1
          : 0;

/** Transactions in the order of booking date and id, whatever order they came in. Throws RangeError for a date that is none. */
export function inOrderOfTime(transactions: readonly CategorizedTransaction[]): DatedTransaction[] {
  return transactions.map(dateTransaction).sort((a, b) => byTime(a.transaction, b.transaction));
}

/** An id that the taxonomy does not know (any more) counts as not categorised. */
function dateTransaction(transaction: CategorizedTransaction, number: number): DatedTransaction {
  const { categoryId, bookingDate } = transaction;
  const category = findCategory(categoryId) ?? categoryOf('uncategorized');
  return { transaction, category, day: parseDay(bookingDate), number };
}

/** Mostly the category's own list, which all its entries share: the analyses look through tags again and again. */
function tagsOf({ transaction, category }: DatedTransaction): readonly string[] {
  const own: readonly string[] = category.tags;
  if (transaction.tags.every((tag) => own.includes(tag))) return own;
  return [...own, ...transaction.tags.filter((tag) => !own.includes(tag))];
}

/**
 * The currency of most bookings; amounts of different currencies cannot be compared without exchange rates, counts
 * can. Of several the one of most accounts, then the first in the alphabet.
 */
function findMainCurrency(
  transactions: readonly DatedTransaction[],
  accounts: readonly Account[],
): { main: string | null; others: string[] } {
  const counts = new Map<string, { bookings: number; accounts: number }>();
  const countOf = (currency: string) => {
    let count = counts.get(currency);
    if (!count) {
      count = { bookings: 0, accounts: 0 };
      counts.set(currency, count);
    }
    return count;
  };
  for (const { transaction } of transactions) countOf(transaction.currency).bookings++;
  for (const { currency } of accounts) countOf(currency).accounts++;
  const ranked = [...counts].sort(
    ([a, x], [b, y]) => y.bookings - x.bookings || y.accounts - x.accounts || (a < b ? -1 : 1),
  );
  const [main, ...others] = ranked.map(([currency]) => currency);
  return { main: main ?? null, others: others.sort() };
}

function groupByAccount(booked: readonly DatedTransaction[]): Map<string, DatedTransaction[]> {
  const byAccount = new Map<string, DatedTransaction[]>();
  for (const dated of booked) {
    const ofAccount = byAccount.get(dated.transaction.accountId);
    if (ofAccount) ofAccount.push(dated);
    else byAccount.set(dated.transaction.accountId, [dated]);
  }
  return byAccount;
}

/** From or to a savings account, by the bank's own words, which need not have been connected. */
const SAVINGS: ReadonlySet<string> = new Set(['savings_in', 'savings_out']);

/** A company's reserve is its own money, wherever it lies; what a person puts aside is saving, which is told as spending. */
const isOwnSavings = (userType: UserType, category: Category): boolean =>
  userType === 'company' && SAVINGS.has(category.id);

/** What a booking belongs to. */
export interface Membership {
  contractId: string;
  /** The contract is more than an early guess. */
  isRecurring: boolean;
}

export interface Booked {
  /** All that is booked, in the order of time. */
  booked: readonly DatedTransaction[];
  /** Of those what was booked until `asOf`. */
  happened: readonly DatedTransaction[];
  /** In the order of what happened. */
  memberships: readonly (Membership | undefined)[];
}

/** Prepares the ledger; `dueDays`: when contracts are paid next. */
export function openLedger(
  input: AnalysisInput,
  { booked, happened, memberships }: Booked,
  dueDays: readonly number[],
): Ledger {
  const asOfDay = parseDay(input.asOf);
  const { main, others } = findMainCurrency(happened, input.accounts);
  const loanAccounts = new Set(
    input.accounts.filter((account) => account.type === 'DARLEHEN').map((account) => account.accountId),
  );
  const flows: Entry[] = [];
  const internal: Entry[] = [];
  const days: number[] = [];
  for (const [place, dated] of happened.entries()) {
    const { transaction, category, day } = dated;
    if (transaction.currency !== main) continue;
    days.push(day);
    const membership = memberships[place];
    const entry: Entry = {
      transaction,
      id: transaction.transactionId,
      category,
      tags: tagsOf(dated),
      day,
      month: monthOf(day),
      amountMinor: transaction.amountMinor,
      contractId: membership?.contractId ?? null,
      isRecurring: membership?.isRecurring ?? false,
    };
    if (isOwnTransfer(transaction, category) || isOwnSavings(input.userType, category)) internal.push(entry);
    else if (!loanAccounts.has(transaction.accountId)) flows.push(entry);
  }
  return {
    userType: input.userType,
    asOfDay,
    accounts: input.accounts,
    flows,
    internal,
    currency: main,
    otherCurrencies: others,
    period: observePeriod(days, asOfDay, dueDays),
    bookedByAccount: groupByAccount(booked),
    major: (amountMinor) => (main === null ? 0 : formatMinor(amountMinor, main)),
  };
}

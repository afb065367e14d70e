import type { Transaction } from '#modules/banking/index.ts';
import type { Decision } from './categorization.types.ts';
import { levelOf } from './confidence.ts';
import { rhythmRows } from './evidence/rhythms.ts';
import { categoryOf } from './taxonomy/categories.ts';
import { fold } from './text/symbols.ts';

/** Decisions at most this sure may be changed by what the other bookings of the user show. */
const OPEN_BELOW = 0.7;
const MIN_MONTHS = 3;
/** Once a month, give or take a correction. */
const MAX_BOOKINGS_PER_MONTH = 1.4;

const PAY_FROM_MINOR = 40_000;
/** Largest pay at most this many times the smallest one. */
const MAX_PAY_SPREAD = 2.5;

const openIncome: ReadonlySet<string> = new Set(['other_income', 'other_transfer_in', 'private_transfer_in']);
const openSpending: ReadonlySet<string> = new Set(['uncategorized', 'other_transfer_out', 'other_insurance']);

/** Nothing but the partner's name, which looks like a person's, spoke for a transfer between people. */
const isPersonByName = ({ categoryId, evidence }: Decision): boolean =>
  evidence === 'booking_type' && (categoryId === 'private_transfer_in' || categoryId === 'private_transfer_out');

/** Payments of one counterparty in one direction that single bookings leave open. */
interface Group {
  name: string;
  bookings: Transaction[];
  /** Single bookings take the counterparty for a person. */
  isPerson: boolean;
}

/** The text without the words that carry a digit: these change from payment to payment. */
const lastingWords = (text: string): string =>
  fold(text)
    .split(' ')
    .filter((word) => !/[0-9]/.test(word))
    .join(' ');

function groupOpen(
  transactions: readonly Transaction[],
  decisions: readonly Decision[],
  isWanted: (transaction: Transaction, decision: Decision) => boolean,
): Group[] {
  const groups = new Map<string, Group>();
  for (const [n, transaction] of transactions.entries()) {
    const decision = decisions[n] as Decision;
    if (!isWanted(transaction, decision)) continue;
    const partner = transaction.paymentPartner?.name;
    const name = partner || transaction.purpose || '';
    const key = `${transaction.currency} ${partner ? fold(partner) : lastingWords(name)}`;
    const group = groups.get(key);
    if (group) {
      group.bookings.push(transaction);
      group.isPerson ||= isPersonByName(decision);
    } else groups.set(key, { name, bookings: [transaction], isPerson: isPersonByName(decision) });
  }
  return [...groups.values()];
}

/** One booking a month in nearly every month from the first to the last, at least three. */
function isMonthly(bookings: readonly Transaction[]): boolean {
  const months = new Set(
    bookings.map(({ bookingDate }) => Number(bookingDate.slice(0, 4)) * 12 + Number(bookingDate.slice(5, 7))),
  );
  if (months.size < MIN_MONTHS || bookings.length > months.size * MAX_BOOKINGS_PER_MONTH) return false;
  return months.size >= 0.75 * (Math.max(...months) - Math.min(...months) + 1);
}

function spreadOf(bookings: readonly Transaction[]): number {
  const amounts = bookings.map(({ amountMinor }) => Math.abs(amountMinor));
  return Math.max(...amounts) / Math.min(...amounts);
}

const looksLikePay = ({ bookings }: Group): boolean => {
  const months = new Set(bookings.map(({ bookingDate }) => bookingDate.slice(0, 7))).size;
  if (months < MIN_MONTHS || bookings.length > months * MAX_BOOKINGS_PER_MONTH) return false;
  return spreadOf(bookings) <= MAX_PAY_SPREAD;
};

const NAMESAKE_PAY_FROM_MINOR = 80_000;
const NAMESAKE_MIN_PAYMENTS = 4;
const MAX_NAMESAKE_SPREAD = 1.5;
/** People send each other round sums. */
const ROUND_MINOR = 500;

/**
 * Firms are called `Heinrich Schmid` and `Robert Bosch`. What people send each other every month (support, a share of
 * the household, rent) is a round sum or always the same one; pay is neither, because of taxes.
 */
const looksLikePayOfNamesake = ({ bookings }: Group): boolean => {
  if (bookings.length < NAMESAKE_MIN_PAYMENTS || !isMonthly(bookings) || spreadOf(bookings) > MAX_NAMESAKE_SPREAD)
    return false;
  if (bookings.some(({ amountMinor }) => amountMinor < NAMESAKE_PAY_FROM_MINOR)) return false;
  const uneven = new Set(bookings.map(({ amountMinor }) => amountMinor).filter((amount) => amount % ROUND_MINOR !== 0));
  const round = bookings.filter(({ amountMinor }) => amountMinor % ROUND_MINOR === 0).length;
  return uneven.size >= 2 && round <= 0.25 * bookings.length;
};

/** Largest of the payments of a contract at one price, relative to the smallest: a rise in between. */
const MAX_CONTRACT_SPREAD = 1.15;

const rowOf = ({ bookings }: Group) =>
  rhythmRows.find(
    ({ fromMinor, words }) =>
      bookings.every(({ amountMinor }) => -amountMinor >= fromMinor) &&
      bookings.every(({ purpose, bookingText }) => words.test(fold(`${purpose ?? ''} ${bookingText ?? ''}`))),
  );

const decisionOf = (categoryId: string, reason: string): Decision => ({
  categoryId,
  confidence: 0.75,
  level: levelOf(0.75),
  reason,
  evidence: 'rhythm',
  merchant: null,
  tags: categoryOf(categoryId).tags,
});

/**
 * What a person's payments of one counterparty are that come back every month, where single bookings leave it open:
 * large ones from an organisation are pay, from what looks like a person only when their amounts are like pay's too;
 * equal ones to somebody whose text says a little are rent, instalments or insurance. `decisions` are in the order of the
 * transactions; the answer is by transaction id.
 */
export function decideByRhythm(
  transactions: readonly Transaction[],
  decisions: readonly Decision[],
): Map<string, Decision> {
  const decided = new Map<string, Decision>();
  const decide = ({ bookings }: Group, categoryId: string, reason: string): void => {
    for (const { transactionId } of bookings) decided.set(transactionId, decisionOf(categoryId, reason));
  };
  const income = groupOpen(transactions, decisions, ({ amountMinor, paymentPartner }, decision) => {
    if (amountMinor < PAY_FROM_MINOR || !paymentPartner?.name || !openIncome.has(decision.categoryId)) return false;
    return decision.confidence < OPEN_BELOW || isPersonByName(decision);
  });
  for (const group of income) {
    if (!(group.isPerson ? looksLikePayOfNamesake(group) : looksLikePay(group))) continue;
    decide(group, 'salary', `${group.bookings.length} similar payments of “${group.name}”, one a month, look like pay`);
  }
  const spending = groupOpen(transactions, decisions, ({ amountMinor }, decision) => {
    if (amountMinor >= 0) return false;
    return isPersonByName(decision) || (decision.confidence < OPEN_BELOW && openSpending.has(decision.categoryId));
  });
  for (const group of spending) {
    const row = isMonthly(group.bookings) && spreadOf(group.bookings) <= MAX_CONTRACT_SPREAD ? rowOf(group) : undefined;
    if (!row) continue;
    const { length } = group.bookings;
    decide(group, row.category, `${length} equal payments to “${group.name}”, one a month, ${row.saying}`);
  }
  return decided;
}

/** End-of-day balances of a history, forwards from the balance before its first booking: the engine goes backwards. */
import type { LabelledHistory } from '../../server/test/histories/history.types.ts';
import { add, type Figures } from './figures.ts';

type Account = LabelledHistory['input']['accounts'][number];
/** What a month's days ended with, in minor units, oldest first. */
type Month = number[];

const DAY_MS = 86_400_000;
/** They show money that somebody can pay with; the others are negative by nature or hold none. */
const PAYMENT_TYPES: readonly string[] = ['GIRO', 'SPARKONTO', 'TAGESGELD', 'PAYPAL', 'SONSTIGE'];

/** By month, from the first month of the history (`ownStart`: from the account's first booking) to the end of its last. */
function endOfDays(
  { input }: LabelledHistory,
  { accountId, balanceMinor }: Account,
  ownStart = true,
): Map<string, Month> {
  const all = input.transactions.filter(({ status }) => status === 'booked').map(({ bookingDate }) => bookingDate);
  const start = all.reduce((a, b) => (a < b ? a : b)).slice(0, 7);
  const end = all.reduce((a, b) => (a > b ? a : b)).slice(0, 7);
  const own = input.transactions.filter((one) => one.accountId === accountId && one.status === 'booked');
  const first = own.map(({ bookingDate }) => bookingDate).sort()[0];
  if (balanceMinor === null || first === undefined) return new Map();
  const byDay = new Map<string, number>();
  for (const { bookingDate, amountMinor } of own) byDay.set(bookingDate, (byDay.get(bookingDate) ?? 0) + amountMinor);
  let balance = balanceMinor - own.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const months = new Map<string, Month>();
  const from = first.startsWith(start) || !ownStart ? `${start}-01` : first;
  for (let time = Date.parse(from); ; time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10);
    if (day.slice(0, 7) > end) return months;
    balance += byDay.get(day) ?? 0;
    const month = months.get(day.slice(0, 7)) ?? [];
    months.set(day.slice(0, 7), month);
    month.push(balance);
  }
}

const paymentAccounts = ({ input }: LabelledHistory): Account[] =>
  input.accounts.filter(({ type }) => PAYMENT_TYPES.includes(type));

/** Days below zero, and what their balances add up to. */
export function addOverdraft(figures: Figures, history: LabelledHistory): void {
  for (const account of paymentAccounts(history)) {
    for (const [month, days] of endOfDays(history, account)) {
      const overdrawn = days.filter((balance) => balance < 0);
      add(figures, 'overdraft: days', month, overdrawn.length);
      add(
        figures,
        'overdraft: balances',
        month,
        overdrawn.reduce((sum, balance) => sum + balance, 0),
      );
    }
  }
}

/** Balances by account and month, days beyond the limit, and the balance of all accounts before and after a month. */
export function addCompanyBalances(figures: Figures, history: LabelledHistory): void {
  for (const account of paymentAccounts(history)) {
    const limit = account.overdraftLimitMinor ?? 0;
    for (const [month, days] of endOfDays(history, account)) {
      const key = `${month} ${account.accountId}`;
      add(figures, 'liquidity: end of month', key, days.at(-1) ?? 0);
      add(figures, 'liquidity: least', key, Math.min(...days));
      add(figures, 'liquidity: greatest', key, Math.max(...days));
      add(figures, 'liquidity: average', key, days.reduce((sum, balance) => sum + balance, 0) / days.length);
      add(figures, 'risk: days beyond the limit', key, days.filter((balance) => balance < -limit).length);
    }
    // All accounts together: one that is opened later counts from the start, with what it opened with.
    for (const [month, days] of endOfDays(history, account, false)) {
      add(figures, 'cashflow: balance after', month, days.at(-1) ?? 0);
      const moved = history.input.transactions
        .filter((one) => one.accountId === account.accountId && one.status === 'booked')
        .filter(({ bookingDate }) => bookingDate.startsWith(month));
      const sum = moved.reduce((total, { amountMinor }) => total + amountMinor, 0);
      add(figures, 'cashflow: balance before', month, (days.at(-1) ?? 0) - sum);
    }
  }
}

import {
  firstDayOf,
  formatDay,
  isBankHoliday,
  lastDayOf,
  monthOf,
  parseDay,
} from '../../src/modules/analysis/engine/calendar.ts';
import type { CategorizedTransaction, Frequency } from '../../src/modules/analysis/engine/engine.types.ts';
import type { Account, PaymentPartner } from '../../src/modules/banking/banking.types.ts';
import type { HistoryOptions, KnownStream, LabelledHistory } from './history.types.ts';
import { createRandom, type Random } from './random.ts';

type Text = string | ((dueDay: number, random: Random) => string);

export interface Payee {
  name?: string;
  iban?: string;
  bic?: string;
  creditorId?: string;
}

export interface PaymentOptions {
  account?: string;
  category: string;
  payee?: Payee;
  merchant?: string;
  purpose: Text;
  bookingText?: string;
  mandateId?: string;
  tags?: readonly string[];
  internal?: boolean;
  currency?: string;
  status?: 'booked' | 'pending';
}

export interface StreamOptions extends PaymentOptions {
  name: string;
  frequency: Frequency;
  /** Day of the month (31: the last), two of them for semi-monthly; weekday offset from `start` otherwise. */
  anchors?: readonly number[];
  /** First month `YYYY-MM`, or first day for weekly and biweekly. Default: the history's start. */
  start?: string;
  end?: string;
  /** Signed major units; `index` counts the occurrences. */
  amount: number | ((index: number, random: Random, day: number) => number);
  /** Where a due day without settlement goes. */
  roll?: 'forward' | 'backward' | 'none';
  /** Random delay of up to this many days on top. */
  delay?: number;
  /** Occurrences that were not paid, and those paid twice. */
  missed?: readonly number[];
  doubled?: readonly number[];
}

export interface PurchaseOptions extends PaymentOptions {
  /** Average number per month. */
  perMonth: number;
  low: number;
  high: number;
  /** Prices to choose from instead of a range. */
  prices?: readonly number[];
}

const STEP_MONTHS: Partial<Record<Frequency, number>> = {
  SEMI_MONTHLY: 1,
  MONTHLY: 1,
  QUARTERLY: 3,
  HALF_YEARLY: 6,
  YEARLY: 12,
};

const partnerOf = (payee: Payee | undefined): PaymentPartner | null =>
  payee
    ? {
        name: payee.name ?? null,
        iban: payee.iban ?? null,
        bic: payee.bic ?? null,
        accountNumber: null,
        bankCode: null,
        creditorId: payee.creditorId ?? null,
      }
    : null;

function settle(day: number, roll: 'forward' | 'backward' | 'none'): number {
  if (roll === 'none') return day;
  const step = roll === 'forward' ? 1 : -1;
  let settled = day;
  while (isBankHoliday(settled)) settled += step;
  return settled;
}

/** Builds a labelled history payment by payment. Everything follows from the seed. */
export function buildHistory(options: HistoryOptions) {
  const random = createRandom(options.seed);
  const fromDay = parseDay(options.from);
  const toDay = parseDay(options.to);
  const currency = options.country === 'DE' ? 'EUR' : 'USD';
  const accounts: Account[] = [];
  const transactions: CategorizedTransaction[] = [];
  const streams: KnownStream[] = [];
  let counter = 0;

  const account = (accountId: string, details: Partial<Account> = {}): void => {
    accounts.push({
      accountId,
      accountNumber: `${1000000 + accounts.length}`,
      iban: options.country === 'DE' ? `DE0250010517000000${String(accounts.length).padStart(4, '0')}` : null,
      bic: null,
      bankCode: null,
      bankName: null,
      name: null,
      owner: 'Kim Beispiel',
      type: 'GIRO',
      currency,
      balanceMinor: 250_000,
      overdraftLimitMinor: null,
      ...details,
    });
  };

  const pay = (day: number, amount: number, payment: PaymentOptions): string | null => {
    if (day < fromDay || day > toDay) return null;
    const transactionId = `t${String(counter++).padStart(6, '0')}`;
    const { purpose } = payment;
    transactions.push({
      transactionId,
      accountId: payment.account ?? (accounts[0] as Account).accountId,
      amountMinor: Math.round(amount * 100),
      currency: payment.currency ?? currency,
      bookingDate: formatDay(day),
      valueDate: formatDay(day),
      bookingText: payment.bookingText ?? null,
      purpose: typeof purpose === 'string' ? purpose : purpose(day, random),
      merchantCategoryCode: null,
      paymentPartner: partnerOf(payment.payee),
      endToEndId: null,
      mandateId: payment.mandateId ?? null,
      purposeCode: null,
      bankTransactionCode: null,
      status: payment.status ?? 'booked',
      categoryId: payment.category,
      tags: payment.tags ?? [],
      merchantName: payment.merchant ?? null,
      isInternalTransfer: payment.internal ?? false,
    });
    return transactionId;
  };

  const dueDays = (stream: StreamOptions): number[] => {
    const first = parseDay(
      stream.start && stream.start.length === 10 ? stream.start : `${(stream.start ?? options.from).slice(0, 7)}-01`,
    );
    const last = Math.min(toDay, stream.end ? parseDay(stream.end) : toDay);
    const step = STEP_MONTHS[stream.frequency];
    const days: number[] = [];
    if (step === undefined) {
      for (let day = first; day <= last; day += stream.frequency === 'WEEKLY' ? 7 : 14) days.push(day);
      return days;
    }
    for (let month = monthOf(first); month <= monthOf(last); month += step) {
      for (const anchor of stream.anchors ?? [1]) {
        const day = Math.min(firstDayOf(month) + anchor - 1, lastDayOf(month));
        if (day >= first - 5 && day <= last) days.push(day);
      }
    }
    return days;
  };

  return {
    random,
    account,
    pay: (date: string, amount: number, payment: PaymentOptions): string | null => pay(parseDay(date), amount, payment),

    /** A recurring payment; it becomes a label when enough of it lies inside the history. */
    stream(stream: StreamOptions): void {
      const ids: string[] = [];
      let amount = 0;
      for (const [index, due] of dueDays(stream).entries()) {
        if (stream.missed?.includes(index)) continue;
        const late = stream.delay ? random.integer(0, stream.delay) : 0;
        const day = settle(settle(due, stream.roll ?? 'forward') + late, stream.roll === 'none' ? 'none' : 'forward');
        amount = typeof stream.amount === 'number' ? stream.amount : stream.amount(index, random, due);
        for (let times = stream.doubled?.includes(index) ? 2 : 1; times > 0; times--) {
          const id = pay(day, amount, stream);
          if (id) ids.push(id);
        }
      }
      const needed = ['QUARTERLY', 'HALF_YEARLY', 'YEARLY'].includes(stream.frequency) ? 2 : 3;
      if (ids.length < needed) return;
      const direction = amount > 0 ? 'income' : 'expense';
      streams.push({ name: stream.name, direction, frequency: stream.frequency, transactionIDs: ids });
    },

    /** Purchases at random days for random prices: no contract. */
    purchases(purchase: PurchaseOptions): void {
      for (let day = fromDay; day <= toDay; day++) {
        if (random.next() > purchase.perMonth / 30.4) continue;
        const price = purchase.prices
          ? random.pick(purchase.prices)
          : Math.round((purchase.low + random.next() ** 2 * (purchase.high - purchase.low)) * 100) / 100;
        pay(day, -price, purchase);
      }
    },

    /** The finished history; `asOf` defaults to the day after its last possible booking. */
    build(asOf?: string): LabelledHistory {
      const input = {
        userType: options.userType,
        asOf: asOf ?? formatDay(toDay + 1),
        accounts,
        transactions,
      };
      return { name: options.name, input, streams };
    },
  };
}

export type HistoryBuilder = ReturnType<typeof buildHistory>;

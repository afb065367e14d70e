import { addMonths, bankDayOnOrAfter, dayOf } from './calendar.ts';
import type { UploadAccount, UploadPartner, UploadTransaction } from './persona.types.ts';

/** A booking before it has its id: `amountMinor` in cents, negative for money going out. */
export interface Posting {
  /** The day it is due; it is booked on that day or on the next bank day. */
  date: string;
  amountMinor: number;
  bookingText: string;
  purpose: string;
  /** German Geschäftsvorfallcode. */
  code: string;
  partner?: UploadPartner;
  endToEndId?: string;
  mandateId?: string;
  purposeCode?: string;
  merchantCategoryCode?: string;
  /** The day of a payment that is booked later: until then it is pending. */
  paidOn?: string;
}

/** An account without what only the bookings decide. */
export type AccountMaster = Omit<UploadAccount, 'balance' | 'transactions' | 'overdraftLimit'> & {
  /** Balance before the first booking, in cents. */
  openingMinor: number;
  overdraftLimitMinor?: number;
};

export interface Ledger {
  accounts: Map<string, { master: AccountMaster; postings: Posting[] }>;
}

export function openLedger(masters: readonly AccountMaster[]): Ledger {
  return { accounts: new Map(masters.map((master) => [master.accountId, { master, postings: [] }])) };
}

function entry(ledger: Ledger, accountId: string) {
  const found = ledger.accounts.get(accountId);
  if (!found)
    throw new Error(`The ledger has no account ${accountId}; it has ${[...ledger.accounts.keys()].join(', ')}`);
  return found;
}

/** Books on an account, on the day itself or the next bank day. */
export function post(ledger: Ledger, accountId: string, posting: Posting): void {
  entry(ledger, accountId).postings.push({ ...posting, date: bankDayOnOrAfter(posting.date) });
}

/** Takes back the bookings of a span (both days included) that `which` chooses. */
export function withdraw(ledger: Ledger, accountId: string, from: string, to: string, which: (p: Posting) => boolean) {
  const account = entry(ledger, accountId);
  account.postings = account.postings.filter((p) => p.date < from || p.date > to || !which(p));
}

/** Balance in cents at the end of a day. */
export function balanceOn(ledger: Ledger, accountId: string, day: string): number {
  const { master, postings } = entry(ledger, accountId);
  return postings.reduce((sum, p) => (p.date <= day ? sum + p.amountMinor : sum), master.openingMinor);
}

/** The day after which a history of 24 months before `anchor` begins. */
export function historyStart(anchor: string): string {
  return dayOf(addMonths(anchor.slice(0, 7), -24), Number(anchor.slice(8)));
}

/** The accounts as an upload: bookings after `after` up to `until`, oldest first, with ids and the balance they end in. */
export function closeLedger(ledger: Ledger, after: string, until: string): UploadAccount[] {
  return [...ledger.accounts.values()].map(({ master, postings }) => {
    const { openingMinor: _, overdraftLimitMinor, ...account } = master;
    const kept = postings
      .map((posting, order) => ({ posting, order }))
      .filter(({ posting }) => posting.date > after && posting.date <= until)
      .sort((a, b) => a.posting.date.localeCompare(b.posting.date) || a.order - b.order);
    const perDay = new Map<string, number>();
    const transactions = kept.map(({ posting }) => {
      const serial = (perDay.get(posting.date) ?? 0) + 1;
      perDay.set(posting.date, serial);
      return toTransaction(account.accountId, serial, posting);
    });
    return {
      ...account,
      balance: balanceOn(ledger, account.accountId, until) / 100,
      ...(overdraftLimitMinor === undefined ? {} : { overdraftLimit: overdraftLimitMinor / 100 }),
      transactions,
    };
  });
}

/** What is paid and not booked yet at the end of `until`. */
export function pendingOf(ledger: Ledger, until: string): Record<string, UploadTransaction[]> {
  const accounts = [...ledger.accounts.values()].map(({ master: { accountId }, postings }) => {
    const open = postings.filter(({ date, paidOn }) => date > until && paidOn !== undefined && paidOn <= until);
    const perDay = new Map<string, number>();
    const transactions = open.map((posting) => {
      const day = posting.paidOn ?? '';
      const serial = (perDay.get(day) ?? 0) + 1;
      perDay.set(day, serial);
      const transactionId = `${accountId}-${day.replaceAll('-', '')}-p${serial}`;
      return { ...toTransaction(accountId, serial, posting), transactionId, status: 'pending' as const };
    });
    return [accountId, transactions] as const;
  });
  return Object.fromEntries(accounts);
}

function toTransaction(accountId: string, serial: number, posting: Posting): UploadTransaction {
  const { date, amountMinor, code, partner, paidOn: _, ...texts } = posting;
  return {
    transactionId: `${accountId}-${date.replaceAll('-', '')}-${String(serial).padStart(2, '0')}`,
    amount: amountMinor / 100,
    currency: 'EUR',
    bookingDate: date,
    valueDate: date,
    ...(partner ? { paymentPartner: partner } : {}),
    bankTransactionCode: code,
    status: 'booked',
    ...texts,
  };
}

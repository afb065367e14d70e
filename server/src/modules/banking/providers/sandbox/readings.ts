/** What the bank tells about accounts, under a valid consent. */
import { bankDay, daysBefore } from '../xs2a/bank-day.ts';
import { type Bank, type BankCall, BankNo, type BankReply, type Consent } from './bank.types.ts';
import { header, linkTo, requireRequestId } from './bank-call.ts';
import { type BankAccount, type Booking, booksOf } from './books.ts';
import { consentOf } from './consents.ts';
import { type Customer, customerOf } from './customers.ts';
import { faultyReply } from './faulty-replies.ts';
import { presentAccount, presentBalances, presentBooking } from './present-accounts.ts';
import { resourceIdOf } from './resource-ids.ts';

const PAGE_SIZE = 100;
/** Older bookings only while the customer is there. */
const READABLE_ALONE_DAYS = 90;

/** `GET /v1/accounts`, `/v1/card-accounts` and what is below an account of them. */
export function readingReply(bank: Bank, call: BankCall): BankReply {
  requireRequestId(call);
  const consent = validConsent(bank, call);
  const customer = customerOf(consent.userName ?? '');
  if (!customer) throw new BankNo(401, 'CONSENT_INVALID');
  countReading(bank, call, consent);
  const fault = faultyReply(call, customer);
  if (fault) return fault;
  const isCard = call.path[1] === 'card-accounts';
  const accounts = booksOf(customer, consent, bank).filter((account) => (account.type === 'KREDIT_KARTE') === isCard);
  if (call.path.length === 2) {
    const list = accounts.map((account) => presentAccount(bank, call, consent, account));
    return { status: 200, body: isCard ? { cardAccounts: list } : { accounts: list } };
  }
  const account = accounts.find((known) => resourceIdOf(consent, known.accountId) === call.path[2]);
  if (!account) throw new BankNo(404, 'RESOURCE_UNKNOWN');
  const named = isCard ? { cardAccount: { maskedPan: account.accountNumber } } : { account: { iban: account.iban } };
  if (call.path[3] === 'balances') {
    return { status: 200, body: { ...named, balances: presentBalances(account, bank, customer) } };
  }
  const transactions = pageOfBookings(bank, call, customer, account);
  return { status: 200, body: { ...named, [isCard ? 'cardTransactions' : 'transactions']: transactions } };
}

function validConsent(bank: Bank, call: BankCall): Consent {
  const consent = consentOf(bank, call, header(call, 'consent-id') ?? undefined);
  if (consent.status === 'expired') throw new BankNo(401, 'CONSENT_EXPIRED');
  if (consent.status !== 'valid') throw new BankNo(401, 'CONSENT_INVALID');
  return consent;
}

/** Without the customer, each resource may be read `frequencyPerDay` times a day; further pages are the same reading. */
function countReading(bank: Bank, call: BankCall, consent: Consent): void {
  if (header(call, 'psu-ip-address') || call.query.has('page')) return;
  const today = bankDay(bank.now());
  if (consent.readingsOn !== today) Object.assign(consent, { readings: {}, readingsOn: today });
  const resource = call.path.slice(1).join('/');
  const count = (consent.readings[resource] ?? 0) + 1;
  if (count > consent.frequencyPerDay) throw new BankNo(429, 'ACCESS_EXCEEDED');
  consent.readings[resource] = count;
}

function pageOfBookings(bank: Bank, call: BankCall, customer: Customer, account: BankAccount) {
  const today = bankDay(bank.now());
  const from = call.query.get('dateFrom') ?? '';
  const to = call.query.get('dateTo') ?? '9999-12-31';
  const status = call.query.get('bookingStatus');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || !status) throw new BankNo(400, 'FORMAT_ERROR', 'dateFrom, bookingStatus');
  const isAlone = !header(call, 'psu-ip-address');
  if (isAlone && from < daysBefore(today, READABLE_ALONE_DAYS)) throw new BankNo(400, 'PERIOD_INVALID');
  const page = Number(call.query.get('page') ?? 1);
  // Newest first, as banks do.
  const isWanted = (one: Booking) => status !== 'pending' && one.bookingDate >= from && one.bookingDate <= to;
  const booked = account.booked.filter(isWanted).reverse();
  const isLast = page * PAGE_SIZE >= booked.length;
  const next = new URLSearchParams(call.query);
  next.set('page', String(customer.fault === 'endless' ? Math.min(page + 1, 2) : page + 1));
  const link = linkTo(bank, call, `${call.path.map(encodeURIComponent).join('/')}?${next.toString()}`);
  const shown = booked.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const pending = status === 'booked' || page > 1 ? [] : account.pending;
  const present = (one: Booking) => presentBooking(one, account, customer, bank.now());
  return {
    booked: shown.map(present),
    ...(status !== 'booked' && { pending: pending.map(present) }),
    _links: isLast && customer.fault !== 'endless' ? {} : { next: link },
  };
}

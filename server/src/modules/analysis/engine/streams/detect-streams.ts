import type { DatedTransaction } from '../ledger.ts';
import { type CounterpartyGroup, groupByCounterparty } from './counterparty.ts';
import { fitEarly } from './fit-cadence.ts';
import { isOwnTransfer, recurrencePrior } from './recurrence-prior.ts';
import { splitGroup } from './split-group.ts';
import type { Booking, Fit } from './stream.types.ts';

/** A recurring payment on one account. */
export interface Stream extends Fit {
  /** Account, currency, direction and counterparty: what stays the same while the stream goes on. */
  groupKey: string;
  /** What the counterparty was recognised by. */
  identifiers: ReadonlySet<string>;
  /** Too few bookings to be sure. */
  isEarly: boolean;
  /** Pending bookings that look like the next payment. */
  pending: Booking[];
}

function toBooking({ transaction, category, day }: DatedTransaction, place: number): Booking | null {
  const prior = recurrencePrior(transaction, category);
  if (prior === 'none' || transaction.amountMinor === 0) return null;
  // Both legs of a transfer between own accounts are visible: the leg that goes out is the contract.
  if (transaction.amountMinor > 0 && isOwnTransfer(transaction, category)) return null;
  return {
    transaction,
    category,
    day,
    place,
    amountMinor: transaction.amountMinor,
    prior,
    subject: null,
  };
}

/** Bookings by account, currency and direction, under a name made of these. */
function groupBySide(transactions: readonly DatedTransaction[]) {
  const accounts = new Map<string, Map<string, { income: Booking[]; expense: Booking[] }>>();
  for (const [place, dated] of transactions.entries()) {
    const booking = toBooking(dated, place);
    if (!booking) continue;
    const { transaction } = dated;
    let currencies = accounts.get(transaction.accountId);
    if (!currencies) accounts.set(transaction.accountId, (currencies = new Map()));
    let directions = currencies.get(transaction.currency);
    if (!directions) currencies.set(transaction.currency, (directions = { income: [], expense: [] }));
    (booking.amountMinor > 0 ? directions.income : directions.expense).push(booking);
  }
  const sides = new Map<string, Booking[]>();
  for (const [accountId, currencies] of accounts) {
    for (const [currency, { income, expense }] of currencies) {
      sides.set(`${accountId}|${currency}|income`, income);
      sides.set(`${accountId}|${currency}|expense`, expense);
    }
  }
  return sides;
}

function streamsOf(group: CounterpartyGroup, side: string): Stream[] {
  const fits = splitGroup(group.bookings);
  const known = { groupKey: `${side}|${group.key}`, identifiers: group.identifiers };
  if (fits.length > 0) return fits.map((fit) => ({ ...fit, ...known, isEarly: false, pending: [] }));
  const early = fitEarly(group.bookings);
  return early ? [{ ...early, ...known, isEarly: true, pending: [] }] : [];
}

/** A pending booking joins the stream of its counterparty that it resembles most in amount, within 35 %. */
function attachPending(booking: Booking, streams: readonly Stream[]): void {
  let best: Stream | null = null;
  let bestDistance = 0.35;
  for (const stream of streams) {
    const last = stream.members.at(-1) as Booking;
    const distance = Math.abs(booking.amountMinor / last.amountMinor - 1);
    if (distance < bestDistance && booking.day > last.day) {
      best = stream;
      bestDistance = distance;
    }
  }
  best?.pending.push(booking);
}

/**
 * All recurring payments, account by account, so that an account more or less changes no stream of the others.
 * Linear in the bookings, given in the order of time, but for the sorting within groups.
 */
export function detectStreams(booked: readonly DatedTransaction[], pending: readonly DatedTransaction[]): Stream[] {
  const sides = groupBySide(booked);
  const pendingSides = groupBySide(pending);
  const streams: Stream[] = [];
  for (const [side, bookings] of sides) {
    const ofSide: Stream[] = [];
    const byIdentifier = new Map<string, Stream[]>();
    for (const group of groupByCounterparty(bookings)) {
      const found = streamsOf(group, side);
      if (found.length === 0) continue;
      ofSide.push(...found);
      for (const identifier of group.identifiers) byIdentifier.set(identifier, found);
    }
    for (const group of groupByCounterparty(pendingSides.get(side) ?? [])) {
      const known = [...group.identifiers].find((identifier) => byIdentifier.has(identifier));
      for (const booking of group.bookings) attachPending(booking, (known && byIdentifier.get(known)) || []);
    }
    streams.push(...ofSide);
  }
  return streams;
}

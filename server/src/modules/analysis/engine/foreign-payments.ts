import type { Account } from '#modules/banking/index.ts';
import type { CategorizedTransaction } from './engine.types.ts';
import type { Entry, Ledger } from './ledger.ts';
import { figuresOf, groupByMonth, idsOf, monthlyRows, sumMinor } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';

type PaymentPartner = NonNullable<CategorizedTransaction['paymentPartner']>;

const IBAN = /^([A-Z]{2})[0-9]{2}[A-Z0-9]{10,30}$/;
const BIC = /^[A-Z0-9]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** ISO 3166 country of an account: of its IBAN (first two letters), else of its bank's BIC (letters five and six). */
export function countryOf(party: { iban: string | null; bic: string | null }): string | null {
  const iban = IBAN.exec((party.iban ?? '').replace(/\s/g, '').toUpperCase())?.[1];
  return iban ?? BIC.exec((party.bic ?? '').replace(/\s/g, '').toUpperCase())?.[1] ?? null;
}

/** Where each account is kept; accounts without IBAN and BIC are taken to be where most others are. */
function homeCountries(accounts: readonly Account[]): { byAccount: Map<string, string | null>; main: string | null } {
  const counts = new Map<string, number>();
  const own = accounts.map((account) => [account.accountId, countryOf(account)] as const);
  for (const [, country] of own) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  const main = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
  return { byAccount: new Map(own.map(([accountId, country]) => [accountId, country ?? main])), main };
}

function summarize(ledger: Ledger, entries: readonly Entry[]) {
  const incomings = entries.filter((entry) => entry.amountMinor > 0);
  const outgoings = entries.filter((entry) => entry.amountMinor < 0);
  return {
    incomings: { sum: ledger.major(sumMinor(incomings)), count: incomings.length, transactionIDs: idsOf(incomings) },
    outgoings: {
      sum: ledger.major(-sumMinor(outgoings) + 0),
      count: outgoings.length,
      transactionIDs: idsOf(outgoings),
    },
  };
}

function describeCountry(ledger: Ledger, country: string, entries: readonly Entry[]) {
  const byMonth = groupByMonth(entries);
  const inMonth = (sign: 1 | -1) => (month: number) =>
    (byMonth.get(month) ?? []).reduce((total, { amountMinor }) => total + Math.max(0, sign * amountMinor), 0);
  return {
    country,
    ...summarize(ledger, entries),
    monthlyIncoming: figuresOf(ledger, inMonth(1)),
    monthlyOutgoing: figuresOf(ledger, inMonth(-1)),
    monthlyOverview: monthlyRows(ledger, byMonth, (ofMonth) => summarize(ledger, ofMonth)),
  };
}

/**
 * `/foreign-payments`: payments whose counterparty keeps its account in another country than the account they were
 * booked on, by that country. Bookings whose counterparty has neither IBAN nor BIC (cards, cash, fees) can't be placed
 * and are counted as `unknown`; so is everything when the country of the own account is not known.
 */
export function analyzeForeignPayments(ledger: Ledger) {
  const home = homeCountries(ledger.accounts);
  const countries = new Map<string, Entry[]>();
  const unknown: Entry[] = [];
  // Most bookings share their partner with others.
  const known = new Map<PaymentPartner, string | null>();
  for (const entry of ledger.flows) {
    const { paymentPartner, accountId } = entry.transaction;
    let country = paymentPartner && known.get(paymentPartner);
    if (paymentPartner && country === undefined) {
      country = countryOf(paymentPartner);
      known.set(paymentPartner, country);
    }
    const ownCountry = home.byAccount.get(accountId) ?? home.main;
    if (!country || !ownCountry) unknown.push(entry);
    else if (country !== ownCountry) {
      const entries = countries.get(country);
      if (entries) entries.push(entry);
      else countries.set(country, [entry]);
    }
  }
  const volume = (entries: readonly Entry[]): number =>
    entries.reduce((total, { amountMinor }) => total + Math.abs(amountMinor), 0);
  const ranked = [...countries].sort(([a, x], [b, y]) => volume(y) - volume(x) || (a < b ? -1 : 1));
  const foreign = new Set(ranked.flatMap(([, entries]) => entries));
  const inOrder = ledger.flows.filter((entry) => foreign.has(entry));
  return {
    available: ranked.length > 0,
    currency: ledger.currency,
    homeCountry: home.main,
    overview: summarize(ledger, inOrder),
    monthlyOverview: monthlyRows(ledger, groupByMonth(inOrder), (ofMonth) => summarize(ledger, ofMonth)),
    countries: ranked.map(([country, entries]) => describeCountry(ledger, country, entries)),
    unknown: summarize(ledger, unknown),
    observedTimespan: timespanOf(ledger.period),
  };
}

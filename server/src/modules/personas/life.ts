/**
 * A life as bookings: what comes in, what is owed, what is bought, lived through month by month with the money that is
 * there. Nobody pays with what the bank does not give: cards are declined and debits returned beyond the overdraft.
 */
import { addDays, addMonths, bankDayOnOrAfter, lastBankDay, monthNumber, monthsFrom } from './calendar.ts';
import { type Contract, contractPostings } from './contracts.ts';
import { type Everyday, everydayPostings } from './everyday.ts';
import {
  type AccountMaster,
  balanceOn,
  closeLedger,
  historyStart,
  type Ledger,
  openLedger,
  type Posting,
  pendingOf,
  post,
} from './ledger.ts';
import { overdraftInterest } from './overdraft-interest.ts';
import type { Persona, PersonaOptions, PersonaUser } from './persona.types.ts';
import { type Random, seededRandom } from './random.ts';
import { germanDate, monthName, partnerOf, transferIn, transferOut } from './statement-texts.ts';

export interface Life {
  user: PersonaUser;
  giro: AccountMaster;
  savings?: AccountMaster;
  /** How long before the anchor the account was opened; 24 months if absent. */
  historyDays?: number;
  contracts: readonly Contract[];
  everyday: Everyday | null;
  /** What a month brings and takes beyond contracts and shopping. */
  month: (month: string, random: Random) => Posting[];
  /** What is left on the current account at the end of a month; the rest goes to the savings account or to `surplus`. */
  keepMinor: number;
  /** Where the rest goes without a savings account. */
  surplus?: { name: string; purpose: string };
  /** Charges of the bank per quarter. */
  chargesMinor: number;
}

const OVERDRAFT_PERCENT = 11.4;
const SAVINGS_PERCENT = 1.5;
const RETURN_FEE_MINOR = 2_50;
/** Less is not worth a transfer. */
const LEAST_MOVED_MINOR = 100_00;

/** Lives `life` through up to `until`; the same anchor and seed with a later `until` only adds. */
export function liveThrough(life: Life, { until, anchor = until, seed }: PersonaOptions): Persona {
  const after = life.historyDays === undefined ? historyStart(anchor) : addDays(anchor, -life.historyDays);
  const { accountId } = life.giro;
  const ledger = openLedger(life.savings ? [life.giro, life.savings] : [life.giro]);
  let available = life.giro.openingMinor;
  let waiting: Posting[] = [];
  for (const month of monthsFrom(after.slice(0, 7), until.slice(0, 7))) {
    const random = seededRandom(seed, `${accountId} ${month}`);
    const wanted = [
      ...waiting,
      ...life.month(month, random),
      ...contractPostings(month, life.contracts),
      ...(life.everyday ? everydayPostings(life.everyday, seed, month) : []),
    ].filter((posting) => decidedOn(posting) > after);
    waiting = wanted.filter((posting) => decidedOn(posting).slice(0, 7) > month);
    available = decide(
      ledger,
      life,
      wanted.filter((posting) => !waiting.includes(posting)),
      available,
    );
    if (lastBankDay(month) <= after) continue;
    available += closeMonth(ledger, life, month, available);
  }
  return { user: life.user, accounts: closeLedger(ledger, after, until), pending: pendingOf(ledger, until) };
}

/** The day on which the bank says yes or no: of a card its payment, of all else the booking. */
function decidedOn({ paidOn, date }: Posting): string {
  return paidOn ?? bankDayOnOrAfter(date);
}

/** Books what the money is there for; answers what is available then, in cents. */
function decide(ledger: Ledger, { giro }: Life, postings: readonly Posting[], before: number): number {
  const limit = -(giro.overdraftLimitMinor ?? 0);
  let available = before;
  for (const posting of postings.toSorted((a, b) => decidedOn(a).localeCompare(decidedOn(b)))) {
    const isCovered = posting.amountMinor >= 0 || available + posting.amountMinor >= limit;
    if (!isCovered && posting.code !== '105') continue;
    post(ledger, giro.accountId, posting);
    if (isCovered) available += posting.amountMinor;
    else available += postReturn(ledger, giro.accountId, posting);
  }
  return available;
}

/** A debit that is not covered comes back on the next bank day and costs a fee; answers what that changes. */
function postReturn(ledger: Ledger, accountId: string, debit: Posting): number {
  const date = bankDayOnOrAfter(addDays(bankDayOnOrAfter(debit.date), 1));
  post(ledger, accountId, {
    ...debit,
    date,
    amountMinor: -debit.amountMinor,
    bookingText: 'RUECKLASTSCHRIFT',
    purpose: `RUECKLASTSCHRIFT MANGELS DECKUNG ${debit.purpose}`,
    code: '109',
  });
  const purpose = 'ENTGELT FUER NICHT EINGELOESTE LASTSCHRIFT';
  post(ledger, accountId, { date, amountMinor: -RETURN_FEE_MINOR, bookingText: 'ENTGELT', purpose, code: '808' });
  return -RETURN_FEE_MINOR;
}

/** The last bank day: the surplus is put aside or savings help out, and every third month the bank closes its quarter. */
function closeMonth(ledger: Ledger, life: Life, month: string, available: number): number {
  const date = lastBankDay(month);
  let change = 0;
  const spare = Math.floor((available - life.keepMinor) / 50_00) * 50_00;
  if (spare >= LEAST_MOVED_MINOR) change -= putAside(ledger, life, date, spare);
  else if (-spare >= LEAST_MOVED_MINOR && life.savings) change += takeBack(ledger, life, life.savings, date, -spare);
  if (monthNumber(month) % 3 === 0) change -= closeQuarter(ledger, life, month);
  return change;
}

function putAside(ledger: Ledger, { giro, savings, surplus }: Life, date: string, amountMinor: number): number {
  if (savings) {
    post(ledger, giro.accountId, transferOut(date, ownPartner(savings), amountMinor, 'Umbuchung Ruecklage'));
    post(ledger, savings.accountId, transferIn(date, ownPartner(giro), amountMinor, 'Umbuchung Ruecklage'));
    return amountMinor;
  }
  if (!surplus) return 0;
  post(ledger, giro.accountId, transferOut(date, partnerOf(surplus.name), amountMinor, surplus.purpose));
  return amountMinor;
}

function takeBack(ledger: Ledger, { giro }: Life, savings: AccountMaster, date: string, missing: number): number {
  const there = Math.floor(balanceOn(ledger, savings.accountId, date) / 50_00) * 50_00;
  const amountMinor = Math.min(missing, there);
  if (amountMinor <= 0) return 0;
  post(ledger, savings.accountId, transferOut(date, ownPartner(giro), amountMinor, 'Umbuchung von Tagesgeld'));
  post(ledger, giro.accountId, transferIn(date, ownPartner(savings), amountMinor, 'Umbuchung von Tagesgeld'));
  return amountMinor;
}

/** Charges and overdraft interest on one side, savings interest on the other; answers what the current account pays. */
function closeQuarter(ledger: Ledger, { giro, savings, chargesMinor }: Life, month: string): number {
  const date = lastBankDay(month);
  const interest = overdraftInterest(ledger, giro.accountId, `${addMonths(month, -2)}-01`, date, OVERDRAFT_PERCENT);
  const cost = chargesMinor + interest;
  const detail = interest > 0 ? ` Sollzinsen ${(interest / 100).toFixed(2).replace('.', ',')}` : '';
  const purpose = `Abrechnung per ${germanDate(date)} Kontofuehrung ${(chargesMinor / 100).toFixed(2).replace('.', ',')}${detail}`;
  if (cost > 0)
    post(ledger, giro.accountId, { date, amountMinor: -cost, bookingText: 'ABSCHLUSS', purpose, code: '805' });
  if (savings) {
    const earned = Math.round((balanceOn(ledger, savings.accountId, date) * SAVINGS_PERCENT) / 400);
    const credit = `Habenzinsen Quartal bis ${monthName(month)} 1,500 % p.a.`;
    if (earned > 0)
      post(ledger, savings.accountId, {
        date,
        amountMinor: earned,
        bookingText: 'ZINSEN',
        purpose: credit,
        code: '814',
      });
  }
  return cost;
}

function ownPartner({ owner, iban, bic }: AccountMaster) {
  return { name: owner, iban, bic };
}

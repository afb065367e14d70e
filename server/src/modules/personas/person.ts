import { addMonths, bankDayOnOrAfter, dayOf, lastBankDay, monthNumber, monthsFrom } from './calendar.ts';
import { postContracts } from './contracts.ts';
import { everydayPostings } from './everyday.ts';
import { ibanOf, spreebank } from './identifiers.ts';
import {
  type AccountMaster,
  balanceOn,
  closeLedger,
  historyStart,
  type Ledger,
  openLedger,
  pendingOf,
  post,
} from './ledger.ts';
import { overdraftInterest } from './overdraft-interest.ts';
import { postCard } from './person-card.ts';
import { householdContracts } from './person-contracts.ts';
import { breakDown, postYearly } from './person-events.ts';
import { postIncome } from './person-income.ts';
import { postSetbacks } from './person-setbacks.ts';
import { householdEveryday } from './person-spending.ts';
import type { Persona, PersonaOptions } from './persona.types.ts';
import { germanDate, monthName, transferIn, transferOut } from './statement-texts.ts';

const owner = 'Lena Hoffmann';
const bank = { bankCode: spreebank.bankCode, bankName: spreebank.name, bic: spreebank.bic };
const giro = 'demo-giro';
const savings = 'demo-tagesgeld';
const card = 'demo-kreditkarte';
const cardNumber = '4871 78XX XXXX 3309';
const limitMinor = 1_000_00;

const accounts: readonly [AccountMaster, AccountMaster, AccountMaster] = [
  {
    ...bank,
    accountId: giro,
    accountNumber: '4100271905',
    iban: ibanOf('DE', `${bank.bankCode}4100271905`),
    name: 'Girokonto Komfort',
    owner,
    type: 'GIRO',
    currency: 'EUR',
    openingMinor: 2_148_37,
    overdraftLimitMinor: limitMinor,
  },
  {
    ...bank,
    accountId: savings,
    accountNumber: '7100271913',
    iban: ibanOf('DE', `${bank.bankCode}7100271913`),
    name: 'Tagesgeld',
    owner,
    type: 'TAGESGELD',
    currency: 'EUR',
    openingMinor: 7_400_00,
  },
  {
    ...bank,
    accountId: card,
    accountNumber: cardNumber,
    name: 'Visa Karte',
    owner,
    type: 'KREDIT_KARTE',
    currency: 'EUR',
    openingMinor: 0,
  },
];

const ownGiro = { name: owner, iban: accounts[0].iban, bic: bank.bic };
const ownSavings = { name: owner, iban: accounts[1].iban, bic: bank.bic };
/** Moves money between the two own accounts, booked on both sides; negative brings it back to the current account. */
function moveToSavings(ledger: Ledger, date: string, amountMinor: number, purpose: string, standing = false) {
  if (amountMinor > 0) {
    post(ledger, giro, transferOut(date, ownSavings, amountMinor, purpose, standing));
    post(ledger, savings, transferIn(date, ownGiro, amountMinor, purpose, standing));
  } else {
    post(ledger, savings, transferOut(date, ownGiro, -amountMinor, purpose));
    post(ledger, giro, transferIn(date, ownSavings, -amountMinor, purpose));
  }
}

/** Once a week what is missing comes from the savings account; the day before pay day a surplus goes there. */
function balanceOut(ledger: Ledger, month: string) {
  const atEnd = lastBankDay(month, 1);
  for (const date of [...[6, 13, 20].map((day) => bankDayOnOrAfter(dayOf(month, day))), atEnd]) {
    const left = balanceOn(ledger, giro, date);
    const needed = date === atEnd ? 150_00 : -250_00;
    const missing = Math.ceil((600_00 - left) / 100_00) * 100_00;
    if (left < needed) moveToSavings(ledger, date, -missing, 'Umbuchung von Tagesgeld');
  }
  const surplus = balanceOn(ledger, giro, atEnd) - 700_00;
  if (surplus > 400_00) moveToSavings(ledger, atEnd, Math.floor(surplus / 50_00) * 50_00, 'Umbuchung Ruecklage');
}

/** The bank's closing of a quarter: charges, overdraft interest on one side, savings interest on the other. */
function closeQuarter(ledger: Ledger, month: string) {
  const date = lastBankDay(month);
  const from = `${addMonths(month, -2)}-01`;
  const interest = overdraftInterest(ledger, giro, from, date, 11.2);
  const detail = interest > 0 ? ` Sollzinsen ${(interest / 100).toFixed(2).replace('.', ',')}` : '';
  post(ledger, giro, {
    date,
    amountMinor: -(3 * 4_90) - interest,
    bookingText: 'ABSCHLUSS',
    purpose: `Abrechnung per ${germanDate(date)} Kontofuehrung 14,70${detail}`,
    code: '805',
  });
  post(ledger, savings, {
    date,
    amountMinor: Math.round((balanceOn(ledger, savings, date) * 0.015) / 4),
    bookingText: 'ZINSEN',
    purpose: `Habenzinsen Quartal bis ${monthName(month)} 1,500 % p.a.`,
    code: '814',
  });
}

/**
 * An employee with a family in Berlin, who lets a small flat that she inherited and teaches now and then: current
 * account, savings account and credit card.
 */
export function demoEmployee({ until, anchor = until, seed }: PersonaOptions): Persona {
  const after = historyStart(anchor);
  const last = anchor.slice(0, 7);
  const ledger = openLedger(accounts);
  for (const month of monthsFrom(after.slice(0, 7), until.slice(0, 7))) {
    postIncome(ledger, giro, seed, month, last);
    postContracts(ledger, giro, month, householdContracts);
    for (const posting of everydayPostings(householdEveryday, seed, month)) post(ledger, giro, posting);
    postCard(ledger, { card, giro }, cardNumber, seed, month);
    postYearly(ledger, giro, seed, month);
    postSetbacks(ledger, giro, seed, month, last);
    moveToSavings(ledger, bankDayOnOrAfter(dayOf(month, 2)), 200_00, 'Sparen fuer den Urlaub', true);
    if (month === addMonths(last, -5)) breakDown(ledger, giro, limitMinor, month);
    else balanceOut(ledger, month);
    if (monthNumber(month) % 3 === 0) closeQuarter(ledger, month);
  }
  return {
    user: { type: 'person', externalId: 'demo-lena-hoffmann', email: 'lena.hoffmann@example.com' },
    accounts: closeLedger(ledger, after, until),
    pending: pendingOf(ledger, until),
  };
}

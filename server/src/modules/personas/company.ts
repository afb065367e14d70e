import { addMonths, bankDayOnOrAfter, dayOf, lastBankDay, monthNumber, monthsFrom } from './calendar.ts';
import { workshopContracts } from './company-contracts.ts';
import { isLean, leanMonth, postFinance } from './company-finance.ts';
import { postStaffAndTaxes } from './company-staff.ts';
import { postTrade, seasonOf } from './company-trade.ts';
import { postContracts } from './contracts.ts';
import { ibanOf, rheinbank } from './identifiers.ts';
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
import type { Persona, PersonaOptions } from './persona.types.ts';
import { between, seededRandom } from './random.ts';
import { germanDate, monthName, partnerOf, transferIn, transferOut } from './statement-texts.ts';

const owner = 'Holzwerk Brandt GmbH';
const bank = { bankCode: rheinbank.bankCode, bankName: rheinbank.name, bic: rheinbank.bic };
const giro = 'demo-geschaeftskonto';
const reserve = 'demo-geschaeft-tagesgeld';
const limitMinor = 30_000_00;

const accounts: readonly [AccountMaster, AccountMaster] = [
  {
    ...bank,
    accountId: giro,
    accountNumber: '2200418006',
    iban: ibanOf('DE', `${bank.bankCode}2200418006`),
    name: 'Geschäftskonto',
    owner,
    type: 'GIRO',
    currency: 'EUR',
    openingMinor: 24_318_52,
    overdraftLimitMinor: limitMinor,
  },
  {
    ...bank,
    accountId: reserve,
    accountNumber: '7200418014',
    iban: ibanOf('DE', `${bank.bankCode}7200418014`),
    name: 'Tagesgeld Rücklage',
    owner,
    type: 'TAGESGELD',
    currency: 'EUR',
    openingMinor: 26_000_00,
  },
];

const ownGiro = { name: owner, iban: accounts[0].iban, bic: bank.bic };
const ownReserve = { name: owner, iban: accounts[1].iban, bic: bank.bic };

/** VAT to pay for a month: about a tenth of what the season lets the workshop turn over. */
function vatOf(seed: number, month: string): number {
  return Math.round(between(seededRandom(seed, `vat ${month}`), 4_100_00, 5_300_00) * seasonOf(month));
}

/** Moves money between the two own accounts, booked on both sides; negative brings it back to the business account. */
function moveToReserve(ledger: Ledger, date: string, amountMinor: number, purpose: string, standing = false) {
  const [from, to, toPartner, fromPartner] =
    amountMinor > 0 ? [giro, reserve, ownReserve, ownGiro] : [reserve, giro, ownGiro, ownReserve];
  post(ledger, from, transferOut(date, toPartner, Math.abs(amountMinor), purpose, standing));
  post(ledger, to, transferIn(date, fromPartner, Math.abs(amountMinor), purpose, standing));
}

/**
 * In the middle and at the end of a month: deep in the red, the reserve helps out; at the end a surplus goes there. When
 * a loan is on its way the middle of the month is left to it.
 */
function balanceOut(ledger: Ledger, month: string, isLoanComing: boolean) {
  const end = lastBankDay(month);
  for (const date of isLoanComing ? [end] : [bankDayOnOrAfter(dayOf(month, 18)), end]) {
    const available = Math.floor(balanceOn(ledger, reserve, date) / 500_00) * 500_00;
    const back = Math.min(10_000_00, available);
    if (balanceOn(ledger, giro, date) < -9_000_00 && back > 0) {
      moveToReserve(ledger, date, -back, 'Übertrag auf Geschäftskonto');
    }
  }
  const surplus = balanceOn(ledger, giro, end) - 22_000_00;
  if (surplus > 10_000_00)
    moveToReserve(ledger, end, Math.floor(surplus / 500_00) * 500_00, 'Übertrag Rücklage Steuern');
}

/** Once a year, in July: the shareholder takes out what the reserve holds beyond its target. */
function distributeProfit(ledger: Ledger, month: string) {
  const date = dayOf(month, 15);
  const profit = Math.floor((balanceOn(ledger, reserve, date) - 25_000_00) / 1_000_00) * 1_000_00;
  if (monthNumber(month) !== 7 || profit <= 0) return;
  const year = Number(month.slice(0, 4)) - 1;
  const purpose = `Gewinnausschüttung ${year} lt. Gesellschafterbeschluss, nach KapESt`;
  moveToReserve(ledger, date, -profit, `Übertrag Gewinnausschüttung ${year}`);
  post(ledger, giro, transferOut(date, partnerOf('Matthias Brandt'), profit, purpose));
}

/** The bank's closing of a quarter: charges and overdraft interest; interest on the reserve. */
function closeQuarter(ledger: Ledger, month: string) {
  const date = lastBankDay(month);
  const interest = overdraftInterest(ledger, giro, `${addMonths(month, -2)}-01`, date, 9.75);
  if (interest > 0) {
    const purpose = `Abrechnung per ${germanDate(date)} Sollzinsen Kontokorrent 9,75 % p.a.`;
    post(ledger, giro, { date, amountMinor: -interest, bookingText: 'ABSCHLUSS ZINSEN', purpose, code: '805' });
  }
  post(ledger, reserve, {
    date,
    amountMinor: Math.round((Math.max(0, balanceOn(ledger, reserve, date)) * 0.0125) / 4),
    bookingText: 'ZINSEN',
    purpose: `Habenzinsen Quartal bis ${monthName(month)} 1,250 % p.a.`,
    code: '814',
  });
}

function postCharges(ledger: Ledger, seed: number, month: string) {
  const date = lastBankDay(month);
  const postings = between(seededRandom(seed, `charges ${month}`), 78, 104);
  const amountMinor = -(12_90 + postings * 12);
  const purpose = `Kontofuehrung ${monthName(month)} 12,90 zzgl. ${postings} beleglose Buchungen je 0,12`;
  post(ledger, giro, { date, amountMinor, bookingText: 'ENTGELTABSCHLUSS', purpose, code: '808' });
}

/** A joinery in Cologne with four on the payroll: business account with an overdraft line, and a reserve. */
export function demoCompany({ until, anchor = until, seed }: PersonaOptions): Persona {
  const after = historyStart(anchor);
  const last = anchor.slice(0, 7);
  const ledger = openLedger(accounts);
  for (const month of monthsFrom(after.slice(0, 7), until.slice(0, 7))) {
    postTrade(ledger, giro, seed, month);
    postContracts(ledger, giro, month, workshopContracts);
    postStaffAndTaxes(ledger, giro, month, vatOf(seed, addMonths(month, -1)));
    postFinance(ledger, giro, seed, month);
    const lean = isLean(month, last);
    if (lean) leanMonth(ledger, giro, limitMinor, month);
    moveToReserve(ledger, dayOf(month, 25), 1_000_00, 'Ruecklage Steuern', true);
    distributeProfit(ledger, month);
    postCharges(ledger, seed, month);
    balanceOut(ledger, month, lean);
    if (monthNumber(month) % 3 === 0) closeQuarter(ledger, month);
  }
  return {
    user: {
      type: 'company',
      externalId: 'demo-holzwerk-brandt',
      email: 'buchhaltung@holzwerk-brandt.example',
      company: { name: owner, legalForm: 'GmbH', registerNumber: 'HRB 104718 Amtsgericht Köln', vatId: 'DE999418006' },
    },
    accounts: closeLedger(ledger, after, until),
    pending: pendingOf(ledger, until),
  };
}

import { addDays, addMonths, bankDayOnOrAfter, dayOf, lastBankDay, monthNumber } from './calendar.ts';
import { balanceOn, type Ledger, type Posting, post, withdraw } from './ledger.ts';
import { between, digits, seededRandom } from './random.ts';
import {
  cashWithdrawal,
  directDebit,
  germanDate,
  monthSlash,
  partnerOf,
  transferIn,
  transferOut,
} from './statement-texts.ts';

const lender = 'Rheinische Handelsbank AG Kreditservice';
const machineLoan = '6012399417';
const fund = { name: 'Union Investment Service Bank AG', mandateId: 'UI-4410772' };
/** How many months before the anchor the machine is bought. */
const machineMonth = -10;
/** What the bank tolerates beyond the agreed limit for the days until the loan is there. */
const toleratedMinor = 380_00;

const nextBankDay = (day: string) => bankDayOnOrAfter(addDays(day, 1));

/** A debit that the bank sends back on the next bank day, and its fee: of our account or of a payer's. */
function returnedDebit(debit: Posting, feeMinor: number): Posting[] {
  const date = nextBankDay(bankDayOnOrAfter(debit.date));
  return [
    debit,
    {
      ...debit,
      date,
      amountMinor: -debit.amountMinor,
      bookingText: 'RUECKLASTSCHRIFT',
      purpose: `RUECKLASTSCHRIFT MANGELS DECKUNG ${debit.purpose}`,
      code: '109',
    },
    {
      date,
      amountMinor: -feeMinor,
      bookingText: 'ENTGELT',
      purpose: 'ENTGELT FUER RUECKLASTSCHRIFT',
      code: '808',
    },
  ];
}

/**
 * A lean month: a large customer pays six weeks late, a machine is bought, and the loan for it comes two bank days after
 * its last bill. In between the account stands beyond its limit and the debit of the telephone is returned.
 */
export function leanMonth(ledger: Ledger, giro: string, limitMinor: number, month: string): void {
  const seller = partnerOf('Maschinenhandel Siegen GmbH');
  const deposit = Math.max(9_000_00, balanceOn(ledger, giro, dayOf(month, 12)) + 11_600_00);
  const ordered = 'Rechnung 26018847 Kantenanleimmaschine gebraucht, Anzahlung';
  post(ledger, giro, transferOut(dayOf(month, 12), seller, deposit, ordered));
  const late = partnerOf('Bauträger Rheinufer GmbH');
  const bill = `Schlussrechnung RE-${month.slice(0, 4)}-0017 BV Deutzer Hafen, Zahlung nach Mahnung`;
  post(ledger, giro, transferIn(dayOf(addMonths(month, 1), 24), late, deposit + 2_300_00, bill));

  const billed = bankDayOnOrAfter(dayOf(month, 16));
  const returned = nextBankDay(billed);
  const paidOut = nextBankDay(returned);
  const phone = { name: 'Vodafone GmbH', mandateId: 'VF-B-118822003', amountMinor: 112_41, date: billed };
  const purpose = `Kd-Nr. 118822003 Mobilfunk Business 4 Karten RG ${month.replace('-', '')}2207`;
  withdraw(ledger, giro, billed, paidOut, (p) => p.mandateId === phone.mandateId);
  for (const posting of returnedDebit(directDebit({ ...phone, purpose }), 3_50)) post(ledger, giro, posting);
  const lowest = Math.min(balanceOn(ledger, giro, billed), balanceOn(ledger, giro, returned));
  const rest = lowest + limitMinor + toleratedMinor;
  post(ledger, giro, transferOut(billed, seller, rest, 'Rechnung 26018847 Kantenanleimmaschine gebraucht, Rest'));
  const loan = Math.ceil(rest / 1_000_00) * 1_000_00;
  post(ledger, giro, transferIn(paidOut, partnerOf(lender), loan, `AUSZAHLUNG DARLEHEN ${machineLoan} Maschine`));
  for (let number = 1; number <= 60; number += 1) {
    const due = addMonths(month, number);
    const terms = {
      name: lender,
      mandateId: 'RHB-D-6012399',
      amountMinor: Math.round(loan / 54),
      date: dayOf(due, 30),
    };
    const text = `Darlehen ${machineLoan} Rate ${number} von 60 Zins und Tilgung`;
    post(ledger, giro, directDebit({ ...terms, purpose: text }));
  }
}

/** Part of the reserve lies in a bond fund: a plan by the month, its yearly distribution, and once what the holidays cost. */
function investments(seed: number, month: string): Posting[] {
  const random = seededRandom(seed, `fund ${month}`);
  const plan = directDebit({
    ...{ ...fund, amountMinor: 400_00, date: dayOf(month, 6) },
    purpose: `Sparplan UniEuroRenta Depot 4410772 ${monthSlash(month)}`,
  });
  const security = { bookingText: 'WERTPAPIERE', code: '166', partner: partnerOf(fund.name) };
  const distribution: Posting = {
    ...{ ...security, date: dayOf(month, 14), amountMinor: between(random, 96_00, 188_00) },
    purpose: `ERTRAGSGUTSCHRIFT AUSSCHUETTUNG FONDS UniEuroRenta Depot 4410772 ${month.slice(0, 4)}`,
  };
  const sale: Posting = {
    ...{ ...security, date: dayOf(month, 20), amountMinor: between(random, 1_400, 1_900) * 1_00 },
    purpose: `WERTPAPIERVERKAUF UniEuroRenta Depot 4410772 Abrechnung ${germanDate(dayOf(month, 18))}`,
  };
  return [plan, ...(monthNumber(month) === 11 ? [distribution] : []), ...(monthNumber(month) === 8 ? [sale] : [])];
}

/** Two customers pay a kitchen off by debit; in spring and autumn one of the debits comes back. */
function collections(month: string): Posting[] {
  const debit = (name: string, amountMinor: number, contract: string): Posting => ({
    ...{ date: dayOf(month, 5), amountMinor, bookingText: 'LASTSCHRIFTEINZUG', code: '171' },
    ...{ purpose: `Einzug Rate Kuechenkauf Auftrag ${contract} ${monthSlash(month)}`, partner: partnerOf(name) },
    mandateId: `HWB-${contract}`,
  });
  const [safe, shaky] = [debit('Katharina Schmitz', 310_00, 'A-2218'), debit('Familie Jansen', 265_00, 'A-2240')];
  const isReturned = [4, 10].includes(monthNumber(month));
  return [safe, ...(isReturned ? returnedDebit(shaky, 3_50) : [shaky])];
}

/** Notes for the petty cash. */
function pettyCash(seed: number, month: string): Posting {
  const random = seededRandom(seed, `petty cash ${month}`);
  const day = lastBankDay(month, between(random, 8, 14));
  return cashWithdrawal(random, `KOELN EHRENFELD ${digits(random, 2)}`, day, between(random, 10, 30) * 10_00);
}

/** Books what a month brings and takes beside trade, contracts and staff. */
export function postFinance(ledger: Ledger, giro: string, seed: number, month: string): void {
  for (const posting of [...investments(seed, month), ...collections(month), pettyCash(seed, month)])
    post(ledger, giro, posting);
}

/** Whether this is the month in which the machine is bought; `last` is the month of the anchor. */
export function isLean(month: string, last: string): boolean {
  return month === addMonths(last, machineMonth);
}

import { addMonths, dayOf, lastBankDay, monthNumber } from './calendar.ts';
import { growing, stepped } from './contracts.ts';
import { type Ledger, type Posting, post } from './ledger.ts';
import { between, digits, seededRandom } from './random.ts';
import { monthSlash, partnerOf, transferIn } from './statement-texts.ts';

const salaryMinor = growing(3_385_20, 3);
const employer = partnerOf('Nordlicht Software GmbH');
/** Months of the year in which the evening school pays for a course that has ended. */
const courseMonths = [1, 3, 4, 6, 7, 10, 12];

function pay(date: string, amountMinor: number, purpose: string, purposeCode: string): Posting {
  return { date, amountMinor, bookingText: 'GEHALT', purpose, code: '153', partner: employer, purposeCode };
}

/** Pay on the last bank day, holiday pay in June and Christmas pay in November. */
function salary(month: string): Posting[] {
  const payDay = lastBankDay(month);
  const amountMinor = salaryMinor(month);
  const extra = (share: number, what: string) =>
    pay(payDay, Math.round(amountMinor * share), `${what} ${month.slice(0, 4)} PERS.-NR. 004711`, 'BONU');
  return [
    pay(payDay, amountMinor, `LOHN / GEHALT ${monthSlash(month)} PERS.-NR. 004711`, 'SALA'),
    ...(monthNumber(month) === 6 ? [extra(0.35, 'Urlaubsgeld')] : []),
    ...(monthNumber(month) === 11 ? [extra(0.55, 'Weihnachtsgeld')] : []),
  ];
}

/** Child benefit; until the younger one is two also the parental allowance of those who work part-time; maintenance. */
function forTheChildren(month: string, last: string): Posting[] {
  const benefit = { bookingText: 'GUTSCHR. UEBERWEISUNG', code: '156', purposeCode: 'BENE' };
  const childBenefit: Posting = {
    ...benefit,
    date: dayOf(month, 10),
    // Child benefit for two children: 250 EUR each, 255 from 2025, 259 from 2026 (§ 66 EStG).
    amountMinor: stepped(['0000-01', 500_00], ['2025-01', 510_00], ['2026-01', 518_00])(month),
    purpose: `KG115902FK221734 ${month.slice(5, 7)}${month.slice(2, 4)}/KINDERGELD`,
    partner: partnerOf('Bundesagentur für Arbeit - Familienkasse'),
  };
  // Half of the least parental allowance and of what a sibling adds (§§ 2, 2a, 4a BEEG).
  const allowance: Posting = {
    ...benefit,
    date: dayOf(month, 13),
    amountMinor: 187_50,
    purpose: `ElterngeldPlus Paul LM ${monthSlash(month)} AZ EG-NK 118820`,
    partner: partnerOf('Bezirksamt Neukoelln Elterngeldstelle'),
  };
  const maintenance = transferIn(dayOf(month, 3), partnerOf('Stefan Arndt'), 482_00, 'Kindesunterhalt Mia', true);
  return [childBenefit, maintenance, ...(month <= addMonths(last, -17) ? [allowance] : [])];
}

/** The rent of a small flat that she inherited, courses at the evening school, and what her shares and funds pay out. */
function onTheSide(seed: number, month: string): Posting[] {
  const random = seededRandom(seed, `side income ${month}`);
  const rent = growing(598_00, 2, 10)(month);
  const course = transferIn(
    dayOf(month, between(random, 14, 22)),
    partnerOf('Volkshochschule Treptow-Köpenick'),
    between(random, 8, 14) * 38_00,
    `Honorar Kurs ${digits(random, 5)} Webseiten selbst bauen Rechnung ${digits(random, 4)}`,
  );
  const dividend: Posting = {
    date: dayOf(month, 16),
    amountMinor: between(random, 34_00, 61_00),
    bookingText: 'WERTPAPIERE',
    purpose: `ERTRAGSGUTSCHRIFT DIVIDENDE ISIN IE00B4L5Y983 ${monthSlash(month)}`,
    code: '166',
    partner: partnerOf('Trade Republic Bank GmbH'),
  };
  return [
    transferIn(dayOf(month, 2), partnerOf('Tobias Reimann'), rent, 'Miete Wohnung Karlshorst WE 03 Reimann', true),
    ...(courseMonths.includes(monthNumber(month)) ? [course] : []),
    ...(monthNumber(month) % 3 === 2 ? [dividend] : []),
  ];
}

/** Books what a month brings: work, children, a let flat, a share of her husband; `last` is the month of the anchor. */
export function postIncome(ledger: Ledger, giro: string, seed: number, month: string, last: string): void {
  const household = transferIn(dayOf(month, 2), partnerOf('Jonas Hoffmann'), 500_00, 'Haushaltsgeld', true);
  for (const posting of [...salary(month), ...forTheChildren(month, last), ...onTheSide(seed, month), household])
    post(ledger, giro, posting);
}

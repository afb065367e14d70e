import { addMonths, bankDayOnOrAfter, dayOf, lastBankDay, monthNumber } from './calendar.ts';
import { growing } from './contracts.ts';
import { type Ledger, post } from './ledger.ts';
import { directDebit, monthSlash, partnerOf, transferOut } from './statement-texts.ts';

/** Net pay in cents of 2024, and the health fund that collects the social security of each. */
const staff = [
  { name: 'Matthias Brandt', role: 'Gehalt GF', netMinor: growing(3_940_00, 2), number: '0001' },
  { name: 'Yusuf Demir', role: 'Lohn', netMinor: growing(2_486_40, 3), number: '0004' },
  { name: 'Sabine Kuhlmann', role: 'Gehalt', netMinor: growing(2_172_10, 3), number: '0006' },
  { name: 'Leon Petersen', role: 'Ausbildungsvergütung', netMinor: growing(842_00, 6, 9), number: '0009' },
] as const;

const healthFunds = [
  { name: 'Techniker Krankenkasse', mandateId: 'TK-BN-31188204', amountMinor: growing(2_214_60, 4) },
  { name: 'AOK Rheinland/Hamburg', mandateId: 'AOK-BN-31188204', amountMinor: growing(1_662_35, 4) },
  { name: 'BARMER', mandateId: 'BAR-BN-31188204', amountMinor: growing(486_18, 4) },
] as const;

const taxNumber = '217/5812/0447';
const taxOffice = 'Finanzamt Köln-Nord';
const taxMandate = 'FA-KN-58120447';

/**
 * Pay on the last bank day but one; social security on the third last bank day, when it is due (§ 23 SGB IV); wage tax
 * and VAT of the month before on the 10th; corporation tax on 10 March, June, September and December; trade tax to the
 * city on 15 February, May, August and November.
 */
export function postStaffAndTaxes(ledger: Ledger, accountId: string, month: string, vatMinor: number): void {
  const before = addMonths(month, -1);
  for (const { name, role, netMinor, number } of staff) {
    const purpose = `${role} ${monthSlash(month)} PERS.-NR. ${number}`;
    const pay = transferOut(lastBankDay(month, 1), partnerOf(name), netMinor(month), purpose);
    post(ledger, accountId, { ...pay, bookingText: 'LOHN GEHALT', purposeCode: 'SALA' });
    if (monthNumber(month) === 11) {
      const bonus = Math.round(netMinor(month) * 0.4);
      const extra = transferOut(
        lastBankDay(month, 1),
        partnerOf(name),
        bonus,
        `Weihnachtsgeld ${month.slice(0, 4)} PERS.-NR. ${number}`,
      );
      post(ledger, accountId, { ...extra, bookingText: 'LOHN GEHALT', purposeCode: 'BONU' });
    }
  }
  for (const { name, mandateId, amountMinor } of healthFunds) {
    const purpose = `Gesamtsozialversicherungsbeitrag ${monthSlash(month)} BNR 31188204`;
    const due = lastBankDay(month, 2);
    post(ledger, accountId, directDebit({ name, mandateId, purpose, amountMinor: amountMinor(month), date: due }));
  }

  const tax = (date: string, amountMinor: number, what: string) =>
    post(
      ledger,
      accountId,
      directDebit({ name: taxOffice, mandateId: taxMandate, purpose: `STNR ${taxNumber} ${what}`, amountMinor, date }),
    );
  const tenth = bankDayOnOrAfter(dayOf(month, 10));
  const period = `${before.slice(5, 7)}.${before.slice(2, 4)}`;
  tax(tenth, growing(1_684_20, 4)(month), `LOHNST ${period}`);
  tax(tenth, vatMinor, `UMS.ST ${period}`);
  if (monthNumber(month) % 3 === 0) {
    tax(tenth, growing(1_480_00, 5)(month), `KOERPERSCHAFTST VORAUSZ. Q${monthNumber(month) / 3}.${month.slice(2, 4)}`);
  }
  if (monthNumber(month) % 3 === 2) {
    const name = 'Stadt Koeln Kassen- und Steueramt';
    const purpose = `Gewerbesteuer Vorausz. ${monthSlash(month)} Kassenzeichen 1010.7718.4402`;
    const date = bankDayOnOrAfter(dayOf(month, 15));
    post(ledger, accountId, directDebit({ name, mandateId: 'KOELN-77184402', purpose, amountMinor: 1_620_00, date }));
  }
}

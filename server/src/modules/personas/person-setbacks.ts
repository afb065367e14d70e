import { addMonths, bankDayOnOrAfter, dayOf } from './calendar.ts';
import { type Ledger, type Posting, post } from './ledger.ts';
import { between, seededRandom } from './random.ts';
import { cardPayment, directDebit, partnerOf, transferIn, transferOut } from './statement-texts.ts';

const kitchenMonth = -9;
const kitchen = {
  loanMinor: 6_000_00,
  rateMinor: 189_20,
  instalments: 36,
  lender: 'ING-DiBa AG',
  contract: '8811023377',
};

/** A new kitchen on credit, nine months before the anchor: the loan is paid out, spent, and paid back from then on. */
function kitchenOnCredit(month: string, last: string): Posting[] {
  const bought = addMonths(last, kitchenMonth);
  if (month < bought) return [];
  if (month === bought)
    return [
      transferIn(
        dayOf(month, 8),
        partnerOf(kitchen.lender),
        kitchen.loanMinor,
        `AUSZAHLUNG RATENKREDIT ${kitchen.contract}`,
      ),
      transferOut(dayOf(month, 13), partnerOf('Kuechenstudio Britz GmbH'), 5_840_00, 'Auftrag K-20418 Einbaukueche'),
    ];
  const monthsOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
  const number = monthsOf(month) - monthsOf(bought);
  if (number > kitchen.instalments) return [];
  return [
    directDebit({
      name: kitchen.lender,
      mandateId: `RK-${kitchen.contract}`,
      date: dayOf(month, 28),
      amountMinor: kitchen.rateMinor,
      purpose: `Ratenkredit ${kitchen.contract} Rate ${number} von ${kitchen.instalments}`,
    }),
  ];
}

/** A bill that was overlooked goes to a collector and is paid in three; a parking fine is taken from the account. */
function overlookedBills(month: string, last: string): Posting[] {
  const collector = partnerOf('Paigo GmbH Inkasso');
  const rate = [-14, -13, -12].map((back) => addMonths(last, back)).indexOf(month) + 1;
  const collected = `AZ 25-7719034 Forderung Moebelversand Rate ${rate} von 3`;
  const fine: Posting = {
    date: bankDayOnOrAfter(dayOf(month, 19)),
    amountMinor: -118_50,
    bookingText: 'PFAENDUNG',
    purpose: 'PFAENDUNG AZ 58.90.441207.3 Bussgeld Polizei Berlin zzgl. Kosten',
    code: '116',
    partner: partnerOf('Finanzamt Neukölln Vollstreckungsstelle'),
  };
  return [
    ...(rate > 0 ? [transferOut(dayOf(month, 12), collector, 46_30, collected)] : []),
    ...(month === addMonths(last, -16) ? [fine] : []),
  ];
}

/** A lottery ticket now and then. */
function lotteryTickets(seed: number, month: string): Posting[] {
  const random = seededRandom(seed, `lottery ${month}`);
  return Array.from({ length: between(random, 0, 2) }, () =>
    cardPayment(
      random,
      'LOTTO ANNAHMESTELLE 1183',
      'BERLIN',
      dayOf(month, between(random, 2, 26)),
      between(random, 1, 3) * 8_40,
    ),
  );
}

/** What a lender looks at: a loan, collectors, a garnishment, some gambling; all of it small and in the past but the loan. */
export function postSetbacks(ledger: Ledger, giro: string, seed: number, month: string, last: string): void {
  for (const posting of [
    ...kitchenOnCredit(month, last),
    ...overlookedBills(month, last),
    ...lotteryTickets(seed, month),
  ])
    post(ledger, giro, posting);
}

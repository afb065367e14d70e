import { addMonths, dayOf, lastBankDay, monthNumber } from './calendar.ts';
import { balanceOn, type Ledger, post, withdraw } from './ledger.ts';
import { gym } from './person-contracts.ts';
import { between, digits, seededRandom } from './random.ts';
import { directDebit, monthSlash, partnerOf, transferIn, transferOut } from './statement-texts.ts';

/** What happens once a year, and the settlement of the energy supplier, which changes its sign from year to year. */
export function postYearly(ledger: Ledger, giro: string, seed: number, month: string) {
  const random = seededRandom(seed, `yearly ${month}`);
  const year = Number(month.slice(0, 4));
  if (monthNumber(month) === 3) {
    const name = 'Vattenfall Europe Sales GmbH';
    const purpose = `Jahresabrechnung Strom ${year - 1} Vertragskonto 610093374`;
    const amountMinor = between(random, 38_00, 142_00);
    const date = dayOf(month, 20);
    if (year % 2 === 0) post(ledger, giro, transferIn(date, partnerOf(name), amountMinor, `${purpose} Guthaben`));
    else
      post(
        ledger,
        giro,
        directDebit({ name, mandateId: 'VF-610093374', purpose: `${purpose} Nachzahlung`, amountMinor, date }),
      );
  }
  if (monthNumber(month) === 8) {
    const purpose = `ESt-Erstattung ${year - 1} STNR 16/331/04711`;
    post(
      ledger,
      giro,
      transferIn(dayOf(month, 6), partnerOf('Finanzamt Neukölln'), between(random, 412_00, 968_00), purpose),
    );
  }
  if (monthNumber(month) === 10) {
    const bill = transferOut(
      dayOf(month, 13),
      partnerOf('PVS berlin-brandenburg'),
      between(random, 84_00, 236_00),
      `Rechnung ${digits(random, 8)} Zahnarzt Dr. Seidel`,
    );
    post(ledger, giro, bill);
  }
  if (monthNumber(month) === 12) {
    post(
      ledger,
      giro,
      transferOut(dayOf(month, 17), partnerOf('Helga Hoffmann'), 100_00, 'Frohe Weihnachten von Lena und Jonas'),
    );
  }
}

/**
 * The month in which the car breaks down: the repair uses up the overdraft, the gym's debit is returned the day after
 * and costs a fee; the gym collects it again the month after, with its own fee.
 */
export function breakDown(ledger: Ledger, giro: string, limitMinor: number, month: string) {
  const repairDay = lastBankDay(month, 3);
  const name = gym.name;
  withdraw(ledger, giro, dayOf(month, 12), lastBankDay(month, 1), (p) => p.partner?.name === name);
  withdraw(ledger, giro, repairDay, lastBankDay(month, 1), (p) => p.amountMinor < 0);
  const bill = balanceOn(ledger, giro, repairDay) + limitMinor - 15_00;
  const garage = partnerOf('Autohaus Tempelhof GmbH');
  post(
    ledger,
    giro,
    transferOut(
      repairDay,
      garage,
      bill,
      `Rechnung R-${month.replace('-', '')}-0882 Austauschmotor, Kupplung B-LH 2711`,
    ),
  );

  const purpose = `McFIT Mitgliedsbeitrag ${monthSlash(month)} Mitgl.-Nr. 20220104118`;
  const debit = directDebit({ ...gym, purpose, date: lastBankDay(month, 2) });
  post(ledger, giro, debit);
  post(ledger, giro, {
    ...debit,
    date: lastBankDay(month, 1),
    amountMinor: gym.amountMinor,
    bookingText: 'RUECKLASTSCHRIFT',
    purpose: `RUECKLASTSCHRIFT MANGELS DECKUNG ${purpose}`,
    code: '109',
  });
  post(ledger, giro, {
    date: lastBankDay(month, 1),
    amountMinor: -2_50,
    bookingText: 'ENTGELT',
    purpose: 'ENTGELT FUER NICHT EINGELOESTE LASTSCHRIFT',
    code: '808',
  });
  const again = `${purpose} zzgl. Ruecklastschriftgebuehr 4,50 EUR`;
  post(
    ledger,
    giro,
    directDebit({ ...gym, amountMinor: gym.amountMinor + 4_50, purpose: again, date: dayOf(addMonths(month, 1), 6) }),
  );
}

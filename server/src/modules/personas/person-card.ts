import { addDays, bankDayOnOrAfter, dayOf, daysIn } from './calendar.ts';
import { balanceOn, type Ledger, post } from './ledger.ts';
import { between, pick, seededRandom } from './random.ts';
import { directDebit, monthSlash } from './statement-texts.ts';

/** Merchants of a credit card with their category code (ISO 18245) and price range in cents. */
const merchants = [
  { name: 'BOOKING.COM', place: 'AMSTERDAM', mcc: '4722', amountMinor: [89_00, 340_00] },
  { name: 'DB VERTRIEB GMBH', place: 'FRANKFURT', mcc: '4112', amountMinor: [17_90, 129_00] },
  { name: 'APPLE.COM/BILL', place: 'CORK', mcc: '5735', amountMinor: [2_99, 9_99] },
  { name: 'GOOGLE *GOOGLE ONE', place: 'DUBLIN', mcc: '5734', amountMinor: [2_99, 2_99] },
  { name: 'EASYJET', place: 'LUTON', mcc: '4511', amountMinor: [49_00, 198_00] },
  { name: 'HOTEL SEEBLICK', place: 'WAREN MUERITZ', mcc: '7011', amountMinor: [110_00, 290_00] },
  { name: 'TRATTORIA DA MARIO', place: 'MILANO', mcc: '5812', amountMinor: [24_00, 86_00] },
  { name: 'EVENTIM', place: 'BREMEN', mcc: '7922', amountMinor: [38_00, 142_00] },
  { name: 'UBER *TRIP', place: 'AMSTERDAM', mcc: '4121', amountMinor: [8_40, 32_00] },
] as const;

const settlementDay = 22;

/** Books a month of card purchases, and its settlement: the same sum leaves the current account and clears the card. */
export function postCard(
  ledger: Ledger,
  ids: { card: string; giro: string },
  cardNumber: string,
  seed: number,
  month: string,
) {
  const random = seededRandom(seed, `card ${month}`);
  for (let count = between(random, 3, 6); count > 0; count -= 1) {
    const { name, place, mcc, amountMinor } = pick(random, merchants);
    const [min, max] = amountMinor;
    const paidOn = dayOf(month, between(random, 1, daysIn(month)));
    post(ledger, ids.card, {
      date: addDays(paidOn, 1),
      paidOn,
      amountMinor: -between(random, min, max),
      bookingText: 'KREDITKARTENUMSATZ',
      purpose: `${name} ${place}`,
      code: '106',
      partner: { name },
      merchantCategoryCode: mcc,
    });
  }

  const date = bankDayOnOrAfter(dayOf(month, settlementDay));
  const owed = -balanceOn(ledger, ids.card, addDays(date, -1));
  if (owed <= 0) return;
  const purpose = `KREDITKARTENABRECHNUNG ${cardNumber} ${monthSlash(month)}`;
  const mandateId = 'KK-4871-3309';
  const debit = directDebit({ name: 'Spreebank Berlin eG Kartenservice', mandateId, purpose, amountMinor: owed, date });
  post(ledger, ids.giro, debit);
  post(ledger, ids.card, {
    date,
    amountMinor: owed,
    bookingText: 'AUSGLEICH',
    purpose: `${purpose} LASTSCHRIFT`,
    code: '171',
  });
}

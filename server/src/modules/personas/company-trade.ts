import { addDays, dayOf, daysIn, isBankDay, monthNumber, weekday } from './calendar.ts';
import { type Ledger, post } from './ledger.ts';
import { between, chance, digits, pick, type Random, seededRandom } from './random.ts';
import { cardPayment, directDebit, germanDate, partnerOf, transferIn, transferOut } from './statement-texts.ts';

const customers: readonly { name: string; country?: string; weight: number }[] = [
  { name: 'Bauträger Rheinufer GmbH', weight: 2.2 },
  { name: 'Hotel Domblick Betriebs GmbH', weight: 1.6 },
  { name: 'Kanzlei Stein Rechtsanwälte PartG mbB', weight: 1.1 },
  { name: 'Stadtsparkasse Bergstadt', weight: 1.3 },
  { name: 'Praxis Dr. Kirsten Öztürk', weight: 0.9 },
  { name: 'Cafe Sülzgürtel UG (haftungsbeschränkt)', weight: 0.7 },
  { name: 'Wohnbau Longerich eG', weight: 1.5 },
  { name: 'Architekturbüro Lindner + Söhne', weight: 1 },
  { name: 'Andrea und Thomas Vogel', weight: 0.8 },
  { name: 'Katharina Schmitz', weight: 0.6 },
  { name: 'Familie Jansen', weight: 0.7 },
  { name: 'Messebau Mainfeld GmbH', weight: 1.4 },
  { name: 'Interieur Maastricht B.V.', country: 'NL', weight: 1.2 },
];

const suppliers: readonly {
  name: string;
  country?: string;
  mandateId?: string;
  what: string;
  amountMinor: [number, number];
}[] = [
  { name: 'Tiroler Massivholz GmbH', country: 'AT', what: 'Eiche, Nussbaum', amountMinor: [1_850_00, 4_900_00] },
  { name: 'Beslag Import B.V.', country: 'NL', what: 'Beschlaege', amountMinor: [320_00, 1_480_00] },
  { name: 'Holzland Rheinbach GmbH', what: 'Plattenware', amountMinor: [740_00, 2_900_00] },
  { name: 'Häfele SE & Co KG', mandateId: 'HAF-208814', what: 'Kd-Nr. 208814', amountMinor: [110_00, 890_00] },
  { name: 'Adolf Würth GmbH & Co. KG', mandateId: 'WUE-4410929', what: 'Kd-Nr. 4410929', amountMinor: [64_00, 420_00] },
  { name: 'Remmers GmbH', mandateId: 'REM-77310', what: 'Lacke und Oele', amountMinor: [95_00, 640_00] },
  { name: 'Glas Engels Köln GmbH', what: 'Glaszuschnitt', amountMinor: [180_00, 1_250_00] },
  { name: 'Leitz GmbH & Co. KG', what: 'Werkzeug, Schaerfdienst', amountMinor: [85_00, 560_00] },
];

/** Turnover by month of the year: quiet in winter and in the builders' holidays, busy before Christmas. */
const season = [0.8, 0.86, 1, 1.02, 1.06, 1.08, 0.84, 0.9, 1.1, 1.14, 1.18, 1.02] as const;

export function seasonOf(month: string): number {
  return season[monthNumber(month) - 1] ?? 1;
}

/** A working day of the shops: Sunday becomes the Saturday before. */
function openDay(day: string): string {
  return weekday(day) === 0 ? addDays(day, -1) : day;
}

function anyDay(random: Random, month: string): string {
  return openDay(dayOf(month, between(random, 1, daysIn(month))));
}

function amountIn(random: Random, [min, max]: readonly [number, number]): number {
  return Math.round(min + (max - min) * random() ** 1.6);
}

/** Customers' payments of invoices, with number and date of the invoice; one in four in two instalments. */
function postInvoices(ledger: Ledger, accountId: string, seed: number, month: string) {
  const random = seededRandom(seed, `invoices ${month}`);
  const count = Math.round(between(random, 12, 16) * seasonOf(month));
  for (let index = 0; index < count; index += 1) {
    const { name, country, weight } = pick(random, customers);
    const date = anyDay(random, month);
    const number = `RE-${month.slice(0, 4)}-${month.slice(5, 7)}${String(index + 1).padStart(2, '0')}`;
    const part = chance(random, 0.25) ? pick(random, ['Abschlagsrechnung', 'Schlussrechnung']) : 'Rechnung';
    const purpose = `${part} ${number} vom ${germanDate(addDays(date, -between(random, 9, 32)))} Holzwerk Brandt`;
    const partner = partnerOf(name, country);
    post(
      ledger,
      accountId,
      transferIn(date, partner, Math.round(amountIn(random, [450_00, 5_500_00]) * weight), purpose),
    );
  }
}

/** The showroom: card takings settled two days later less the fee, cash taken to the bank. */
function postShowroom(ledger: Ledger, accountId: string, seed: number, month: string) {
  const random = seededRandom(seed, `showroom ${month}`);
  for (let day = 1; day <= daysIn(month); day += 1) {
    const date = dayOf(month, day);
    if (!isBankDay(date) || !chance(random, 0.75 * seasonOf(month))) continue;
    const taken = amountIn(random, [48_00, 780_00]);
    const purpose = `NEXI TID 66118204 GIROCARD/VISA/MC UMSATZ ${germanDate(openDay(addDays(date, -2)))} ABZGL. DISAGIO`;
    post(ledger, accountId, transferIn(date, partnerOf('Nexi Germany GmbH'), Math.round(taken * 0.985), purpose));
  }
  for (let count = between(random, 1, 3); count > 0; count -= 1) {
    post(ledger, accountId, {
      date: anyDay(random, month),
      amountMinor: between(random, 6, 32) * 50_00,
      bookingText: 'BAREINZAHLUNG',
      purpose: `EINZAHLUNG SB-AUTOMAT KOELN EHRENFELD KARTE 2 BELEG ${digits(random, 5)}`,
      code: '082',
    });
  }
}

function postSuppliers(ledger: Ledger, accountId: string, seed: number, month: string) {
  const random = seededRandom(seed, `suppliers ${month}`);
  const count = Math.round(between(random, 12, 15) * seasonOf(month));
  for (let index = 0; index < count; index += 1) {
    const { name, country, mandateId, what, amountMinor: range } = pick(random, suppliers);
    const date = anyDay(random, month);
    const amountMinor = amountIn(random, range);
    const purpose = `RG ${digits(random, 8)} vom ${germanDate(addDays(date, -between(random, 8, 30)))} ${what}`;
    if (mandateId) post(ledger, accountId, directDebit({ name, country, mandateId, purpose, amountMinor, date }));
    else post(ledger, accountId, transferOut(date, partnerOf(name, country), amountMinor, purpose));
  }
}

/** Fuel, building market and other purchases with the company's debit card. */
function postCardPurchases(ledger: Ledger, accountId: string, seed: number, month: string) {
  const random = seededRandom(seed, `purchases ${month}`);
  const shops = [
    { shop: 'ARAL STATION 30418827', amountMinor: [58_00, 124_00] },
    { shop: 'SHELL 1177', amountMinor: [54_00, 118_00] },
    { shop: 'BAUHAUS KOELN', amountMinor: [9_80, 186_00] },
    { shop: 'HORNBACH BAUMARKT', amountMinor: [12_40, 240_00] },
    { shop: 'REWE SAGT DANKE. 44871120', amountMinor: [8_90, 46_00] },
    { shop: 'DEUTSCHE POST 5400', amountMinor: [4_75, 38_00] },
  ] as const;
  for (let count = between(random, 12, 17); count > 0; count -= 1) {
    const { shop, amountMinor } = pick(random, shops);
    post(ledger, accountId, cardPayment(random, shop, 'KOELN', anyDay(random, month), amountIn(random, amountMinor)));
  }
  if (chance(random, 0.6)) {
    const name = 'Google Ireland Limited';
    const purpose = `Google Ads ${digits(random, 10)}`;
    const amountMinor = between(random, 120_00, 380_00);
    post(
      ledger,
      accountId,
      directDebit({ name, country: 'IE', mandateId: 'GADS-DE-771', purpose, amountMinor, date: dayOf(month, 5) }),
    );
  }
}

/** Books a month of trade: customers, showroom, suppliers and purchases by card. */
export function postTrade(ledger: Ledger, accountId: string, seed: number, month: string): void {
  postInvoices(ledger, accountId, seed, month);
  postShowroom(ledger, accountId, seed, month);
  postSuppliers(ledger, accountId, seed, month);
  postCardPurchases(ledger, accountId, seed, month);
}

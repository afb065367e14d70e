import { addDays, isBankDay } from '../server/src/modules/personas/calendar.ts';
import { accountOf, creditorIdFor } from '../server/src/modules/personas/identifiers.ts';
import type { UploadTransaction } from '../server/src/modules/personas/persona.types.ts';
import { between, digits, pick, type Random, seededRandom } from '../server/src/modules/personas/random.ts';

/** Transactions for benchmarks: any number of them, fast, the same for the same seed, no two texts alike. */

const firstDay = '2024-07-01';
const months = 24;
/** Share of the transactions that belong to a payment coming back every month. */
const recurringShare = 0.3;

/** A kind of booking: who, how the statement words it, and what it costs in cents. */
interface Template {
  partner: string;
  bookingText: string;
  code: string;
  amountMinor: [min: number, max: number];
  purpose: (random: Random, day: string) => string;
  debit?: boolean;
}

const shop = (partner: string, place: string, amountMinor: [number, number]): Template => ({
  partner,
  bookingText: 'KARTENZAHLUNG',
  code: '106',
  amountMinor,
  purpose: (random, day) =>
    `${partner}. ${digits(random, 8)}//${place}/DE/${day}T${between(random, 8, 20)}:${between(random, 10, 59)} Debitk.1 2028-12`,
});

const purchases: readonly Template[] = [
  shop('REWE SAGT DANKE', 'BERLIN', [-92_00, -6_00]),
  shop('EDEKA NEUKOELLN', 'BERLIN', [-84_00, -5_00]),
  shop('LIDL DIENSTLEISTUNG', 'LEIPZIG', [-70_00, -4_00]),
  shop('ALDI NORD', 'HAMBURG', [-66_00, -4_00]),
  shop('DM-DROGERIE MARKT', 'BERLIN', [-48_00, -3_00]),
  shop('ARAL STATION', 'POTSDAM', [-88_00, -30_00]),
  shop('SHELL', 'KOELN', [-88_00, -30_00]),
  shop('MCDONALDS', 'BERLIN', [-24_00, -4_00]),
  shop('IKEA DEUTSCHLAND', 'BERLIN', [-240_00, -9_00]),
  shop('APOTHEKE AM RATHAUS', 'BERLIN', [-42_00, -5_00]),
  {
    partner: 'AMAZON PAYMENTS EUROPE S.C.A.',
    bookingText: 'FOLGELASTSCHRIFT',
    code: '105',
    amountMinor: [-120_00, -7_00],
    purpose: (random) => `302-${digits(random, 7)}-${digits(random, 7)} AMZN Mktp DE ${digits(random, 12)}`,
    debit: true,
  },
  {
    partner: 'PayPal Europe S.a.r.l. et Cie S.C.A',
    bookingText: 'FOLGELASTSCHRIFT',
    code: '105',
    amountMinor: [-90_00, -5_00],
    purpose: (random) => `10${digits(random, 11)}/PP.${digits(random, 4)}.PP/. ZALANDO, Ihr Einkauf bei ZALANDO`,
    debit: true,
  },
  {
    partner: 'GA BERLIN',
    bookingText: 'BARGELDAUSZAHLUNG',
    code: '083',
    amountMinor: [-200_00, -20_00],
    purpose: (random, day) =>
      `GA NR${digits(random, 8)} BLZ91090000 0 ${day.slice(8)}.${day.slice(5, 7)}/${between(random, 10, 21)}.${between(random, 10, 59)}UHR BERLIN`,
  },
  {
    partner: 'Katharina Schmitz',
    bookingText: 'GUTSCHR. UEBERWEISUNG',
    code: '166',
    amountMinor: [5_00, 480_00],
    purpose: (random) => `Rechnung RE-${digits(random, 7)} Danke`,
  },
];

const contract = (partner: string, subject: string, amountMinor: [number, number]): Template => ({
  partner,
  bookingText: 'FOLGELASTSCHRIFT',
  code: '105',
  amountMinor,
  purpose: (random) => `${subject} ${digits(random, 9)}`,
  debit: true,
});

const contracts: readonly Template[] = [
  contract('Vattenfall Europe Sales GmbH', 'Abschlag Strom Vertragskonto', [-140_00, -60_00]),
  contract('Telekom Deutschland GmbH', 'Festnetz Vertragskonto', [-60_00, -30_00]),
  contract('Allianz Lebensversicherungs-AG', 'Lebensversicherung', [-120_00, -30_00]),
  contract('Netflix International B.V.', 'NETFLIX.COM Monatsabo', [-20_00, -8_00]),
  contract('Santander Consumer Bank AG', 'Darlehen Rate', [-420_00, -120_00]),
  contract('WBG Spreeblick eG', 'Miete WE', [-1_400_00, -600_00]),
  {
    partner: 'Nordlicht Software GmbH',
    bookingText: 'GEHALT',
    code: '153',
    amountMinor: [1_800_00, 4_200_00],
    purpose: (random) => `LOHN / GEHALT PERS.-NR. ${digits(random, 9)}`,
  },
];

/** The bank days of the 24 months, by month. */
function calendarOf(): string[][] {
  const byMonth = new Map<string, string[]>();
  for (let day = firstDay; byMonth.size <= months; day = addDays(day, 1)) {
    const list = byMonth.get(day.slice(0, 7)) ?? [];
    if (isBankDay(day)) list.push(day);
    byMonth.set(day.slice(0, 7), list);
  }
  return [...byMonth.values()].slice(0, months);
}

interface Booking {
  template: Template;
  day: string;
  amountMinor: number;
  purpose: string;
  mandateId?: string;
}

/** Contracts: 24 bookings each, same day, same amount and same number, the month behind it. */
function recurring(random: Random, calendar: readonly string[][], count: number): Booking[] {
  const bookings: Booking[] = [];
  while (bookings.length < count) {
    const template = pick(random, contracts);
    const amountMinor = between(random, ...template.amountMinor);
    const purpose = template.purpose(random, '');
    const mandateId = template.debit ? `M-${digits(random, 9)}` : undefined;
    const dueDay = between(random, 0, 17);
    for (const days of calendar) {
      const day = days[dueDay] ?? days.at(-1) ?? firstDay;
      bookings.push({ template, day, amountMinor, purpose: `${purpose} ${day.slice(0, 7)}`, mandateId });
    }
  }
  return bookings.slice(0, count);
}

/**
 * `count` transactions over 24 months in the wire shape of an upload, oldest first. About 30 % belong to monthly
 * payments, of which there are more the larger `count` is; the rest are purchases, transfers and withdrawals.
 */
export function bulkTransactions(count: number, seed: number): UploadTransaction[] {
  const random = seededRandom(seed, `bulk ${count}`);
  const calendar = calendarOf();
  const days = calendar.flat();
  const bookings = recurring(random, calendar, Math.floor(count * recurringShare));
  while (bookings.length < count) {
    const template = pick(random, purchases);
    const day = pick(random, days);
    const amountMinor = between(random, ...template.amountMinor);
    bookings.push({ template, day, amountMinor, purpose: template.purpose(random, day) });
  }
  bookings.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const partners = new Map(
    [...purchases, ...contracts].map(({ partner, debit }) => [
      partner,
      { name: partner, ...accountOf(partner), ...(debit ? { creditorId: creditorIdFor(partner) } : {}) },
    ]),
  );
  return bookings.map(({ template, day, amountMinor, purpose, mandateId }, index) => ({
    transactionId: `bulk-${seed}-${index}`,
    amount: amountMinor / 100,
    currency: 'EUR',
    bookingDate: day,
    valueDate: day,
    bookingText: template.bookingText,
    purpose,
    paymentPartner: partners.get(template.partner),
    ...(mandateId ? { mandateId } : {}),
    bankTransactionCode: template.code,
    status: 'booked',
  }));
}

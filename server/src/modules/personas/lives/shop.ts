import { addDays, bankDayOnOrAfter, dayOf, daysIn, isBankDay, lastBankDay, monthNumber } from '../calendar.ts';
import { fixed, growing } from '../contracts.ts';
import { rheinbank } from '../identifiers.ts';
import type { Posting } from '../ledger.ts';
import type { Life } from '../life.ts';
import { accountAt, debit, order } from '../life-parts.ts';
import { between, chance, digits, type Random } from '../random.ts';
import {
  directDebit,
  germanDate,
  monthName,
  monthSlash,
  partnerOf,
  transferIn,
  transferOut,
} from '../statement-texts.ts';

const owner = 'Lindenhof Blumen & Café e.K.';
/** Mother's Day and Advent make the year. */
const season = [0.8, 0.95, 1, 1.1, 1.35, 1.05, 0.9, 0.85, 1, 1, 1.05, 1.4] as const;

/** Takings: cards settled the next day less the fee, orders of the web shop once a week, cash brought to the bank. */
function takings(month: string, random: Random): Posting[] {
  const strength = season[monthNumber(month) - 1] ?? 1;
  const days = Array.from({ length: daysIn(month) }, (_, index) => dayOf(month, index + 1));
  const cards = days.filter(isBankDay).map((date) => {
    const taken = Math.round(between(random, 290_00, 780_00) * strength);
    const purpose = `SumUp PID${digits(random, 6)} UMSATZ ${germanDate(addDays(date, -1))} ABZGL. GEBUEHR`;
    return transferIn(date, partnerOf('SumUp Limited', 'IE'), Math.round(taken * 0.986), purpose);
  });
  const online = [6, 13, 20, 27].map((day) =>
    transferIn(
      dayOf(month, day),
      partnerOf('PayPal Europe S.a.r.l. et Cie S.C.A', 'LU'),
      Math.round(between(random, 120_00, 460_00) * strength),
      `PAYPAL AUSZAHLUNG ${digits(random, 8)}`,
    ),
  );
  const cash = days
    .filter((date) => isBankDay(date) && chance(random, 0.2))
    .map((date) => ({
      ...{ date, amountMinor: between(random, 6, 24) * 50_00, bookingText: 'BAREINZAHLUNG', code: '082' },
      purpose: `EINZAHLUNG SB-AUTOMAT BONN BELEG ${digits(random, 5)}`,
    }));
  return [...cards, ...online, ...cash];
}

/** Flowers twice a week, coffee and cakes, two on the payroll, taxes, and what the owner takes out to live on. */
function costs(month: string, random: Random): Posting[] {
  const flowers = Array.from({ length: 8 }, () =>
    directDebit({
      ...{
        name: 'Landgard Blumen & Pflanzen GmbH',
        mandateId: 'LG-44120',
        purpose: `RG ${digits(random, 8)} Kd 44120`,
      },
      ...{ amountMinor: between(random, 210_00, 640_00), date: dayOf(month, between(random, 1, daysIn(month))) },
    }),
  );
  const coffee = transferOut(
    dayOf(month, 8),
    partnerOf('Roesterei Siebengebirge'),
    between(random, 340_00, 620_00),
    `RG ${digits(random, 6)} Espresso`,
  );
  const wages = [
    { name: 'Helena Vogt', amountMinor: growing(1_684_20, 3)(month) },
    { name: 'Jannis Papadakis', amountMinor: 538_00 },
  ].map(({ name, amountMinor }) => ({
    ...transferOut(lastBankDay(month, 1), partnerOf(name), amountMinor, `Lohn ${monthSlash(month)}`),
    ...{ bookingText: 'LOHN GEHALT', purposeCode: 'SALA' },
  }));
  const debits = [
    {
      name: 'AOK Rheinland/Hamburg',
      mandateId: 'AOK-BN-5518',
      purpose: `Gesamtsozialversicherung ${monthSlash(month)}`,
      amountMinor: 742_60,
      date: lastBankDay(month, 2),
    },
    {
      name: 'Finanzamt Bonn-Innenstadt',
      mandateId: 'FA-BN-2051',
      purpose: `STNR 205/5118/0220 UMS.ST ${monthSlash(month)}`,
      amountMinor: between(random, 680_00, 1_240_00),
      date: bankDayOnOrAfter(dayOf(month, 10)),
    },
  ].map(directDebit);
  return [
    ...flowers,
    coffee,
    ...wages,
    ...debits,
    transferOut(dayOf(month, 28), partnerOf('Sofia Marino'), 3_600_00, `Privatentnahme ${monthSlash(month)}`),
  ];
}

/** A flower shop with a café, run by its owner. */
export const shop: Life = {
  user: {
    ...{ type: 'company', externalId: 'sandbox-shop', email: 'sofia@lindenhof.example' },
    company: { name: owner, legalForm: 'e.K.', registerNumber: 'HRA 9918 Amtsgericht Bonn', vatId: 'DE999551812' },
  },
  giro: accountAt(rheinbank, 'shop-giro', '2200990012', {
    ...{ name: 'Geschäftskonto', owner, type: 'GIRO', openingMinor: 6_420_80, overdraftLimitMinor: 5_000_00 },
  }),
  savings: accountAt(rheinbank, 'shop-savings', '7200990020', {
    ...{ name: 'Tagesgeld Rücklage', owner, type: 'TAGESGELD', openingMinor: 4_000_00 },
  }),
  contracts: [
    order(
      'Immobilien Suedstadt GbR',
      1,
      growing(1_480_00, 2),
      (month) => `Ladenmiete ${monthName(month)} Clemens-August-Str. 14`,
    ),
    debit(
      'Stadtwerke Bonn GmbH',
      'SWB-4418',
      4,
      growing(286_00, 4),
      (month) => `Abschlag Strom Gas ${monthSlash(month)}`,
    ),
    debit('Telekom Deutschland GmbH', 'DE00099120', 9, fixed(54_95), () => 'Business Festnetz'),
    debit(
      'SIGNAL IDUNA Allgemeine Versicherung AG',
      'SI-2290',
      3,
      growing(88_40, 3),
      () => 'Geschaeftsinhaltsversicherung',
    ),
    debit(
      'Rheinische Handelsbank AG Kreditservice',
      'RHB-G-118',
      30,
      fixed(412_00),
      () => 'Darlehen 601180 Ladeneinrichtung',
    ),
    debit('Shopify International Ltd', 'SHP-7718', 12, fixed(38_08), () => 'Shopify Basic'),
    debit(
      'Steuerberatung Weber & Partner mbB',
      'STB-551',
      18,
      fixed(238_00),
      (month) => `Buchfuehrung ${monthSlash(month)}`,
    ),
  ],
  everyday: null,
  month: (month, random) => [...takings(month, random), ...costs(month, random)],
  keepMinor: 5_000_00,
  chargesMinor: 44_70,
};

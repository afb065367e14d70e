import { bankDayOnOrAfter, dayOf, monthNumber } from '../calendar.ts';
import { fixed, growing } from '../contracts.ts';
import { spreebank } from '../identifiers.ts';
import type { Life } from '../life.ts';
import { accountAt, debit, order } from '../life-parts.ts';
import { between, pick } from '../random.ts';
import { directDebit, germanDate, monthName, monthSlash, partnerOf, transferIn } from '../statement-texts.ts';

const owner = 'Mara Lindqvist';
const clients = [
  'Studio Hafenkante GmbH',
  'Verlag Nordstern GmbH & Co. KG',
  'Agentur Blaupause GmbH',
  'Stadttheater Altona gGmbH',
] as const;

/** A designer who works for herself: irregular invoices, taxes in advance, the artists' social fund. */
export const freelancer: Life = {
  user: { type: 'person', externalId: 'sandbox-freelancer', email: 'mara.lindqvist@example.com' },
  giro: accountAt(spreebank, 'freelancer-giro', '4100640013', {
    ...{ name: 'Girokonto Selbstständige', owner, type: 'GIRO', openingMinor: 5_210_90, overdraftLimitMinor: 2_500_00 },
  }),
  savings: accountAt(spreebank, 'freelancer-savings', '7100640021', {
    ...{ name: 'Tagesgeld Steuern', owner, type: 'TAGESGELD', openingMinor: 8_400_00 },
  }),
  contracts: [
    order('Hausverwaltung Reimers', 1, growing(918_00, 2, 6), (month) => `Miete ${monthName(month)} Lindqvist`),
    debit(
      'Kuenstlersozialkasse',
      'KSK-118820',
      5,
      growing(312_40, 4),
      (month) => `Beitrag ${monthSlash(month)} Vers.-Nr. 118820`,
    ),
    order('Betahaus Hamburg GmbH', 2, fixed(249_00), (month) => `Coworking ${monthSlash(month)}`),
    debit(
      'Adobe Systems Software Ireland Ltd',
      'ADB-771',
      21,
      growing(66_45, 5),
      () => 'Adobe Creative Cloud Abonnement',
    ),
    debit('Vodafone GmbH', 'VF-990', 17, fixed(59_99), () => 'Mobilfunk und Internet'),
    debit('Hiscox SA', 'HSX-4411', 8, growing(31_20, 2), (month) => `Berufshaftpflicht ${monthSlash(month)}`),
    debit('Lexware GmbH', 'LEX-2018', 14, fixed(16_90), () => 'lexoffice Abonnement'),
    debit('Scalable Capital Bank GmbH', 'SC-7718', 7, fixed(200_00), () => 'Sparplan MSCI World'),
  ],
  everyday: {
    place: 'HAMBURG',
    habits: [
      {
        label: 'groceries',
        times: [9, 13],
        amountMinor: [7_90, 64_00],
        shops: ['EDEKA OTTENSEN', 'ALNATURA PRODUKTIONS GMBH', 'REWE SAGT DANKE. 45######'],
      },
      {
        label: 'restaurant',
        times: [6, 11],
        amountMinor: [4_20, 38_00],
        shops: ['ELBGOLD ROESTEREI', 'MAMALICIOUS', 'BULLEREI'],
      },
      { label: 'leisure', times: [1, 3], amountMinor: [9_00, 46_00], shops: ['ZEISE KINOS', 'THALIA BUECHER 1##'] },
    ],
    payPal: {
      times: [1, 4],
      amountMinor: [8_90, 120_00],
      mandateId: '8PLQ2',
      shops: ['ETSY', 'DB VERTRIEB GMBH', 'CREATIVE MARKET'],
    },
    cash: { times: [0, 2], tens: [3, 8] },
  },
  month(month, random) {
    const invoices = Array.from({ length: between(random, 1, 3) }, (_, index) => {
      const date = dayOf(month, between(random, 2, 28));
      const number = `${month.replace('-', '')}-${index + 1}`;
      return transferIn(
        date,
        partnerOf(pick(random, clients)),
        between(random, 10, 30) * 119_00,
        `Rechnung ${number} vom ${germanDate(dayOf(month, 1))}`,
      );
    });
    if (monthNumber(month) % 3 !== 1) return invoices;
    const tax = (day: number, amountMinor: number, what: string) =>
      directDebit({
        ...{ name: 'Finanzamt Hamburg-Altona', mandateId: 'FA-HH-41118', amountMinor },
        ...{ purpose: `STNR 41/118/02210 ${what}`, date: bankDayOnOrAfter(dayOf(month, day)) },
      });
    return [
      ...invoices,
      tax(10, between(random, 1_180_00, 2_240_00), `UMS.ST ${monthSlash(month)}`),
      tax(12, growing(1_120_00, 3)(month), `EINK.ST VORAUSZ. ${monthSlash(month)}`),
    ];
  },
  keepMinor: 3_000_00,
  chargesMinor: 26_70,
};

import { dayOf, lastBankDay, monthNumber } from '../calendar.ts';
import { fixed, growing, quarterly, stepped } from '../contracts.ts';
import { rheinbank } from '../identifiers.ts';
import type { Life } from '../life.ts';
import { accountAt, debit, order, payment } from '../life-parts.ts';
import { between } from '../random.ts';
import { monthSlash, partnerOf, transferIn } from '../statement-texts.ts';

const owner = 'Sandra und Tobias Keller';
const first = growing(3_120_55, 3);
const second = growing(1_486_20, 3);

/** Two earners with three children and a house that is not paid off. */
export const family: Life = {
  user: { type: 'person', externalId: 'sandbox-family', email: 'keller@example.com' },
  giro: accountAt(rheinbank, 'family-giro', '2200530017', {
    ...{ name: 'Gemeinschaftskonto', owner, type: 'GIRO', openingMinor: 2_806_40, overdraftLimitMinor: 3_000_00 },
  }),
  savings: accountAt(rheinbank, 'family-savings', '7200530025', {
    ...{ name: 'Tagesgeld Familie', owner, type: 'TAGESGELD', openingMinor: 9_600_00 },
  }),
  contracts: [
    debit(
      'Rheinische Handelsbank AG Baufinanzierung',
      'RHB-BF-88120',
      30,
      fixed(1_284_00),
      () => 'Darlehen 7712004518 Annuitaet Zins und Tilgung',
    ),
    debit(
      'Stadtwerke Duesseldorf AG',
      'SWD-44120',
      3,
      growing(236_00, 4),
      (month) => `Abschlag Strom Gas Wasser ${monthSlash(month)}`,
    ),
    debit(
      'Landeshauptstadt Duesseldorf',
      'DUS-GS-1120',
      15,
      fixed(182_40),
      (month) => `Grundsteuer Abfall Kassenz. 5501.2281 ${monthSlash(month)}`,
      quarterly.february,
    ),
    debit(
      'Rundfunk ARD, ZDF, DRadio',
      '7712200911',
      15,
      fixed(55_08),
      () => 'Rundfunk Beitragsnr. 771220091',
      quarterly.march,
    ),
    debit(
      '1&1 Telecom GmbH',
      '1UND1-55018',
      6,
      fixed(49_99),
      (month) => `DSL und Mobilfunk RG ${month.replace('-', '')}`,
    ),
    debit(
      'ERGO Versicherung AG',
      'ERGO-22018',
      1,
      growing(74_10, 3),
      (month) => `Wohngebaeude Hausrat ${monthSlash(month)}`,
    ),
    debit(
      'DEVK Allg. Versicherungs-AG',
      'DEVK-K-1190',
      2,
      growing(396_00, 5),
      () => 'Kfz-Versicherung D-SK 1180',
      [1, 7],
    ),
    debit('VOLKSWAGEN BANK GMBH', 'VWB-771002', 5, fixed(318_00), () => 'Autokredit 771002 Touran'),
    debit('Deutsche Lebensversicherung AG', 'DLV-99018', 5, fixed(38_60), () => 'Risikolebensversicherung'),
    order('Kita Sonnenkaefer e.V.', 3, fixed(286_00), (month) => `Beitrag ${monthSlash(month)} Ben Keller`),
    order('Musikschule Clara Schumann', 5, fixed(64_00), (month) => `Unterricht Lina ${monthSlash(month)}`),
    debit('Netflix International B.V.', 'NFLX-9921', 12, growing(13_99, 7, 10), () => 'NETFLIX.COM Monatsabo Standard'),
    debit('ADAC e.V.', 'ADAC-118', 9, growing(94_00, 2), () => 'ADAC Plus-Mitgliedschaft', [4]),
  ],
  everyday: {
    place: 'DUESSELDORF',
    habits: [
      {
        label: 'groceries',
        times: [14, 19],
        amountMinor: [12_00, 168_00],
        shops: ['REWE SAGT DANKE. 45######', 'ALDI SUED', 'KAUFLAND DUESSELDORF', 'LIDL DIENSTLEISTUNG'],
      },
      { label: 'drugstore', times: [3, 5], amountMinor: [9_90, 74_00], shops: ['DM-DROGERIE MARKT', 'ROSSMANN 2###'] },
      { label: 'fuel', times: [3, 5], amountMinor: [48_00, 92_00], shops: ['ARAL STATION 28######', 'SHELL 1###'] },
      {
        label: 'children',
        times: [1, 4],
        amountMinor: [12_99, 89_00],
        shops: ['SMYTHS TOYS', 'JAKO-O', 'C+A MODE', 'DECATHLON'],
      },
      {
        label: 'restaurant',
        times: [2, 4],
        amountMinor: [18_00, 96_00],
        shops: ['VAPIANO', 'MCDONALDS 1###', 'PIZZERIA ROMA'],
      },
    ],
    amazon: { times: [2, 5], amountMinor: [9_99, 84_00], mandateId: 'AMZ-FAM118' },
    cash: { times: [1, 3], tens: [4, 12] },
  },
  month: (month, random) => [
    payment(
      'Maschinenbau Niederrhein GmbH',
      lastBankDay(month),
      first(month),
      `LOHN / GEHALT ${monthSlash(month)} PERS.-NR. 20118`,
      'pay',
    ),
    payment(
      'Grundschule am Rhein Foerderverein',
      lastBankDay(month, 1),
      second(month),
      `GEHALT ${monthSlash(month)} Teilzeit`,
      'pay',
    ),
    payment(
      'Bundesagentur für Arbeit - Familienkasse',
      dayOf(month, 12),
      // Three children: 250 EUR each, 255 from 2025, 259 from 2026 (§ 66 EStG).
      stepped(['0000-01', 750_00], ['2025-01', 765_00], ['2026-01', 777_00])(month),
      `KG118220FK4471 ${month.slice(5, 7)}${month.slice(2, 4)}/KINDERGELD`,
      'benefit',
    ),
    ...(monthNumber(month) === 7
      ? [
          transferIn(
            dayOf(month, 9),
            partnerOf('Finanzamt Düsseldorf-Süd'),
            between(random, 620_00, 1_480_00),
            'ESt-Erstattung',
          ),
        ]
      : []),
  ],
  keepMinor: 1_500_00,
  chargesMinor: 23_70,
};

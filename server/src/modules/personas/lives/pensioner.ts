import { lastBankDay, monthNumber } from '../calendar.ts';
import { fixed, growing, quarterly } from '../contracts.ts';
import { spreebank } from '../identifiers.ts';
import type { Life } from '../life.ts';
import { accountAt, debit, order, payment } from '../life-parts.ts';
import { between } from '../random.ts';
import { monthName, monthSlash, partnerOf, transferIn, transferOut } from '../statement-texts.ts';

const owner = 'Ingrid Petersen';
/** The state pension, raised every July. */
const pension = growing(1_412_38, 4.2, 7);
const companyPension = growing(286_40, 1);

/** A widow with a state and a company pension, who saves a little and gives to her grandchildren. */
export const pensioner: Life = {
  user: { type: 'person', externalId: 'sandbox-pensioner', email: 'ingrid.petersen@example.com' },
  giro: accountAt(spreebank, 'pensioner-giro', '4100310011', {
    ...{ name: 'Girokonto Klassik', owner, type: 'GIRO', openingMinor: 1_940_12, overdraftLimitMinor: 500_00 },
  }),
  savings: accountAt(spreebank, 'pensioner-savings', '7100310029', {
    ...{ name: 'Tagesgeld', owner, type: 'TAGESGELD', openingMinor: 14_200_00 },
  }),
  contracts: [
    order(
      'Wohnungsbaugenossenschaft Alsterdorf eG',
      1,
      growing(642_00, 2, 5),
      (month) => `Miete ${monthName(month)} Petersen`,
    ),
    debit(
      'Vattenfall Europe Sales GmbH',
      'VF-330190',
      4,
      fixed(52_00),
      (month) => `Abschlag Strom ${monthSlash(month)}`,
    ),
    debit(
      'Telekom Deutschland GmbH',
      'DE0002012000100',
      9,
      fixed(34_95),
      (month) => `Festnetz RG ${month.replace('-', '')}0031`,
    ),
    debit(
      'Rundfunk ARD, ZDF, DRadio',
      '4410098213',
      15,
      fixed(55_08),
      () => 'Rundfunk Beitragsnr. 441009821',
      quarterly.january,
    ),
    debit(
      'HUK-COBURG',
      'HUK-91120',
      2,
      growing(61_20, 3),
      (month) => `Hausrat und Haftpflicht ${month.slice(0, 4)}`,
      [1],
    ),
    debit('Hamburger Sterbekasse VVaG', 'HSK-2201', 5, fixed(18_40), (month) => `Sterbegeld ${monthSlash(month)}`),
    debit('Hamburger Abendblatt', 'FMH-77120', 3, growing(46_90, 4), (month) => `Abonnement ${monthSlash(month)}`),
    debit('SOS-Kinderdorf e.V.', 'SOS-5512', 12, fixed(10_00), () => 'Patenschaft, vielen Dank'),
  ],
  everyday: {
    place: 'HAMBURG',
    habits: [
      {
        label: 'groceries',
        times: [8, 11],
        amountMinor: [6_40, 52_00],
        shops: ['EDEKA ALSTERDORF', 'ALDI NORD SAGT DANKE', 'PENNY SAGT DANKE. 33######'],
      },
      { label: 'pharmacy', times: [1, 3], amountMinor: [5_00, 44_90], shops: ['LINDEN-APOTHEKE', 'APOTHEKE AM MARKT'] },
      { label: 'bakery', times: [3, 6], amountMinor: [2_80, 11_20], shops: ['DAT BACKHUS 1##', 'JUNGE DIE BAECKEREI'] },
    ],
    cash: { times: [2, 4], tens: [5, 15] },
  },
  month: (month, random) => [
    payment(
      'Deutsche Rentenversicherung Bund',
      lastBankDay(month),
      pension(month),
      `RENTENVERSICHERUNG 53 210347 P 501 ${monthSlash(month)}`,
      'pension',
    ),
    payment(
      'Pensionskasse der Hamburger Werft VVaG',
      lastBankDay(month),
      companyPension(month),
      `Betriebsrente ${monthSlash(month)}`,
      'pension',
    ),
    ...(monthNumber(month) === 12
      ? [transferOut(`${month}-14`, partnerOf('Jule Petersen'), 150_00, 'Frohe Weihnachten von Oma')]
      : []),
    ...(monthNumber(month) === 9
      ? [
          transferIn(
            `${month}-11`,
            partnerOf('Finanzamt Hamburg-Nord'),
            between(random, 84_00, 212_00),
            'ESt-Erstattung',
          ),
        ]
      : []),
  ],
  keepMinor: 1_700_00,
  chargesMinor: 14_70,
};

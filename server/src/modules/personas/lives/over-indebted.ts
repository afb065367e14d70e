import { dayOf, lastBankDay, monthNumber } from '../calendar.ts';
import { fixed, growing, quarterly } from '../contracts.ts';
import { rheinbank } from '../identifiers.ts';
import type { Life } from '../life.ts';
import { accountAt, debit, order, payment } from '../life-parts.ts';
import { between, chance } from '../random.ts';
import { monthName, monthSlash, partnerOf, transferIn } from '../statement-texts.ts';

const owner = 'Nadine Krüger';

/** Too many instalments for a part-time wage: always at the limit, debits come back, collectors and a garnishment. */
export const overIndebted: Life = {
  user: { type: 'person', externalId: 'sandbox-over-indebted', email: 'nadine.krueger@example.com' },
  giro: accountAt(rheinbank, 'over-indebted-giro', '2200860011', {
    ...{ name: 'Girokonto', owner, type: 'GIRO', openingMinor: -640_18, overdraftLimitMinor: 1_000_00 },
  }),
  contracts: [
    order('LEG Wohnen NRW GmbH', 1, growing(548_00, 2), (month) => `Miete ${monthName(month)} Krueger`),
    debit('innogy Energie', 'INN-2211', 3, fixed(94_00), (month) => `Abschlag Strom ${monthSlash(month)}`),
    debit('Telefonica Germany GmbH + Co. OHG', 'O2-8812', 5, fixed(39_99), () => 'o2 Rechnung'),
    debit('Klarna Bank AB', 'KLA-99120', 9, fixed(89_20), () => 'Klarna Ratenkauf 99120'),
    debit('Santander Consumer Bank AG', 'SCB-55120', 4, fixed(189_00), () => 'Darlehen 5512009 Rate'),
    debit('OTTO Payments GmbH', 'OTTO-118', 15, fixed(36_50), () => 'Teilzahlung Kd-Nr. 4418820'),
    debit('Consors Finanz BNP Paribas', 'CF-7718', 16, fixed(74_00), () => 'Rahmenkredit Rate'),
    debit(
      'EOS Deutscher Inkasso-Dienst GmbH',
      'EOS-2290',
      20,
      fixed(50_00),
      () => 'Ratenzahlung AZ 22-90118 Forderung Telefonica',
    ),
    order('Creditreform Koeln v. Padberg KG', 21, fixed(30_00), () => 'Inkasso AZ 771/2290 Rate'),
    debit(
      'Rundfunk ARD, ZDF, DRadio',
      '5510098',
      15,
      fixed(55_08),
      () => 'Rundfunk Beitragsnr. 5510098',
      quarterly.january,
    ),
    debit('RSG Group GmbH', 'MCF-5518', 17, fixed(29_90), (month) => `McFIT Mitgliedsbeitrag ${monthSlash(month)}`),
  ],
  everyday: {
    place: 'KOELN',
    habits: [
      {
        label: 'groceries',
        times: [8, 12],
        amountMinor: [4_90, 42_00],
        shops: ['PENNY SAGT DANKE. 33######', 'LIDL DIENSTLEISTUNG', 'ALDI SUED'],
      },
      { label: 'drugstore', times: [1, 3], amountMinor: [4_50, 24_00], shops: ['DM-DROGERIE MARKT'] },
      { label: 'restaurant', times: [2, 5], amountMinor: [5_50, 22_00], shops: ['BURGER KING 11###', 'DOENER PALAST'] },
    ],
    payPal: { times: [2, 5], amountMinor: [12_00, 88_00], mandateId: '9KK22', shops: ['ZALANDO', 'SHEIN', 'EBAY'] },
    cash: { times: [1, 3], tens: [2, 6] },
  },
  month: (month, random) => [
    payment(
      'Pflegedienst Rheinblick GmbH',
      lastBankDay(month),
      growing(1_196_30, 2)(month),
      `GEHALT ${monthSlash(month)} Teilzeit abzgl. Pfaendung`,
      'pay',
    ),
    transferIn(dayOf(month, 2), partnerOf('Landeshauptkasse NRW'), 214_00, `Wohngeld ${monthSlash(month)}`),
    ...(chance(random, 0.25)
      ? [transferIn(dayOf(month, between(random, 10, 20)), partnerOf('Karin Krüger'), 150_00, 'bis zum Ersten, Mama')]
      : []),
    ...(monthNumber(month) % 4 === 0
      ? [
          {
            ...{ date: dayOf(month, 24), amountMinor: -120_00, bookingText: 'PFAENDUNG', code: '116' },
            ...{
              purpose: 'Pfaendung AZ 33 M 1182/25 Gerichtsvollzieherin Sommer',
              partner: partnerOf('Obergerichtsvollzieherin Sommer'),
            },
          },
        ]
      : []),
  ],
  keepMinor: 1_500_00,
  chargesMinor: 17_70,
};

import { dayOf, lastBankDay, monthNumber } from '../calendar.ts';
import { fixed, stepped } from '../contracts.ts';
import { spreebank } from '../identifiers.ts';
import type { Life } from '../life.ts';
import { accountAt, debit, order, payment } from '../life-parts.ts';
import { between } from '../random.ts';
import { monthName, monthSlash, partnerOf, transferIn, transferOut } from '../statement-texts.ts';

const owner = 'Emre Yilmaz';

/** A student in a shared flat: support by the state and the parents, a small job, a small overdraft. */
export const student: Life = {
  user: { type: 'person', externalId: 'sandbox-student', email: 'emre.yilmaz@example.com' },
  giro: accountAt(spreebank, 'student-giro', '4100420015', {
    ...{ name: 'Girokonto Young', owner, type: 'GIRO', openingMinor: 412_77, overdraftLimitMinor: 200_00 },
  }),
  contracts: [
    order('Lisa Brandner', 1, fixed(420_00), (month) => `WG-Zimmer ${monthName(month)} Emre`),
    debit('Telefonica Germany GmbH + Co. OHG', 'O2-771200', 11, fixed(14_99), () => 'Rg-Nr. o2 Mobile S'),
    debit('Netflix International B.V.', 'NFLX-1180', 13, fixed(4_99), () => 'NETFLIX.COM Monatsabo mit Werbung'),
    debit('RSG Group GmbH', 'MCF-88120', 15, fixed(19_90), (month) => `McFIT Mitgliedsbeitrag ${monthSlash(month)}`),
    debit(
      'Techniker Krankenkasse',
      'TK-9912',
      15,
      stepped(['0000-01', 122_00], ['2025-01', 141_00]),
      () => 'Studentische Krankenversicherung',
    ),
  ],
  everyday: {
    place: 'LEIPZIG',
    habits: [
      {
        label: 'groceries',
        times: [7, 10],
        amountMinor: [4_20, 38_00],
        shops: ['LIDL DIENSTLEISTUNG', 'NETTO MARKEN-DISCOU 7###', 'REWE SAGT DANKE. 41######'],
      },
      { label: 'canteen', times: [5, 9], amountMinor: [2_60, 6_80], shops: ['STUDENTENWERK LEIPZIG'] },
      {
        label: 'restaurant',
        times: [3, 6],
        amountMinor: [6_50, 24_00],
        shops: ['DOENER AM EXCHANGE', 'MCDONALDS 1###', 'CAFE CANTONA'],
      },
    ],
    payPal: {
      times: [0, 2],
      amountMinor: [6_90, 48_00],
      mandateId: '6TT1188KQ2',
      shops: ['STEAM', 'VINTED', 'LIEFERANDO'],
    },
    cash: { times: [0, 2], tens: [2, 4] },
  },
  month: (month, random) => [
    payment('Studentenwerk Leipzig', lastBankDay(month, 1), 634_00, `BAFOEG 0000 117 ${monthSlash(month)}`, 'benefit'),
    transferIn(dayOf(month, 1), partnerOf('Ayse Yilmaz'), 220_00, 'Unterhalt', true),
    payment(
      'Cafe Grundmann GmbH',
      dayOf(month, 28),
      between(random, 240_00, 538_00),
      `Minijob ${monthSlash(month)}`,
      'pay',
    ),
    ...(monthNumber(month) === 2 || monthNumber(month) === 8
      ? [transferOut(dayOf(month, 10), partnerOf('Universitaet Leipzig'), 278_50, 'Semesterbeitrag 3781204 Yilmaz')]
      : []),
  ],
  keepMinor: 500_00,
  surplus: { name: 'Emre Yilmaz', purpose: 'Sparkonto Interrail' },
  chargesMinor: 0,
};

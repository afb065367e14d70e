import { dayOf, lastBankDay } from '../calendar.ts';
import { fixed } from '../contracts.ts';
import { spreebank } from '../identifiers.ts';
import type { Life } from '../life.ts';
import { accountAt, debit, order, payment } from '../life-parts.ts';
import { monthName, monthSlash, partnerOf, transferIn } from '../statement-texts.ts';

const owner = 'Priya Raman';

/** Came to Germany three weeks ago: an account of 20 days, the first deposits, and hardly anything to see a pattern in. */
export const newcomer: Life = {
  user: { type: 'person', externalId: 'sandbox-newcomer', email: 'priya.raman@example.com' },
  giro: accountAt(spreebank, 'newcomer-giro', '4100970018', {
    ...{ name: 'Girokonto Start', owner, type: 'GIRO', openingMinor: 0, overdraftLimitMinor: 0 },
  }),
  historyDays: 20,
  contracts: [
    order('Gewobag AG', 3, fixed(780_00), (month) => `Miete ${monthName(month)} Raman`),
    debit('Telefonica Germany GmbH + Co. OHG', 'O2-99120', 14, fixed(24_99), () => 'o2 Mobile M'),
    debit(
      'BVG Berliner Verkehrsbetriebe',
      'BVG-118',
      16,
      fixed(63_00),
      (month) => `Deutschlandticket Abo ${monthSlash(month)}`,
    ),
  ],
  everyday: {
    place: 'BERLIN',
    habits: [
      {
        label: 'groceries',
        times: [9, 12],
        amountMinor: [6_20, 48_00],
        shops: ['LIDL DIENSTLEISTUNG', 'REWE SAGT DANKE. 41######'],
      },
      {
        label: 'home',
        times: [2, 4],
        amountMinor: [14_99, 159_00],
        shops: ['IKEA DEUTSCHLAND', 'OBI BAU- UND HEIMWERKER'],
      },
      { label: 'restaurant', times: [3, 6], amountMinor: [7_50, 28_00], shops: ['SARAVANAA BHAVAN', 'CAFE MORGENROT'] },
    ],
  },
  month: (month) => [
    ...[5, 12, 19, 26].map((day) =>
      transferIn(dayOf(month, day), partnerOf('Wise Europe SA'), 450_00, 'Transfer from own account'),
    ),
    payment(
      'Charlottenburg Biotech GmbH',
      lastBankDay(month),
      2_986_40,
      `GEHALT ${monthSlash(month)} PERS.-NR. 20441`,
      'pay',
    ),
  ],
  keepMinor: 2_500_00,
  surplus: { name: 'Priya Raman', purpose: 'Savings' },
  chargesMinor: 0,
};

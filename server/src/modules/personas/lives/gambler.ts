import { dayOf, daysIn, lastBankDay } from '../calendar.ts';
import { fixed, growing } from '../contracts.ts';
import { rheinbank } from '../identifiers.ts';
import type { Posting } from '../ledger.ts';
import type { Life } from '../life.ts';
import { accountAt, debit, order, payment } from '../life-parts.ts';
import { between, chance, digits, pick, type Random } from '../random.ts';
import { monthName, monthSlash, partnerOf, transferIn, transferOut } from '../statement-texts.ts';

const owner = 'Dennis Wagner';
const pay = growing(2_248_70, 2);
const bookmakers = [
  { name: 'Tipico Co. Ltd.', what: 'Tipico Wettguthaben' },
  { name: 'bet-at-home.com Internet Ltd.', what: 'bet-at-home Einzahlung' },
  { name: 'bwin (Deutschland) Ltd.', what: 'bwin Einzahlung' },
] as const;

/** Stakes on most evenings, more on some, and now and then a win. */
function bets(month: string, random: Random): Posting[] {
  const stakes = Array.from({ length: between(random, 10, 22) }, () => {
    const { name, what } = pick(random, bookmakers);
    const date = dayOf(month, between(random, 1, daysIn(month)));
    return transferOut(date, partnerOf(name), between(random, 2, 24) * 5_00, `${what} ${digits(random, 9)}`);
  });
  if (!chance(random, 0.55)) return stakes;
  const { name } = pick(random, bookmakers);
  const won = transferIn(
    dayOf(month, between(random, 3, 27)),
    partnerOf(name),
    between(random, 60_00, 640_00),
    'Auszahlung Gewinn',
  );
  return [...stakes, won];
}

/** A warehouse worker with good pay, of whom the bookmakers get a large part. */
export const gambler: Life = {
  user: { type: 'person', externalId: 'sandbox-gambler', email: 'dennis.wagner@example.com' },
  giro: accountAt(rheinbank, 'gambler-giro', '2200750014', {
    ...{ name: 'Girokonto', owner, type: 'GIRO', openingMinor: 380_25, overdraftLimitMinor: 2_000_00 },
  }),
  contracts: [
    order('Vonovia SE', 1, growing(596_00, 3), (month) => `Miete ${monthName(month)} Wagner`),
    debit('Vodafone GmbH', 'VF-22018', 12, fixed(44_99), () => 'Mobilfunk'),
    debit(
      'E.ON Energie Deutschland GmbH',
      'EON-7712',
      4,
      fixed(68_00),
      (month) => `Abschlag Strom ${monthSlash(month)}`,
    ),
    debit('TARGOBANK AG', 'TGB-9918', 6, fixed(164_50), () => 'Ratenkredit 9918220'),
    debit('DEVK Allg. Versicherungs-AG', 'DEVK-9920', 2, fixed(58_30), () => 'Kfz-Versicherung'),
  ],
  everyday: {
    place: 'DORTMUND',
    habits: [
      {
        label: 'groceries',
        times: [7, 11],
        amountMinor: [5_90, 46_00],
        shops: ['NETTO MARKEN-DISCOU 7###', 'KAUFLAND DORTMUND', 'ALDI NORD SAGT DANKE'],
      },
      { label: 'fuel', times: [2, 4], amountMinor: [38_00, 72_00], shops: ['JET-TANKSTELLE', 'STAR TANKSTELLE'] },
      {
        label: 'arcade',
        times: [1, 4],
        amountMinor: [20_00, 150_00],
        shops: ['MERKUR SPIELOTHEK', 'LOEWEN PLAY CASINO'],
      },
    ],
    cash: { times: [3, 6], tens: [5, 20] },
  },
  month: (month, random) => [
    payment(
      'Logistik Westfalen GmbH',
      lastBankDay(month),
      pay(month),
      `LOHN ${monthSlash(month)} PERS.-NR. 8812`,
      'pay',
    ),
    ...bets(month, random),
  ],
  keepMinor: 1_800_00,
  surplus: { name: 'Dennis Wagner', purpose: 'Umbuchung Wallet' },
  chargesMinor: 17_70,
};

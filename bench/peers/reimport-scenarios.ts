/** What banks do between two readings of one account, and how many transactions there really were. */
import type { StatementTransaction } from '../../server/src/modules/banking/statements/statement.types.ts';
import { statementTransaction } from '../../server/src/modules/banking/statements/statements.testing.ts';

export interface Scenario {
  name: string;
  /** Readings, one after the other; `file`: an export of the bank instead of its interface. */
  readings: { file?: boolean; transactions: StatementTransaction[] }[];
  /** Pending ones that vanished or were booked don't count. */
  truth: number;
}

type Fields = Parameters<typeof statementTransaction>[0];

const one = statementTransaction;
const id = (n: number | string) => [`id:${n}`];
const rewe: Fields = { partner: 'REWE Markt GmbH', purpose: 'REWE SAGT DANKE 4711', bookingDate: '2026-03-10' };
const rent: Fields = {
  partner: 'Hausverwaltung Muster',
  purpose: 'Miete März Wohnung 4',
  amountMinor: -85_000,
  bookingDate: '2026-03-02',
};
const salary: Fields = {
  partner: 'Beispiel GmbH',
  purpose: 'Gehalt Februar',
  amountMinor: 295_000,
  bookingDate: '2026-02-27',
};
const coffee = (day: number, n: string | null): Fields => ({
  partner: 'Bäckerei Müller',
  purpose: 'Kartenzahlung',
  amountMinor: -350,
  bookingDate: `2026-03-${String(day).padStart(2, '0')}`,
  bankIds: n === null ? [] : id(n),
});

const withIds = (list: Fields[], prefix: string) =>
  list.map((each, n) => one({ ...each, bankIds: id(`${prefix}${n}`) }));
const month = [salary, rent, rewe];

export const SCENARIOS: Scenario[] = [
  {
    name: 'the same reading again',
    readings: [{ transactions: withIds(month, 'a') }, { transactions: withIds(month, 'a') }],
    truth: 3,
  },
  {
    name: 'the same again, without ids',
    readings: [{ transactions: month.map(one) }, { transactions: month.map(one) }],
    truth: 3,
  },
  {
    name: 'read again, every id renumbered',
    readings: [{ transactions: withIds(month, 'a') }, { transactions: withIds(month, 'b') }],
    truth: 3,
  },
  {
    name: 'renumbered, texts cut off and in capitals',
    readings: [
      { transactions: withIds(month, 'a') },
      {
        transactions: withIds(
          month.map((each) => ({
            ...each,
            purpose: each?.purpose?.slice(0, 12).toUpperCase(),
            partner: each?.partner?.toUpperCase(),
          })),
          'b',
        ),
      },
    ],
    truth: 3,
  },
  {
    name: 'pending, then booked with another id, two days later',
    readings: [
      { transactions: [one({ ...rewe, status: 'pending', bankIds: id('p') })] },
      { transactions: [one({ ...rewe, bankIds: id('b'), bookingDate: '2026-03-12' })] },
    ],
    truth: 1,
  },
  {
    name: 'pending, then booked in other words too',
    readings: [
      { transactions: [one({ ...rewe, status: 'pending', bankIds: id('p') })] },
      {
        transactions: [
          one({
            ...rewe,
            partner: undefined,
            purpose: 'Debitk. 12 REWE Koeln 10.03',
            bankIds: id('b'),
            bookingDate: '2026-03-12',
          }),
        ],
      },
    ],
    truth: 1,
  },
  {
    name: 'pending, then booked with a tip, under its id',
    readings: [
      { transactions: [one({ partner: 'Trattoria Roma', amountMinor: -4_000, status: 'pending', bankIds: id('p') })] },
      { transactions: [one({ partner: 'Trattoria Roma', amountMinor: -4_400, bankIds: id('p') })] },
    ],
    truth: 1,
  },
  {
    name: 'the same id twice in one reading, same content',
    readings: [{ transactions: [one({ ...rewe, bankIds: id(1) }), one({ ...rewe, bankIds: id(1) })] }],
    truth: 1,
  },
  {
    name: 'the same id twice in one reading, other content',
    readings: [{ transactions: [one({ ...rewe, bankIds: id(1) }), one({ ...rent, bankIds: id(1) })] }],
    truth: 2,
  },
  {
    name: 'an id given again a month later',
    readings: [
      { transactions: [one({ ...rewe, bankIds: id(1) })] },
      { transactions: [one({ ...rewe, bankIds: id(1), bookingDate: '2026-04-14', amountMinor: -990 })] },
    ],
    truth: 2,
  },
  {
    name: 'two identical purchases on one day, read twice',
    readings: [
      { transactions: [one(coffee(10, '1')), one(coffee(10, '2'))] },
      { transactions: [one(coffee(10, '1')), one(coffee(10, '2'))] },
    ],
    truth: 2,
  },
  {
    name: 'two identical purchases without ids, read twice',
    readings: [
      { transactions: [one(coffee(10, null)), one(coffee(10, null))] },
      { transactions: [one(coffee(10, null)), one(coffee(10, null))] },
    ],
    truth: 2,
  },
  {
    name: 'the same coffee on five days, the last three read again without ids',
    readings: [
      { transactions: [9, 10, 11, 12, 13].map((day) => one(coffee(day, null))) },
      { transactions: [11, 12, 13].map((day) => one(coffee(day, null))) },
    ],
    truth: 5,
  },
  {
    name: 'the same coffee a day later, read alone',
    readings: [{ transactions: [one(coffee(10, '1'))] }, { transactions: [one(coffee(11, '2'))] }],
    truth: 2,
  },
  {
    name: 'an export first, then the interface of the bank',
    readings: [
      {
        file: true,
        transactions: [
          one({ ...salary, partner: undefined, purpose: 'GUTSCHRIFT BEISPIEL GMBH GEHALT FEBRUAR' }),
          one({ ...rent, partner: undefined, purpose: 'DAUERAUFTRAG HAUSVERWALTUNG MUSTER MIETE MAERZ' }),
          one({ ...rewe, partner: undefined, purpose: 'KARTENZAHLUNG REWE MARKT KOELN' }),
        ],
      },
      { transactions: withIds(month, 'a') },
    ],
    truth: 3,
  },
];

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import type { IncomingTransaction, MatchableTransaction, Reading, StoredTransaction } from './match.types.ts';
import { matchTransactions } from './match-transactions.ts';

type Fields = Partial<MatchableTransaction>;

const BASE: MatchableTransaction = {
  amountMinor: -1_250,
  currency: 'EUR',
  bookingDate: '2026-03-10',
  valueDate: null,
  bookingText: null,
  purpose: null,
  partnerName: null,
  partnerIban: null,
  endToEndId: null,
  status: 'booked',
  bankIds: [],
};
const incoming = (fields: Fields): IncomingTransaction => {
  const one = { ...BASE, ...fields };
  return { ...one, fingerprint: fingerprint(one) };
};
const stored = (fields: Fields, source: StoredTransaction['source'] = 'bank', n = 0): StoredTransaction => {
  const one = incoming(fields);
  return { ...one, transactionId: `t-${n}`, fingerprints: [one.fingerprint], source };
};
const BANK: Reading = { source: 'bank', from: '2026-03-01', to: '2026-03-31' };
const FILE: Reading = { ...BANK, source: 'import' };

const match = (known: StoredTransaction[], read: IncomingTransaction[], reading = BANK) =>
  matchTransactions({ stored: known, incoming: read, reading });
/** Whether the one is taken for the other. */
const isSame = (one: StoredTransaction, other: IncomingTransaction, reading = BANK) =>
  match([one], [other], reading).known.has(0);

const rewe = { partnerName: 'REWE Markt GmbH', purpose: 'REWE SAGT DANKE 4711' };

describe('booked ones are one', () => {
  test.each<[string, Fields, Fields]>([
    ['with other blanks and another case', rewe, { ...rewe, purpose: 'Rewe  sagt danke4711' }],
    ['cut off', { purpose: 'Miete Wohnung 4 Musterstrasse' }, { purpose: 'Miete Wohnung 4 Must' }],
    ['with umlauts spelt out', { partnerName: 'Bäckerei Müller' }, { partnerName: 'BAECKEREI MUELLER' }],
    ['with a value date that moved', { ...rewe, valueDate: '2026-03-10' }, { ...rewe, valueDate: '2026-03-12' }],
    ['with the purpose told later', { ...rewe, purpose: null }, rewe],
    ['under another id', { ...rewe, bankIds: ['id:1'] }, { ...rewe, bankIds: ['id:2'] }],
    [
      'moved by a weekend, with the id',
      { ...rewe, bankIds: ['id:1'] },
      { ...rewe, bankIds: ['id:1'], bookingDate: '2026-03-12' },
    ],
    [
      'moved by a weekend, with the same value date',
      { ...rewe, valueDate: '2026-03-09' },
      { ...rewe, valueDate: '2026-03-09', bookingDate: '2026-03-12' },
    ],
  ])('%s', (_, before, now) => expect(isSame(stored(before), incoming(now))).toBe(true));

  test('when a file and the bank tell of them in different words', () => {
    const csv = { purpose: 'KARTENZAHLUNG REWE MARKT KOELN 10.03' };
    expect(isSame(stored(csv, 'import'), incoming(rewe))).toBe(true);
    expect(isSame(stored(rewe), incoming(csv), FILE)).toBe(true);
    expect(isSame(stored(csv, 'import'), incoming({ ...rewe, bookingDate: '2026-03-11' }))).toBe(false);
  });

  test('when a file has the value date where the bank has the booking date', () => {
    const csv = { ...rewe, bookingDate: '2026-03-09' };
    expect(isSame(stored(csv, 'import'), incoming({ ...rewe, valueDate: '2026-03-09' }))).toBe(true);
  });
});

describe('booked ones are two', () => {
  test.each<[string, Fields, Fields]>([
    [
      'of another amount, whatever the id',
      { ...rewe, bankIds: ['id:1'] },
      { ...rewe, bankIds: ['id:1'], amountMinor: -1_251 },
    ],
    ['of another currency', rewe, { ...rewe, currency: 'USD' }],
    [
      'of other words, under an id given again',
      { ...rewe, bankIds: ['id:1'] },
      { purpose: 'Miete', bankIds: ['id:1'] },
    ],
    [
      'to another IBAN',
      { ...rewe, partnerIban: 'DE02120300000000202051' },
      { ...rewe, partnerIban: 'DE89370400440532013000' },
    ],
    ['on another day', rewe, { ...rewe, bookingDate: '2026-03-11' }],
    [
      'weeks apart, under an id given again',
      { ...rewe, bankIds: ['id:1'] },
      { ...rewe, bankIds: ['id:1'], bookingDate: '2026-03-28' },
    ],
  ])('%s', (_, before, now) => expect(isSame(stored(before), incoming(now))).toBe(false));

  test('daily purchases, though each value date is the booking date of another', () => {
    const days = ['2026-03-09', '2026-03-10', '2026-03-11'];
    const coffee = (bookingDate: string, valueDate: string) => ({ partnerName: 'Café', bookingDate, valueDate });
    const before = [
      stored(coffee(days[0] as string, days[0] as string)),
      stored(coffee(days[1] as string, days[0] as string)),
    ];
    const now = incoming(coffee(days[2] as string, days[1] as string));
    expect(match(before, [now], { ...BANK, from: '2026-03-11' }).known.size).toBe(0);
  });

  test('instalments on the edge of a file, which may begin in the middle of a day', () => {
    const [one, two] = [{ purpose: 'Rate 1 Vertrag Muster' }, { purpose: 'Rate 2 Vertrag Muster' }];
    expect(
      isSame(stored(one, 'import'), incoming(two), { source: 'import', from: '2026-03-10', to: '2026-03-31' }),
    ).toBe(false);
  });
});

describe('within one reading', () => {
  test('the same number twice: identical content is one, different content is two', () => {
    const twice = incoming({ ...rewe, bankIds: ['id:1'] });
    const other = incoming({ ...rewe, bankIds: ['id:1'], amountMinor: -99 });
    expect(match([], [twice, twice, other]).repeated).toEqual(new Map([[1, 0]]));
    const [one, two] = ['E2E-1', 'E2E-2'].map((endToEndId) => incoming({ ...rewe, bankIds: ['id:1'], endToEndId }));
    expect(match([], [one, two] as IncomingTransaction[]).repeated.size).toBe(0);
  });

  test('the same content twice is two, without numbers or with two', () => {
    expect(match([], [incoming(rewe), incoming(rewe)]).repeated.size).toBe(0);
    const [one, two] = [incoming({ ...rewe, bankIds: ['id:1'] }), incoming({ ...rewe, bankIds: ['id:2'] })];
    expect(match([], [one, two]).repeated.size).toBe(0);
  });

  test('parts of a collective booking share its reference and stay apart', () => {
    const part = incoming({ ...rewe, bankIds: ['ref:batch-1'] });
    expect(match([], [part, part]).repeated.size).toBe(0);
  });

  test('what banks write for "no id" is none', () => {
    const one = incoming({ ...rewe, bankIds: ['id:1', 'entry:7'] });
    const two = incoming({ ...rewe, bankIds: ['id:2', 'entry:7'] });
    expect(match([], [one, two]).repeated.size, 'transaction ids go before entry references').toBe(0);
  });

  test('pending and booked under one number is one, the booked one', () => {
    const pending = incoming({ ...rewe, status: 'pending', bankIds: ['id:1'], bookingDate: '2026-03-09' });
    const booked = incoming({ ...rewe, bankIds: ['id:1'] });
    expect(match([], [pending, booked]).repeated).toEqual(new Map([[0, 1]]));
  });
});

describe('a pending one', () => {
  const pending = { ...rewe, status: 'pending' as const, bankIds: ['id:p'] };
  test.each<[string, Fields]>([
    ['under another id, days later', { bankIds: ['id:b'], bookingDate: '2026-03-13' }],
    ['in other words', { purpose: 'Karte 12 REWE Filiale 4711 Koeln', partnerName: null }],
    ['without a word', { purpose: null, partnerName: null }],
    ['with a tip, under its id', { amountMinor: -1_900, bankIds: ['id:p'] }],
    ['with a tip, at the same place', { amountMinor: -1_400, bankIds: ['id:b'] }],
  ])('is booked %s', (_, now) => expect(isSame(stored(pending), incoming({ ...rewe, ...now }))).toBe(true));

  test.each<[string, Fields]>([
    ['at another place', { partnerName: 'Aral', purpose: 'Tanken' }],
    ['for twice as much', { amountMinor: -2_500 }],
    ['in the other direction', { amountMinor: 1_250 }],
    ['weeks later', { bookingDate: '2026-03-30' }],
  ])('is not what was booked %s', (_, now) =>
    expect(isSame(stored(pending), incoming({ ...rewe, ...now }))).toBe(false),
  );

  test('is not guessed from another amount when two could be meant', () => {
    const [one, two] = [stored(pending, 'bank', 1), stored({ ...pending, bankIds: [] }, 'bank', 2)];
    expect(match([one, two], [incoming({ ...rewe, amountMinor: -1_300 })]).known.size).toBe(0);
  });

  test('gives way to what says exactly the same', () => {
    const known = [stored(pending, 'bank', 1), stored({ ...rewe, bookingDate: '2026-03-09' }, 'bank', 2)];
    const { known: found } = match(known, [incoming({ ...rewe, bookingDate: '2026-03-09' }), incoming(rewe)]);
    expect([...found]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});

/** Few amounts, words and days, so that much is alike. */
const transactions = fc.array(
  fc.record({
    amountMinor: fc.constantFrom(-100, -100, -250, 4_000),
    bookingDate: fc.constantFrom('2026-03-02', '2026-03-09', '2026-03-10', '2026-03-11', '2026-03-24'),
    purpose: fc.constantFrom(null, 'Miete März', 'Rewe sagt Danke', 'Rewe sagt', 'Rate 1', 'Rate 2'),
    partnerName: fc.constantFrom(null, 'Rewe Markt', 'Max Mustermann'),
    status: fc.constantFrom('booked' as const, 'booked' as const, 'pending' as const),
    bankIds: fc.constantFrom<string[]>([], [], ['id:1'], ['id:2'], ['id:3', 'entry:1'], ['entry:1'], ['ref:x']),
  }),
  { maxLength: 25 },
);
const read = (list: Fields[]) => list.map(incoming);
/** Stored after the first reading. */
const keep = (list: IncomingTransaction[], source: StoredTransaction['source'] = 'bank') => {
  const { repeated } = match([], list);
  return list
    .filter((_, n) => !repeated.has(n))
    .map((one, n): StoredTransaction => ({ ...one, transactionId: `t-${n}`, fingerprints: [one.fingerprint], source }));
};
const newOnes = (known: StoredTransaction[], list: IncomingTransaction[], reading = BANK) => {
  const result = match(known, list, reading);
  return list.filter((_, n) => !result.known.has(n) && !result.repeated.has(n));
};
const contentOf = (list: IncomingTransaction[]) => list.map((one) => `${one.fingerprint} ${one.amountMinor}`).sort();

describe('for any readings', () => {
  test('the same again adds nothing, in whichever order, whatever became of the ids', () => {
    fc.assert(
      fc.property(transactions, fc.infiniteStream(fc.nat()), fc.boolean(), (list, chance, renumbered) => {
        const first = read(list);
        const { repeated } = match([], first);
        const again = first
          .filter((_, n) => !renumbered || !repeated.has(n))
          .map((one) => ({ one, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }, n) => (renumbered ? { ...one, bankIds: [`id:new-${n}`] } : one));
        expect(newOnes(keep(first), again)).toEqual([]);
      }),
    );
  });

  test('what is stored and what is new make up the larger reading: an overlap adds exactly the rest', () => {
    fc.assert(
      fc.property(transactions, transactions, (list, more) => {
        const withIds = (fields: Fields[], prefix: string) =>
          fields.map((one, n) => ({ ...one, bankIds: [`id:${prefix}${n}`] }));
        const first = read(withIds(list, 'a').map((one) => ({ ...one, status: 'booked' as const })));
        const rest = read(withIds(more, 'b').map((one) => ({ ...one, status: 'booked' as const })));
        const added = newOnes(keep(first), [...first, ...rest]);
        expect(contentOf(added)).toEqual(contentOf(rest));
      }),
    );
  });

  test('each is matched with one at most, and nothing with another amount unless it was pending', () => {
    fc.assert(
      fc.property(transactions, transactions, fc.constantFrom(BANK, FILE), (list, more, reading) => {
        const known = keep(read(list), 'import');
        const now = read(more);
        const result = match(known, now, reading);
        expect(new Set(result.known.values()).size).toBe(result.known.size);
        for (const [n, m] of result.known) {
          const [one, other] = [now[n] as IncomingTransaction, known[m] as StoredTransaction];
          if (one.amountMinor !== other.amountMinor) expect(other.status).toBe('pending');
        }
      }),
    );
  });

  test('how many are new does not depend on the order of either side', () => {
    fc.assert(
      fc.property(transactions, transactions, (list, more) => {
        const [known, now] = [keep(read(list)), read(more)];
        const straight = newOnes(known, now).length;
        expect(newOnes(known.toReversed(), now).length).toBe(straight);
        expect(newOnes(known, now.toReversed()).length).toBe(straight);
      }),
    );
  });
});

test('four thousand alike on one day are matched in good time', () => {
  const alike = Array.from({ length: 4_000 }, (_, n) => ({ ...rewe, purpose: `Ticket ${n}`, bankIds: [`id:${n}`] }));
  const known = keep(read(alike));
  const changed = read(alike.map((one, n) => ({ ...one, purpose: `Anderes ${n}`, bankIds: [`id:${n + 20_000}`] })));
  const startedAt = process.cpuUsage();
  match(known, changed);
  const { user } = process.cpuUsage(startedAt);
  expect(user / 1_000).toBeLessThan(8_000);
});

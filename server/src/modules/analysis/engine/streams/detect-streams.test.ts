import { describe, expect, it } from 'vitest';
import { labelledHistories } from '../../../../../test/histories/index.ts';
import { randomHousehold } from '../../../../../test/histories/random-household.ts';
import { scoreStreams } from '../../../../../test/histories/score-streams.ts';
import { analyze } from '../analyze.ts';
import { account, booking, monthly, repeated, run } from '../bookings.testing.ts';

describe('labelled histories', () => {
  it.each(labelledHistories().map((history) => [history.name, history] as const))(
    '%s: every stream with its cadence, no false one',
    (_, history) => {
      const score = scoreStreams(analyze(history.input).contracts, history.streams);
      expect(score.lost).toEqual([]);
      expect(score.false).toEqual([]);
      expect(score.found.length).toBeGreaterThanOrEqual(5);
    },
  );

  it('holds up when nothing is categorised: nine in ten monthly and faster streams, nothing false', () => {
    let found = 0;
    let known = 0;
    for (const history of labelledHistories()) {
      const transactions = history.input.transactions.map((transaction) => ({
        ...transaction,
        merchantName: null,
        categoryId: transaction.tags.length > 0 ? transaction.categoryId : 'uncategorized',
      }));
      const frequent = history.streams.filter(({ frequency }) => !/QUARTERLY|YEARLY/.test(frequency));
      const { contracts } = analyze({ ...history.input, transactions });
      found += scoreStreams(contracts, frequent).found.length;
      known += frequent.length;
      expect(scoreStreams(contracts, history.streams).false).toEqual([]);
    }
    expect(found / known).toBeGreaterThan(0.9);
  });
});

describe('random households', () => {
  it('keep at least 99 % of their streams with the right cadence, and none is false', () => {
    const total = { found: 0, lost: 0, false: 0 };
    for (let seed = 1; seed <= 40; seed++) {
      const history = randomHousehold(seed);
      const score = scoreStreams(analyze(history.input).contracts, history.streams);
      total.found += score.found.length;
      total.lost += score.lost.length;
      total.false += score.false.length;
    }
    expect(total.found + total.lost).toBeGreaterThan(300);
    expect(total.found / (total.found + total.lost)).toBeGreaterThanOrEqual(0.99);
    expect(total.false).toBe(0);
  });
});

const landlord = { partner: { name: 'Landlord' } };
const only = (transactions: Parameters<typeof run>[0], asOf = '2026-01-01') => {
  const { contracts } = run(transactions, { asOf });
  expect(contracts).toHaveLength(1);
  return contracts[0] as (typeof contracts)[number];
};

describe('a stream', () => {
  it('needs three bookings, two if quarterly or rarer', () => {
    expect(
      run(repeated(monthly(2025, 1, 2), -9_000, 'rent', landlord), { asOf: '2025-02-20' }).contracts[0]?.status,
    ).toBe('early');
    expect(only(repeated(monthly(2025, 1, 3), -9_000, 'rent', landlord), '2025-03-20').status).toBe('active');
    expect(only(repeated(['2025-01-15', '2025-04-15'], -9_000, 'car_insurance', landlord)).frequency).toBe('QUARTERLY');
    expect(only(repeated(['2024-03-01', '2025-03-03'], -9_000, 'car_insurance', landlord)).frequency).toBe('YEARLY');
    expect(run(repeated(['2025-01-15'], -9_000, 'rent', landlord)).contracts).toEqual([]);
  });

  it('ends when its account goes on and it does not', () => {
    const rent = repeated(monthly(2025, 1, 6), -90_000, 'rent', landlord);
    const life = booking('2025-12-30', -500, 'groceries');
    expect(only([...rent, life])).toMatchObject({ status: 'ended', nextExpectedDate: null, lastDate: '2025-06-01' });
    expect(only(rent)).toMatchObject({ status: 'active', nextExpectedDate: '2025-07-01' });
    expect(only([...rent, life], '2025-06-20')).toMatchObject({ status: 'active', nextExpectedDate: '2025-07-01' });
  });

  it('tells lasting price changes, not single odd payments', () => {
    const prices = [999, 999, 999, 999, 1998, 999, 1299, 1299, 1299, 1299, 1299, 1499];
    const bookings = monthly(2025, 7).map((date, index) =>
      booking(date, -(prices[index] as number), 'tv_film', { merchantName: 'Netflix' }),
    );
    const contract = only(bookings);
    expect(contract.priceChanges).toEqual([
      { date: '2025-07-07', from: -9.99, to: -12.99 },
      { date: '2025-12-07', from: -12.99, to: -14.99 },
    ]);
    expect(contract).toMatchObject({
      name: 'Netflix',
      direction: 'expense',
      lastAmount: -14.99,
      averageAmount: -12.49,
    });
  });

  it('survives a missed, a doubled and a late payment', () => {
    const dates = [
      '2025-01-01',
      '2025-02-03',
      '2025-03-03',
      '2025-05-02',
      '2025-05-02',
      '2025-06-02',
      '2025-07-14',
      '2025-08-01',
      '2025-09-01',
    ];
    const bookings = dates.map((date, index) =>
      booking(date, -90_000, 'rent', { ...landlord, transactionId: `r${index}` }),
    );
    expect(only(bookings).transactionIDs).toHaveLength(dates.length);
  });

  it('follows the last banking day, and expects the next payment on it', () => {
    const dates = [
      '2025-05-30',
      '2025-06-30',
      '2025-07-31',
      '2025-08-29',
      '2025-09-30',
      '2025-10-31',
      '2025-11-28',
      '2025-12-31',
    ];
    const contract = only(repeated(dates, 300_000, 'salary', landlord));
    expect(contract).toMatchObject({ frequency: 'MONTHLY', nextExpectedDate: '2026-01-30' });
  });

  it('tells every second Friday from twice a month', () => {
    const fridays = Array.from({ length: 12 }, (_, index) =>
      new Date(Date.UTC(2025, 0, 3 + 14 * index)).toISOString().slice(0, 10),
    );
    expect(only(repeated(fridays, 200_000, 'salary', landlord)).frequency).toBe('BIWEEKLY');
    const halves = [
      '2025-01-15',
      '2025-01-31',
      '2025-02-14',
      '2025-02-28',
      '2025-03-14',
      '2025-03-31',
      '2025-04-15',
      '2025-04-30',
    ];
    expect(only(repeated(halves, 200_000, 'salary', landlord)).frequency).toBe('SEMI_MONTHLY');
  });

  it('parts contracts with one counterparty by price, and keeps a changed mandate and text together', () => {
    const bookings = [
      ...repeated(monthly(2025, 1), -90_000, 'rent', landlord),
      ...repeated(monthly(2025, 1), -6_000, 'rent', landlord),
    ];
    const frequencies = run(bookings).contracts.map((contract) => [contract.frequency, contract.lastAmount]);
    expect(frequencies).toEqual(
      expect.arrayContaining([
        ['MONTHLY', -900],
        ['MONTHLY', -60],
      ]),
    );
    expect(frequencies).toHaveLength(2);
    const creditor = { name: 'Telko GmbH', creditorId: 'DE98ZZZ09999999999' };
    const renamed = monthly(2025, 12).map((date, index) =>
      booking(date, -3_000, 'telephone', {
        partner: index < 5 ? creditor : { ...creditor, name: 'Telko West GmbH' },
        mandateId: index < 5 ? 'M1' : 'M2',
        purpose: index < 5 ? 'Rechnung 1' : 'Ihr Vertrag',
      }),
    );
    expect(only(renamed).transactionIDs).toHaveLength(12);
  });

  it('is not seen in irregular purchases at one shop, even of equal prices', () => {
    const days = [2, 5, 9, 11, 30, 44, 47, 61, 70, 88, 90, 121, 133, 150, 171, 177, 200, 240, 243, 260];
    const dates = days.map((day) => new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10));
    expect(run(repeated(dates, -350, 'coffee', { merchantName: 'Kaffee' })).contracts).toEqual([]);
    expect(
      run(dates.map((date, index) => booking(date, -1_000 - 131 * index, 'groceries', landlord))).contracts,
    ).toEqual([]);
  });

  it('is not seen in a few payments whose prices and gaps merely happen to fit', () => {
    const few = ['2025-07-19', '2025-08-11', '2025-10-16'].map((date, index) =>
      booking(date, index < 2 ? -1_500 : -3_000, 'telephone', landlord),
    );
    expect(run(few).contracts).toEqual([]);
    const gifts = ['2024-07-23', '2025-01-26', '2025-08-05'].map((date, index) =>
      booking(date, index < 2 ? -2_000 : -1_000, 'donation', landlord),
    );
    expect(run(gifts).contracts).toEqual([]);
    // Of seventeen top-ups those of one price fall into nearly every second month, once the rest is forgiven.
    const dates = ['2024-01-27', '2024-02-15', '2024-03-19', '2024-04-16', '2024-06-10', '2024-10-09'];
    const more = ['2025-04-18', '2025-05-14', '2025-06-14', '2025-08-10', '2025-09-16'];
    const others = ['2024-01-30', '2024-09-07', '2024-11-24', '2024-12-20', '2025-12-17'];
    const topUps = [
      ...repeated([...dates, ...more], -2_000, 'telephone', landlord),
      ...others.map((date, index) => booking(date, -1_500 * (1 + (index % 2)), 'telephone', landlord)),
    ];
    expect(run(topUps).contracts).toEqual([]);
  });

  it('stays one when the price has risen and a payment at the new price comes late', () => {
    const dates = [...monthly(2024, 22), ...monthly(2025, 22, 11), '2025-12-29'];
    const bookings = dates.map((date, index) =>
      booking(date, index < 16 ? -1_286 : -1_377, 'private_transfer_out', landlord),
    );
    const contract = only(bookings);
    expect(contract.transactionIDs).toHaveLength(24);
    expect(contract.priceChanges).toEqual([{ date: '2025-05-22', from: -12.86, to: -13.77 }]);
  });

  it('of a kind nobody recognised is seen in two payments a year apart to one account, not in two by card', () => {
    const dates = ['2024-03-15', '2025-03-17'];
    const insurer = { name: 'Gesundkasse Nord', iban: 'DE02120300000000202051' };
    const paid = { partner: insurer, purpose: 'Beitrag' };
    expect(only(repeated(dates, -21_000, 'uncategorized', paid)).frequency).toBe('YEARLY');
    const byCard = { partner: { name: insurer.name }, purpose: 'Beitrag' };
    expect(run(repeated(dates, -21_000, 'uncategorized', byCard)).contracts).toEqual([]);
    const [first, second] = dates as [string, string];
    const bookings = [booking(first, -21_000, 'uncategorized', paid), booking(second, -25_000, 'uncategorized', paid)];
    expect(run(bookings).contracts).toEqual([]);
    expect(run(repeated([...dates, '2025-06-02'], -21_000, 'uncategorized', paid)).contracts).toEqual([]);
  });

  it('takes a pending booking for its next payment, without counting it', () => {
    const rent = repeated(monthly(2025, 1), -90_000, 'rent', landlord);
    const pending = booking('2026-01-02', -90_000, 'rent', { ...landlord, status: 'pending' });
    const { contracts, contractIds } = run([pending, ...rent], { asOf: '2026-01-02' });
    expect(contracts[0]?.transactionIDs).toHaveLength(12);
    expect(contractIds).toEqual(Array.from({ length: 13 }, () => contracts[0]?.contractId));
  });

  it('keeps its id when payments are added and when another account appears', () => {
    const rent = repeated(monthly(2025, 1), -90_000, 'rent', landlord);
    const before = only(rent.slice(0, 8), '2025-09-01').contractId;
    expect(only(rent).contractId).toBe(before);
    const other = repeated(monthly(2025, 3), -90_000, 'rent', { ...landlord, accountId: 'b' });
    const { contracts } = run([...rent, ...other], { accounts: [account('a'), account('b')] });
    expect(contracts.map((contract) => contract.contractId)).toContain(before);
    expect(new Set(contracts.map((contract) => contract.contractId)).size).toBe(2);
  });

  it('goes on in another account after a change of banks, but not beside one that is still used', () => {
    const salary = { partner: { name: 'Muster AG', iban: 'DE89370400440532013000' } };
    const old = repeated(monthly(2025, 28, 6), 250_000, 'salary', salary);
    const moved = repeated(monthly(2025, 28).slice(6), 255_000, 'salary', { ...salary, accountId: 'b' });
    const contract = only([...old, ...moved]);
    expect(contract.transactionIDs).toHaveLength(12);
    expect(contract).toMatchObject({
      accountId: 'b',
      status: 'active',
      firstDate: '2025-01-28',
      lastDate: '2025-12-28',
    });
    const stillUsed = repeated(monthly(2025, 29), -700, 'groceries', { partner: { name: 'Markt' }, purpose: null });
    const { contracts } = run([...old, ...moved, ...stillUsed.filter((_, index) => index % 3 !== 1)]);
    expect(contracts.filter((one) => one.direction === 'income').map((one) => one.transactionIDs.length)).toEqual([
      6, 6,
    ]);
  });

  it('recurs in no figure when it was dismissed, and is still listed', () => {
    const rent = repeated(monthly(2025, 1), -90_000, 'rent', landlord);
    const all = run(rent);
    const { contracts, contractIds, results } = run(rent, {
      dismissedAmong: (found) => new Set(found.map(({ contractId }) => contractId)),
    });
    expect(contracts).toEqual(all.contracts);
    expect(contractIds).toEqual(all.contractIds);
    const fixedOf = ({ monthlyOverview }: { monthlyOverview: { fixedSpending: number }[] }) =>
      monthlyOverview.map(({ fixedSpending }) => fixedSpending);
    expect(fixedOf(all.results['person/household-budget'])).toContain(900);
    expect(new Set(fixedOf(results['person/household-budget']))).toEqual(new Set([0]));
    expect(results['person/spending/housing'].sources[0].frequency).toBeNull();
  });

  it('shows a standing order to an own account once, as an expense', () => {
    const own = { isInternalTransfer: true, bookingText: 'Dauerauftrag' };
    const { contracts } = run([
      ...repeated(monthly(2025, 3), -20_000, 'internal_transfer_out', { ...own, partner: { name: 'Kim' } }),
      ...repeated(monthly(2025, 3), 20_000, 'internal_transfer_in', {
        ...own,
        accountId: 'b',
        partner: { name: 'Kim' },
      }),
    ]);
    expect(contracts.map((contract) => contract.direction)).toEqual(['expense']);
  });
});

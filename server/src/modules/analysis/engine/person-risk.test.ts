import { describe, expect, it } from 'vitest';
import { account, booking, rowOf, run } from './bookings.testing.ts';

describe('returned debits', () => {
  it('count by the larger of returns and fees, account by account', () => {
    const at = (accountId: string) => ({ accountId });
    const entries = [
      booking('2025-06-03', 4_000, 'back_debit_in', at('a')),
      booking('2025-06-03', -500, 'back_debit_fee', at('a')),
      booking('2025-06-20', -501, 'back_debit_fee', at('a')),
      booking('2025-06-04', 5_000, 'back_debit_in', at('b')),
      booking('2025-07-04', 5_000, 'back_debit_in', at('b')),
    ];
    const { results } = run(entries, { accounts: [account('a'), account('b')] });
    const risk = results['person/risk/backDebit'];
    expect(rowOf(risk, '2025-06').count).toBe(3);
    expect(rowOf(risk, '2025-06').transactionIDs).toHaveLength(3);
    expect(rowOf(risk, '2025-07').count).toBe(1);
  });
});

describe('garnishment, collection and gambling', () => {
  it('count payments per month, without refunds, and sum stakes as money out', () => {
    const { results } = run([
      booking('2025-06-03', -4_000, 'garnishment'),
      booking('2025-06-04', -4_100, 'garnishment_public'),
      booking('2025-06-05', -3_000, 'debt_collection'),
      booking('2025-06-06', 3_000, 'debt_collection', { tags: ['refund'] }),
      booking('2025-06-07', -2_000, 'gambling'),
      booking('2025-06-08', -2_500, 'gambling'),
      booking('2025-06-09', 9_000, 'gambling'),
    ]);
    expect(rowOf(results['person/risk/garnishment'], '2025-06').count).toBe(2);
    expect(rowOf(results['person/risk/collection'], '2025-06').count).toBe(1);
    expect(rowOf(results['person/risk/gambling'], '2025-06')).toMatchObject({ count: 2, amount: -45 });
  });

  it('tell a month without any as 0', () => {
    const { results } = run([booking('2025-05-03', -1, 'groceries'), booking('2025-07-03', -4_000, 'garnishment')]);
    expect(results['person/risk/garnishment'].monthlyOverview.map((row: { count: number }) => row.count)).toEqual([
      1, 0, 0,
    ]);
  });
});

describe('overdraft', () => {
  const entries = [
    booking('2025-06-02', 10_000, 'salary'),
    booking('2025-06-10', -25_000, 'rent'),
    booking('2025-06-13', 3_000, 'salary'),
    booking('2025-06-13', -1_000, 'groceries'),
    booking('2025-06-16', 40_000, 'salary'),
  ];

  it('reconstructs end-of-day balances backwards from the newest one', () => {
    // After the last booking 300.00: before it −100.00, before the 13th −120.00, before the 10th 130.00.
    const { results } = run(entries, { accounts: [account('a', { balanceMinor: 30_000 })], asOf: '2025-06-17' });
    const overdraft = results['person/risk/overdraft'];
    expect(overdraft.available).toBe(true);
    expect(overdraft.accounts[0].account).toEqual({ accountId: 'a', iban: null, type: 'GIRO' });
    expect(overdraft.accounts[0].monthlyOverview).toEqual([
      {
        month: '2025-06',
        days: 6,
        overdraftDays: [
          { date: '2025-06-10', amount: -120 },
          { date: '2025-06-11', amount: -120 },
          { date: '2025-06-12', amount: -120 },
          { date: '2025-06-13', amount: -100 },
          { date: '2025-06-14', amount: -100 },
          { date: '2025-06-15', amount: -100 },
        ],
        transactionIDs: expect.arrayContaining(entries.map(({ transactionId }) => transactionId)),
      },
    ]);
  });

  it('begins below zero, not at it', () => {
    // Down to 0.00 on the 10th, and to −0.01 on the 12th.
    const down = [booking('2025-06-10', -5_000, 'rent'), booking('2025-06-12', -1, 'account_fee')];
    const { results } = run(down, { accounts: [account('a', { balanceMinor: -1 })], asOf: '2025-06-12' });
    expect(rowOf(results['person/risk/overdraft'].accounts[0], '2025-06').overdraftDays).toEqual([
      { date: '2025-06-12', amount: -0.01 },
    ]);
  });

  it('does not let pending bookings move a balance', () => {
    const pending = booking('2025-06-11', -99_000, 'rent', { status: 'pending' });
    const accounts = [account('a', { balanceMinor: 30_000 })];
    const asOf = '2025-06-17';
    expect(run([...entries, pending], { accounts, asOf }).results['person/risk/overdraft']).toEqual(
      run(entries, { accounts, asOf }).results['person/risk/overdraft'],
    );
  });

  it('takes what was booked after asOf out of the balance', () => {
    const later = booking('2025-07-20', 500_000, 'salary');
    const accounts = [account('a', { balanceMinor: 530_000 })];
    const { results } = run([...entries, later], { accounts, asOf: '2025-06-17' });
    expect(results['person/risk/overdraft'].accounts[0].monthlyOverview[0].days).toBe(6);
  });

  it('says which accounts it cannot tell, and leaves out cards and loans', () => {
    const accounts = [
      account('a', { balanceMinor: null }),
      account('card', { type: 'KREDIT_KARTE', balanceMinor: -50_000 }),
      account('loan', { type: 'DARLEHEN', balanceMinor: -9_000_000 }),
    ];
    const overdraft = run(entries, { accounts, asOf: '2025-06-17' }).results['person/risk/overdraft'];
    expect(overdraft.accounts).toEqual([]);
    expect(overdraft.accountsWithoutBalance).toEqual([{ accountId: 'a', iban: null, type: 'GIRO' }]);
  });

  it('goes on for an account that ended while others are used', () => {
    const entriesOfTwo = [...entries, booking('2025-08-29', -100, 'groceries', { accountId: 'b' })];
    const accounts = [account('a', { balanceMinor: -1_000 }), account('b', { balanceMinor: 10 })];
    const [ended] = run(entriesOfTwo, { accounts, asOf: '2025-08-30' }).results['person/risk/overdraft'].accounts;
    expect(ended.monthlyOverview.map((row: { month: string }) => row.month)).toEqual(['2025-08', '2025-07', '2025-06']);
    expect(rowOf(ended, '2025-07').days).toBe(31);
  });
});

import { describe, expect, it } from 'vitest';
import { booking, monthly, repeated, rowOf, run } from './bookings.testing.ts';

const employer = { partner: { name: 'Muster AG', iban: 'DE02100100100006820101' } };
const year = [...repeated(monthly(2025, 28), 250_000, 'salary', employer), booking('2025-01-01', -100, 'groceries')];

describe('income', () => {
  it('tells current, median and average over complete months, and the source behind them', () => {
    const raised = year.map((entry) =>
      entry.bookingDate >= '2025-11' && entry.amountMinor > 0 ? { ...entry, amountMinor: 280_000 } : entry,
    );
    const salary = run(raised).results['person/income/salary'];
    expect(salary).toMatchObject({ available: true, currency: 'EUR', current: 2800, median: 2500, average: 2550 });
    expect(salary.observedTimespan).toEqual({ from: '2025-01-01', to: '2025-12-28' });
    expect(salary.monthlyOverview).toHaveLength(12);
    expect(salary.sources).toHaveLength(1);
    expect(salary.sources[0]).toMatchObject({
      name: 'Muster AG',
      kind: 'salary',
      frequency: 'MONTHLY',
      firstDate: '2025-01-28',
      lastDate: '2025-12-28',
      nextExpectedDate: '2026-01-28',
      stability: 1,
    });
    expect(salary.sources[0].transactionIDs).toHaveLength(12);
  });

  it('counts months without the income as 0', () => {
    const salary = run(year.filter((entry) => !['2025-05-28', '2025-06-28'].includes(entry.bookingDate))).results[
      'person/income/salary'
    ];
    expect(rowOf(salary, '2025-05')).toEqual({ month: '2025-05', amount: 0, transactionIDs: [] });
    expect(salary.average).toBe(2083.33);
  });

  it('leaves out refunds, returned debits, own transfers and single gifts', () => {
    const others = [
      booking('2025-06-03', 5_000, 'private_transfer_in', { partner: { name: 'Oma' } }),
      booking('2025-06-04', 3_000, 'clothing', { tags: ['refund'] }),
      booking('2025-06-05', 4_000, 'back_debit_in'),
      booking('2025-06-06', 90_000, 'internal_transfer_in', { isInternalTransfer: true }),
      booking('2025-06-07', 2_000, 'salary', { tags: ['refund'] }),
    ];
    const { results } = run([...year, ...others]);
    const total = Object.entries(results)
      .filter(([name]) => name.startsWith('person/income/'))
      .map(([, module]) => rowOf(module, '2025-06').amount)
      .reduce((a, b) => a + b, 0);
    expect(total).toBe(2500);
  });

  it('takes support from the family as income once it recurs', () => {
    const support = repeated(monthly(2025, 2), 20_000, 'private_transfer_in', { partner: { name: 'Petra Muster' } });
    const { results } = run([...year, ...support]);
    expect(results['person/income/other'].current).toBe(200);
    expect(run([...year, support[3] as (typeof year)[0]]).results['person/income/other'].available).toBe(false);
  });

  it('ignores what is pending and what lies after asOf', () => {
    const pending = booking('2025-06-30', 99_900, 'salary', { ...employer, status: 'pending' });
    const { results } = run([...year, pending], { asOf: '2025-07-15' });
    expect(results['person/income/salary'].monthlyOverview[0]).toMatchObject({ month: '2025-06', amount: 2500 });
    expect(results['person/income/salary'].current).toBe(2500);
  });

  it('says that there is no complete month rather than 0', () => {
    const salary = run([booking('2025-06-10', 250_000, 'salary', employer)], { asOf: '2025-06-15' }).results[
      'person/income/salary'
    ];
    expect(salary).toMatchObject({ available: true, current: null, median: null, average: null });
    expect(salary.monthlyOverview).toEqual([
      { month: '2025-06', amount: 2500, transactionIDs: [salary.sources[0].transactionIDs[0]] },
    ]);
  });

  it('answers without any data', () => {
    const { contracts, results } = run([], { accounts: [] });
    expect(contracts).toEqual([]);
    expect(results['person/income/salary']).toEqual({
      available: false,
      currency: null,
      current: null,
      median: null,
      average: null,
      sources: [],
      monthlyOverview: [],
      observedTimespan: { from: null, to: null },
    });
  });
});

describe('several currencies', () => {
  it('tells figures in the currency of most bookings and contracts in all', () => {
    const dollars = repeated(monthly(2025, 5), -1_000_000, 'rent', { currency: 'USD', partner: { name: 'Landlord' } });
    const { contracts, results } = run([...year, ...dollars.slice(0, 10)]);
    expect(results['person/spending/housing']).toMatchObject({ available: false, currency: 'EUR' });
    expect(contracts.map((contract) => contract.currency).sort()).toEqual(['EUR', 'USD']);
  });

  it('keeps currencies without minor units whole', () => {
    const yen = repeated(monthly(2025, 20), 310_000, 'salary', { currency: 'JPY' });
    expect(run(yen).results['person/income/salary']).toMatchObject({ currency: 'JPY', median: 310_000 });
  });
});

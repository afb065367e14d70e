import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../test/histories/random.ts';
import { account, booking, monthly, run } from './bookings.testing.ts';
import type { CategorizedTransaction } from './engine.types.ts';

/** Two years of a company whose customers pay irregularly, by a seed. */
function simulate(seed: number): CategorizedTransaction[] {
  const random = createRandom(seed);
  const transactions: CategorizedTransaction[] = [];
  for (const year of [2024, 2025]) {
    for (const date of monthly(year, 3)) {
      transactions.push(booking(date, -220_000, 'rent', { partner: { name: 'Halle GbR' } }));
    }
    for (const first of monthly(year, 1)) {
      for (let index = random.integer(2, 7); index > 0; index--) {
        const date = `${first.slice(0, 8)}${String(random.integer(1, 28)).padStart(2, '0')}`;
        const amount = random.integer(40_000, 260_000);
        const isRevenue = random.next() < 0.6;
        transactions.push(
          booking(date, isRevenue ? amount : -amount, isRevenue ? 'revenue' : 'supplier_payment', {
            transactionId: `${seed}/${transactions.length}`,
            partner: { name: `Partner ${random.integer(1, 30)}` },
          }),
        );
      }
    }
  }
  return transactions;
}

describe('forecast', () => {
  it('has an interval that holds about as often as it says, on months it has not seen', () => {
    let held = 0;
    let months = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const transactions = simulate(seed);
      const input = { userType: 'company' as const, accounts: [account('a', { balanceMinor: null })] };
      const { forecast } = run(
        transactions.filter(({ bookingDate }) => bookingDate < '2025-10'),
        { ...input, asOf: '2025-10-01' },
      ).results['company/cashflow'];
      const { monthlyOverview } = run(transactions, input).results['company/cashflow'];
      for (const { month, interval } of forecast) {
        const actual = monthlyOverview.find((row: { month: string }) => row.month === month).net;
        if (actual >= interval.low && actual <= interval.high) held++;
        months++;
      }
    }
    expect(months).toBe(180);
    expect(held / months).toBeGreaterThan(0.74);
    expect(held / months).toBeLessThan(0.95);
  });

  it('counts in the month that has begun what is booked and what is still due', () => {
    const rent = { partner: { name: 'Halle GbR' } };
    const lease = { partner: { name: 'Leasing GmbH' } };
    const transactions = monthly(2025, 2, 6).flatMap((date) => [
      booking(date, -100_000, 'rent', rent),
      booking(`${date.slice(0, 8)}28`, -30_000, 'leasing', lease),
    ]);
    transactions.push(booking('2025-07-02', -100_000, 'rent', rent));
    const { forecast } = run(transactions, { userType: 'company', asOf: '2025-07-10' }).results['company/cashflow'];
    expect(forecast[2]).toMatchObject({ month: '2025-07', outflow: 1300, net: -1300 });
  });
});

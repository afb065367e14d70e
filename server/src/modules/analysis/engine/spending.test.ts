import { describe, expect, it } from 'vitest';
import { booking, rowOf, run } from './bookings.testing.ts';

const frame = [booking('2025-05-01', -1_000, 'groceries'), booking('2025-07-31', -1_000, 'groceries')];

describe('spending', () => {
  it('is positive, and refunds lower the module of what was bought', () => {
    const { results } = run([
      ...frame,
      booking('2025-06-03', -12_000, 'clothing'),
      booking('2025-06-10', 4_500, 'clothing', { tags: ['refund'] }),
    ]);
    const other = results['person/spending/other'];
    expect(rowOf(other, '2025-06').amount).toBe(75);
    expect(rowOf(other, '2025-06').transactionIDs).toHaveLength(2);
  });

  it('takes back the spending of a debit that was returned', () => {
    const debit = { partner: { name: 'Stadtwerke', iban: 'DE44' } };
    const { results } = run([
      ...frame,
      booking('2025-06-03', -8_000, 'electricity_gas', debit),
      booking('2025-06-05', 8_000, 'back_debit_in', debit),
      booking('2025-06-20', -8_000, 'electricity_gas', debit),
    ]);
    expect(rowOf(results['person/spending/utilities'], '2025-06').amount).toBe(80);
  });

  it('does not take money of unknown kind for a refund', () => {
    const { results } = run([...frame, booking('2025-06-03', 50_000, 'uncategorized')]);
    expect(rowOf(results['person/spending/other'], '2025-06').amount).toBe(0);
  });

  it('adds up in the household budget', () => {
    const { results } = run([
      ...frame,
      booking('2025-06-01', 300_000, 'salary'),
      booking('2025-06-02', -90_000, 'rent'),
      booking('2025-06-03', -30_000, 'savings_out'),
      booking('2025-06-04', -20_000, 'internal_transfer_out', { isInternalTransfer: true }),
    ]);
    expect(rowOf(results['person/household-budget'], '2025-06')).toMatchObject({
      income: 3000,
      spending: 1200,
      balance: 1800,
    });
    expect(rowOf(results['person/household-budget'], '2025-05')).toMatchObject({
      income: 0,
      spending: 10,
      balance: -10,
    });
  });
});

import { expect, test } from 'vitest';
import { bulkTransactions } from './data.ts';

test('makes as many transactions as asked for, distinct and in order', () => {
  for (const count of [0, 1, 10, 5_000]) {
    const transactions = bulkTransactions(count, 1);
    expect(transactions).toHaveLength(count);
    expect(new Set(transactions.map(({ transactionId }) => transactionId)).size).toBe(count);
    expect(new Set(transactions.map(({ purpose }) => purpose)).size).toBe(count);
    const days = transactions.map(({ bookingDate }) => bookingDate);
    expect(days).toEqual(days.toSorted());
  }
});

test('depends on the seed alone', () => {
  expect(bulkTransactions(500, 7)).toEqual(bulkTransactions(500, 7));
  expect(bulkTransactions(500, 7)).not.toEqual(bulkTransactions(500, 8));
});

test('has payments that come back every month', () => {
  const byMandate = Map.groupBy(
    bulkTransactions(2_000, 1).filter(({ mandateId }) => mandateId),
    ({ mandateId }) => mandateId,
  );
  const monthly = [...byMandate.values()].filter((list) => list.length === 24);
  expect(monthly.length).toBeGreaterThan(10);
  for (const list of monthly) {
    expect(new Set(list.map(({ amount }) => amount)).size).toBe(1);
    expect(new Set(list.map(({ bookingDate }) => bookingDate.slice(0, 7))).size).toBe(24);
  }
});

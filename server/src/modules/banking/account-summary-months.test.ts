import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumAccountMonths } from './account-summary-months.ts';
import type { Account, Transaction } from './banking.types.ts';

const account: Account = {
  accountId: 'giro',
  accountNumber: '532013000',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  bankCode: '37040044',
  bankName: 'Commerzbank',
  name: null,
  owner: 'Erika Mustermann',
  type: 'GIRO',
  currency: 'EUR',
  balanceMinor: 100_00,
  overdraftLimitMinor: null,
};

let serial = 0;
function booking(bookingDate: string, amountMinor: number, more: Partial<Transaction> = {}): Transaction {
  serial += 1;
  return {
    transactionId: `t${serial}`,
    accountId: 'giro',
    amountMinor,
    currency: 'EUR',
    bookingDate,
    valueDate: null,
    bookingText: null,
    purpose: null,
    merchantCategoryCode: null,
    paymentPartner: null,
    endToEndId: null,
    mandateId: null,
    purposeCode: null,
    bankTransactionCode: null,
    status: 'booked',
    ...more,
  };
}

test('sums each month and walks the balance back from the newest booking', () => {
  const months = sumAccountMonths(account, [
    booking('2025-11-30', 50_00),
    booking('2026-01-02', -20_00),
    booking('2026-01-31', 5_00),
    booking('2026-02-01', -1),
  ]);
  expect(months).toEqual([
    { month: '2026-02', inflowMinor: 0, outflowMinor: 1, netMinor: -1, endBalanceMinor: 100_00 },
    { month: '2026-01', inflowMinor: 5_00, outflowMinor: 20_00, netMinor: -15_00, endBalanceMinor: 100_01 },
    { month: '2025-12', inflowMinor: 0, outflowMinor: 0, netMinor: 0, endBalanceMinor: 115_01 },
    { month: '2025-11', inflowMinor: 50_00, outflowMinor: 0, netMinor: 50_00, endBalanceMinor: 115_01 },
  ]);
});

test('leaves out what the balance does not contain: pending bookings and other currencies', () => {
  const months = sumAccountMonths(account, [
    booking('2026-02-01', 10_00),
    booking('2026-02-02', -7_00, { status: 'pending' }),
    booking('2026-03-02', 900, { currency: 'USD' }),
  ]);
  expect(months).toEqual([
    { month: '2026-02', inflowMinor: 10_00, outflowMinor: 0, netMinor: 10_00, endBalanceMinor: 100_00 },
  ]);
});

test('knows no balance when the account has none, and no months without bookings', () => {
  const months = sumAccountMonths({ ...account, balanceMinor: null }, [booking('2026-02-01', 10_00)]);
  expect(months[0]?.endBalanceMinor).toBeNull();
  expect(sumAccountMonths(account, [])).toEqual([]);
});

test('each month starts where the one before ended, whatever the order of the bookings', () => {
  const day = fc
    .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
  const bookings = fc.array(fc.tuple(day, fc.integer({ min: -1e7, max: 1e7 })), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(bookings, (list) => {
      const months = sumAccountMonths(
        account,
        list.map(([date, amount]) => booking(date, amount)),
      );
      expect(months.reduce((sum, month) => sum + month.netMinor, 0)).toBe(list.reduce((sum, [, a]) => sum + a, 0));
      expect(months[0]?.endBalanceMinor).toBe(account.balanceMinor);
      months.slice(1).forEach((older, index) => {
        const newer = months[index];
        expect(older.month < (newer?.month ?? '')).toBe(true);
        expect((newer?.endBalanceMinor ?? Number.NaN) - (newer?.netMinor ?? 0)).toBe(older.endBalanceMinor);
      });
    }),
  );
});

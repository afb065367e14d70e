import { expect, test } from 'vitest';
import { convertPlaidUser } from './convert-plaid.ts';

const user = {
  override_accounts: [
    {
      type: 'depository',
      subtype: 'checking',
      starting_balance: 812.5,
      meta: { name: 'Everyday' },
      numbers: { account: '000111222', ach_routing: '011401533' },
      identity: { names: ['Ada Example', 'Bob Example'] },
      transactions: [
        {
          date_transacted: '2026-03-30',
          date_posted: '2026-03-31',
          amount: -2100.1,
          description: 'ACME WAGES',
          currency: 'USD',
        },
        {
          date_transacted: '2026-03-02',
          date_posted: '2026-03-02',
          amount: 42.35,
          description: 'Corner Shop',
          currency: 'USD',
        },
        {
          date_transacted: '2026-03-02',
          date_posted: '2026-03-02',
          amount: 42.35,
          description: 'Corner Shop',
          currency: 'USD',
        },
        { date_transacted: '2026-03-05', date_posted: '2026-03-05', amount: 0, description: 'Card check' },
      ],
    },
    { type: 'loan', subtype: 'student', starting_balance: 9000, currency: 'CAD' },
    { type: 'credit', subtype: 'credit card', starting_balance: 0 },
    { type: 'depository', subtype: 'savings' },
    { type: 'payroll', subtype: 'payroll' },
  ],
};

test('turns the sign, takes the posting date, sorts by it, and keeps equal purchases apart', () => {
  const [account] = convertPlaidUser(user, { idPrefix: 'ada' }).accounts;
  expect(account).toEqual({
    accountId: 'ada-1',
    accountNumber: '000111222',
    bankCode: '011401533',
    name: 'Everyday',
    owner: 'Ada Example',
    type: 'GIRO',
    currency: 'USD',
    balance: 812.5,
    transactions: [
      ['ada-1-0002', -42.35, '2026-03-02', '2026-03-02', 'Corner Shop'],
      ['ada-1-0003', -42.35, '2026-03-02', '2026-03-02', 'Corner Shop'],
      ['ada-1-0004', 0, '2026-03-05', '2026-03-05', 'Card check'],
      ['ada-1-0001', 2100.1, '2026-03-31', '2026-03-30', 'ACME WAGES'],
    ].map(([transactionId, amount, bookingDate, valueDate, purpose]) => ({
      transactionId,
      amount,
      currency: 'USD',
      bookingDate,
      valueDate,
      purpose,
    })),
  });
});

test('maps the kinds of account; a debt is negative and an unknown balance is left out', () => {
  const accounts = convertPlaidUser(user, { idPrefix: 'ada' }).accounts;
  expect(accounts.map(({ type, balance, currency }) => ({ type, balance, currency }))).toEqual([
    { type: 'GIRO', balance: 812.5, currency: 'USD' },
    { type: 'DARLEHEN', balance: -9000, currency: 'CAD' },
    { type: 'KREDIT_KARTE', balance: 0, currency: 'USD' },
    { type: 'SPARKONTO', balance: undefined, currency: 'USD' },
    { type: 'SONSTIGE', balance: undefined, currency: 'USD' },
  ]);
  expect('balance' in (accounts[3] ?? {})).toBe(false);
});

test('is the same every time', () => {
  expect(convertPlaidUser(user, { idPrefix: 'ada' })).toEqual(convertPlaidUser(user, { idPrefix: 'ada' }));
});

test('says where a file is wrong', () => {
  const broken = (transaction: object) => ({
    override_accounts: [{ type: 'depository', transactions: [transaction] }],
  });
  const good = { date_transacted: '2026-03-02', date_posted: '2026-03-02', amount: 1, description: 'x' };
  expect(() => convertPlaidUser({}, { idPrefix: 'x' })).toThrow(/^override_accounts: an array is missing/);
  expect(() => convertPlaidUser(null, { idPrefix: 'x' })).toThrow(/^override_accounts/);
  expect(() => convertPlaidUser(broken({ ...good, date_posted: 'May 3' }), { idPrefix: 'x' })).toThrow(
    /^override_accounts\[0\]\.transactions\[0\]\.date_posted: "May 3"/,
  );
  expect(() => convertPlaidUser(broken({ ...good, amount: '12' }), { idPrefix: 'x' })).toThrow(
    /\.amount: "12" is no number/,
  );
});

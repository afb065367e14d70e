import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireUser } from '#modules/users/index.ts';
import { createUser, upload } from '../../../../test/harness/bank-data.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../../test/harness/test-kontor.ts';
import type { Transaction } from '../banking.types.ts';
import { listUserAccounts } from '../list-user-accounts.ts';
import { transactionsOfUser } from '../transactions.queries.ts';
import { statementParts, type TestStatement } from './statements.testing.ts';
import { type StatementSource, storeStatements } from './store-statements.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

const IMPORT = { kind: 'import' } as const;
const BANK = { kind: 'bank', from: '2026-03-01', to: '2026-03-31' } as const;

async function newUser() {
  const path = await createUser(workspace.api);
  const userId = path.slice('/users/'.length);
  const store = (source: StatementSource, ...statements: TestStatement[]) =>
    workspace.run((ctx) => storeStatements(ctx, userId, source, statementParts(...statements)));
  const transactions = async () =>
    (await workspace.api.get(`${path}/banking/transactions?sort=bookingDate`)).body.transactions;
  const accounts = async () => (await workspace.api.get(`${path}/banking/accounts`)).body.accounts;
  return { path, userId, store, transactions, accounts };
}

const rewe = { partner: 'REWE Markt GmbH', purpose: 'REWE SAGT DANKE 4711' };
const salary = { amountMinor: 295_000, partner: 'Beispiel GmbH', purpose: 'Gehalt März', bookingDate: '2026-03-28' };

describe('transactions', () => {
  test('two identical purchases stay two, and the same statement again adds nothing', async () => {
    const { store, transactions } = await newUser();
    const statement = { transactions: [rewe, rewe, salary] };
    expect(await store(IMPORT, statement)).toMatchObject({ imported: 3, duplicates: 0, updated: 0, removed: 0 });
    const before = await transactions();
    expect(await store(IMPORT, statement)).toMatchObject({ imported: 0, duplicates: 3, updated: 0, removed: 0 });
    expect(await transactions()).toEqual(before);
    expect(await store(IMPORT, { transactions: [rewe, rewe, rewe] })).toMatchObject({ imported: 1, duplicates: 2 });
  });

  test('an overlapping period adds only what is new, whatever the bank did to ids and texts', async () => {
    const { store } = await newUser();
    await store(BANK, {
      transactions: [
        { ...rewe, bankIds: ['id:1'] },
        { ...salary, bankIds: ['id:2'] },
      ],
    });
    const again = [
      { ...rewe, bankIds: ['id:77'], purpose: 'Rewe sagt  Danke 47', valueDate: '2026-03-12' },
      { ...salary, bankIds: ['id:1'], partner: 'BEISPIEL GMBH' },
      { ...rewe, bookingDate: '2026-03-30', bankIds: ['id:78'] },
    ];
    expect(await store(BANK, { transactions: again })).toMatchObject({ imported: 1, duplicates: 2, updated: 0 });
  });

  test('the same number twice in one reading: identical content is one, different content is two', async () => {
    const { store } = await newUser();
    const twice = { ...rewe, bankIds: ['id:1'] };
    const other = { ...salary, bankIds: ['id:1'] };
    expect(await store(BANK, { transactions: [twice, twice, other] })).toMatchObject({ imported: 2, duplicates: 1 });
  });

  test('a pending one is booked under another id, on another day, in other words, and keeps its own id', async () => {
    const { store, transactions } = await newUser();
    await store(BANK, { transactions: [{ ...rewe, status: 'pending', bankIds: ['id:p'] }] });
    const [{ transactionId }] = await transactions();
    const booked = { ...rewe, bankIds: ['id:b'], bookingDate: '2026-03-12', purpose: 'Karte 12 REWE Filiale 4711' };
    expect(await store(BANK, { transactions: [booked] })).toMatchObject({ imported: 0, updated: 1, removed: 0 });
    const after = await transactions();
    expect(after).toMatchObject([{ transactionId, status: 'booked', bookingDate: '2026-03-12' }]);
    expect(after).toHaveLength(1);
    const stale = { ...rewe, status: 'pending' as const, bankIds: ['id:p'] };
    expect(await store(BANK, { transactions: [booked, stale] })).toMatchObject({
      imported: 0,
      duplicates: 2,
      updated: 0,
    });
  });

  test('a pending one that vanishes is dropped, one that the reading does not speak of stays', async () => {
    const { store, transactions } = await newUser();
    const pending = { status: 'pending' as const, ...rewe };
    await store(
      { ...BANK, from: '2026-02-01' },
      {
        transactions: [pending, { ...pending, bookingDate: '2026-02-10' }],
      },
    );
    expect(await store(BANK, { transactions: [salary] })).toMatchObject({ imported: 1, removed: 1 });
    expect(await transactions()).toMatchObject([{ bookingDate: '2026-02-10' }, { bookingDate: '2026-03-28' }]);
  });

  test('a file and then the bank itself tell of the same: nothing doubles, the words of the bank stay', async () => {
    const { store, transactions, accounts } = await newUser();
    const csv = [
      { bookingDate: '2026-03-10', purpose: 'KARTENZAHLUNG REWE MARKT KOELN 10.03' },
      { bookingDate: '2026-03-10', purpose: 'KARTENZAHLUNG REWE MARKT KOELN 10.03' },
      { ...salary, partner: undefined, purpose: 'GUTSCHRIFT BEISPIEL GMBH GEHALT' },
    ];
    const fromBank = { transactions: [rewe, rewe, { ...salary, iban: 'DE02120300000000202051' }] };
    expect(await store(IMPORT, { transactions: csv })).toMatchObject({ imported: 3 });
    expect(await store(BANK, fromBank)).toMatchObject({ imported: 0, updated: 3, accounts: [{ status: 'existing' }] });
    expect(await transactions()).toMatchObject([
      { purpose: rewe.purpose },
      {},
      { paymentPartner: { iban: 'DE02120300000000202051' } },
    ]);
    expect(await store(IMPORT, { transactions: csv })).toMatchObject({ imported: 0, duplicates: 3, updated: 0 });
    expect(await store(BANK, fromBank)).toMatchObject({ imported: 0, duplicates: 3, updated: 0 });
    expect(await accounts()).toHaveLength(1);
  });

  test('ids come from the content: another user gets others, the same statement the same', async () => {
    const { store, transactions, path } = await newUser();
    await store(IMPORT, { transactions: [rewe, rewe, salary] });
    const before = await transactions();
    const [{ accountId }] = (await workspace.api.get(`${path}/banking/accounts`)).body.accounts;
    await workspace.api.delete(`${path}/banking/accounts/${accountId}`);
    await store(IMPORT, { transactions: [salary, rewe, rewe] });
    expect(await transactions()).toEqual(before);
  });
});

const uploaded = { accountId: 'mine', accountNumber: null, iban: 'DE89370400440532013000', currency: 'EUR' };

describe('accounts', () => {
  test('the same IBAN, or bank code and number, is the same account; another currency is another', async () => {
    const { store, accounts } = await newUser();
    await store(IMPORT, { transactions: [rewe] });
    const german = { iban: null, bankCode: '37040044', accountNumber: '532013000' };
    expect(await store(IMPORT, { account: german, transactions: [rewe] })).toMatchObject({
      imported: 0,
      duplicates: 1,
    });
    expect(await store(BANK, { account: { iban: 'de89 3704 0044 0532 0130 00', resourceId: 'r-2' } })).toMatchObject({
      accounts: [{ status: 'existing' }],
    });
    expect(await store(BANK, { account: { currency: 'USD' } })).toMatchObject({ accounts: [{ status: 'created' }] });
    expect(await accounts()).toHaveLength(2);
  });

  test('a bank does not write into what was uploaded, a file does', async () => {
    const { path, store, accounts } = await newUser();
    await upload(workspace.api, path, { ...uploaded, transactions: [] });
    expect(await store(IMPORT, { transactions: [rewe] })).toMatchObject({ accounts: [{ accountId: 'mine' }] });
    await store(BANK, { transactions: [rewe] });
    expect(await accounts()).toHaveLength(2);
  });

  test('for the analysis an uploaded account and that of the bank are one: before the first booking of the bank, what was uploaded', async () => {
    const { path, userId, store } = await newUser();
    const days = ['2026-01-10', '2026-03-10', '2026-03-28'];
    const transactions = days.map((bookingDate, n) => ({ transactionId: `u-${n}`, amount: -5, bookingDate }));
    await upload(workspace.api, path, { ...uploaded, transactions });
    const read = () =>
      workspace.run(async (ctx) => {
        const { userKey } = await requireUser(ctx, userId);
        const found: Transaction[] = [];
        for await (const batch of transactionsOfUser(ctx.session, userKey)) found.push(...batch);
        return { accounts: await listUserAccounts(ctx.session, userKey), transactions: found };
      });
    expect((await read()).transactions).toHaveLength(3);
    const { accounts } = await store(BANK, { transactions: [rewe, salary] });
    const accountId = accounts[0]?.accountId;
    const seen = await read();
    expect(seen.accounts).toMatchObject([{ accountId }]);
    expect(seen.transactions.map(({ bookingDate }) => bookingDate)).toEqual(days);
    expect(seen.transactions).toMatchObject([{ transactionId: 'u-0', accountId }, { accountId }, { accountId }]);
  });

  test('a file that names no account needs accountId', async () => {
    const { userId } = await newUser();
    const parts = () => statementParts({ account: { iban: null }, transactions: [rewe] });
    const run = (options: { accountId?: string }) =>
      workspace.run((ctx) => storeStatements(ctx, userId, IMPORT, parts(), options));
    await expect(run({})).rejects.toThrow('accountId');
    expect(await run({ accountId: 'paypal' })).toMatchObject({
      accounts: [{ accountId: 'paypal', status: 'created' }],
    });
    expect(await run({ accountId: 'paypal' })).toMatchObject({ imported: 0, duplicates: 1 });
  });
});

describe('balances', () => {
  const opening = (amountMinor: number, date: string) => ({ kind: 'opening' as const, amountMinor, date });
  const closing = (amountMinor: number, date: string) => ({ kind: 'closing' as const, amountMinor, date });

  test('balances that agree with the transactions leave no gap, and the account shows the newest', async () => {
    const { store, accounts } = await newUser();
    const march = { balances: [opening(10_000, '2026-03-01'), closing(8_750, '2026-03-31')], transactions: [rewe] };
    expect(await store(IMPORT, march)).toMatchObject({ accounts: [{ balanceGap: null }] });
    const february = { balances: [opening(0, '2026-02-01'), closing(10_000, '2026-02-28')] };
    expect(await store(IMPORT, february)).toMatchObject({
      accounts: [{ balanceGap: { since: '2026-01-31', until: '2026-02-28', differenceMinor: 10_000 } }],
    });
    expect(await accounts()).toMatchObject([{ balance: 87.5 }]);
  });

  test('a gap is named with its days, until the missing transactions come', async () => {
    const { store } = await newUser();
    const balances = [opening(10_000, '2026-03-01'), closing(303_750, '2026-03-31')];
    const { accounts } = await store(IMPORT, { balances, transactions: [rewe] });
    expect(accounts[0]?.balanceGap).toEqual({
      since: '2026-02-28',
      until: '2026-03-31',
      expectedMinor: 303_750,
      foundMinor: 8_750,
      differenceMinor: 295_000,
    });
    expect(await store(IMPORT, { transactions: [salary] })).toMatchObject({ accounts: [{ balanceGap: null }] });
  });
});

test('a part that can not be read stores nothing', async () => {
  const { userId, accounts } = await newUser();
  async function* parts() {
    yield* statementParts({ transactions: [rewe] });
    throw new Error('cut off');
  }
  await expect(workspace.run((ctx) => storeStatements(ctx, userId, IMPORT, parts()))).rejects.toThrow('cut off');
  expect(await accounts()).toEqual([]);
});

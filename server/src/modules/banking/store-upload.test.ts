import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { account, createUser as createUserOf, transaction } from '../../../test/harness/bank-data.ts';
import { adminQuery } from '../../../test/harness/databases.ts';
import { startTestKontor, type TestKontor } from '../../../test/harness/test-kontor.ts';
import { storeUpload } from './store-upload.ts';
import { receiveUpload } from './upload/read-upload.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

async function upload(ctx: Context, transactions: object[]): Promise<string> {
  const { userId } = await createUser(ctx, { type: 'person', automaticAnalysis: 'suspended' });
  const body = Readable.from([
    Buffer.from(JSON.stringify({ accounts: [account(transactions, { accountId: 'giro' })] })),
  ]);
  await storeUpload(ctx, userId, await receiveUpload(body, { shape: 'accounts' }));
  return userId;
}

test('two uploads of one transaction stay apart', async () => {
  const { api, run } = await kontor.createWorkspace();
  const [first, second, none] = await run(async (ctx) => [
    await upload(ctx, [transaction({ transactionId: 'first-1' }), transaction({ transactionId: 'first-2' })]),
    await upload(ctx, [transaction({ transactionId: 'second-1' })]),
    await upload(ctx, []),
  ]);
  const idsOf = async (userId: string | undefined) => {
    const { body } = await api.get(`/users/${userId}/banking/accounts/giro/transactions`);
    return body.transactions.map((stored: { transactionId: string }) => stored.transactionId).sort();
  };
  expect(await idsOf(first)).toEqual(['first-1', 'first-2']);
  expect(await idsOf(second)).toEqual(['second-1']);
  expect(await idsOf(none)).toEqual([]);
});

describe('the first upload of a user, longer than what is inserted at once', () => {
  /** Some megabytes of rows; the third account says its currency only behind its transactions. */
  const manyRows = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) =>
      transaction({ transactionId: `${name}-${n}`, bookingDate: `2026-0${1 + (n % 9)}-11`, purpose: 'x'.repeat(250) }),
    );
  const body = () => ({
    accounts: [
      account(manyRows('giro', 6_000), { accountId: 'giro' }),
      { ...account(undefined, { accountId: 'yen', balance: 100 }), transactions: [], currency: 'JPY' },
      { accountId: 'card', accountNumber: '42', balance: 1, transactions: manyRows('card', 5_000), currency: 'USD' },
      account(manyRows('savings', 3_000), { accountId: 'savings' }),
    ],
  });
  const countsOf = async (user: string) => {
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `select a.account_id as account, t.currency, count(*)::int, count(distinct t.transaction_id)::int as ids
         from users u join transactions t using (user_key) left join accounts a using (account_key)
        where u.user_id = $1 group by 1, 2 order by 1`,
      [user.replace('/users/', '')],
    );
    return rows;
  };

  test('puts every transaction where it belongs', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUserOf(api);
    const answer = await api.post(`${user}/banking/accounts`, body());
    expect(answer.status, answer.text).toBe(201);
    const { accounts, added, updated, skipped, removed } = answer.body;
    expect({ added, updated, skipped, removed }).toEqual({ added: 14_000, updated: 0, skipped: 0, removed: 0 });
    expect(accounts).toEqual(['giro', 'yen', 'card', 'savings'].map((accountId) => ({ accountId, status: 'created' })));
    expect(await countsOf(user)).toEqual([
      { account: 'card', currency: 'USD', count: 5_000, ids: 5_000 },
      { account: 'giro', currency: 'EUR', count: 6_000, ids: 6_000 },
      { account: 'savings', currency: 'EUR', count: 3_000, ids: 3_000 },
    ]);
    const again = await api.post(`${user}/banking/accounts`, body());
    expect(again.body).toMatchObject({ added: 0, updated: 0, skipped: 14_000, removed: 0 });
    expect(await countsOf(user)).toHaveLength(3);
  });

  test('leaves nothing when its end is wrong', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUserOf(api);
    const wrong = body();
    wrong.accounts.push(account([transaction({ transactionId: 'giro-17' })], { accountId: 'twin' }));
    const answer = await api.post(`${user}/banking/accounts`, wrong);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      {
        path: '/accounts/4/transactions/0/transactionId',
        message: '"giro-17" already stands at /accounts/0/transactions/17',
      },
    ]);
    expect(await countsOf(user)).toEqual([]);
    expect((await api.get(`${user}/banking/accounts`)).body.accounts).toEqual([]);
  });
});

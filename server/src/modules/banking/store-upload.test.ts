import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { account, transaction } from '../../../test/harness/bank-data.ts';
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

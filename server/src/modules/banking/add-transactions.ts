import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { selectAccount } from './accounts.queries.ts';
import { announceChange } from './announce-change.ts';
import { noSuchAccount } from './banking.errors.ts';
import { requireUploaded } from './require-uploaded.ts';
import { storeStaged } from './store-upload.ts';
import type { ReceivedUpload } from './upload/read-upload.ts';
import { stageTransactions } from './upload.queries.ts';

/** Adds transactions to an account; those whose id the account has already are skipped. */
export async function addTransactions(ctx: Context, userId: string, accountId: string, upload: ReceivedUpload) {
  const user = await lockUser(ctx, userId);
  const account = await selectAccount(ctx.session, user.userKey, accountId);
  if (!account) throw noSuchAccount();
  requireUploaded(account);
  const staged = {
    userKey: user.userKey,
    workspaceId: ctx.workspaceId,
    accountKeys: [account.accountKey],
    paths: [''],
  };
  await stageTransactions(ctx.session, upload.rows());
  const { added, skipped } = await storeStaged(ctx, staged, upload.result(), { replaced: [], update: false });
  const correlationId = await announceChange(ctx, user, { accountIds: [accountId], added });
  return { correlationId, body: { added, skipped } };
}

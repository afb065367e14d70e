import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { selectAccount } from './accounts.queries.ts';
import { announceChange } from './announce-change.ts';
import { noSuchAccount } from './banking.errors.ts';
import { requireUploaded } from './require-uploaded.ts';
import { deleteTransactionRows } from './transactions.queries.ts';

/** Deletes transactions of one account; ids that it doesn't have are named, not an error. */
export async function deleteTransactions(ctx: Context, userId: string, accountId: string, ids: string[]) {
  const user = await lockUser(ctx, userId);
  const account = await selectAccount(ctx.session, user.userKey, accountId);
  if (!account) throw noSuchAccount();
  requireUploaded(account);
  const gone = new Set(await deleteTransactionRows(ctx.session, account.accountKey, ids));
  const correlationId = await announceChange(ctx, user, { accountIds: [accountId], removed: gone.size });
  return { correlationId, body: { deleted: { transactions: gone.size }, notFound: ids.filter((id) => !gone.has(id)) } };
}

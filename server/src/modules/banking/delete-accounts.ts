import { type ActiveUser, lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { type AccountRow, deleteAccountRows, selectAccount, selectAccountsById } from './accounts.queries.ts';
import { announceChange } from './announce-change.ts';
import { noSuchAccount } from './banking.errors.ts';

/** Deletes accounts with their transactions, for good; ids that the user doesn't have are named, not an error. */
export async function deleteAccounts(ctx: Context, userId: string, ids: string[]) {
  const user = await lockUser(ctx, userId);
  const rows = await selectAccountsById(ctx.session, user.userKey, ids);
  const found = new Set(rows.map((row) => row.accountId));
  const { deleted, correlationId } = await deleteThem(ctx, user, rows);
  return { correlationId, body: { deleted, notFound: ids.filter((id) => !found.has(id)) } };
}

/** One account; rejects when there is none. */
export async function deleteAccount(ctx: Context, userId: string, accountId: string) {
  const user = await lockUser(ctx, userId);
  const row = await selectAccount(ctx.session, user.userKey, accountId);
  if (!row) throw noSuchAccount();
  const { deleted, correlationId } = await deleteThem(ctx, user, [row]);
  return { correlationId, body: { deleted } };
}

async function deleteThem(ctx: Context, user: ActiveUser, rows: AccountRow[]) {
  const deleted = await deleteAccountRows(
    ctx.session,
    rows.map((row) => row.accountKey),
  );
  const correlationId = await announceChange(ctx, user, {
    accountIds: rows.map((row) => row.accountId),
    change: 'deleted',
    removed: deleted.transactions,
  });
  return { deleted, correlationId };
}

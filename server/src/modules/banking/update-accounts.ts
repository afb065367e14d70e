import type { Static } from 'typebox';
import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { selectAccount, selectAccountsById, upsertAccounts } from './accounts.queries.ts';
import { announceChange } from './announce-change.ts';
import { noSuchAccount } from './banking.errors.ts';
import type { AccountPatch, TransactionPatch } from './banking.schemas.ts';
import { collectProblems, refuseRepeated } from './collect-problems.ts';
import { patchAccount } from './patch-account.ts';
import { patchTransactions } from './patch-transactions.ts';
import { requireUploaded } from './require-uploaded.ts';
import type { UpdateAccounts } from './upload.schemas.ts';

/** Changes accounts and, in the same body, their transactions: all of it or nothing. */
export async function updateAccounts(ctx: Context, userId: string, body: Static<typeof UpdateAccounts>) {
  const user = await lockUser(ctx, userId);
  const ids = body.accounts.map((account) => account.accountId);
  const rows = new Map((await selectAccountsById(ctx.session, user.userKey, ids)).map((row) => [row.accountId, row]));
  const changed = await collectProblems((problems) => {
    refuseRepeated(ids, '/accounts', 'accountId', problems);
    return body.accounts.flatMap((patch: AccountPatch, n: number) => {
      const row = rows.get(patch.accountId);
      if (!row) {
        problems.add(`/accounts/${n}/accountId`, 'the user has no account with this id');
        return [];
      }
      requireUploaded(row);
      return [
        {
          ...patchAccount(row, patch, `/accounts/${n}`, problems),
          accountKey: row.accountKey,
          patch,
          path: `/accounts/${n}`,
        },
      ];
    });
  });
  await upsertAccounts(ctx.session, { workspaceId: ctx.workspaceId, userKey: user.userKey }, changed);
  const updated = await patchTransactions(
    ctx,
    user.userKey,
    changed.map(({ accountKey, currency, patch, path }) => ({
      accountKey,
      currency,
      path,
      patches: patch.transactions ?? [],
    })),
  );
  const correlationId = await announceChange(ctx, user, { accountIds: ids, change: 'updated', updated });
  return { correlationId, body: { updated: { accounts: changed.length, transactions: updated } } };
}

/** Changes transactions of one account. */
export async function updateTransactions(ctx: Context, userId: string, accountId: string, patches: TransactionPatch[]) {
  const user = await lockUser(ctx, userId);
  const row = await selectAccount(ctx.session, user.userKey, accountId);
  if (!row) throw noSuchAccount();
  requireUploaded(row);
  const updated = await patchTransactions(ctx, user.userKey, [
    { accountKey: row.accountKey, currency: row.currency, path: '', patches },
  ]);
  const correlationId = await announceChange(ctx, user, { accountIds: [accountId], updated });
  return { correlationId, body: { updated: { transactions: updated } } };
}

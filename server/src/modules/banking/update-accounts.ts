import { randomUUID } from 'node:crypto';
import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { invalidFields } from '#platform/http/errors.ts';
import { lockUser } from '#modules/users/index.ts';
import { selectAccount, selectAccountsById, upsertAccounts } from './accounts.queries.ts';
import { announceChange } from './announce-change.ts';
import { noSuchAccount } from './banking.errors.ts';
import type { AccountPatch, TransactionPatch, UpdateAccounts } from './banking.schemas.ts';
import { patchAccount } from './patch-account.ts';
import { patchTransactions } from './patch-transactions.ts';
import { requireUploaded } from './require-uploaded.ts';
import { ProblemList, UploadError } from './upload/upload-error.ts';

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
      return [{ ...patchAccount(row, patch, `/accounts/${n}`, problems), accountKey: row.accountKey, patch, path: `/accounts/${n}` }];
    });
  });
  await upsertAccounts(ctx.session, { workspaceId: ctx.workspaceId, userKey: user.userKey }, changed);
  const updated = await patchTransactions(
    ctx,
    user.userKey,
    changed.map(({ accountKey, currency, patch, path }) => ({ accountKey, currency, path, patches: patch.transactions ?? [] })),
  );
  await announceChange(ctx, user, { correlationId: randomUUID(), accountIds: ids, change: 'updated', updated });
  return { updated: { accounts: changed.length, transactions: updated } };
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
  await announceChange(ctx, user, { correlationId: randomUUID(), accountIds: [accountId], updated });
  return { updated: { transactions: updated } };
}

/** Runs checks that tell a list of what they find; any finding is one answer that names them all. */
export async function collectProblems<T>(check: (problems: ProblemList) => T | Promise<T>): Promise<T> {
  const problems = new ProblemList();
  try {
    const result = await check(problems);
    problems.throwIfAny();
    return result;
  } catch (error) {
    if (error instanceof UploadError) throw invalidFields(error.errors);
    throw error;
  }
}

/** The same id twice in one body would make its order matter. */
export function refuseRepeated(ids: string[], path: string, field: string, problems: ProblemList): void {
  const first = new Map<string, number>();
  for (const [n, id] of ids.entries()) {
    const before = first.get(id);
    if (before !== undefined) problems.add(`${path}/${n}/${field}`, `stands already at ${path}/${before}/${field}`);
    else first.set(id, n);
  }
}

import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { deleteAccounts } from '../delete-accounts.ts';
import { noSuchLogin } from './logins.errors.ts';
import { deleteLogin, selectLinkedAccounts, selectLogin, selectLogins } from './logins.queries.ts';
import { revokeConsent } from './revoke-consent.ts';

export interface RemovedLogin {
  /** Of the analysis that follows when accounts were deleted. */
  correlationId: string | null;
  deleted: { accounts: number; transactions: number };
}

/**
 * Removes a login and ends its consent at the bank. Its accounts stay as they were read last, unless `deleteAccounts`.
 * Rejects with `login_not_found`.
 */
export async function removeLogin(
  ctx: Context,
  {
    userId,
    loginId,
    deleteAccounts: withAccounts = false,
  }: { userId: string; loginId: string; deleteAccounts?: boolean },
): Promise<RemovedLogin> {
  const user = await lockUser(ctx, userId);
  const login = await selectLogin(ctx.session, user.userKey, loginId);
  if (!login) throw noSuchLogin();
  const linked = await selectLinkedAccounts(ctx.session, user.userKey);
  const ids = linked.filter((account) => account.loginId === loginId).map(({ accountId }) => accountId);
  await revokeConsent(ctx, login);
  await deleteLogin(ctx.session, loginId);
  if (!withAccounts || ids.length === 0) return { correlationId: null, deleted: { accounts: 0, transactions: 0 } };
  const { correlationId, body } = await deleteAccounts(ctx, userId, ids);
  return { correlationId, deleted: body.deleted };
}

/** Before a user is erased: their consents at banks end too. */
export async function revokeConsentsOfUser(ctx: Context, userKey: string): Promise<void> {
  for (const login of await selectLogins(ctx.session, userKey)) await revokeConsent(ctx, login);
}

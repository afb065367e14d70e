import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import type { Login, LoginSync } from './login.types.ts';
import { noSuchLogin } from './logins.errors.ts';
import { type LinkedAccount, selectLinkedAccounts, selectLogins, selectSyncs } from './logins.queries.ts';

export interface LoginWithAccounts extends Login {
  accounts: LinkedAccount[];
  sync: LoginSync | null;
}

/** A user's logins, oldest first, each with its accounts and its current or last synchronisation. */
export async function listLogins(ctx: Context, userId: string): Promise<LoginWithAccounts[]> {
  const { userKey } = await requireUser(ctx, userId);
  const logins = await selectLogins(ctx.session, userKey);
  if (logins.length === 0) return [];
  const accounts = await selectLinkedAccounts(ctx.session, userKey);
  const syncs = await selectSyncs(ctx.session, userKey);
  const now = ctx.now();
  return logins.map((login) => ({
    ...login,
    consentStatus:
      login.consentStatus === 'valid' && login.validUntil && login.validUntil <= now ? 'expired' : login.consentStatus,
    accounts: accounts.filter(({ loginId }) => loginId === login.loginId),
    sync: syncs.find(({ loginId }) => loginId === login.loginId) ?? null,
  }));
}

/** One of them; rejects with `login_not_found`. */
export async function getLogin(ctx: Context, userId: string, loginId: string): Promise<LoginWithAccounts> {
  const login = (await listLogins(ctx, userId)).find((each) => each.loginId === loginId);
  if (!login) throw noSuchLogin();
  return login;
}

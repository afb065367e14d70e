import { lockUserByKey } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import type { Login } from './login.types.ts';
import { lockLoginRow, selectLoginOwner } from './logins.queries.ts';

/**
 * A login for jobs, which hold no user; nobody else changes it, or anything of its user, until the transaction ends. The
 * user's lock comes first, as everywhere: else two that wait for each other would wait for ever. Undefined when it is gone.
 */
export async function lockLogin(ctx: Context, loginId: string): Promise<Login | undefined> {
  const userKey = await selectLoginOwner(ctx.session, loginId);
  return userKey && (await lockUserByKey(ctx.session, userKey)) ? lockLoginRow(ctx.session, loginId) : undefined;
}

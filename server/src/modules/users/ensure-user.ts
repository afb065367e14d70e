import type { Context } from '#platform/context.ts';
import { createUser } from './create-user.ts';
import { eraseExpired } from './expire-users.ts';
import { lockUser, requireUser } from './require-user.ts';
import { type ActiveUser, lockUserId, selectActiveUser, selectExpiredHolderOfId } from './users.queries.ts';

/**
 * The user with this id, created if there is none: for calls that take an id that the caller made up. `type` is that of
 * a new user; one that exists stays what it is. Two calls at once create one user.
 */
export async function ensureUser(ctx: Context, userId: string, type: 'person' | 'company'): Promise<ActiveUser> {
  if (await selectActiveUser(ctx.session, ctx.workspaceId, userId)) return lockUser(ctx, userId);
  await lockUserId(ctx.session, ctx.workspaceId, userId);
  if (!(await selectActiveUser(ctx.session, ctx.workspaceId, userId))) {
    const expired = await selectExpiredHolderOfId(ctx.session, ctx.workspaceId, userId);
    if (expired) await eraseExpired(ctx, expired);
    await createUser(ctx, { type }, userId);
  }
  return requireUser(ctx, userId);
}

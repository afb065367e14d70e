import type { Context } from '#platform/context.ts';
import type { Session } from '#platform/db/database.ts';
import { noSuchUser } from './users.errors.ts';
import { type ActiveUser, lockUserRow, selectActiveUser, selectActiveUserByKey } from './users.queries.ts';

/** The same as `requireUser`, where there is no context yet. */
export async function findUser(session: Session, workspaceId: string, userId: string): Promise<ActiveUser> {
  const user = await selectActiveUser(session, workspaceId, userId);
  if (!user) throw noSuchUser();
  return user;
}

/** The user of a path; rejects with `user_not_found`, whether it never existed, has expired or is somebody else's. */
export function requireUser(ctx: Context, userId: string): Promise<ActiveUser> {
  return findUser(ctx.session, ctx.workspaceId, userId);
}

/**
 * The same, and nobody else writes for this user until the transaction ends. Whoever stores rows about a user takes it
 * first: it orders writers, and stands in for the foreign keys that bulk tables don't have.
 */
export async function lockUser(ctx: Context, userId: string): Promise<ActiveUser> {
  const user = await requireUser(ctx, userId);
  if (!(await lockUserRow(ctx.session, user.userKey))) throw noSuchUser();
  return user;
}

/** For jobs, which hold a key: undefined when the user is gone. */
export function findUserByKey(session: Session, userKey: string): Promise<ActiveUser | undefined> {
  return selectActiveUserByKey(session, userKey);
}

/** The same with the lock of `lockUser`. */
export async function lockUserByKey(session: Session, userKey: string): Promise<ActiveUser | undefined> {
  return (await lockUserRow(session, userKey)) && selectActiveUserByKey(session, userKey);
}

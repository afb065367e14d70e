import type { Context } from '#platform/context.ts';
import { eraseUser } from './erase-user.ts';
import { lockUser } from './require-user.ts';
import { userDeleted } from './users.events.ts';

/** Erases a user and everything of theirs, and says what that was. */
export async function deleteUser(ctx: Context, userId: string) {
  const { userKey } = await lockUser(ctx, userId);
  const erased = await eraseUser(ctx, { userKey, userId });
  await ctx.events.publish(ctx, userDeleted, { userId });
  return { userId, erased };
}

import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { eraseUser } from './erase-user.ts';
import { userExpired } from './users.events.ts';
import { lockUserRow, selectExpiredUsers } from './users.queries.ts';

const BATCH = 100;

/** Erases who is due, each in a transaction of its own: one that fails holds up nobody else. */
export async function expireUsers(services: Services): Promise<void> {
  const failed = new Set<string>();
  for (;;) {
    const due = await services.database.read(null, (session) => selectExpiredUsers(session, BATCH + failed.size));
    const open = due.filter(({ user_key }) => !failed.has(user_key));
    if (open.length === 0) return;
    for (const { workspace_id, user_key } of open) {
      await expireUser(services, workspace_id, user_key).catch((error) => {
        failed.add(user_key);
        services.log.error({ err: error }, 'An expired user could not be erased; it is tried again in a minute');
      });
    }
  }
}

function expireUser(services: Services, workspaceId: string, userKey: string) {
  return withWorkspace(services, workspaceId, (ctx) => eraseExpired(ctx, userKey));
}

/** Erases one who is due, once whoever still writes for it is done, and says so. */
export async function eraseExpired(ctx: Context, userKey: string): Promise<void> {
  const user = await lockUserRow(ctx.session, userKey);
  if (!user) return;
  await eraseUser(ctx, { userKey, userId: user.userId });
  await ctx.events.publish(ctx, userExpired, { userId: user.userId });
}

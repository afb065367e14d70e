import type { Context } from '#platform/context.ts';
import { eraseExpired } from './expire-users.ts';
import { selectExpiredHolders } from './users.queries.ts';

/** Erases expired users that still hold a name that somebody asks for now: the sweep has not come by yet. */
export async function freeNames(
  ctx: Context,
  names: { externalId: string | null; email: string | null },
): Promise<void> {
  for (const userKey of await selectExpiredHolders(ctx.session, ctx.workspaceId, names))
    await eraseExpired(ctx, userKey);
}

import { type ActiveUser, lockUserByKey } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { lockState, type Run, selectRun } from './runs.queries.ts';

/**
 * A run with its user, once nobody else writes for that user; null when either is gone. First the user, then the state:
 * uploads and erasures take their locks in this order too, and another order would make them wait for each other.
 */
export async function lockRun(ctx: Context, runId: string): Promise<{ run: Run; user: ActiveUser } | null> {
  const known = await selectRun(ctx.session, runId);
  const user = known && (await lockUserByKey(ctx.session, known.userKey));
  if (!user) return null;
  await lockState(ctx.session, ctx.workspaceId, user.userKey);
  const run = await selectRun(ctx.session, runId);
  return run ? { run, user } : null;
}

import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { scheduleRun } from './schedule-run.ts';

/** Whatever changes a user's bank data starts an analysis by itself, unless the user is `suspended`. */
export async function followChange(ctx: Context, change: { userId: string; correlationId: string }): Promise<void> {
  const user = await requireUser(ctx, change.userId);
  if (user.automaticAnalysis !== 'active') return;
  await scheduleRun(ctx, user.userKey, { correlationId: change.correlationId, trigger: 'automatic' });
}

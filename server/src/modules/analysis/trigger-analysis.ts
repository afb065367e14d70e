import { randomUUID } from 'node:crypto';
import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { scheduleRun } from './schedule-run.ts';

/** Starts an analysis of what is stored now; answers the correlation id that names it. */
export async function triggerAnalysis(ctx: Context, userId: string): Promise<string> {
  const user = await lockUser(ctx, userId);
  const correlationId = randomUUID();
  await scheduleRun(ctx, user.userKey, { correlationId, trigger: 'manual' });
  return correlationId;
}

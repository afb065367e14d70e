import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { analysisEnded } from './analysis.errors.ts';
import { requireReport } from './get-run.ts';
import { presentRun } from './present-run.ts';
import { lockState, markEnded, selectRun } from './runs.queries.ts';
import { startNext } from './schedule-run.ts';

/** Ends a run that is queued or running, for every call that shares it; its result will not be stored. */
export async function cancelRun(ctx: Context, userId: string, correlationId: string) {
  const user = await lockUser(ctx, userId);
  const { runId } = await requireReport(ctx, user.userKey, correlationId);
  await lockState(ctx.session, ctx.workspaceId, user.userKey);
  const run = await selectRun(ctx.session, runId);
  if (run?.status !== 'queued' && run?.status !== 'running') {
    throw new AppError(analysisEnded, `The analysis is ${run?.status} already.`);
  }
  await markEnded(ctx.session, runId, { status: 'cancelled' });
  await startNext(ctx, user.userKey);
  return presentRun(await requireReport(ctx, user.userKey, correlationId));
}

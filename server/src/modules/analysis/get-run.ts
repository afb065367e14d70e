import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { analysisUnfinished, correlationNotFound } from './analysis.errors.ts';
import { presentRun } from './present-run.ts';
import { type RunReport, selectReport } from './runs.queries.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** How the run behind a correlation id is; rejects when the user has none by that id. */
export async function requireReport(ctx: Context, userKey: string, correlationId: string): Promise<RunReport> {
  const report = UUID.test(correlationId) ? await selectReport(ctx.session, userKey, correlationId) : undefined;
  if (!report) throw new AppError(correlationNotFound, 'No analysis of this user has this correlation id.');
  return report;
}

export async function getRun(ctx: Context, userId: string, correlationId: string) {
  const user = await requireUser(ctx, userId);
  return presentRun(await requireReport(ctx, user.userKey, correlationId));
}

/** The documented poll: answers when the run is completed, and rejects with a 404 that tells how far it is before. */
export async function pollRun(ctx: Context, userId: string, correlationId: string) {
  const run = await getRun(ctx, userId, correlationId);
  if (run.status === 'completed') return run;
  const open = run.status === 'queued' || run.status === 'running';
  throw new AppError(analysisUnfinished, `The analysis is ${run.status}.`, {
    extra: { status: run.status, progress: run.progress },
    headers: open ? { 'retry-after': '1' } : {},
  });
}

import { followConnection } from '#modules/banking/index.ts';
import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { analysisUnfinished, correlationNotFound } from './analysis.errors.ts';
import { presentRun } from './present-run.ts';
import { type RunReport, selectReport } from './runs.queries.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const UNKNOWN_ID = 'No analysis of this user has this correlation id.';

const findReport = async (ctx: Context, userKey: string, correlationId: string): Promise<RunReport | undefined> =>
  UUID.test(correlationId) ? selectReport(ctx.session, userKey, correlationId) : undefined;

/** How the run behind a correlation id is; rejects when the user has none by that id. */
export async function requireReport(ctx: Context, userKey: string, correlationId: string): Promise<RunReport> {
  const report = await findReport(ctx, userKey, correlationId);
  if (!report) throw new AppError(correlationNotFound, UNKNOWN_ID);
  return report;
}

export async function getRun(ctx: Context, userId: string, correlationId: string) {
  const user = await requireUser(ctx, userId);
  return presentRun(await requireReport(ctx, user.userKey, correlationId));
}

/**
 * The documented poll: answers when the run is completed, and rejects with a 404 that tells how far it is before; also
 * while the bank that the run will analyse is still being connected.
 */
export async function pollRun(ctx: Context, userId: string, correlationId: string) {
  const { userKey } = await requireUser(ctx, userId);
  const report = await findReport(ctx, userKey, correlationId);
  if (!report) {
    const connection = await followConnection(ctx, userKey, correlationId);
    if (connection === null) throw new AppError(correlationNotFound, UNKNOWN_ID);
    throw unfinished(connection, 0, CONNECTION_MESSAGES[connection]);
  }
  const run = presentRun(report);
  if (run.status === 'completed') return run;
  throw unfinished(run.status, run.progress, `The analysis is ${run.status}.`);
}

const CONNECTION_MESSAGES = {
  queued: 'The bank is being connected, or its data fetched; the analysis follows.',
  cancelled: 'The end user has cancelled before a bank was connected.',
  failed: 'No bank was connected, or its data could not be fetched.',
};

function unfinished(status: RunReport['status'], progress: number, message: string): AppError {
  const isOpen = status === 'queued' || status === 'running';
  return new AppError(analysisUnfinished, message, {
    extra: { status, progress },
    headers: isOpen ? { 'retry-after': '1' } : {},
  });
}

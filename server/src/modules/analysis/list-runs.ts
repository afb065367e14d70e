import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/http/errors.ts';
import { presentRun } from './present-run.ts';
import { selectReports } from './runs.queries.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CURSOR = new RegExp(`^(${UUID})\\.(${UUID})$`);

/** Newest first; the cursor names the last run shown. */
export async function listRuns(ctx: Context, userId: string, query: { limit?: number; cursor?: string }) {
  const user = await requireUser(ctx, userId);
  const limit = query.limit ?? 100;
  const [, runId, correlationId] = CURSOR.exec(query.cursor ?? '') ?? [];
  if (query.cursor && !(runId && correlationId)) throw invalidField('?cursor', 'is not a cursor of this list');
  const before = runId && correlationId ? { runId, correlationId } : null;
  const reports = await selectReports(ctx.session, user.userKey, { limit: limit + 1, before });
  const shown = reports.slice(0, limit);
  const last = reports.length > limit ? shown.at(-1) : undefined;
  return { analyses: shown.map(presentRun), nextCursor: last ? `${last.runId}.${last.correlationId}` : null };
}

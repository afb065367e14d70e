import { noSuchUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { StoredJson } from '#platform/http/route.ts';
import { analysisMissing, pagesSuperseded } from './analysis.errors.ts';
import { selectPages } from './categorized-pages.queries.ts';
import { PAGE_SIZE } from './categorized-pages.ts';
import { type CompletedRun, selectPagedRun } from './results.queries.ts';

const CURSOR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})$/;

/**
 * The categorised transactions of the last completed run, newest first. The cursor names the run it began with, so that
 * pages never mix two runs.
 */
export async function listCategorized(
  ctx: Context,
  userId: string,
  query: { limit?: number; cursor?: string },
): Promise<StoredJson> {
  const limit = query.limit ?? 100;
  const [, asked, position] = CURSOR.exec(query.cursor ?? '') ?? [];
  if (query.cursor && !asked) throw invalidField('?cursor', 'is not a cursor of this list');
  const run = await selectPagedRun(ctx.session, ctx.workspaceId, userId, asked ?? null);
  if (!run) throw noSuchUser();
  const { runId, transactionCount, correlationId } = run;
  if (!runId) {
    throw asked
      ? new AppError(
          pagesSuperseded,
          'Newer analyses took the place of the one this cursor pages through; start again without it.',
        )
      : new AppError(analysisMissing, 'No analysis of this user has been completed yet.');
  }
  const from = Number(position ?? 0);
  const to = Math.min(from + limit, transactionCount);
  const text = from < to ? await readRange(ctx, { runId, transactionCount }, from, to) : '';
  const nextCursor = to < transactionCount ? `${runId}.${to}` : null;
  return new StoredJson(
    `{"correlationId":${JSON.stringify(correlationId)},"transactions":[${text}],"nextCursor":${JSON.stringify(nextCursor)}}`,
  );
}

/** Whole pages go out as they are stored; a range that cuts a page has to look inside. */
async function readRange(ctx: Context, run: CompletedRun, from: number, to: number): Promise<string> {
  const firstPage = Math.floor(from / PAGE_SIZE);
  const pages = await selectPages(ctx.session, run.runId, firstPage, Math.ceil(to / PAGE_SIZE) - 1);
  const text = pages.join(',');
  const start = firstPage * PAGE_SIZE;
  const end = Math.min(start + pages.length * PAGE_SIZE, run.transactionCount);
  if (from === start && to === end) return text;
  const entries = JSON.parse(`[${text}]`) as unknown[];
  return entries
    .slice(from - start, to - start)
    .map((entry) => JSON.stringify(entry))
    .join(',');
}

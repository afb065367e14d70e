import { noSuchUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { StoredJson } from '#platform/http/route.ts';
import { analysisMissing, pagesSuperseded } from './analysis.errors.ts';
import { selectPages } from './categorized-pages.queries.ts';
import { PAGE_SIZE } from './categorized-pages.ts';
import { selectPagedRun } from './results.queries.ts';

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
  const from = Number(position ?? 0);
  // Behind a cursor both leave together; the pages of a run that turns out not to be this user's are thrown away.
  const reading = asked === undefined ? null : readPages(ctx, asked, from, limit);
  const [run, known] = await Promise.all([
    selectPagedRun(ctx.session, ctx.workspaceId, userId, asked ?? null),
    reading,
  ]);
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
  const to = Math.min(from + limit, transactionCount);
  const pages = known ?? (await readPages(ctx, runId, from, limit));
  const text = from < to ? cutRange(pages, { from, to, transactionCount }) : '';
  const nextCursor = to < transactionCount ? `${runId}.${to}` : null;
  return new StoredJson(
    `{"correlationId":${JSON.stringify(correlationId)},"transactions":[${text}],"nextCursor":${JSON.stringify(nextCursor)}}`,
  );
}

const readPages = (ctx: Context, runId: string, from: number, limit: number) =>
  selectPages(ctx.session, runId, Math.floor(from / PAGE_SIZE), Math.ceil((from + limit) / PAGE_SIZE) - 1);

/** `pages` begin with the one that `from` stands on. Whole ones go out as they are stored; else one has to look inside. */
function cutRange(pages: readonly string[], range: { from: number; to: number; transactionCount: number }): string {
  const text = pages.join(',');
  const start = range.from - (range.from % PAGE_SIZE);
  const end = Math.min(start + pages.length * PAGE_SIZE, range.transactionCount);
  if (range.from === start && range.to === end) return text;
  const entries = JSON.parse(`[${text}]`) as unknown[];
  return entries
    .slice(range.from - start, range.to - start)
    .map((entry) => JSON.stringify(entry))
    .join(',');
}

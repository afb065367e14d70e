import { noSuchUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { StoredJson } from '#platform/http/route.ts';
import { analysisMissing, pagesSuperseded } from './analysis.errors.ts';
import { selectPages } from './categorized-pages.queries.ts';
import { PAGE_SIZE } from './categorized-pages.ts';
import { selectPagedRun } from './results.queries.ts';
import { joinPages } from './stored-page.ts';

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
  const nextCursor = to < transactionCount ? `${runId}.${to}` : null;
  const head = `{"correlationId":${JSON.stringify(correlationId)},"transactions":[`;
  const tail = `],"nextCursor":${JSON.stringify(nextCursor)}}`;
  if (areWhole(pages.length, { from, to, transactionCount })) return new StoredJson(joinPages(head, pages, tail));
  return new StoredJson(`${head}${from < to ? cutRange(pages, from, to) : ''}${tail}`);
}

const readPages = (ctx: Context, runId: string, from: number, limit: number) =>
  selectPages(ctx.session, runId, Math.floor(from / PAGE_SIZE), Math.ceil((from + limit) / PAGE_SIZE) - 1);

/** Whether so many pages, the first of them that on which `from` stands, hold nothing beyond the range: most do, and go out as they are. */
function areWhole(pages: number, range: { from: number; to: number; transactionCount: number }): boolean {
  return range.from % PAGE_SIZE === 0 && range.to === Math.min(range.from + pages * PAGE_SIZE, range.transactionCount);
}

/** Of pages the first of which is the one that `from` stands on. */
function cutRange(pages: readonly Buffer[], from: number, to: number): string {
  const entries = JSON.parse(joinPages('[', pages, ']').toString()) as unknown[];
  const start = from % PAGE_SIZE;
  return entries
    .slice(start, start + to - from)
    .map((entry) => JSON.stringify(entry))
    .join(',');
}

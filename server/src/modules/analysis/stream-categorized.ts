import { noSuchUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { analysisMissing } from './analysis.errors.ts';
import { selectPages } from './categorized-pages.queries.ts';
import { PAGE_SIZE } from './categorized-pages.ts';
import { selectPagedRun } from './results.queries.ts';
import { unpackPage } from './stored-page.ts';

/** Unpacked in some milliseconds; then others get a turn. */
const PAGES_AT_ONCE = 25;

/**
 * All categorised transactions of the last completed run, newest first, as lines of JSON: what they are of, then arrays of
 * them. Rejects with `user_not_found` and `analysis_missing`.
 */
export async function streamCategorized(ctx: Context, userId: string): Promise<AsyncGenerator<string>> {
  const run = await selectPagedRun(ctx.session, ctx.workspaceId, userId, null);
  if (!run) throw noSuchUser();
  const { runId, transactionCount, correlationId } = run;
  if (!runId) throw new AppError(analysisMissing, 'No analysis of this user has been completed yet.');
  const head = `${JSON.stringify({ correlationId, transactionCount })}\n`;
  return linesOf(ctx, head, runId, Math.ceil(transactionCount / PAGE_SIZE));
}

/** Throws when newer runs take the place of this one meanwhile: the answer is cut off then, and never of two runs. */
async function* linesOf(ctx: Context, head: string, runId: string, count: number): AsyncGenerator<string> {
  yield head;
  for (let from = 0; from < count; from += PAGES_AT_ONCE) {
    const to = Math.min(from + PAGES_AT_ONCE, count);
    const pages = await selectPages(ctx.session, runId, from, to - 1);
    if (pages.length < to - from) throw new Error(`The pages of run ${runId} went away while they were read`);
    yield pages.map((page) => `[${unpackPage(page)}]\n`).join('');
  }
}

import type { Context } from '#platform/context.ts';
import { selectTracesOfUser } from '#platform/events/user-traces.queries.ts';
import { requireUser } from './require-user.ts';
import { type ExportSection, userExporting } from './users.events.ts';
import { userRows } from './users.queries.ts';

/**
 * Everything stored about a user as one JSON document, piece by piece: one moment's snapshot, read through cursors, so
 * that a user with a million transactions needs no more memory than one with ten.
 */
export async function* exportUser(ctx: Context, userId: string): AsyncGenerator<string> {
  const { userKey } = await requireUser(ctx, userId);
  const answers = (await ctx.events.ask(ctx, userExporting, { userKey, userId })) as ExportSection[][];
  yield `{"exportedAt":${JSON.stringify(ctx.now().toISOString())},"userId":${JSON.stringify(userId)},"data":{`;
  yield* sectionOf({ table: 'users', batches: () => userRows(ctx.session, userKey) });
  for (const section of answers.flat()) {
    yield ',';
    yield* sectionOf(section);
  }
  for (const [table, rows] of Object.entries(await selectTracesOfUser(ctx.session, ctx.workspaceId, userId))) {
    yield `,${JSON.stringify(table)}:${JSON.stringify(rows)}`;
  }
  yield '}}';
}

async function* sectionOf({ table, batches }: ExportSection): AsyncGenerator<string> {
  yield `${JSON.stringify(table)}:[`;
  let separator = '';
  for await (const rows of batches()) {
    yield separator + rows.map((row) => JSON.stringify(row)).join(',');
    separator = ',';
  }
  yield ']';
}

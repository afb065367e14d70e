import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import type { Context } from '#platform/context.ts';
import { deleteAssignments, insertAssignments, lockTree, selectFolders } from './folders.queries.ts';
import type { Junctions } from './folders.schemas.ts';
import { noSuchFolder } from './knowledge.errors.ts';
import { knowledgeChanged } from './knowledge.events.ts';

/** Assigns folders to bots and takes assignments back, all or none; doing either twice changes nothing. */
export async function assignFolders(ctx: Context, { junctions }: Static<typeof Junctions>) {
  await lockTree(ctx.session, ctx.workspaceId);
  const folders = new Set((await selectFolders(ctx.session, ctx.workspaceId)).map(({ folderId }) => folderId));
  for (const { folderId } of junctions) {
    if (!folders.has(folderId)) throw noSuchFolder(folderId);
  }
  for (const botId of new Set(junctions.map((junction) => junction.botId))) await requireBot(ctx, botId);
  // The last word on a pair counts, as if they were sent one after the other.
  const last = [...new Map(junctions.map((junction) => [`${junction.folderId} ${junction.botId}`, junction])).values()];
  await insertAssignments(
    ctx.session,
    ctx.workspaceId,
    last.filter(({ action }) => action === 'ADD'),
  );
  await deleteAssignments(
    ctx.session,
    last.filter(({ action }) => action === 'DELETE'),
  );
  await ctx.events.publish(ctx, knowledgeChanged, { articleIds: [] });
  return { status: true };
}

import type { Context } from '#platform/context.ts';
import { selectFolder } from './folders.queries.ts';
import { noSuchFolder } from './knowledge.errors.ts';

/** The folder that a body names; an empty text is the top of the tree, null. */
export async function resolveFolder(ctx: Context, folderId: string): Promise<string | null> {
  if (folderId === '') return null;
  const folder = await selectFolder(ctx.session, ctx.workspaceId, folderId);
  if (!folder) throw noSuchFolder(folderId);
  return folder.folderId;
}

import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import {
  countContent,
  deleteFolderRow,
  type FolderRow,
  insertFolder,
  isWithin,
  lockTree,
  selectAssignments,
  selectFolder,
  updateFolderRow,
} from './folders.queries.ts';
import type { CreateFolder, Folder, UpdateFolder } from './folders.schemas.ts';
import { noSuchFolder, treeChangeNotAllowed } from './knowledge.errors.ts';
import { knowledgeChanged } from './knowledge.events.ts';
import { resolveFolder } from './resolve-folder.ts';

export async function createFolder(ctx: Context, input: Static<typeof CreateFolder>) {
  await lockTree(ctx.session, ctx.workspaceId);
  const folderId = uuidv7(ctx.now().getTime());
  const parentFolderId = await resolveFolder(ctx, input.parentFolderId);
  await insertFolder(ctx.session, ctx.workspaceId, { ...input, folderId, parentFolderId });
  return presentFolder(ctx, await requireFolder(ctx, folderId));
}

export async function updateFolder(ctx: Context, folderId: string, input: Static<typeof UpdateFolder>) {
  const folder = await requireFolder(ctx, folderId);
  await updateFolderRow(ctx.session, folder.folderId, { title: input.title, description: input.description });
  return presentFolder(ctx, await requireFolder(ctx, folderId));
}

/** A folder can't come to stand below itself: 406, as in the original. */
export async function moveFolder(ctx: Context, folderId: string, parent: string) {
  await lockTree(ctx.session, ctx.workspaceId);
  const folder = await requireFolder(ctx, folderId);
  const parentFolderId = await resolveFolder(ctx, parent);
  if (parentFolderId && (await isWithin(ctx.session, parentFolderId, folder.folderId))) {
    throw new AppError(treeChangeNotAllowed, 'A folder can not stand below itself: choose a parent outside of it.');
  }
  await updateFolderRow(ctx.session, folder.folderId, { parentFolderId });
  await ctx.events.publish(ctx, knowledgeChanged, { articleIds: [] });
  return presentFolder(ctx, await requireFolder(ctx, folderId));
}

/** Only an empty folder goes: what it held would otherwise vanish, or answer for other bots than before. */
export async function deleteFolder(ctx: Context, folderId: string) {
  await lockTree(ctx.session, ctx.workspaceId);
  const folder = await requireFolder(ctx, folderId);
  const { folders, articles } = await countContent(ctx.session, folder.folderId);
  if (folders + articles > 0) {
    const message = `The folder holds ${folders} folders and ${articles} articles, drafts included: move or delete them first.`;
    throw new AppError(treeChangeNotAllowed, message);
  }
  await deleteFolderRow(ctx.session, folder.folderId);
  return { success: true };
}

async function requireFolder(ctx: Context, folderId: string): Promise<FolderRow> {
  const folder = await selectFolder(ctx.session, ctx.workspaceId, folderId);
  if (!folder) throw noSuchFolder(folderId);
  return folder;
}

async function presentFolder(ctx: Context, folder: FolderRow): Promise<Static<typeof Folder>> {
  const assignments = await selectAssignments(ctx.session, ctx.workspaceId);
  return {
    id: folder.folderId,
    title: folder.title,
    description: folder.description,
    parentFolderId: folder.parentFolderId,
    botIds: assignments.filter(({ folderId }) => folderId === folder.folderId).map(({ botId }) => botId),
    createdAt: folder.createdAt.toISOString(),
    updatedAt: folder.updatedAt.toISOString(),
  };
}

import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import { selectWorkspace } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { type FolderRow, selectAssignments, selectFolders, selectTreeArticles } from './folders.queries.ts';
import type { FolderTree } from './folders.schemas.ts';

type TreeArticle = Awaited<ReturnType<typeof selectTreeArticles>>[number];
type Node = Record<string, unknown>;

/** Folders with their live articles, nested; with a bot, only what that bot answers from. */
export async function getTree(ctx: Context, botId: string | undefined): Promise<Static<typeof FolderTree>> {
  if (botId !== undefined) await requireBot(ctx, botId);
  const workspace = await selectWorkspace(ctx.session, ctx.workspaceId);
  if (!workspace) throw new Error(`The workspace ${ctx.workspaceId} of a valid key is missing`);
  const folders = await selectFolders(ctx.session, ctx.workspaceId);
  const articles = await selectTreeArticles(ctx.session, ctx.workspaceId);
  const assignments = await selectAssignments(ctx.session, ctx.workspaceId);
  const changes = [...folders, ...articles].map(({ updatedAt }) => updatedAt.getTime());
  return {
    id: ctx.workspaceId,
    createdAt: workspace.createdAt.toISOString(),
    updatedAt: new Date(
      changes.reduce((latest, at) => Math.max(latest, at), workspace.createdAt.getTime()),
    ).toISOString(),
    snapshotObjV2: buildTree(folders, articles, assignments, botId),
  };
}

/** Pure. With a bot: the highest folders assigned to it stand at the top, with all that is below them. */
export function buildTree(
  folders: FolderRow[],
  articles: TreeArticle[],
  assignments: { folderId: string; botId: string }[],
  botId: string | undefined,
): Node[] {
  const foldersIn = Map.groupBy(folders, ({ parentFolderId }) => parentFolderId);
  const articlesIn = Map.groupBy(articles, ({ folderId }) => folderId);
  const botsOf = Map.groupBy(assignments, ({ folderId }) => folderId);
  const content = (folderId: string | null): Node[] => [
    ...(foldersIn.get(folderId) ?? []).map(folderNode),
    ...(articlesIn.get(folderId) ?? []).map(articleNode),
  ];
  const folderNode = (folder: FolderRow): Node => ({
    id: folder.folderId,
    type: 'folder',
    title: folder.title,
    description: folder.description,
    parentFolderId: folder.parentFolderId,
    botIds: (botsOf.get(folder.folderId) ?? []).map((assignment) => assignment.botId),
    children: content(folder.folderId),
  });
  if (botId === undefined) return content(null);
  const assigned = new Set(
    assignments.filter((assignment) => assignment.botId === botId).map(({ folderId }) => folderId),
  );
  const highest = (folder: FolderRow): Node[] =>
    assigned.has(folder.folderId) ? [folderNode(folder)] : (foldersIn.get(folder.folderId) ?? []).flatMap(highest);
  return (foldersIn.get(null) ?? []).flatMap(highest);
}

const articleNode = (article: TreeArticle): Node => ({
  id: article.articleId,
  type: 'article',
  title: article.title,
  parentFolderId: article.folderId,
  active: article.active,
  public: article.public,
  version: article.version,
});

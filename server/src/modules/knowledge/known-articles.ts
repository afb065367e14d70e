import { requireBot } from '#modules/bots/index.ts';
import type { Context } from '#platform/context.ts';
import type { Article } from './article.types.ts';
import { selectArticles, selectArticlesByIds } from './articles.queries.ts';
import { type FolderRow, selectAssignments, selectFolders } from './folders.queries.ts';

/** More than so many articles or drafts are not compared with. */
const MOST = 100_000;

/** All live articles with what they say, and all drafts: what something new is compared with. */
export async function knownArticles(ctx: Context): Promise<{ live: Article[]; drafts: Article[] }> {
  const all = (state: 'live' | 'draft') =>
    selectArticles(ctx.session, ctx.workspaceId, { state, limit: MOST, before: undefined });
  return { live: await all('live'), drafts: await all('draft') };
}

/** The folders of the workspace, or those that a bot answers from: assigned ones and all below them. */
export async function listFolders(ctx: Context, botId: string | null): Promise<FolderRow[]> {
  const folders = await selectFolders(ctx.session, ctx.workspaceId);
  if (botId === null) return folders;
  const bot = await requireBot(ctx, botId);
  const assignments = await selectAssignments(ctx.session, ctx.workspaceId);
  const visible = new Set(assignments.filter((one) => one.botId === bot.botId).map(({ folderId }) => folderId));
  const below = Map.groupBy(folders, ({ parentFolderId }) => parentFolderId);
  for (const folderId of visible) {
    for (const child of below.get(folderId) ?? []) visible.add(child.folderId);
  }
  return folders.filter(({ folderId }) => visible.has(folderId));
}

/** The versions that articles are at now; those that are gone are left out. */
export async function currentVersions(ctx: Context, articleIds: string[]): Promise<Map<string, number>> {
  const articles = await selectArticlesByIds(ctx.session, ctx.workspaceId, articleIds);
  return new Map(articles.map(({ articleId, version }) => [articleId, version]));
}

import type { Context } from '#platform/context.ts';
import type { Article } from './article.types.ts';
import { selectVisibility, selectVisibleArticles, type VisibleArticle } from './articles.queries.ts';

/** What a bot may answer from now, with its texts: for the index. */
export const visibleArticles = (ctx: Context, botId: string): Promise<Article[]> =>
  selectVisibleArticles(ctx.session, ctx.workspaceId, botId);

/** The same without the texts, by id: decides for every message what may answer it. */
export async function listVisible(ctx: Context, botId: string): Promise<Map<string, VisibleArticle>> {
  const rows = await selectVisibility(ctx.session, ctx.workspaceId, botId);
  return new Map(rows.map((row) => [row.articleId, row]));
}

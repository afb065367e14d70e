import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { selectArticles, selectArticlesByIds } from './articles.queries.ts';
import type { ListArticlesQuery } from './articles.schemas.ts';
import { presentArticle } from './present-article.ts';

export async function listArticles(ctx: Context, query: Static<typeof ListArticlesQuery>) {
  const page = { state: query.type ?? 'live', limit: query.limit ?? 1_000, before: query.cursor } as const;
  return (await selectArticles(ctx.session, ctx.workspaceId, page)).map(presentArticle);
}

/** Those of the ids that exist; unknown ones and those of another workspace are left out alike. */
export async function getArticles(ctx: Context, ids: string[]) {
  return (await selectArticlesByIds(ctx.session, ctx.workspaceId, ids)).map(presentArticle);
}

/** Those of the ids that are live articles of this workspace. */
export async function liveArticleIds(ctx: Context, ids: string[]): Promise<string[]> {
  const articles = ids.length > 0 ? await selectArticlesByIds(ctx.session, ctx.workspaceId, ids) : [];
  return articles.filter(({ state }) => state === 'live').map(({ articleId }) => articleId);
}

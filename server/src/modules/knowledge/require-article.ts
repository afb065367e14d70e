import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import type { Article } from './article.types.ts';
import { lockArticle, selectArticlesByIds } from './articles.queries.ts';
import { articleChanged, articleIsLive, noSuchArticle } from './knowledge.errors.ts';

/** The article, live or a draft; a 404 for an unknown id and one of another workspace. */
export async function requireArticle(ctx: Context, articleId: string): Promise<Article> {
  const [article] = await selectArticlesByIds(ctx.session, ctx.workspaceId, [articleId]);
  if (!article) throw noSuchArticle(articleId);
  return article;
}

/** The draft; a 409 for a live article. */
export async function requireDraft(ctx: Context, articleId: string): Promise<Article> {
  const article = await requireArticle(ctx, articleId);
  if (article.state === 'live') throw new AppError(articleIsLive, 'This article is live already; name a draft.');
  return article;
}

/** The article, kept from changing until the transaction ends; a 409 when it is no longer at the version the caller read. */
export async function requireArticleForChange(ctx: Context, articleId: string, readVersion?: number): Promise<Article> {
  const article = await lockArticle(ctx.session, ctx.workspaceId, articleId);
  if (!article) throw noSuchArticle(articleId);
  if (readVersion !== undefined && readVersion !== article.version) {
    const message = `The article is at version ${article.version}, you decided on version ${readVersion}: read it again.`;
    throw new AppError(articleChanged, message, { errors: [{ path: '/version', message }] });
  }
  return article;
}

export const actorName = (ctx: Context) => `${ctx.actor.kind}:${ctx.actor.id}`;

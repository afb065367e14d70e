import type { Context } from '#platform/context.ts';
import type { Article } from './article.types.ts';
import {
  isFolderVisible,
  selectArticlesByIds,
  selectVisibility,
  selectVisibleArticles,
  type VisibleArticle,
} from './articles.queries.ts';

/** What a bot may answer from now, with its texts: for the index. */
export const visibleArticles = (ctx: Context, botId: string): Promise<Article[]> =>
  selectVisibleArticles(ctx.session, ctx.workspaceId, botId);

/** The same without the texts, by id: decides for every message what may answer it. */
export async function listVisible(ctx: Context, botId: string): Promise<Map<string, VisibleArticle>> {
  const rows = await selectVisibility(ctx.session, ctx.workspaceId, botId);
  return new Map(rows.map((row) => [row.articleId, row]));
}

/**
 * What a bot could answer from if a draft were published; null when that would change nothing for it, because the draft is
 * none any more or the bot does not answer from its folder.
 */
export async function visibleWithDraft(ctx: Context, botId: string, draftId: string): Promise<Article[] | null> {
  const [draft] = await selectArticlesByIds(ctx.session, ctx.workspaceId, [draftId]);
  if (draft?.state !== 'draft') return null;
  const live = await visibleArticles(ctx, botId);
  if (draft.originalArticleId === null) {
    const isSeen =
      draft.folderId !== null && (await isFolderVisible(ctx.session, ctx.workspaceId, botId, draft.folderId));
    return isSeen ? [...live, draft] : null;
  }
  const published = { ...draft, articleId: draft.originalArticleId };
  return live.some(({ articleId }) => articleId === published.articleId)
    ? live.map((article) => (article.articleId === published.articleId ? published : article))
    : null;
}

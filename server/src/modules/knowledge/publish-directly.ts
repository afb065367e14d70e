import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import type { Article } from './article.types.ts';
import { updateArticleRow } from './articles.queries.ts';
import { createLive, type NewDraft } from './create-article.ts';
import { recordPublication } from './record-publication.ts';
import { requireArticle, requireArticleForChange } from './require-article.ts';

/**
 * Makes live what would else be a draft: a new article, or a new version of its original, unless that moved on since. Audited.
 * The caller has made sure that the workspace allows it.
 */
export async function publishDirectly(ctx: Context, draft: Omit<NewDraft, 'findings'>): Promise<Article> {
  if (!draft.original) return createLive(ctx, { ...draft, documentId: draft.documentId ?? null });
  const { articleId } = await requireArticleForChange(ctx, draft.original.articleId, draft.original.version);
  await updateArticleRow(ctx.session, articleId, draft.content);
  const live = await requireArticle(ctx, articleId);
  await recordPublication(ctx, live);
  await audit(ctx, { action: 'article.changed_directly', targetKind: 'article', targetId: articleId });
  return live;
}

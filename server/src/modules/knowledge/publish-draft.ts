import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { type Article, contentOf } from './article.types.ts';
import { deleteArticleRow, updateArticleRow } from './articles.queries.ts';
import { createDraft } from './create-article.ts';
import { allowDirectPublish } from './direct-publish.ts';
import { articleChanged, articleIsDraft, articleIsLive } from './knowledge.errors.ts';
import { presentArticle } from './present-article.ts';
import { recordPublication } from './record-publication.ts';
import { actorName, requireArticle, requireArticleForChange } from './require-article.ts';
import { closeReviewOfDraft } from './reviews.queries.ts';
import { relinkDocuments } from './sources/documents.queries.ts';

/** A draft with what a live article says now, to be changed and published over it. */
export async function forkDraft(ctx: Context, articleId: string) {
  const original = await requireArticle(ctx, articleId);
  if (original.state === 'draft') {
    throw new AppError(articleIsDraft, 'This article is a draft itself: change it with PUT, or publish it first.');
  }
  const { folderId } = original;
  const { article } = await createDraft(ctx, { content: original, folderId, origin: 'api', original });
  return presentArticle(article);
}

/** Publishes a draft past the review queue, where the workspace allows that. */
export async function publishDraftDirectly(ctx: Context, articleId: string) {
  await allowDirectPublish(ctx);
  const published = await publishDraft(ctx, articleId);
  await audit(ctx, { action: 'article.published_directly', targetKind: 'article', targetId: published.articleId });
  return presentArticle(published);
}

/**
 * Makes a draft live. With an original, the original takes over its content and keeps its id, and the draft is gone;
 * without one, the draft itself becomes the live article. Refuses when the original moved on since the fork.
 */
export async function publishDraft(ctx: Context, articleId: string, readVersion?: number): Promise<Article> {
  const draft = await requireArticleForChange(ctx, articleId, readVersion);
  if (draft.state === 'live') throw new AppError(articleIsLive, 'This article is live already.');
  const target = draft.originalArticleId === null ? draft : await requireOriginal(ctx, draft, draft.originalArticleId);
  await updateArticleRow(ctx.session, target.articleId, { ...contentOf(draft), state: 'live' });
  const published = await requireArticle(ctx, target.articleId);
  await recordPublication(ctx, published);
  await closeReviewOfDraft(ctx.session, draft.articleId, {
    status: 'approved',
    content: contentOf(draft),
    decidedBy: actorName(ctx),
    reason: null,
    publishedArticleId: published.articleId,
  });
  if (target !== draft) {
    await relinkDocuments(ctx.session, draft.articleId, target.articleId);
    await deleteArticleRow(ctx.session, draft.articleId);
  }
  return published;
}

async function requireOriginal(ctx: Context, draft: Article, originalArticleId: string) {
  const original = await requireArticleForChange(ctx, originalArticleId);
  if (original.version !== draft.originalArticleVersion) {
    throw new AppError(
      articleChanged,
      `The live article is at version ${original.version}, but this draft was forked from version ${draft.originalArticleVersion}. Fork a new draft and carry your changes over.`,
    );
  }
  return original;
}

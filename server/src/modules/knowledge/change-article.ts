import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { contentOf } from './article.types.ts';
import { deleteArticleRow, moveArticleRow, releaseDrafts, updateArticleRow } from './articles.queries.ts';
import type { UpdateArticle } from './articles.schemas.ts';
import { allowDirectPublish } from './direct-publish.ts';
import { draftChanged, knowledgeChanged } from './knowledge.events.ts';
import { presentArticle } from './present-article.ts';
import { recordPublication } from './record-publication.ts';
import { actorName, requireArticle, requireArticleForChange } from './require-article.ts';
import { resolveFolder } from './resolve-folder.ts';
import { closeReviewOfDraft, reopenReviewOfDraft } from './reviews.queries.ts';

/** Changes a draft, or directly what is live, where the workspace allows that. Each change is a new version. */
export async function updateArticle(ctx: Context, articleId: string, input: Static<typeof UpdateArticle>) {
  const { version: readVersion, ...change } = input;
  const article = await requireArticleForChange(ctx, articleId, readVersion);
  if (article.state === 'live') await allowDirectPublish(ctx);
  await updateArticleRow(ctx.session, article.articleId, change);
  const changed = await requireArticle(ctx, articleId);
  if (changed.state === 'draft') {
    await reopenReviewOfDraft(ctx.session, changed.articleId, changed.title);
    await ctx.events.publish(ctx, draftChanged, { articleId: changed.articleId });
  } else {
    await recordPublication(ctx, changed);
    await audit(ctx, { action: 'article.changed_directly', targetKind: 'article', targetId: articleId });
  }
  return presentArticle(changed);
}

/** Deletes an article with its versions. Drafts forked from it stay and stand on their own. */
export async function deleteArticle(ctx: Context, articleId: string) {
  const article = await requireArticleForChange(ctx, articleId);
  if (article.state === 'draft') {
    const reason = 'The draft was deleted.';
    const end = { status: 'rejected', content: contentOf(article), decidedBy: actorName(ctx), reason } as const;
    await closeReviewOfDraft(ctx.session, article.articleId, end);
  } else {
    await audit(ctx, { action: 'article.deleted', targetKind: 'article', targetId: articleId });
  }
  await releaseDrafts(ctx.session, article.articleId);
  await deleteArticleRow(ctx.session, article.articleId);
  if (article.state === 'live') await ctx.events.publish(ctx, knowledgeChanged, { articleIds: [article.articleId] });
  return { success: true };
}

export async function moveArticle(ctx: Context, articleId: string, parentFolderId: string) {
  const article = await requireArticleForChange(ctx, articleId);
  await moveArticleRow(ctx.session, article.articleId, await resolveFolder(ctx, parentFolderId));
  if (article.state === 'live') await ctx.events.publish(ctx, knowledgeChanged, { articleIds: [article.articleId] });
  return presentArticle(await requireArticle(ctx, articleId));
}

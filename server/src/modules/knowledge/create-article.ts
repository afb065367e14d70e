import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { type ArticleContent, type ArticleOrigin, contentOf } from './article.types.ts';
import { insertArticle } from './articles.queries.ts';
import type { CreateArticle } from './articles.schemas.ts';
import { allowDirectPublish } from './direct-publish.ts';
import { openReview, type ReviewFindings } from './open-review.ts';
import { presentArticle } from './present-article.ts';
import { recordPublication } from './record-publication.ts';
import { requireArticle } from './require-article.ts';
import { resolveFolder } from './resolve-folder.ts';

/** A new article: a draft in Review and Approvals, or live at once where the workspace allows it. */
export async function createArticle(ctx: Context, input: Static<typeof CreateArticle>) {
  const folderId = await resolveFolder(ctx, input.parentFolderId);
  if (input.isDraft) {
    return presentArticle(await createDraft(ctx, { content: input, folderId, origin: 'api', original: null }));
  }
  await allowDirectPublish(ctx);
  const articleId = uuidv7(ctx.now().getTime());
  await insertArticle(ctx.session, ctx.workspaceId, {
    articleId,
    folderId,
    state: 'live',
    ...contentOf(input),
    origin: 'api',
    originalArticleId: null,
    originalArticleVersion: null,
  });
  const article = await requireArticle(ctx, articleId);
  await recordPublication(ctx, article);
  await audit(ctx, { action: 'article.published_directly', targetKind: 'article', targetId: articleId });
  return presentArticle(article);
}

export interface NewDraft {
  content: ArticleContent;
  folderId: string | null;
  origin: ArticleOrigin;
  /** The live article that it will update. */
  original: { articleId: string; version: number } | null;
  findings?: ReviewFindings;
}

/** A draft with its place in the review queue. */
export async function createDraft(ctx: Context, draft: NewDraft) {
  const articleId = uuidv7(ctx.now().getTime());
  await insertArticle(ctx.session, ctx.workspaceId, {
    articleId,
    folderId: draft.folderId,
    state: 'draft',
    ...contentOf(draft.content),
    origin: draft.origin,
    originalArticleId: draft.original?.articleId ?? null,
    originalArticleVersion: draft.original?.version ?? null,
  });
  const article = await requireArticle(ctx, articleId);
  await openReview(ctx, article, draft.findings);
  return article;
}

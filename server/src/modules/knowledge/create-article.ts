import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { type Article, type ArticleContent, type ArticleOrigin, contentOf } from './article.types.ts';
import { insertArticle } from './articles.queries.ts';
import type { CreateArticle } from './articles.schemas.ts';
import { allowDirectPublish } from './direct-publish.ts';
import { draftChanged } from './knowledge.events.ts';
import { openReview, type ReviewFindings } from './open-review.ts';
import { presentArticle } from './present-article.ts';
import { recordPublication } from './record-publication.ts';
import { requireArticle } from './require-article.ts';
import { resolveFolder } from './resolve-folder.ts';

/** A new article: a draft in Review and Approvals, or live at once where the workspace allows it. */
export async function createArticle(ctx: Context, input: Static<typeof CreateArticle>) {
  const folderId = await resolveFolder(ctx, input.parentFolderId);
  if (input.isDraft) {
    const { article } = await createDraft(ctx, { content: input, folderId, origin: 'api', original: null });
    return presentArticle(article);
  }
  await allowDirectPublish(ctx);
  return presentArticle(await createLive(ctx, { content: input, folderId, origin: 'api', documentId: null }));
}

/** A new article that answers at once; audited. The caller has made sure that the workspace allows it. */
export async function createLive(
  ctx: Context,
  { content, ...article }: Pick<Article, 'folderId' | 'origin' | 'documentId'> & { content: ArticleContent },
): Promise<Article> {
  const articleId = uuidv7(ctx.now().getTime());
  await insertArticle(ctx.session, ctx.workspaceId, {
    articleId,
    state: 'live',
    ...article,
    ...contentOf(content),
    originalArticleId: null,
    originalArticleVersion: null,
  });
  const live = await requireArticle(ctx, articleId);
  await recordPublication(ctx, live);
  await audit(ctx, { action: 'article.published_directly', targetKind: 'article', targetId: articleId });
  return live;
}

export interface NewDraft {
  content: ArticleContent;
  folderId: string | null;
  origin: ArticleOrigin;
  /** The live article that it will update. */
  original: { articleId: string; version: number } | null;
  /** What was found by comparing it; without, that is done in the worker. */
  findings?: ReviewFindings;
  /** The document that it comes from as a new article. */
  documentId?: string | null;
}

/** A draft with its place in the review queue. */
export async function createDraft(ctx: Context, draft: NewDraft): Promise<{ article: Article; reviewId: string }> {
  const articleId = uuidv7(ctx.now().getTime());
  await insertArticle(ctx.session, ctx.workspaceId, {
    articleId,
    folderId: draft.folderId,
    state: 'draft',
    ...contentOf(draft.content),
    origin: draft.origin,
    originalArticleId: draft.original?.articleId ?? null,
    originalArticleVersion: draft.original?.version ?? null,
    documentId: draft.documentId ?? null,
  });
  const article = await requireArticle(ctx, articleId);
  if (!draft.findings) await ctx.events.publish(ctx, draftChanged, { articleId });
  return { article, reviewId: await openReview(ctx, article, draft.findings) };
}

import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import type { Article } from './article.types.ts';
import { reviewCreated } from './knowledge.events.ts';
import { insertReview, type ReviewRow } from './reviews.queries.ts';

/** What speaks for and against a draft, as far as it was looked for. */
export type ReviewFindings = Pick<ReviewRow, 'reason' | 'evidence' | 'duplicates' | 'conflicts'>;

const NOTHING_FOUND: ReviewFindings = { reason: null, evidence: [], duplicates: [], conflicts: [] };

/** Puts a draft into the queue of Review and Approvals; answers the id of the review. */
export async function openReview(
  ctx: Context,
  draft: Article,
  findings: ReviewFindings = NOTHING_FOUND,
): Promise<string> {
  const reviewId = uuidv7(ctx.now().getTime());
  const operation = draft.originalArticleId === null ? 'ADD_ARTICLE_TO_FOLDER' : 'UPDATE_ARTICLE';
  await insertReview(ctx.session, ctx.workspaceId, {
    reviewId,
    draftId: draft.articleId,
    originalArticleId: draft.originalArticleId,
    operation,
    title: draft.title,
    origin: draft.origin,
    ...findings,
  });
  await ctx.events.publish(ctx, reviewCreated, { reviewId, articleId: draft.articleId, title: draft.title, operation });
  return reviewId;
}

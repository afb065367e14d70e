import type { Static } from 'typebox';
import { nameActors } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { selectArticlesByIds } from './articles.queries.ts';
import { diffContents } from './diff-contents.ts';
import { reviewNotFound } from './knowledge.errors.ts';
import { presentArticle } from './present-article.ts';
import { type ReviewRow, selectReview, selectReviewedArticles, selectReviews } from './reviews.queries.ts';
import type { ListReviewsQuery, Review, ReviewDetails, ReviewList } from './reviews.schemas.ts';

export async function listReviews(
  ctx: Context,
  query: Static<typeof ListReviewsQuery>,
): Promise<Static<typeof ReviewList>> {
  const limit = query.limit ?? 100;
  const page = { status: query.status, limit: limit + 1, before: query.cursor };
  const rows = await selectReviews(ctx.session, ctx.workspaceId, page);
  const shown = rows.slice(0, limit);
  const names = await nameActors(
    ctx,
    shown.map(({ decidedBy }) => decidedBy),
  );
  return {
    reviews: shown.map((row) => presentReview(row, names)),
    nextCursor: rows.length > limit ? (shown.at(-1)?.reviewId ?? null) : null,
  };
}

/** All that a reviewer decides on: the draft beside what is live, and what was found about it. */
export async function getReview(ctx: Context, reviewId: string): Promise<Static<typeof ReviewDetails>> {
  const review = await requireReview(ctx, reviewId);
  const ids = [review.draftId, review.originalArticleId].filter((id) => id !== null);
  const articles = await selectArticlesByIds(ctx.session, ctx.workspaceId, ids);
  const draft = articles.find(({ articleId }) => articleId === review.draftId);
  const live = articles.find(({ articleId }) => articleId === review.originalArticleId);
  return {
    ...presentReview(review, await nameActors(ctx, [review.decidedBy])),
    draft: draft ? presentArticle(draft) : null,
    live: live ? presentArticle(live) : null,
    decidedContent: review.decidedContent && { ...review.decidedContent },
    diff: draft && live ? diffContents(live, draft) : [],
    evidence: review.evidence,
    duplicates: review.duplicates,
    conflicts: review.conflicts,
  };
}

/** `lock`: nobody else decides it until the transaction ends. */
export async function requireReview(ctx: Context, reviewId: string, lock = false): Promise<ReviewRow> {
  const review = await selectReview(ctx.session, ctx.workspaceId, reviewId, lock);
  if (!review) throw new AppError(reviewNotFound, 'There is no review with this id in this workspace.');
  return review;
}

const presentReview = (review: ReviewRow, names: ReadonlyMap<string, string>): Static<typeof Review> => ({
  id: review.reviewId,
  status: review.status,
  operation: review.operation,
  title: review.title,
  origin: review.origin,
  reason: review.reason,
  draftArticleId: review.draftId,
  originalArticleId: review.originalArticleId,
  publishedArticleId: review.publishedArticleId,
  decisionReason: review.decisionReason,
  decidedBy: review.decidedBy,
  decidedByName: review.decidedBy === null ? null : (names.get(review.decidedBy) ?? null),
  decidedAt: review.decidedAt?.toISOString() ?? null,
  createdAt: review.createdAt.toISOString(),
});

/** By review: the draft while it waits, the live article once it was approved, null when it was rejected. */
export const reviewedArticles = (ctx: Context, reviewIds: string[]): Promise<Map<string, string | null>> =>
  selectReviewedArticles(ctx.session, reviewIds);

import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { contentOf } from './article.types.ts';
import { deleteArticleRow, updateArticleRow } from './articles.queries.ts';
import { reviewDecided } from './knowledge.errors.ts';
import { publishDraft } from './publish-draft.ts';
import { getReview, requireReview } from './read-reviews.ts';
import { actorName, requireArticleForChange } from './require-article.ts';
import { closeReviewOfDraft, requestChangesOfReview } from './reviews.queries.ts';
import type { ApproveReview, DeclineReview } from './reviews.schemas.ts';

/** Publishes the draft, with the reviewer's last edits. Two reviewers at once: the second gets a 409. */
export async function approveReview(ctx: Context, reviewId: string, input: Static<typeof ApproveReview>) {
  const { review, draft } = await openForDecision(ctx, reviewId, input.version);
  if (input.edits) await updateArticleRow(ctx.session, draft.articleId, input.edits);
  const published = await publishDraft(ctx, draft.articleId);
  const details = { articleId: published.articleId, edited: input.edits !== undefined };
  await audit(ctx, { action: 'review.approved', targetKind: 'review', targetId: review.reviewId, details });
  return getReview(ctx, reviewId);
}

/** Ends the review. The draft is gone; the review keeps what it said. */
export async function rejectReview(ctx: Context, reviewId: string, input: Static<typeof DeclineReview>) {
  const { review, draft } = await openForDecision(ctx, reviewId, input.version);
  const end = {
    status: 'rejected',
    content: contentOf(draft),
    decidedBy: actorName(ctx),
    reason: input.reason,
  } as const;
  await closeReviewOfDraft(ctx.session, draft.articleId, end);
  await deleteArticleRow(ctx.session, draft.articleId);
  await audit(ctx, { action: 'review.rejected', targetKind: 'review', targetId: review.reviewId });
  return getReview(ctx, reviewId);
}

/** Sends the draft back to its author; a change of it brings it into the queue again. */
export async function requestChanges(ctx: Context, reviewId: string, input: Static<typeof DeclineReview>) {
  const { review } = await openForDecision(ctx, reviewId, input.version);
  await requestChangesOfReview(ctx.session, review.reviewId, { decidedBy: actorName(ctx), reason: input.reason });
  await audit(ctx, { action: 'review.changes_requested', targetKind: 'review', targetId: review.reviewId });
  return getReview(ctx, reviewId);
}

async function openForDecision(ctx: Context, reviewId: string, readVersion: number) {
  const review = await requireReview(ctx, reviewId, true);
  if (review.draftId === null || review.status === 'approved' || review.status === 'rejected') {
    throw new AppError(reviewDecided, `This review was ${review.status} by ${review.decidedBy ?? 'somebody'} already.`);
  }
  return { review, draft: await requireArticleForChange(ctx, review.draftId, readVersion) };
}

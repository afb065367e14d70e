import type { Context } from '#platform/context.ts';
import type { Article } from './article.types.ts';
import { selectArticlesByIds } from './articles.queries.ts';
import type { ReviewFindings } from './open-review.ts';
import { saveFindings, selectOpenReview } from './reviews.queries.ts';

/** A draft that waits, with its review; undefined when it is gone or decided. */
export async function openDraft(
  ctx: Context,
  draftId: string,
): Promise<{ draft: Article; reviewId: string } | undefined> {
  const review = await selectOpenReview(ctx.session, ctx.workspaceId, draftId);
  const [draft] = await selectArticlesByIds(ctx.session, ctx.workspaceId, [draftId]);
  return review && draft ? { draft, reviewId: review.reviewId } : undefined;
}

/** Shows reviewers what was found about a draft. */
export const recordFindings = (
  ctx: Context,
  reviewId: string,
  findings: Pick<ReviewFindings, 'duplicates' | 'conflicts'>,
) => saveFindings(ctx.session, reviewId, findings);

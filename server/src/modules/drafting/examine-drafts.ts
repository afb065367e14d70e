import { draftChanged, knownArticles, openDraft, recordFindings } from '#modules/knowledge/index.ts';
import { subscribe } from '#platform/events/events.ts';
import { createLibrary } from './engine/compare.ts';
import { findingsOf, toKnown } from './engine/plan-drafts.ts';

/**
 * Compares drafts that people write or change with what is live, so that a review shows near-duplicates and contradictions
 * of every draft, as it is now; in the worker, after the change has committed.
 */
export const examineDrafts = subscribe(draftChanged, 'examine-drafts', async (ctx, { data }) => {
  const waiting = await openDraft(ctx, data.articleId);
  if (!waiting) return;
  const { draft, reviewId } = waiting;
  const { live } = await knownArticles(ctx);
  const related = createLibrary(live.map(toKnown)).relatedTo(toKnown(draft));
  await recordFindings(ctx, reviewId, findingsOf(related, draft.originalArticleId));
});

import { findCategory } from '#modules/categorization/index.ts';
import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { findPageOf, updatePage } from './categorized-pages.queries.ts';
import { selectCompletedRun } from './results.queries.ts';

/** A corrected category shows in the list of the last completed run at once; the figures follow with the next run. */
export async function showCorrection(
  ctx: Context,
  correction: { userId: string; transactionId: string; categoryId: string | null },
) {
  const category = correction.categoryId === null ? undefined : findCategory(correction.categoryId);
  if (!category) return;
  const user = await requireUser(ctx, correction.userId);
  const run = await selectCompletedRun(ctx.session, user.userKey);
  const page = run && (await findPageOf(ctx.session, run.runId, correction.transactionId));
  if (!page) return;
  const entries = JSON.parse(`[${page.text}]`) as { transactionId: string }[];
  const texts = entries.map((entry) =>
    JSON.stringify(entry.transactionId === correction.transactionId ? { ...entry, ...decided(category) } : entry),
  );
  await updatePage(ctx.session, run.runId, page.page, texts.join(','));
}

const decided = (category: NonNullable<ReturnType<typeof findCategory>>) => ({
  category: { id: category.id, primary: category.primary, label: category.name.en },
  confidence: 1,
  confidenceLevel: 'VERY_HIGH',
  reason: 'A person corrected this',
  tags: category.tags,
});

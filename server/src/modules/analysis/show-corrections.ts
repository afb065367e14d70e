import { findCategory } from '#modules/categorization/index.ts';
import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { type Decided, findPagesOf, updatePage } from './categorized-pages.queries.ts';
import { selectCompletedRun } from './results.queries.ts';

type Entry = Decided & { transactionId: string };

const CORRECTED = 'A person corrected this';

/**
 * Corrected categories show in the list of the last completed run at once; the figures follow with the next run. One that
 * is taken back shows what the run had decided, unless it was in the run already: then the next one tells.
 */
export async function showCorrections(
  ctx: Context,
  change: { userId: string; corrections: readonly { transactionId: string; categoryId: string | null }[] },
) {
  const user = await requireUser(ctx, change.userId);
  const run = await selectCompletedRun(ctx.session, user.userKey);
  if (!run) return;
  const wanted = new Map(change.corrections.map(({ transactionId, categoryId }) => [transactionId, categoryId]));
  for await (const { page, text, decided } of findPagesOf(ctx.session, run.runId, new Set(wanted.keys()))) {
    const before: Record<string, Decided> = { ...decided };
    const texts = (JSON.parse(`[${text}]`) as Entry[]).map((entry) => {
      const categoryId = wanted.get(entry.transactionId);
      return JSON.stringify(categoryId === undefined ? entry : corrected(entry, categoryId, before));
    });
    await updatePage(ctx.session, run.runId, page, texts.join(','), before);
  }
}

/** Keeps in `before` what it takes the place of, or takes it from there. */
function corrected(entry: Entry, categoryId: string | null, before: Record<string, Decided>): Entry {
  const { transactionId, category, confidence, confidenceLevel, reason, tags } = entry;
  if (categoryId === null) {
    const decided = before[transactionId];
    delete before[transactionId];
    return { ...entry, ...decided };
  }
  if (reason !== CORRECTED) before[transactionId] = { category, confidence, confidenceLevel, reason, tags };
  const known = findCategory(categoryId);
  if (!known) return entry;
  return {
    ...entry,
    category: { id: known.id, primary: known.primary, label: known.name.en },
    confidence: 1,
    confidenceLevel: 'VERY_HIGH',
    reason: CORRECTED,
    tags: known.tags,
  };
}

import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Session } from '#platform/db/database.ts';
import type { ArticleContent } from './article.types.ts';
import type { Conflict, Duplicate, Evidence } from './reviews.schemas.ts';

export interface ReviewRow {
  reviewId: string;
  draftId: string | null;
  originalArticleId: string | null;
  publishedArticleId: string | null;
  status: 'pending' | 'changes_requested' | 'approved' | 'rejected';
  operation: 'ADD_ARTICLE_TO_FOLDER' | 'UPDATE_ARTICLE';
  title: string;
  origin: string;
  reason: string | null;
  evidence: Static<typeof Evidence>[];
  duplicates: Static<typeof Duplicate>[];
  conflicts: Static<typeof Conflict>[];
  /** What the draft said when it was decided. */
  decidedContent: ArticleContent | null;
  decisionReason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  createdAt: Date;
}

const columns = [
  'review_id as reviewId',
  'draft_id as draftId',
  'original_article_id as originalArticleId',
  'published_article_id as publishedArticleId',
  'status',
  'operation',
  'title',
  'origin',
  'reason',
  'evidence',
  'duplicates',
  'conflicts',
  'decided_content as decidedContent',
  'decision_reason as decisionReason',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
  'created_at as createdAt',
] as const;

export type NewReview = Pick<
  ReviewRow,
  | 'reviewId'
  | 'operation'
  | 'title'
  | 'origin'
  | 'reason'
  | 'evidence'
  | 'duplicates'
  | 'conflicts'
  | 'originalArticleId'
> & { draftId: string };

export async function insertReview(session: Session, workspaceId: string, review: NewReview) {
  await session.kysely
    .insertInto('reviews')
    .values({
      review_id: review.reviewId,
      workspace_id: workspaceId,
      draft_id: review.draftId,
      original_article_id: review.originalArticleId,
      status: 'pending',
      operation: review.operation,
      title: review.title,
      origin: review.origin,
      reason: review.reason,
      evidence: JSON.stringify(review.evidence),
      duplicates: JSON.stringify(review.duplicates),
      conflicts: JSON.stringify(review.conflicts),
    })
    .execute();
}

export async function selectReviews(
  session: Session,
  workspaceId: string,
  page: { status?: ReviewRow['status']; limit: number; before?: string },
): Promise<ReviewRow[]> {
  let query = session.kysely
    .selectFrom('reviews')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('review_id', 'desc')
    .limit(page.limit);
  if (page.status) query = query.where('status', '=', page.status);
  if (page.before) query = query.where('review_id', '<', page.before);
  return (await query.execute()) as unknown as ReviewRow[];
}

/** One review; `lock` keeps others from deciding it until the transaction ends. */
export async function selectReview(
  session: Session,
  workspaceId: string,
  reviewId: string,
  lock = false,
): Promise<ReviewRow | undefined> {
  let query = session.kysely
    .selectFrom('reviews')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`review_id::text = ${reviewId}`);
  if (lock) query = query.forUpdate();
  return (await query.executeTakeFirst()) as unknown as ReviewRow | undefined;
}

export async function requestChangesOfReview(
  session: Session,
  reviewId: string,
  decision: { decidedBy: string; reason: string },
) {
  await session.kysely
    .updateTable('reviews')
    .set({
      status: 'changes_requested',
      decision_reason: decision.reason,
      decided_by: decision.decidedBy,
      decided_at: sql<Date>`now()`,
      updated_at: sql<Date>`now()`,
    })
    .where('review_id', '=', reviewId)
    .execute();
}

/** A changed draft waits for a reviewer again. */
export async function reopenReviewOfDraft(session: Session, draftId: string, title: string) {
  await session.kysely
    .updateTable('reviews')
    .set({ status: 'pending', title, updated_at: sql<Date>`now()` })
    .where('draft_id', '=', draftId)
    .where('status', 'in', ['pending', 'changes_requested'])
    .execute();
}

export interface ReviewEnd {
  status: 'approved' | 'rejected';
  content: ArticleContent;
  decidedBy: string;
  reason: string | null;
  publishedArticleId?: string;
}

export async function closeReviewOfDraft(session: Session, draftId: string, end: ReviewEnd) {
  await session.kysely
    .updateTable('reviews')
    .set({
      status: end.status,
      decided_content: JSON.stringify(end.content),
      decision_reason: end.reason,
      decided_by: end.decidedBy,
      decided_at: sql<Date>`now()`,
      published_article_id: end.publishedArticleId ?? null,
      updated_at: sql<Date>`now()`,
    })
    .where('draft_id', '=', draftId)
    .where('status', 'in', ['pending', 'changes_requested'])
    .execute();
}

export async function selectSettings(session: Session, workspaceId: string): Promise<{ reviewRequired: boolean }> {
  const row = await session.kysely
    .selectFrom('knowledge_settings')
    .select('review_required as reviewRequired')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return { reviewRequired: row?.reviewRequired ?? false };
}

export async function saveSettings(session: Session, workspaceId: string, settings: { reviewRequired: boolean }) {
  await session.kysely
    .insertInto('knowledge_settings')
    .values({ workspace_id: workspaceId, review_required: settings.reviewRequired })
    .onConflict((conflict) =>
      conflict
        .column('workspace_id')
        .doUpdateSet({ review_required: settings.reviewRequired, updated_at: sql<Date>`now()` }),
    )
    .execute();
}

/** What became of the drafts of these reviews: the draft while it waits, the live article once it was approved. */
export async function selectReviewedArticles(
  session: Session,
  reviewIds: string[],
): Promise<Map<string, string | null>> {
  if (reviewIds.length === 0) return new Map();
  const rows = await session.query<{ reviewId: string; articleId: string | null }>(
    `select review_id as "reviewId", coalesce(published_article_id, draft_id) as "articleId"
     from reviews where review_id = any($1)`,
    [reviewIds],
  );
  return new Map(rows.map(({ reviewId, articleId }) => [reviewId, articleId]));
}

/** What was found about a draft after it came into the queue, or was changed in it. */
export async function saveFindings(
  session: Session,
  reviewId: string,
  findings: Pick<ReviewRow, 'duplicates' | 'conflicts'>,
) {
  await session.kysely
    .updateTable('reviews')
    .set({ duplicates: JSON.stringify(findings.duplicates), conflicts: JSON.stringify(findings.conflicts) })
    .where('review_id', '=', reviewId)
    .execute();
}

/** The review that a draft waits in; undefined once it is decided. */
export async function selectOpenReview(
  session: Session,
  workspaceId: string,
  draftId: string,
): Promise<ReviewRow | undefined> {
  const row = await session.kysely
    .selectFrom('reviews')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('draft_id', '=', draftId)
    .where('status', 'in', ['pending', 'changes_requested'])
    .executeTakeFirst();
  return row as unknown as ReviewRow | undefined;
}

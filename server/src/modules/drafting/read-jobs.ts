import type { Static } from 'typebox';
import { reviewedArticles } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import { noSuchJob } from './drafting.errors.ts';
import { type JobRow, selectJobs, selectJobsByIds } from './drafting.queries.ts';
import type { JobDetails, JobState, ListJobsQuery } from './drafting.schemas.ts';

/** How far jobs are, in the order in which they were asked for; a 404 when one of them does not exist. */
export async function getJobStates(ctx: Context, jobIds: string[]): Promise<{ jobs: Static<typeof JobState>[] }> {
  const ids = [...new Set(jobIds)];
  const jobs = new Map((await selectJobsByIds(ctx.session, ctx.workspaceId, ids)).map((job) => [job.jobId, job]));
  const found = ids.map((id) => jobs.get(id)).filter((job) => job !== undefined);
  if (found.length < ids.length) throw noSuchJob();
  const written = await articlesOf(ctx, found);
  return { jobs: found.map((job) => presentState(job, written)) };
}

export async function getJob(ctx: Context, jobId: string): Promise<Static<typeof JobDetails>> {
  const [job] = await selectJobsByIds(ctx.session, ctx.workspaceId, [jobId]);
  if (!job) throw noSuchJob();
  return presentDetails(job, await articlesOf(ctx, [job]));
}

/** Newest first. */
export async function listJobs(ctx: Context, query: Static<typeof ListJobsQuery>) {
  const limit = query.limit ?? 50;
  const rows = await selectJobs(ctx.session, ctx.workspaceId, { limit: limit + 1, before: query.cursor ?? null });
  const shown = rows.slice(0, limit);
  const written = await articlesOf(ctx, shown);
  return {
    jobs: shown.map((job) => presentDetails(job, written)),
    nextCursor: rows.length > limit ? (shown.at(-1)?.jobId ?? null) : null,
  };
}

type Written = ReadonlyMap<string, string | null>;

const articlesOf = (ctx: Context, jobs: JobRow[]): Promise<Written> =>
  reviewedArticles(
    ctx,
    jobs.flatMap(({ outcomes }) => outcomes.map(({ reviewId }) => reviewId)).filter((id) => id !== null),
  );

/** What was written is found by its review: a draft of a live article becomes part of that when it is approved. */
const articleOf = ({ reviewId, articleId }: JobRow['outcomes'][number], written: Written) =>
  reviewId === null ? articleId : (written.get(reviewId) ?? null);

function presentState(job: JobRow, written: Written): Static<typeof JobState> {
  const first = job.outcomes.find((outcome) => outcome.written);
  return {
    id: job.jobId,
    jobStatus: job.status,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    completedAt: job.completedAt?.toISOString() ?? null,
    hcArticleId: first ? articleOf(first, written) : null,
  };
}

const presentDetails = (job: JobRow, written: Written): Static<typeof JobDetails> => ({
  ...presentState(job, written),
  kind: job.kind,
  origin: job.origin,
  documentId: job.documentId,
  hcEventId: job.eventId,
  botId: job.botId,
  isDraft: job.isDraft,
  error: job.error,
  outcomes: job.outcomes.map((outcome) => ({
    operation: outcome.operation,
    title: outcome.title,
    reason: outcome.reason,
    articleId: articleOf(outcome, written),
    reviewId: outcome.reviewId,
  })),
});

import { knownArticles, linkDocument, listFolders, requireDocument } from '#modules/knowledge/index.ts';
import { type OpenedModel, openModel } from '#modules/language-model/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import {
  endJob,
  isAnotherRunning,
  type JobRow,
  lockJobs,
  type Outcome,
  selectJobsByIds,
  selectNextJob,
  startJob,
} from './drafting.queries.ts';
import { type DraftingJobData, draftingQueue } from './drafting.queue.ts';
import type { FolderProfile } from './engine/choose-folder.ts';
import { planDrafts, type Situation } from './engine/plan-drafts.ts';
import { writeDraft } from './engine/write-draft.ts';
import { type Gathered, gatherProposals, JobImpossible } from './gather-proposals.ts';
import { isOutdated, storePlan } from './store-plan.ts';
import { createModelWriter } from './write-with-model.ts';

/** A job that this process works on. */
export interface ClaimedJob extends JobRow {
  attempt: number;
}

/** While a document is still being read, its job looks again after so long. */
const LOOK_AGAIN_SECONDS = 2;
const MOST_PLANS = 3;

/**
 * Works on a job: claims it, gathers and plans without holding anything, and stores all of the plan or nothing. One job of a
 * workspace at a time, in the order in which they were requested, so that each sees what the one before wrote; who finds
 * another one running leaves, and the end of that one calls the next. A process that dies leaves the job to be claimed again.
 */
export async function runJob(
  services: Services,
  { workspaceId, jobId }: DraftingJobData,
  messageId: string,
): Promise<void> {
  const job = await withWorkspace(services, workspaceId, (ctx) => claimJob(ctx, jobId, messageId));
  if (!job) return;
  try {
    for (let plans = 1; ; plans++) {
      const { gathered, situation, model } = await withWorkspace(services, workspaceId, (ctx) => prepare(ctx, job));
      // What is published without a review stays in the words of the source.
      const write = model && job.isDraft ? createModelWriter(services, model, job.instructions) : writeDraft;
      const planned = await planDrafts({ ...situation, write });
      const isDone = await withWorkspace(services, workspaceId, async (ctx) => {
        if (plans < MOST_PLANS && (await isOutdated(ctx, planned))) return false;
        await finishJob(ctx, job, gathered, () => storePlan(ctx, job, planned, model !== null));
        return true;
      });
      if (isDone) return;
    }
  } catch (error) {
    if (!(error instanceof JobImpossible || error instanceof AppError)) throw error;
    await withWorkspace(services, workspaceId, (ctx) => failJob(ctx, job, error.message));
  }
}

/**
 * Undefined when there is nothing to do now: it is done, it runs or another one does, or its document is still being read. What is
 * in progress is begun again only by the message that began it: then its process has died.
 */
async function claimJob(ctx: Context, jobId: string, messageId: string): Promise<ClaimedJob | undefined> {
  await lockJobs(ctx.session, ctx.workspaceId);
  const [job] = await selectJobsByIds(ctx.session, ctx.workspaceId, [jobId]);
  if (!job || job.status === 'COMPLETED' || job.status === 'FAILED') return undefined;
  if (job.status === 'IN_PROGRESS' && job.claimedBy !== messageId) return undefined;
  if (await isAnotherRunning(ctx.session, ctx.workspaceId, jobId)) return undefined;
  if (job.documentId !== null && (await isBeingRead(ctx, job.documentId))) {
    await ctx.jobs.send(
      ctx,
      draftingQueue,
      { workspaceId: ctx.workspaceId, jobId },
      { afterSeconds: LOOK_AGAIN_SECONDS },
    );
    await callNext(ctx, jobId);
    return undefined;
  }
  const attempt = await startJob(ctx.session, jobId, messageId);
  if (job.documentId !== null) await noteAtDocument(ctx, job, 'IN_PROGRESS');
  return { ...job, attempt };
}

async function isBeingRead(ctx: Context, documentId: string): Promise<boolean> {
  const { state } = await requireDocument(ctx, documentId);
  return state === 'pending' || state === 'reading';
}

interface Prepared {
  gathered: Gathered;
  situation: Omit<Situation, 'write'>;
  model: OpenedModel | null;
}

async function prepare(ctx: Context, job: JobRow): Promise<Prepared> {
  const gathered = await gatherProposals(ctx, job);
  const { live, drafts } = await knownArticles(ctx);
  const articlesIn = Map.groupBy(live, ({ folderId }) => folderId);
  const folders = (await listFolders(ctx, job.botId)).map(
    ({ folderId, title, description }): FolderProfile => ({
      folderId,
      title,
      description,
      articles: (articlesIn.get(folderId) ?? []).map((article) => article.title),
    }),
  );
  return {
    gathered,
    situation: {
      proposals: gathered.proposals,
      live,
      waiting: drafts,
      folders,
      allowed: new Set(job.allowedOperations),
    },
    model: await openModel(ctx),
  };
}

/** Ends a job with what `store` writes, in one transaction; does nothing when another attempt has ended it already. */
async function finishJob(ctx: Context, job: ClaimedJob, gathered: Gathered, store: () => Promise<Outcome[]>) {
  await lockJobs(ctx.session, ctx.workspaceId);
  const [now] = await selectJobsByIds(ctx.session, ctx.workspaceId, [job.jobId]);
  if (now?.attempt !== job.attempt || now.status !== 'IN_PROGRESS') return;
  const outcomes = [...(await store()), ...gathered.outcomes];
  await endJob(ctx.session, job.jobId, job.attempt, { status: 'COMPLETED', outcomes, error: null });
  await noteAtDocument(ctx, job, 'COMPLETED', outcomes, gathered.documentText);
  await callNext(ctx, null);
}

/** Ends a job that can't do what it was asked for, and calls the next. */
export async function failJob(ctx: Context, job: Pick<JobRow, 'jobId' | 'attempt' | 'documentId'>, error: string) {
  await lockJobs(ctx.session, ctx.workspaceId);
  if (await endJob(ctx.session, job.jobId, job.attempt, { status: 'FAILED', outcomes: [], error })) {
    await noteAtDocument(ctx, job, 'FAILED');
  }
  await callNext(ctx, null);
}

async function noteAtDocument(
  ctx: Context,
  { documentId, jobId }: Pick<JobRow, 'documentId' | 'jobId'>,
  jobStatus: string,
  outcomes: Outcome[] = [],
  read: string[] | null = null,
) {
  if (documentId === null) return;
  const first = outcomes.find(({ written }) => written) ?? outcomes[0];
  const link = {
    jobId,
    jobStatus,
    articleId: first?.articleId ?? null,
    operation: first?.operation ?? null,
    reason: first?.reason ?? null,
  };
  await linkDocument(ctx, documentId, link, read);
}

async function callNext(ctx: Context, afterJobId: string | null) {
  const next = await selectNextJob(ctx.session, ctx.workspaceId, afterJobId);
  if (next) await ctx.jobs.send(ctx, draftingQueue, { workspaceId: ctx.workspaceId, jobId: next });
}

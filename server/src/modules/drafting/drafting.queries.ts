import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import type { Operation } from './engine/drafting.types.ts';

export type JobStatus = 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
export type JobOrigin = 'sources' | 'generated' | 'inbox';

/** What was decided about one part of what a job looked at. */
export interface Outcome {
  operation: Operation;
  title: string;
  reason: string;
  /** The article that was published directly, is to be changed, or says it already. */
  articleId: string | null;
  /** The review of the draft that was written. */
  reviewId: string | null;
  /** Whether an article or a draft was written. */
  written: boolean;
}

export interface JobRow {
  jobId: string;
  kind: 'knowledge' | 'magic';
  status: JobStatus;
  attempt: number;
  /** The message of the queue that began it. */
  claimedBy: string | null;
  origin: JobOrigin;
  /** Of unanswered questions: the one that the job is about; empty: all of them. */
  candidateKnowledge: string;
  documentId: string | null;
  eventId: string | null;
  botId: string | null;
  allowedOperations: Operation[];
  instructions: string;
  isDraft: boolean;
  askedSince: Date | null;
  askedUntil: Date | null;
  askedAtLeast: number | null;
  /** Who asked for it, as the audit log names them. */
  requestedBy: string;
  error: string | null;
  outcomes: Outcome[];
  createdAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
}

type Row = JobRow & Record<string, unknown>;

const columns = `job_id as "jobId", kind, status, attempt, claimed_by as "claimedBy", origin, candidate_knowledge as "candidateKnowledge",
  document_id as "documentId", event_id as "eventId", bot_id as "botId", allowed_operations as "allowedOperations",
  instructions, is_draft as "isDraft", asked_since as "askedSince", asked_until as "askedUntil",
  asked_at_least as "askedAtLeast", requested_by as "requestedBy", error, outcomes, created_at as "createdAt",
  started_at as "startedAt", completed_at as "completedAt"`;

/** A job that is in progress for longer than this has lost its worker, and holds up nobody. */
const LOST_AFTER = `interval '15 minutes'`;

export type NewJob = Omit<
  JobRow,
  'status' | 'attempt' | 'claimedBy' | 'error' | 'outcomes' | 'createdAt' | 'startedAt' | 'completedAt'
>;

export async function insertJob(session: Session, workspaceId: string, job: NewJob) {
  await session.kysely
    .insertInto('drafting_jobs')
    .values({
      job_id: job.jobId,
      workspace_id: workspaceId,
      kind: job.kind,
      status: 'PENDING',
      origin: job.origin,
      candidate_knowledge: job.candidateKnowledge,
      document_id: job.documentId,
      event_id: job.eventId,
      bot_id: job.botId,
      allowed_operations: job.allowedOperations,
      instructions: job.instructions,
      is_draft: job.isDraft,
      asked_since: job.askedSince,
      asked_until: job.askedUntil,
      asked_at_least: job.askedAtLeast,
      requested_by: job.requestedBy,
    })
    .execute();
}

/** Those of `ids` that exist here; ids may be any text. */
export function selectJobsByIds(session: Session, workspaceId: string, ids: string[]): Promise<JobRow[]> {
  return session.query<Row>(`select ${columns} from drafting_jobs where workspace_id = $1 and job_id::text = any($2)`, [
    workspaceId,
    ids,
  ]);
}

/** Newest first. */
export function selectJobs(
  session: Session,
  workspaceId: string,
  page: { limit: number; before: string | null },
): Promise<JobRow[]> {
  return session.query<Row>(
    `select ${columns} from drafting_jobs where workspace_id = $1 and ($2::uuid is null or job_id < $2)
     order by job_id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
}

/** Orders those who begin and end jobs of a workspace; held until the transaction ends. */
export async function lockJobs(session: Session, workspaceId: string) {
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [workspaceId]);
}

/** Whether another job of the workspace is being worked on. */
export async function isAnotherRunning(session: Session, workspaceId: string, jobId: string): Promise<boolean> {
  const rows = await session.query(
    `select from drafting_jobs where workspace_id = $1 and job_id <> $2 and status = 'IN_PROGRESS'
       and started_at > now() - ${LOST_AFTER} limit 1`,
    [workspaceId, jobId],
  );
  return rows.length > 0;
}

/** Begins a job that waits, or one that was interrupted, for a message of the queue; answers the number of this attempt. */
export async function startJob(session: Session, jobId: string, messageId: string): Promise<number> {
  const { attempt } = await session.kysely
    .updateTable('drafting_jobs')
    .set((expression) => ({
      status: 'IN_PROGRESS',
      attempt: expression('attempt', '+', 1),
      claimed_by: messageId,
      started_at: sql<Date>`now()`,
    }))
    .where('job_id', '=', jobId)
    .returning('attempt')
    .executeTakeFirstOrThrow();
  return attempt;
}

/** The oldest job that waits, of those requested after `afterJobId` when it is given. */
export async function selectNextJob(
  session: Session,
  workspaceId: string,
  afterJobId: string | null,
): Promise<string | undefined> {
  const [row] = await session.query<{ jobId: string }>(
    `select job_id as "jobId" from drafting_jobs
     where workspace_id = $1 and status = 'PENDING' and ($2::uuid is null or job_id > $2) order by job_id limit 1`,
    [workspaceId, afterJobId],
  );
  return row?.jobId;
}

/** Ends a job; false when another attempt has taken over or ended it. */
export async function endJob(
  session: Session,
  jobId: string,
  attempt: number,
  end: { status: 'COMPLETED' | 'FAILED'; outcomes: Outcome[]; error: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await session.kysely
    .updateTable('drafting_jobs')
    .set({
      status: end.status,
      outcomes: JSON.stringify(end.outcomes),
      error: end.error,
      completed_at: sql<Date>`now()`,
    })
    .where('job_id', '=', jobId)
    .where('attempt', '=', attempt)
    .where('status', '=', 'IN_PROGRESS')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

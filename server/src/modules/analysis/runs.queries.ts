import { sql } from 'kysely';
import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';
import { unpackRows } from './categorized-pages.queries.ts';

export type RunStatus = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

export interface Run {
  runId: string;
  userKey: string;
  status: RunStatus;
  attempt: number;
}

export interface RunCounts {
  accounts: number;
  transactions: number;
  categories: number;
  contracts: number;
}

/** The lock under which runs of one user are queued, started, completed and cancelled; held until the transaction ends. */
export async function lockState(session: Session, workspaceId: string, userKey: string): Promise<void> {
  await session.prepared(
    'create_analysis_state',
    'insert into analysis_states (user_key, workspace_id) values ($1, $2) on conflict do nothing',
    [userKey, workspaceId],
  );
  await session.prepared('lock_analysis_state', 'select from analysis_states where user_key = $1 for update', [
    userKey,
  ]);
}

const RUN = 'run_id as "runId", user_key as "userKey", status, attempt';

export async function selectRun(session: Session, runId: string): Promise<Run | undefined> {
  const [row] = await session.prepared<Run & Record<string, unknown>>(
    'select_run',
    `select ${RUN} from analysis_runs where run_id = $1`,
    [runId],
  );
  return row;
}

/** The run of a user in a state that at most one run can have. */
export async function selectOpenRun(
  session: Session,
  userKey: string,
  status: 'queued' | 'running',
): Promise<Run | undefined> {
  const [row] = await session.prepared<Run & Record<string, unknown>>(
    `select_${status}_run`,
    `select ${RUN} from analysis_runs where user_key = $1 and status = '${status}'`,
    [userKey],
  );
  return row;
}

export async function insertRun(
  session: Session,
  run: { runId: string; workspaceId: string; userKey: string; trigger: 'manual' | 'automatic' },
) {
  await session.kysely
    .insertInto('analysis_runs')
    .values({
      run_id: run.runId,
      workspace_id: run.workspaceId,
      user_key: run.userKey,
      status: 'queued',
      trigger: run.trigger,
    })
    .execute();
}

/** Several calls may share one run; the same call asks once or twice (accounts and transactions changed). */
export async function insertCorrelation(
  session: Session,
  correlation: { correlationId: string; workspaceId: string; userKey: string; runId: string },
) {
  await session.kysely
    .insertInto('analysis_correlations')
    .values({
      correlation_id: correlation.correlationId,
      workspace_id: correlation.workspaceId,
      user_key: correlation.userKey,
      run_id: correlation.runId,
    })
    .onConflict((conflict) => conflict.column('correlation_id').doNothing())
    .execute();
}

export async function selectCorrelationIds(session: Session, runId: string): Promise<string[]> {
  const rows = await session.prepared<{ correlationId: string }>(
    'select_correlation_ids',
    'select correlation_id as "correlationId" from analysis_correlations where run_id = $1 order by 1',
    [runId],
  );
  return rows.map((row) => row.correlationId);
}

export async function markRunning(session: Session, runId: string): Promise<void> {
  await session.prepared(
    'mark_run_running',
    `update analysis_runs set status = 'running', attempt = attempt + 1, progress = 0, started_at = coalesce(started_at, now())
     where run_id = $1`,
    [runId],
  );
}

/**
 * Only the attempt that still runs may speak; answers false when it was cancelled or another took over. The transaction
 * does not wait for the disk when it commits: the progress of a run that a crash has ended is nothing to anybody.
 */
export async function noteProgress(
  session: Session,
  runId: string,
  attempt: number,
  progress: number,
): Promise<boolean> {
  const rows = await session.prepared(
    'note_progress',
    `update analysis_runs set progress = $3 where run_id = $1 and attempt = $2 and status = 'running'
     returning set_config('synchronous_commit', 'off', true)`,
    [runId, attempt, progress],
  );
  return rows.length > 0;
}

export async function markCompleted(session: Session, runId: string, counts: RunCounts): Promise<void> {
  await session.prepared(
    'mark_run_completed',
    `update analysis_runs set status = 'completed', progress = 1, completed_at = clock_timestamp(),
       account_count = $2, transaction_count = $3, category_count = $4, contract_count = $5 where run_id = $1`,
    [runId, counts.accounts, counts.transactions, counts.categories, counts.contracts],
  );
}

export async function markEnded(
  session: Session,
  runId: string,
  end: { status: 'failed' | 'cancelled'; errorCode?: string; errorMessage?: string },
): Promise<void> {
  await session.kysely
    .updateTable('analysis_runs')
    .set({
      status: end.status,
      completed_at: sql<Date>`clock_timestamp()`,
      error_code: end.errorCode ?? null,
      error_message: end.errorMessage ?? null,
    })
    .where('run_id', '=', runId)
    .execute();
}

export interface RunReport {
  correlationId: string;
  status: RunStatus;
  progress: number;
  createdAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  accountCount: number | null;
  transactionCount: number | null;
  categoryCount: number | null;
  contractCount: number | null;
  errorCode: string | null;
  errorMessage: string | null;
  runId: string;
}

const REPORT = `select c.correlation_id as "correlationId", r.run_id as "runId", r.status, r.progress, r.created_at as "createdAt",
    r.started_at as "startedAt", r.completed_at as "completedAt", r.account_count as "accountCount",
    r.transaction_count as "transactionCount", r.category_count as "categoryCount", r.contract_count as "contractCount",
    r.error_code as "errorCode", r.error_message as "errorMessage"
  from analysis_correlations c join analysis_runs r using (run_id) where c.user_key = $1`;

/** What a client polls. */
export async function selectReport(
  session: Session,
  userKey: string,
  correlationId: string,
): Promise<RunReport | undefined> {
  const [row] = await session.prepared<RunReport & Record<string, unknown>>(
    'select_report',
    `${REPORT} and c.correlation_id = $2`,
    [userKey, correlationId],
  );
  return row;
}

/** Newest first; `before` is the run and correlation of the last report shown. */
export async function selectReports(
  session: Session,
  userKey: string,
  page: { limit: number; before: { runId: string; correlationId: string } | null },
): Promise<RunReport[]> {
  return session.prepared<RunReport & Record<string, unknown>>(
    'select_reports',
    `${REPORT} and ($2::uuid is null or (r.run_id, c.correlation_id) < ($2, $3::uuid))
     order by r.run_id desc, c.correlation_id desc limit $4`,
    [userKey, page.before?.runId ?? null, page.before?.correlationId ?? null, page.limit],
  );
}

const TABLES = [
  'contract_decisions',
  'analysis_states',
  'categorized_pages',
  'analysis_results',
  'analysis_correlations',
  'analysis_runs',
] as const;

/** Every row of the module about a user; answers how many per table. */
export async function deleteAnalysesOfUser(session: Session, userKey: string): Promise<Record<string, number>> {
  const erased: Record<string, number> = {};
  for (const table of TABLES) {
    const { numDeletedRows } = await session.kysely
      .deleteFrom(table)
      .where('user_key', '=', userKey)
      .executeTakeFirst();
    erased[table] = Number(numDeletedRows);
  }
  return erased;
}

/** For the export: rows as they are stored. */
export function analysisRowsOfUser(session: Session, userKey: string) {
  return TABLES.map((table) => ({
    table,
    batches: () => {
      const rows = fetchInBatches(session, `select * from ${table} where user_key = $1`, [userKey], 100);
      return table === 'categorized_pages' ? unpackRows(rows) : rows;
    },
  }));
}

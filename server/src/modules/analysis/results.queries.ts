import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Session } from '#platform/db/database.ts';
import { whileWriting } from '#platform/db/writes-behind.ts';
import { insertPages, type PagesOfRun } from './categorized-pages.queries.ts';

export interface ResultRow {
  type: 'person' | 'company';
  completedRunId: string | null;
  name: string | null;
  body: string | null;
}

/**
 * The named results of a user's last completed run in one statement: who the user is, whether there is a run, and what
 * it found. No row: no such user. This is the hot read of the API.
 */
export async function selectResults(
  session: Session,
  workspaceId: string,
  userId: string,
  names: readonly string[],
): Promise<ResultRow[]> {
  return session.prepared<ResultRow & Record<string, unknown>>(
    'select_results',
    `select u.type, s.completed_run_id as "completedRunId", r.name, r.body
     from active_users u left join analysis_states s using (user_key)
     left join analysis_results r on r.run_id = s.completed_run_id and r.name = any($3)
     where u.workspace_id = $1 and u.user_id = $2`,
    [workspaceId, userId, names],
  );
}

export interface CompletedRun {
  runId: string;
  transactionCount: number;
}

/** The run that readers see. */
export async function selectCompletedRun(session: Session, userKey: string): Promise<CompletedRun | undefined> {
  const [row] = await session.prepared<CompletedRun & Record<string, unknown>>(
    'select_completed_run',
    `select r.run_id as "runId", r.transaction_count as "transactionCount"
     from analysis_states s join analysis_runs r on r.run_id = s.completed_run_id where s.user_key = $1`,
    [userKey],
  );
  return row;
}

export interface PagedRun {
  /** null: no completed run, or the pages of the asked one are gone. */
  runId: string | null;
  transactionCount: number;
  correlationId: string | null;
}

/**
 * The run whose pages a user reads: `runId`, or the last completed one when it is null. One statement, as it stands
 * before every page. Undefined: no such user.
 */
export async function selectPagedRun(
  session: Session,
  workspaceId: string,
  userId: string,
  runId: string | null,
): Promise<PagedRun | undefined> {
  const [row] = await session.prepared<PagedRun & Record<string, unknown>>(
    'select_paged_run',
    `select r.run_id as "runId", r.transaction_count as "transactionCount",
       (select c.correlation_id from analysis_correlations c where c.run_id = r.run_id order by 1 limit 1) as "correlationId"
     from active_users u left join analysis_states s using (user_key)
     left join analysis_runs r on r.run_id = coalesce($3::uuid, s.completed_run_id) and r.user_key = u.user_key
       and exists (select from analysis_results k where k.run_id = r.run_id)
     where u.workspace_id = $1 and u.user_id = $2`,
    [workspaceId, userId, runId],
  );
  return row;
}

/** The JSON text of one result of a completed run. */
export async function selectResultOfRun(session: Session, runId: string, name: string): Promise<string> {
  const [row] = await session.query<{ body: string }>(
    'select body from analysis_results where run_id = $1 and name = $2',
    [runId, name],
  );
  if (!row) throw new Error(`Run ${runId} has no result ${name}`);
  return row.body;
}

export async function updateResult(session: Session, runId: string, name: string, body: string): Promise<void> {
  await session.query('update analysis_results set body = $3 where run_id = $1 and name = $2', [runId, name, body]);
}

export interface StoredResult {
  name: string;
  /** JSON, as it goes over the wire. */
  body: string;
}

export interface StoredRun extends PagesOfRun {
  results: Iterable<StoredResult>;
}

/**
 * Writes a run's results and makes them what readers see; keeps those of the run before for cursors that page through it.
 * `storeMore` is what else belongs to the run. All of it is stored while what comes next is still being made.
 */
export async function storeResults(session: Session, run: StoredRun, storeMore: () => Promise<void>): Promise<void> {
  await whileWriting(async (behind) => {
    for (const result of run.results) {
      behind.write(() => insertResult(session, run, result));
      await nextTurn();
    }
    behind.write(() => deleteOldResults(session, run));
    behind.write(storeMore);
    await insertPages(session, run, behind);
  });
  await session.prepared('show_completed_run', 'update analysis_states set completed_run_id = $1 where user_key = $2', [
    run.runId,
    run.userKey,
  ]);
}

async function deleteOldResults(session: Session, run: StoredRun): Promise<void> {
  for (const table of ['analysis_results', 'categorized_pages'] as const) {
    await session.prepared(
      `delete_old_${table}`,
      `delete from ${table} where user_key = $2 and run_id <> $1
       and run_id is distinct from (select completed_run_id from analysis_states where user_key = $2)`,
      [run.runId, run.userKey],
    );
  }
}

async function insertResult(session: Session, run: StoredRun, { name, body }: StoredResult): Promise<void> {
  await session.prepared(
    'insert_result',
    'insert into analysis_results (run_id, workspace_id, user_key, name, body) values ($1, $2, $3, $4, $5)',
    [run.runId, run.workspaceId, run.userKey, name, body],
  );
}

import type { Session } from '#platform/db/database.ts';

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

/** A completed run whose pages are still kept. */
export async function selectKeptRun(
  session: Session,
  userKey: string,
  runId: string,
): Promise<CompletedRun | undefined> {
  const [row] = await session.query<CompletedRun & Record<string, unknown>>(
    `select r.run_id as "runId", r.transaction_count as "transactionCount" from analysis_runs r
     where r.user_key = $1 and r.run_id = $2 and exists (select from analysis_results where run_id = r.run_id)`,
    [userKey, runId],
  );
  return row;
}

export async function selectPages(session: Session, runId: string, from: number, to: number): Promise<string[]> {
  const rows = await session.prepared<{ body: string }>(
    'select_categorized_pages',
    'select body from categorized_pages where run_id = $1 and page between $2 and $3 order by page',
    [runId, from, to],
  );
  return rows.map((row) => row.body);
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

/** The page of a run that a transaction stands on. */
export async function selectPageOf(
  session: Session,
  runId: string,
  transactionId: string,
): Promise<{ page: number; body: string } | undefined> {
  const [row] = await session.query<{ page: number; body: string }>(
    'select page, body from categorized_pages where run_id = $1 and strpos(body, $2) > 0 order by page limit 1',
    [runId, `{"transactionId":${JSON.stringify(transactionId)},`],
  );
  return row;
}

export async function updatePage(session: Session, runId: string, page: number, body: string): Promise<void> {
  await session.query('update categorized_pages set body = $3 where run_id = $1 and page = $2', [runId, page, body]);
}

export interface StoredRun {
  runId: string;
  workspaceId: string;
  userKey: string;
  results: { name: string; body: string }[];
  pages: string[];
}

/** Writes a run's results and makes them what readers see; keeps those of the run before for cursors that page through it. */
export async function storeResults(session: Session, run: StoredRun): Promise<void> {
  const owner = [run.runId, run.workspaceId, run.userKey];
  await session.query(
    `insert into analysis_results (run_id, workspace_id, user_key, name, body)
     select $1, $2, $3, name, body from unnest($4::text[], $5::text[]) as r(name, body)`,
    [...owner, run.results.map((result) => result.name), run.results.map((result) => result.body)],
  );
  await session.query(
    `insert into categorized_pages (run_id, workspace_id, user_key, page, body)
     select $1, $2, $3, page - 1, body from unnest($4::text[]) with ordinality as p(body, page)`,
    [...owner, run.pages],
  );
  for (const table of ['analysis_results', 'categorized_pages'] as const) {
    await session.query(
      `delete from ${table} where user_key = $2 and run_id <> $1
       and run_id is distinct from (select completed_run_id from analysis_states where user_key = $2)`,
      [run.runId, run.userKey],
    );
  }
  await session.kysely
    .updateTable('analysis_states')
    .set({ completed_run_id: run.runId })
    .where('user_key', '=', run.userKey)
    .execute();
}

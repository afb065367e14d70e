import type { Session } from '#platform/db/database.ts';
import type { CaseResult, SuiteCase } from './suite.types.ts';

export interface SuiteRow {
  suiteId: string;
  botId: string;
  name: string;
  cases: SuiteCase[];
  createdAt: Date;
  updatedAt: Date;
}

export interface SuiteRunRow {
  suiteRunId: string;
  suiteId: string;
  draftId: string | null;
  status: 'PENDING' | 'COMPLETED' | 'FAILED';
  results: CaseResult[];
  error: string | null;
  requestedBy: string;
  /** Questions that were asked so far, of how many. */
  asked: number;
  toAsk: number;
  createdAt: Date;
  completedAt: Date | null;
}

const suiteColumns = `suite_id as "suiteId", bot_id as "botId", name, cases, created_at as "createdAt", updated_at as "updatedAt"`;
const runColumns = `suite_run_id as "suiteRunId", suite_id as "suiteId", draft_id as "draftId", status, results, error,
  requested_by as "requestedBy", asked, to_ask as "toAsk", created_at as "createdAt", completed_at as "completedAt"`;

export async function insertSuite(
  session: Session,
  workspaceId: string,
  suite: Pick<SuiteRow, 'suiteId' | 'botId' | 'name' | 'cases'>,
) {
  await session.query(
    'insert into test_suites (suite_id, workspace_id, bot_id, name, cases) values ($1, $2, $3, $4, $5)',
    [suite.suiteId, workspaceId, suite.botId, suite.name, JSON.stringify(suite.cases)],
  );
}

export async function updateSuiteRow(session: Session, suiteId: string, change: Pick<SuiteRow, 'name' | 'cases'>) {
  await session.query('update test_suites set name = $2, cases = $3, updated_at = now() where suite_id = $1', [
    suiteId,
    change.name,
    JSON.stringify(change.cases),
  ]);
}

export async function deleteSuiteRow(session: Session, suiteId: string) {
  await session.query('delete from test_suites where suite_id = $1', [suiteId]);
}

/** Newest first. */
export async function selectSuites(session: Session, workspaceId: string): Promise<SuiteRow[]> {
  return session.query<SuiteRow & Record<string, unknown>>(
    `select ${suiteColumns} from test_suites where workspace_id = $1 order by suite_id desc`,
    [workspaceId],
  );
}

export async function selectSuite(session: Session, workspaceId: string, suiteId: string) {
  const [row] = await session.query<SuiteRow & Record<string, unknown>>(
    `select ${suiteColumns} from test_suites where workspace_id = $1 and suite_id::text = $2`,
    [workspaceId, suiteId],
  );
  return row as SuiteRow | undefined;
}

export async function insertRun(
  session: Session,
  workspaceId: string,
  run: Pick<SuiteRunRow, 'suiteRunId' | 'suiteId' | 'draftId' | 'requestedBy'>,
) {
  await session.query(
    `insert into test_suite_runs (suite_run_id, workspace_id, suite_id, draft_id, status, requested_by)
     values ($1, $2, $3, $4, 'PENDING', $5)`,
    [run.suiteRunId, workspaceId, run.suiteId, run.draftId, run.requestedBy],
  );
}

/** How far a run is. */
export async function updateProgress(session: Session, suiteRunId: string, asked: number, toAsk: number) {
  await session.query(
    `update test_suite_runs set asked = $2, to_ask = $3 where suite_run_id = $1 and status = 'PENDING'`,
    [suiteRunId, asked, toAsk],
  );
}

export async function endRun(
  session: Session,
  suiteRunId: string,
  end: { status: 'COMPLETED' | 'FAILED'; results: CaseResult[]; error: string | null },
) {
  await session.query(
    `update test_suite_runs set status = $2, results = $3, error = $4, completed_at = now()
     where suite_run_id = $1 and status = 'PENDING'`,
    [suiteRunId, end.status, JSON.stringify(end.results), end.error],
  );
}

/** Newest first. */
export async function selectRuns(session: Session, suiteId: string, limit: number): Promise<SuiteRunRow[]> {
  return session.query<SuiteRunRow & Record<string, unknown>>(
    `select ${runColumns} from test_suite_runs where suite_id = $1 order by suite_run_id desc limit $2`,
    [suiteId, limit],
  );
}

export async function selectRun(session: Session, workspaceId: string, suiteRunId: string) {
  const [row] = await session.query<SuiteRunRow & Record<string, unknown>>(
    `select ${runColumns} from test_suite_runs where workspace_id = $1 and suite_run_id::text = $2`,
    [workspaceId, suiteRunId],
  );
  return row as SuiteRunRow | undefined;
}

/** The newest completed run of what is live, before the given one. */
export async function selectRunBefore(session: Session, { suiteId, suiteRunId }: SuiteRunRow) {
  const [row] = await session.query<SuiteRunRow & Record<string, unknown>>(
    `select ${runColumns} from test_suite_runs
     where suite_id = $1 and suite_run_id < $2 and status = 'COMPLETED' and draft_id is null
     order by suite_run_id desc limit 1`,
    [suiteId, suiteRunId],
  );
  return row as SuiteRunRow | undefined;
}

import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';
import type { RunRow } from './actions.types.ts';

const SELECT = `select run_id as "runId", action_id as "actionId", action_name as "actionName", bot_id as "botId", conversation_id as "conversationId",
    user_key as "userKey", environment, run_key as "runKey", state, has_written as "hasWritten", step, inputs, outputs, error_code as "errorCode",
    failure, message, settled_as as "settledAs", settled_by as "settledBy", settled_note as "settledNote", settled_at as "settledAt",
    started_at as "startedAt", ended_at as "endedAt"
  from action_runs where workspace_id = $1`;

type Row = RunRow & Record<string, unknown>;

export type NewRun = Pick<
  RunRow,
  | 'runId'
  | 'actionId'
  | 'actionName'
  | 'botId'
  | 'conversationId'
  | 'userKey'
  | 'environment'
  | 'runKey'
  | 'inputs'
  | 'startedAt'
>;

/** False when there is a run of this key already. */
export async function insertRun(session: Session, workspaceId: string, run: NewRun): Promise<boolean> {
  const rows = await session.query(
    `insert into action_runs (run_id, workspace_id, action_id, action_name, bot_id, conversation_id, user_key, environment, run_key, inputs, started_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'running') on conflict (workspace_id, run_key) do nothing returning run_id`,
    [
      run.runId,
      workspaceId,
      run.actionId,
      run.actionName,
      run.botId,
      run.conversationId,
      run.userKey,
      run.environment,
      run.runKey,
      JSON.stringify(run.inputs),
      run.startedAt,
    ],
  );
  return rows.length > 0;
}

/** Written and committed before the request goes out; false when the run has ended meanwhile, or is erased. */
export async function markWriting(session: Session, runId: string, step: string): Promise<boolean> {
  const rows = await session.query(
    `update action_runs set has_written = true, step = $2 where run_id = $1 and state = 'running' returning run_id`,
    [runId, step],
  );
  return rows.length > 0;
}

export type EndedRun = Pick<RunRow, 'runId' | 'state' | 'step' | 'outputs' | 'errorCode' | 'failure' | 'message'> & {
  endedAt: Date;
};

/** False when it has ended already: what was written first stays. */
export async function endRun(session: Session, run: EndedRun): Promise<boolean> {
  const rows = await session.query(
    `update action_runs set state = $2, step = coalesce($3, step), outputs = $4, error_code = $5, failure = $6, message = $7, ended_at = $8
     where run_id = $1 and state = 'running' returning run_id`,
    [run.runId, run.state, run.step, JSON.stringify(run.outputs), run.errorCode, run.failure, run.message, run.endedAt],
  );
  return rows.length > 0;
}

export async function selectRunByKey(
  session: Session,
  workspaceId: string,
  runKey: string,
): Promise<RunRow | undefined> {
  const [row] = await session.query<Row>(`${SELECT} and run_key = $2`, [workspaceId, runKey]);
  return row;
}

/** `lock`: nobody else changes it until the transaction ends. */
export async function selectRun(
  session: Session,
  workspaceId: string,
  runId: string,
  { lock }: { lock: boolean },
): Promise<RunRow | undefined> {
  const [row] = await session.query<Row>(`${SELECT} and run_id::text = $2${lock ? ' for update' : ''}`, [
    workspaceId,
    runId,
  ]);
  return row;
}

/** Newest first. */
export async function selectRuns(
  session: Session,
  workspaceId: string,
  { open, limit, cursor }: { open: boolean; limit: number; cursor: string | null },
): Promise<RunRow[]> {
  return session.query<Row>(
    `${SELECT} and (not $2 or (state = 'unknown' and settled_at is null)) and ($3::uuid is null or run_id < $3) order by run_id desc limit $4`,
    [workspaceId, open, cursor, limit],
  );
}

export async function settleRunRow(
  session: Session,
  runId: string,
  settled: { as: 'done' | 'not_done'; by: string; note: string | null; at: Date },
): Promise<void> {
  await session.query(
    'update action_runs set settled_as = $2, settled_by = $3, settled_note = $4, settled_at = $5 where run_id = $1',
    [runId, settled.as, settled.by, settled.note, settled.at],
  );
}

/** Of all workspaces: runs that began before `before` and never ended, because their process did. */
export async function selectAbandonedRuns(
  session: Session,
  before: Date,
): Promise<{ workspaceId: string; runId: string }[]> {
  return session.query('select workspace_id as "workspaceId", run_id as "runId" from abandoned_action_runs($1)', [
    before,
  ]);
}

/** Deletes runs of all workspaces; those that wait for a person stay. */
export async function deleteOldRuns(session: Session): Promise<void> {
  await session.query(`select delete_old_action_runs(interval '180 days')`);
}

/** Rows erased per table. */
export async function deleteRunsOfUser(session: Session, userKey: string): Promise<Record<string, number>> {
  const rows = await session.query('delete from action_runs where user_key = $1 returning run_id', [userKey]);
  return { action_runs: rows.length };
}

export const runRowsOfUser = (session: Session, userKey: string) => [
  {
    table: 'action_runs',
    batches: () => fetchInBatches(session, 'select * from action_runs where user_key = $1', [userKey]),
  },
];

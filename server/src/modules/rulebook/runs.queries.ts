import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';
import type { Outcome, RunnableRule, RunState } from './run/run.types.ts';

export interface StoredRun {
  runId: string;
  conversationId: string;
  /** null when the rule was deleted since. */
  ruleId: string | null;
  ruleVersion: number;
  /** As it was when the run began. */
  rule: RunnableRule & { name: string };
  state: RunState;
  updatedAt: Date;
}

type Row = StoredRun & Record<string, unknown>;

export async function insertRun(
  session: Session,
  workspaceId: string,
  run: Omit<StoredRun, 'updatedAt'> & { userKey: string | null },
) {
  await session.query(
    `insert into rule_runs (run_id, workspace_id, conversation_id, user_key, rule_id, rule_version, rule, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      run.runId,
      workspaceId,
      run.conversationId,
      run.userKey,
      run.ruleId,
      run.ruleVersion,
      JSON.stringify(run.rule),
      JSON.stringify(run.state),
    ],
  );
}

/** The run that the conversation is in the middle of. */
export async function selectOpenRun(session: Session, conversationId: string): Promise<StoredRun | undefined> {
  const [row] = await session.prepared<Row>(
    'select_open_rule_run',
    `select run_id as "runId", conversation_id as "conversationId", rule_id as "ruleId", rule_version as "ruleVersion", rule,
       state, updated_at as "updatedAt" from rule_runs where conversation_id = $1 and ended_at is null`,
    [conversationId],
  );
  return row;
}

export interface RunEnd {
  outcome: Outcome | 'timed_out';
  reason: string | null;
}

/**
 * Where the run stands now, and with `end` that it is over. False when it no longer stands where `before` says: another
 * process has taken it over from one that was thought dead.
 */
export async function updateRun(
  session: Session,
  { runId, state: before }: Pick<StoredRun, 'runId' | 'state'>,
  state: RunState,
  end: RunEnd | null,
): Promise<boolean> {
  const rows = await session.prepared(
    'update_rule_run',
    `update rule_runs set state = $3, outcome = $4, reason = $5, updated_at = now(),
       ended_at = case when $4::text is null then null else now() end
     where run_id = $1 and state = $2::jsonb and ended_at is null returning 1 as moved`,
    [runId, JSON.stringify(before), JSON.stringify(state), end?.outcome ?? null, end?.reason ?? null],
  );
  return rows.length > 0;
}

export async function deleteRunsOfUser(session: Session, userKey: string): Promise<Record<string, number>> {
  const rows = await session.query('delete from rule_runs where user_key = $1 returning 1 as gone', [userKey]);
  return { rule_runs: rows.length };
}

export const runRowsOfUser = (session: Session, userKey: string) => [
  {
    table: 'rule_runs',
    batches: () => fetchInBatches(session, 'select * from rule_runs where user_key = $1', [userKey]),
  },
];

import type { Session } from '#platform/db/database.ts';
import type { OperatorRole } from '../roles.ts';

/** Asked before a workspace is known; the function answers for this one email. */
export async function findOperator(session: Session, email: string) {
  const [row] = await session.query<{ operator_id: string; workspace_id: string }>('select * from find_operator($1)', [
    email,
  ]);
  return row && { operatorId: row.operator_id, workspaceId: row.workspace_id };
}

export interface OperatorRow {
  operatorId: string;
  email: string;
  name: string;
  role: OperatorRole;
  passwordHash: string;
  sealedTotpSecret: string | null;
  totpConfirmedAt: Date | null;
  totpLastStep: number;
  createdAt: Date;
  lastSeenAt: Date | null;
}

const COLUMNS = [
  'operator_id as operatorId',
  'email',
  'name',
  'role',
  'password_hash as passwordHash',
  'sealed_totp_secret as sealedTotpSecret',
  'totp_confirmed_at as totpConfirmedAt',
  'totp_last_step as totpLastStep',
  'created_at as createdAt',
  'last_seen_at as lastSeenAt',
] as const;

/** Oldest first. */
export async function selectOperators(session: Session, workspaceId: string): Promise<OperatorRow[]> {
  const rows = await session.kysely
    .selectFrom('operators')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .orderBy('operator_id')
    .execute();
  return rows as OperatorRow[];
}

/** `lock` keeps every other change of the row waiting until the transaction ends. */
export async function selectOperator(
  session: Session,
  workspaceId: string,
  operatorId: string,
  lock = false,
): Promise<OperatorRow | undefined> {
  const query = session.kysely
    .selectFrom('operators')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('operator_id', '=', operatorId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) as OperatorRow | undefined;
}

/** The owners of the workspace, locked, so that two can not leave at once. */
export async function lockOwners(session: Session, workspaceId: string): Promise<string[]> {
  const rows = await session.query<{ operator_id: string }>(
    `select operator_id from operators where workspace_id = $1 and role = 'owner' order by operator_id for update`,
    [workspaceId],
  );
  return rows.map((row) => row.operator_id);
}

export async function insertOperator(
  session: Session,
  operator: {
    operatorId: string;
    workspaceId: string;
    email: string;
    name: string;
    passwordHash: string;
    role: OperatorRole;
  },
) {
  await session.kysely
    .insertInto('operators')
    .values({
      operator_id: operator.operatorId,
      workspace_id: operator.workspaceId,
      email: operator.email,
      name: operator.name,
      password_hash: operator.passwordHash,
      role: operator.role,
    })
    .execute();
}

interface OperatorChange {
  role?: OperatorRole;
  password_hash?: string;
  sealed_totp_secret?: string | null;
  totp_confirmed_at?: Date | null;
  totp_last_step?: number;
  last_seen_at?: Date;
}

export async function changeOperator(
  session: Session,
  workspaceId: string,
  operatorId: string,
  change: OperatorChange,
): Promise<void> {
  await session.kysely
    .updateTable('operators')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('operator_id', '=', operatorId)
    .execute();
}

export async function deleteOperator(session: Session, workspaceId: string, operatorId: string): Promise<void> {
  await session.query('delete from operators where workspace_id = $1 and operator_id = $2', [workspaceId, operatorId]);
}

export async function selectSignInFailures(session: Session, subjects: string[]) {
  const rows = await session.query<{ subject_hash: string; failures: number; since: Date }>(
    'select subject_hash, failures, since from sign_in_failures where subject_hash = any($1)',
    [subjects],
  );
  return rows.map((row) => ({ subjectHash: row.subject_hash, failures: row.failures, since: row.since }));
}

/** Begins a new count when the last began before `forgottenBefore`. */
export async function addSignInFailure(
  session: Session,
  failure: { subjectHash: string; now: Date; forgottenBefore: Date },
) {
  await session.query(
    `insert into sign_in_failures as f (subject_hash, failures, since) values ($1, 1, $2)
     on conflict (subject_hash) do update set
       failures = case when f.since <= $3 then 1 else f.failures + 1 end,
       since = case when f.since <= $3 then excluded.since else f.since end`,
    [failure.subjectHash, failure.now, failure.forgottenBefore],
  );
}

export async function deleteSignInFailures(session: Session, subjectHash: string) {
  await session.query('delete from sign_in_failures where subject_hash = $1', [subjectHash]);
}

/** What has ended in every workspace: sessions, invitations, counts of failures. */
export async function deleteEndedSignIns(session: Session) {
  await session.query('select delete_ended_sign_ins()');
}

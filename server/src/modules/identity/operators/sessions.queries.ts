import type { Session } from '#platform/db/database.ts';

/** Asked before a workspace is known; the function answers for this one hash. */
export async function findSession(session: Session, secretHash: string) {
  const [row] = await session.query<{ session_id: string; workspace_id: string }>(
    'select * from find_operator_session($1)',
    [secretHash],
  );
  return row && { sessionId: row.session_id, workspaceId: row.workspace_id };
}

export interface SessionRow {
  sessionId: string;
  operatorId: string;
  secretHash: string;
  previousHash: string | null;
  previousUntil: Date | null;
  rotatedAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

/** Locked, so that two tabs rotate one after the other. */
export async function lockSession(
  session: Session,
  workspaceId: string,
  sessionId: string,
): Promise<SessionRow | undefined> {
  return session.kysely
    .selectFrom('operator_sessions')
    .select([
      'session_id as sessionId',
      'operator_id as operatorId',
      'secret_hash as secretHash',
      'previous_hash as previousHash',
      'previous_until as previousUntil',
      'rotated_at as rotatedAt',
      'last_used_at as lastUsedAt',
      'expires_at as expiresAt',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('session_id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst();
}

/** What the operator of a session is now; undefined when either is gone. */
export async function selectSessionRole(session: Session, workspaceId: string, sessionId: string) {
  return session.kysely
    .selectFrom('operator_sessions')
    .innerJoin('operators', 'operators.operator_id', 'operator_sessions.operator_id')
    .select(['operators.role', 'last_used_at as lastUsedAt', 'expires_at as expiresAt'])
    .where('operator_sessions.workspace_id', '=', workspaceId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
}

export async function insertSession(
  session: Session,
  row: {
    sessionId: string;
    workspaceId: string;
    operatorId: string;
    secretHash: string;
    now: Date;
    expiresAt: Date;
  },
) {
  await session.kysely
    .insertInto('operator_sessions')
    .values({
      session_id: row.sessionId,
      workspace_id: row.workspaceId,
      operator_id: row.operatorId,
      secret_hash: row.secretHash,
      rotated_at: row.now,
      created_at: row.now,
      last_used_at: row.now,
      expires_at: row.expiresAt,
    })
    .execute();
}

interface SessionChange {
  secret_hash?: string;
  previous_hash?: string;
  previous_until?: Date | null;
  rotated_at?: Date;
  last_used_at: Date;
}

export async function changeSession(session: Session, workspaceId: string, sessionId: string, change: SessionChange) {
  await session.kysely
    .updateTable('operator_sessions')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('session_id', '=', sessionId)
    .execute();
}

export async function deleteSession(session: Session, workspaceId: string, sessionId: string) {
  await session.query('delete from operator_sessions where workspace_id = $1 and session_id = $2', [
    workspaceId,
    sessionId,
  ]);
}

/** All of an operator, or all but one. Answers how many there were. */
export async function deleteSessionsOf(
  session: Session,
  workspaceId: string,
  operatorId: string,
  keep: string | null = null,
): Promise<number> {
  const rows = await session.query(
    `delete from operator_sessions where workspace_id = $1 and operator_id = $2
       and session_id is distinct from $3::uuid returning session_id`,
    [workspaceId, operatorId, keep],
  );
  return rows.length;
}

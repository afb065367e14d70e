import type { Session } from '#platform/db/database.ts';
import type { OperatorRole } from '../roles.ts';

/** Asked before a workspace is known; the function answers for this one hash. */
export async function findInvitation(session: Session, secretHash: string) {
  const [row] = await session.query<{ invitation_id: string; workspace_id: string }>(
    'select * from find_invitation($1)',
    [secretHash],
  );
  return row && { invitationId: row.invitation_id, workspaceId: row.workspace_id };
}

export interface InvitationRow {
  invitationId: string;
  email: string;
  role: OperatorRole;
  createdAt: Date;
  expiresAt: Date;
}

const COLUMNS = [
  'invitation_id as invitationId',
  'email',
  'role',
  'created_at as createdAt',
  'expires_at as expiresAt',
] as const;

/** Newest first, those that have expired too. */
export async function selectInvitations(session: Session, workspaceId: string): Promise<InvitationRow[]> {
  const rows = await session.kysely
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .orderBy('invitation_id', 'desc')
    .execute();
  return rows as InvitationRow[];
}

export async function lockInvitation(session: Session, workspaceId: string, invitationId: string) {
  const row = await session.kysely
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('invitation_id', '=', invitationId)
    .forUpdate()
    .executeTakeFirst();
  return row as InvitationRow | undefined;
}

/** In the place of an earlier one to the same email, whose link ends with it. */
export async function replaceInvitation(
  session: Session,
  row: InvitationRow & { workspaceId: string; secretHash: string },
) {
  await session.query('delete from invitations where workspace_id = $1 and email = $2', [row.workspaceId, row.email]);
  await session.kysely
    .insertInto('invitations')
    .values({
      invitation_id: row.invitationId,
      workspace_id: row.workspaceId,
      email: row.email,
      role: row.role,
      secret_hash: row.secretHash,
      created_at: row.createdAt,
      expires_at: row.expiresAt,
    })
    .execute();
}

/** False when there was none. */
export async function deleteInvitation(session: Session, workspaceId: string, invitationId: string): Promise<boolean> {
  const rows = await session.query(
    'delete from invitations where workspace_id = $1 and invitation_id = $2 returning invitation_id',
    [workspaceId, invitationId],
  );
  return rows.length > 0;
}

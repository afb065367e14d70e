import type { Session } from '#platform/db/database.ts';

export async function selectClients(session: Session, workspaceId: string) {
  return session.kysely
    .selectFrom('clients')
    .select([
      'client_id as clientId',
      'name',
      'scopes',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'revoked_at as revokedAt',
    ])
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at', 'desc')
    .orderBy('client_id')
    .execute();
}

/** False when the workspace has no such client that still may ask for tokens. */
export async function updateClientRow(
  session: Session,
  workspaceId: string,
  clientId: string,
  change: { name?: string; scopes?: string[]; secret_hash?: string },
) {
  const { numUpdatedRows } = await session.kysely
    .updateTable('clients')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('client_id', '=', clientId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

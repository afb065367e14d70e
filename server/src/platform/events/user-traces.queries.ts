import type { Session } from '#platform/db/database.ts';

/** Outbox rows and kept answers that speak of one user. */
export async function deleteTracesOfUser(
  session: Session,
  workspaceId: string,
  userId: string,
): Promise<Record<string, number>> {
  const traces: Record<string, number> = {};
  for (const table of ['events', 'idempotency_keys'] as const) {
    const { numDeletedRows } = await session.kysely
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    traces[table] = Number(numDeletedRows);
  }
  return traces;
}

export async function selectTracesOfUser(session: Session, workspaceId: string, userId: string) {
  const events = await session.kysely
    .selectFrom('events')
    .select(['event_id', 'type', 'data', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute();
  const idempotencyKeys = await session.kysely
    .selectFrom('idempotency_keys')
    .select(['key', 'status', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute();
  return { events, idempotency_keys: idempotencyKeys };
}

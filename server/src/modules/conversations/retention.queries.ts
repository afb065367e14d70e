import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export async function selectConversationSettings(session: Session, workspaceId: string) {
  return session.kysely
    .selectFrom('conversation_settings')
    .select('keep_anonymous_days as keepAnonymousDays')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
}

export async function saveConversationSettings(
  session: Session,
  workspaceId: string,
  { keepAnonymousDays }: { keepAnonymousDays: number | null },
) {
  await session.kysely
    .insertInto('conversation_settings')
    .values({ workspace_id: workspaceId, keep_anonymous_days: keepAnonymousDays })
    .onConflict((conflict) =>
      conflict
        .column('workspace_id')
        .doUpdateSet({ keep_anonymous_days: keepAnonymousDays, updated_at: sql<Date>`now()` }),
    )
    .execute();
}

/** Of all workspaces; answers how many went. */
export async function deleteOldConversations(session: Session, atMost: number): Promise<number> {
  const [row] = await session.query<{ deleted: string }>('select delete_old_conversations($1) as deleted', [atMost]);
  return Number(row?.deleted ?? 0);
}

import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export type MagicArticles = 'off' | 'daily' | 'weekly';

/** Undefined: the workspace never said anything. */
export async function selectMagicArticles(session: Session, workspaceId: string): Promise<MagicArticles | undefined> {
  const row = await session.kysely
    .selectFrom('drafting_settings')
    .select('magic_articles as magicArticles')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.magicArticles as MagicArticles | undefined;
}

export async function saveMagicArticles(session: Session, workspaceId: string, magicArticles: MagicArticles) {
  await session.kysely
    .insertInto('drafting_settings')
    .values({ workspace_id: workspaceId, magic_articles: magicArticles })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet({ magic_articles: magicArticles, updated_at: sql<Date>`now()` }),
    )
    .execute();
}

/** Notes that it has been looked for what was asked until then. Without a setting the one that holds anyway is written down. */
export async function noteMagicArticles(session: Session, workspaceId: string, otherwise: MagicArticles, at: Date) {
  await session.kysely
    .insertInto('drafting_settings')
    .values({ workspace_id: workspaceId, magic_articles: otherwise, magic_articles_at: at })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ magic_articles_at: at }))
    .execute();
}

/** Over all workspaces; `askedSince` is when it was done last, null for never. */
export function selectDueForMagicArticles(session: Session) {
  return session.query<{ workspaceId: string; askedSince: Date | null }>(
    'select workspace_id as "workspaceId", asked_since as "askedSince" from workspaces_due_for_magic_articles()',
  );
}

import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export interface FolderRow {
  folderId: string;
  parentFolderId: string | null;
  title: string;
  description: string;
  createdAt: Date;
  updatedAt: Date;
}

const columns = [
  'folder_id as folderId',
  'parent_folder_id as parentFolderId',
  'title',
  'description',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

/** Waits until nobody else changes the shape of this workspace's tree; held until the transaction ends. */
export async function lockTree(session: Session, workspaceId: string) {
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [workspaceId]);
}

export async function selectFolders(session: Session, workspaceId: string): Promise<FolderRow[]> {
  return session.kysely
    .selectFrom('folders')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('folder_id')
    .execute();
}

export async function selectFolder(
  session: Session,
  workspaceId: string,
  folderId: string,
): Promise<FolderRow | undefined> {
  return session.kysely
    .selectFrom('folders')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`folder_id::text = ${folderId}`)
    .executeTakeFirst();
}

export async function insertFolder(
  session: Session,
  workspaceId: string,
  folder: Pick<FolderRow, 'folderId' | 'parentFolderId' | 'title' | 'description'>,
) {
  await session.kysely
    .insertInto('folders')
    .values({
      folder_id: folder.folderId,
      workspace_id: workspaceId,
      parent_folder_id: folder.parentFolderId,
      title: folder.title,
      description: folder.description,
    })
    .execute();
}

export async function updateFolderRow(
  session: Session,
  folderId: string,
  change: { title?: string; description?: string; parentFolderId?: string | null },
) {
  await session.kysely
    .updateTable('folders')
    .set({
      updated_at: sql<Date>`now()`,
      ...(change.title !== undefined && { title: change.title }),
      ...(change.description !== undefined && { description: change.description }),
      ...(change.parentFolderId !== undefined && { parent_folder_id: change.parentFolderId }),
    })
    .where('folder_id', '=', folderId)
    .execute();
}

export async function deleteFolderRow(session: Session, folderId: string) {
  await session.kysely.deleteFrom('folders').where('folder_id', '=', folderId).execute();
}

/** How many folders and articles, drafts too, stand directly in a folder. */
export async function countContent(session: Session, folderId: string): Promise<{ folders: number; articles: number }> {
  const [row] = await session.query<{ folders: number; articles: number }>(
    `select (select count(*) from folders where parent_folder_id = $1) as folders,
            (select count(*) from articles where folder_id = $1) as articles`,
    [folderId],
  );
  return row ?? { folders: 0, articles: 0 };
}

/** Whether `folderId` is `ancestorId` or stands somewhere below it. */
export async function isWithin(session: Session, folderId: string, ancestorId: string): Promise<boolean> {
  const [row] = await session.query<{ within: boolean }>(
    `with recursive up as (
       select folder_id, parent_folder_id from folders where folder_id = $1
       union
       select f.folder_id, f.parent_folder_id from folders f join up on f.folder_id = up.parent_folder_id
     ) select exists (select 1 from up where folder_id = $2) as within`,
    [folderId, ancestorId],
  );
  return row?.within ?? false;
}

export async function selectAssignments(session: Session, workspaceId: string) {
  return session.kysely
    .selectFrom('folder_bots')
    .select(['folder_id as folderId', 'bot_id as botId'])
    .where('workspace_id', '=', workspaceId)
    .execute();
}

export async function insertAssignments(
  session: Session,
  workspaceId: string,
  pairs: { folderId: string; botId: string }[],
) {
  if (pairs.length === 0) return;
  await session.kysely
    .insertInto('folder_bots')
    .values(pairs.map(({ folderId, botId }) => ({ folder_id: folderId, bot_id: botId, workspace_id: workspaceId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteAssignments(session: Session, pairs: { folderId: string; botId: string }[]) {
  for (const { folderId, botId } of pairs) {
    await session.kysely
      .deleteFrom('folder_bots')
      .where('folder_id', '=', folderId)
      .where('bot_id', '=', botId)
      .execute();
  }
}

/** Live articles as the tree shows them: without what they say. */
export async function selectTreeArticles(session: Session, workspaceId: string) {
  return session.kysely
    .selectFrom('articles')
    .select([
      'article_id as articleId',
      'folder_id as folderId',
      'title',
      'active',
      'public',
      'version',
      'updated_at as updatedAt',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'live')
    .orderBy('article_id')
    .execute();
}

import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export interface TagGroupRow {
  tagGroupId: string;
  kind: 'mandatory' | 'default' | 'custom';
  title: string;
  description: string;
  prompt: string;
  multiselect: boolean;
  isOutputTagGroup: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface TagRow {
  tagId: string;
  tagGroupId: string;
  tagName: string;
  tagDescription: string;
  kind: TagGroupRow['kind'];
  createdAt: Date;
  updatedAt: Date;
}

const groupColumns = [
  'tag_group_id as tagGroupId',
  'kind',
  'title',
  'description',
  'prompt',
  'multiselect',
  'is_output_tag_group as isOutputTagGroup',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

export type TagGroupValues = Pick<TagGroupRow, 'title' | 'description' | 'prompt' | 'multiselect' | 'isOutputTagGroup'>;

export async function insertTagGroup(
  session: Session,
  workspaceId: string,
  group: TagGroupValues & Pick<TagGroupRow, 'tagGroupId' | 'kind'>,
) {
  await session.kysely
    .insertInto('tag_groups')
    .values({
      tag_group_id: group.tagGroupId,
      workspace_id: workspaceId,
      kind: group.kind,
      title: group.title,
      description: group.description,
      prompt: group.prompt,
      multiselect: group.multiselect,
      is_output_tag_group: group.isOutputTagGroup,
    })
    .execute();
}

export async function selectTagGroups(session: Session, workspaceId: string): Promise<TagGroupRow[]> {
  const rows = await session.kysely
    .selectFrom('tag_groups')
    .select(groupColumns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('tag_group_id', 'desc')
    .execute();
  return rows as TagGroupRow[];
}

export async function selectTagGroup(
  session: Session,
  workspaceId: string,
  tagGroupId: string,
): Promise<TagGroupRow | undefined> {
  const row = await session.kysely
    .selectFrom('tag_groups')
    .select(groupColumns)
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`tag_group_id::text = ${tagGroupId}`)
    .executeTakeFirst();
  return row as TagGroupRow | undefined;
}

export async function updateTagGroupRow(session: Session, tagGroupId: string, change: Partial<TagGroupValues>) {
  await session.kysely
    .updateTable('tag_groups')
    .set({
      updated_at: sql<Date>`now()`,
      ...(change.title !== undefined && { title: change.title }),
      ...(change.description !== undefined && { description: change.description }),
      ...(change.prompt !== undefined && { prompt: change.prompt }),
      ...(change.multiselect !== undefined && { multiselect: change.multiselect }),
      ...(change.isOutputTagGroup !== undefined && { is_output_tag_group: change.isOutputTagGroup }),
    })
    .where('tag_group_id', '=', tagGroupId)
    .execute();
}

export async function deleteTagGroupRow(session: Session, tagGroupId: string) {
  await session.kysely.deleteFrom('tag_groups').where('tag_group_id', '=', tagGroupId).execute();
}

export async function insertTag(
  session: Session,
  workspaceId: string,
  tag: { tagId: string; tagGroupId: string; tagName: string; tagDescription: string },
) {
  await session.kysely
    .insertInto('tags')
    .values({
      tag_id: tag.tagId,
      workspace_id: workspaceId,
      tag_group_id: tag.tagGroupId,
      tag_name: tag.tagName,
      tag_description: tag.tagDescription,
    })
    .execute();
}

/** Tags of the given groups, or of all, newest first. */
export async function selectTags(session: Session, workspaceId: string, tagGroupIds?: string[]): Promise<TagRow[]> {
  let query = tagsOf(session, workspaceId).orderBy('tags.tag_id', 'desc');
  if (tagGroupIds) query = query.where(sql<boolean>`tags.tag_group_id::text = any(${tagGroupIds})`);
  return (await query.execute()) as TagRow[];
}

/** Every tag with its group, newest first. */
export async function selectTagsWithGroups(
  session: Session,
  workspaceId: string,
): Promise<(TagRow & { groupTitle: string; multiselect: boolean })[]> {
  return session.prepared(
    'select_tags_with_groups',
    `select t.tag_id as "tagId", t.tag_group_id as "tagGroupId", t.tag_name as "tagName", t.tag_description as "tagDescription",
       g.kind, t.created_at as "createdAt", t.updated_at as "updatedAt", g.title as "groupTitle", g.multiselect
     from tags t join tag_groups g using (tag_group_id) where t.workspace_id = $1 order by t.tag_id desc`,
    [workspaceId],
  );
}

export async function selectTag(session: Session, workspaceId: string, tagId: string): Promise<TagRow | undefined> {
  const row = await tagsOf(session, workspaceId).where(sql<boolean>`tags.tag_id::text = ${tagId}`).executeTakeFirst();
  return row as TagRow | undefined;
}

const tagsOf = (session: Session, workspaceId: string) =>
  session.kysely
    .selectFrom('tags')
    .innerJoin('tag_groups', 'tag_groups.tag_group_id', 'tags.tag_group_id')
    .select([
      'tags.tag_id as tagId',
      'tags.tag_group_id as tagGroupId',
      'tags.tag_name as tagName',
      'tags.tag_description as tagDescription',
      'tag_groups.kind',
      'tags.created_at as createdAt',
      'tags.updated_at as updatedAt',
    ])
    .where('tags.workspace_id', '=', workspaceId);

export async function updateTagRow(
  session: Session,
  tagId: string,
  change: { tagName?: string; tagDescription?: string },
) {
  await session.kysely
    .updateTable('tags')
    .set({
      updated_at: sql<Date>`now()`,
      ...(change.tagName !== undefined && { tag_name: change.tagName }),
      ...(change.tagDescription !== undefined && { tag_description: change.tagDescription }),
    })
    .where('tag_id', '=', tagId)
    .execute();
}

export async function deleteTagRow(session: Session, tagId: string) {
  await session.kysely.deleteFrom('tags').where('tag_id', '=', tagId).execute();
}

import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { violatedConstraint } from '#platform/db/unique-violation.ts';
import { AppError } from '#platform/http/errors.ts';
import { BUILT_IN_TAG_GROUPS } from './built-in-tags.ts';
import { tagGroupFixed, tagGroupNotFound, tagNotFound, titleTaken } from './conversations.errors.ts';
import {
  deleteTagGroupRow,
  deleteTagRow,
  insertTag,
  insertTagGroup,
  selectTag,
  selectTagGroup,
  selectTagGroups,
  selectTags,
  selectTagsWithGroups,
  type TagGroupRow,
  type TagRow,
  updateTagGroupRow,
  updateTagRow,
} from './tags.queries.ts';
import type { Tag, TagChange, TagGroup, TagGroupChange, TagGroupInput, TagInput } from './tags.schemas.ts';

/** Gives a new workspace the groups that every workspace has. */
export async function createBuiltInTags(ctx: Context) {
  for (const group of BUILT_IN_TAG_GROUPS) {
    const tagGroupId = uuidv7(ctx.now().getTime());
    await insertTagGroup(ctx.session, ctx.workspaceId, { ...group, tagGroupId, isOutputTagGroup: true });
    for (const tag of group.tags) {
      await insertTag(ctx.session, ctx.workspaceId, { ...tag, tagId: uuidv7(ctx.now().getTime()), tagGroupId });
    }
  }
}

export async function listTagGroups(ctx: Context) {
  return (await selectTagGroups(ctx.session, ctx.workspaceId)).map(presentGroup);
}

export async function getTagGroup(ctx: Context, tagGroupId: string) {
  return presentGroup(await requireGroup(ctx, tagGroupId));
}

export async function createTagGroup(ctx: Context, input: Static<typeof TagGroupInput>) {
  const tagGroupId = uuidv7(ctx.now().getTime());
  await insertTagGroup(ctx.session, ctx.workspaceId, {
    tagGroupId,
    kind: 'custom',
    title: input.title,
    description: input.description ?? '',
    prompt: input.prompt ?? '',
    multiselect: input.multiselect ?? false,
    isOutputTagGroup: input.isOutputTagGroup ?? false,
  }).catch(refuseTakenName('/title'));
  return getTagGroup(ctx, tagGroupId);
}

export async function updateTagGroup(ctx: Context, tagGroupId: string, change: Static<typeof TagGroupChange>) {
  const group = requireCustom(await requireGroup(ctx, tagGroupId));
  await updateTagGroupRow(ctx.session, group.tagGroupId, change).catch(refuseTakenName('/title'));
  return getTagGroup(ctx, tagGroupId);
}

/** With its tags, and everywhere they were set. */
export async function deleteTagGroup(ctx: Context, tagGroupId: string) {
  const group = requireCustom(await requireGroup(ctx, tagGroupId));
  await deleteTagGroupRow(ctx.session, group.tagGroupId);
  return { success: true };
}

/** Tags of the given groups; groups that don't exist have none. */
export async function listTags(ctx: Context, tagGroupIds?: string[]) {
  return (await selectTags(ctx.session, ctx.workspaceId, tagGroupIds)).map(presentTag);
}

export async function listTagsOfGroup(ctx: Context, tagGroupId: string) {
  const group = await requireGroup(ctx, tagGroupId);
  return listTags(ctx, [group.tagGroupId]);
}

export async function getTag(ctx: Context, tagId: string) {
  return presentTag(await requireTag(ctx, tagId));
}

export async function createTag(ctx: Context, tagGroupId: string, input: Static<typeof TagInput>) {
  const group = requireCustom(await requireGroup(ctx, tagGroupId));
  const tagId = uuidv7(ctx.now().getTime());
  await insertTag(ctx.session, ctx.workspaceId, {
    tagId,
    tagGroupId: group.tagGroupId,
    tagName: input.tagName,
    tagDescription: input.tagDescription ?? '',
  }).catch(refuseTakenName('/tagName'));
  return getTag(ctx, tagId);
}

export async function updateTag(ctx: Context, tagId: string, change: Static<typeof TagChange>) {
  const tag = requireCustom(await requireTag(ctx, tagId));
  await updateTagRow(ctx.session, tag.tagId, change).catch(refuseTakenName('/tagName'));
  return getTag(ctx, tagId);
}

export async function deleteTag(ctx: Context, tagId: string) {
  const tag = requireCustom(await requireTag(ctx, tagId));
  await deleteTagRow(ctx.session, tag.tagId);
  return { success: true };
}

/** A tag with the group it belongs to. */
export interface WorkspaceTag extends TagRow {
  groupTitle: string;
  multiselect: boolean;
}

/** All tags of the workspace with their groups: what is set after each exchange is chosen from these. */
export const tagsOfWorkspace = (ctx: Context): Promise<WorkspaceTag[]> =>
  selectTagsWithGroups(ctx.session, ctx.workspaceId);

async function requireGroup(ctx: Context, tagGroupId: string): Promise<TagGroupRow> {
  const group = await selectTagGroup(ctx.session, ctx.workspaceId, tagGroupId);
  if (!group) throw new AppError(tagGroupNotFound, 'There is no tag group with this id in the workspace of the key.');
  return group;
}

async function requireTag(ctx: Context, tagId: string): Promise<TagRow> {
  const tag = await selectTag(ctx.session, ctx.workspaceId, tagId);
  if (!tag) throw new AppError(tagNotFound, 'There is no tag with this id in the workspace of the key.');
  return tag;
}

function requireCustom<T extends { kind: TagGroupRow['kind'] }>(thing: T): T {
  if (thing.kind === 'custom') return thing;
  throw new AppError(
    tagGroupFixed,
    `This group is ${thing.kind}: neither it nor its tags can change. Create a group of your own.`,
  );
}

/** Turns the database's "there is one already" into the answer that names the field. */
const refuseTakenName = (path: string) => (error: unknown) => {
  if (violatedConstraint(error) !== null) {
    const message = 'another one has this name already';
    throw new AppError(titleTaken, `${path}: ${message}`, { errors: [{ path, message }], cause: error });
  }
  throw error;
};

const presentGroup = (group: TagGroupRow): Static<typeof TagGroup> => ({
  id: group.tagGroupId,
  title: group.title,
  description: group.description,
  prompt: group.prompt,
  multiselect: group.multiselect,
  isOutputTagGroup: group.isOutputTagGroup,
  isMandatory: group.kind === 'mandatory',
  isDefault: group.kind === 'default',
  createdAt: group.createdAt.toISOString(),
  updatedAt: group.updatedAt.toISOString(),
});

const presentTag = (tag: TagRow): Static<typeof Tag> => ({
  id: tag.tagId,
  tagGroupId: tag.tagGroupId,
  tagName: tag.tagName,
  tagDescription: tag.tagDescription,
  createdAt: tag.createdAt.toISOString(),
  updatedAt: tag.updatedAt.toISOString(),
});

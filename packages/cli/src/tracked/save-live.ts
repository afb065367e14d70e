import type { Input, Kontor } from 'kontor-sdk';
import { CommandError } from '../exit.ts';
import type { Compared } from './compare.ts';
import type { Content, Kind } from './kinds.ts';
import { plainObject, promptObject, type RemoteObject, tagObject } from './remote.ts';

type Tag = { id?: string; tagName: string; tagDescription?: string };
type Section = { id: string };

/** Saves what has no drafts: it is live at once. @returns what the server made of it */
export async function saveLive(kontor: Kontor, { kind, id, local, remote }: Compared): Promise<RemoteObject> {
  const content = local?.content ?? {};
  if (kind === 'tags') return saveTags(kontor, id, content, remote);
  if (kind === 'prompts') return savePrompt(kontor, id, content, remote);
  if (kind === 'attributes') {
    const body = content as Input<'saveAttribute'>['body'];
    return plainObject(
      kind,
      id === null ? await kontor.createAttribute({ body }) : await kontor.saveAttribute({ attributeId: id, body }),
    );
  }
  const body = content as Input<'saveAction'>['body'];
  return plainObject(
    'actions',
    id === null ? await kontor.createAction({ body }) : await kontor.saveAction({ actionId: id, body }),
  );
}

async function saveTags(kontor: Kontor, id: string | null, content: Content, remote: RemoteObject | null) {
  const { tags, ...fields } = content as { tags: Tag[]; title: string };
  const group =
    id === null
      ? await kontor.createTagGroup({ body: fields })
      : await kontor.updateTagGroup({ tagGroupId: id, body: fields });
  const before = (remote?.content.tags ?? []) as Required<Tag>[];
  for (const { id: tagId, tagName, tagDescription = '' } of tags) {
    const body = { tagName, tagDescription };
    const old = before.find((tag) => tag.id === tagId);
    if (!old) await kontor.createTag({ tagGroupId: group.id, body });
    else if (old.tagName !== tagName || old.tagDescription !== tagDescription)
      await kontor.updateTag({ tagId: old.id, body });
  }
  for (const old of before) if (!tags.some((tag) => tag.id === old.id)) await kontor.deleteTag({ tagId: old.id });
  return tagObject(group, await kontor.listTags({ query: { tagGroupIds: [group.id] } }));
}

/**
 * A new version of a bot's prompt. Sections of the template that nobody has changed are left out, so that the bot gets those of
 * later templates.
 */
async function savePrompt(kontor: Kontor, botId: string | null, content: Content, remote: RemoteObject | null) {
  if (botId === null || !remote)
    throw new CommandError('usage', 'A prompt belongs to a bot: pull the bot’s file first, then change it.');
  const { templateSectionIds } = await kontor.getPrompt({ botId });
  const [latest] = await kontor.listPromptVersions({ botId });
  const own = (name: keyof Input<'savePromptPublic'>['body']) => {
    const saved = (latest?.[name] ?? []) as Section[];
    const before = (remote.content[name] ?? []) as Section[];
    return ((content[name] ?? []) as Section[]).filter((section) => {
      const isTemplate = templateSectionIds.includes(section.id) && !saved.some(({ id }) => id === section.id);
      const unchanged = before.find(({ id }) => id === section.id);
      return !isTemplate || JSON.stringify(unchanged) !== JSON.stringify(section);
    }) as Input<'savePromptPublic'>['body'][typeof name];
  };
  const body = {
    hcPlanningPrompt: own('hcPlanningPrompt'),
    hcGuidelinePrompt: own('hcGuidelinePrompt'),
    hcChannelPrompt: own('hcChannelPrompt'),
  };
  await kontor.savePromptPublic({ botId, body });
  return promptObject(botId, String(remote.content.bot), await kontor.getPrompt({ botId }));
}

/** For good. */
export async function deleteThere(kontor: Kontor, kind: Kind, id: string): Promise<void> {
  if (kind === 'rules') await kontor.deleteRule({ hcRuleId: id });
  else if (kind === 'articles') await kontor.deleteArticle({ articleId: id });
  else if (kind === 'tags') await kontor.deleteTagGroup({ tagGroupId: id });
  else if (kind === 'attributes') await kontor.deleteAttribute({ attributeId: id });
  else if (kind === 'actions') await kontor.deleteAction({ actionId: id });
  else
    throw new CommandError(
      'usage',
      'A prompt can not be deleted: it belongs to its bot.',
      '“kontor rules pull --force” brings the file back.',
    );
}

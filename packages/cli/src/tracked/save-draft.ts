import type { Article, Input, Kontor } from 'kontor-sdk';
import type { Compared } from './compare.ts';
import type { Content } from './kinds.ts';
import { articleObject, type Folders, plainObject, type RemoteObject } from './remote.ts';

/** Makes a draft of a file, or goes on with the one that an earlier push has made. @returns the draft */
export async function saveDraft(kontor: Kontor, item: Compared, folders: Folders): Promise<RemoteObject> {
  const content = item.local?.content ?? {};
  // What is a draft already, and no change of something live, is changed as it is.
  const draft = item.remote?.isDraft ? item.remote : item.draft;
  return item.kind === 'rules'
    ? draftRule(kontor, item, content, draft)
    : draftArticle(kontor, item, content, draft, folders);
}

async function draftRule(kontor: Kontor, { id }: Compared, content: Content, draft: RemoteObject | null) {
  const { flowConfig, ...fields } = content as Content & { flowConfig: unknown };
  const body = { ...fields, ...(flowConfig !== null && { flowConfig }) } as Input<'createRule'>['body'];
  if (id === null) return plainObject('rules', await kontor.createRule({ body: { ...body, isDraft: true } }));
  const { id: hcRuleId, version } = draft ?? (await kontor.createRuleDraft({ hcRuleId: id }));
  return plainObject('rules', await kontor.updateRule({ hcRuleId, body: { ...body, version } }));
}

async function draftArticle(
  kontor: Kontor,
  { id }: Compared,
  content: Content,
  draft: RemoteObject | null,
  folders: Folders,
) {
  const {
    folder,
    active,
    public: isPublic,
    ...fields
  } = content as Content & { folder: string; active: boolean; public: boolean };
  const body = fields as Omit<Input<'createArticle'>['body'], 'parentFolderId'>;
  const parentFolderId = folders.idOf(folder) ?? '';
  let made: Pick<Article, 'id' | 'version'>;
  if (id === null) made = await kontor.createArticle({ body: { ...body, parentFolderId, isDraft: true } });
  else if (draft) made = { id: draft.id, version: draft.version ?? 0 };
  else made = await kontor.forkDraft({ articleId: id });
  if (draft && draft.content.folder !== folder)
    await kontor.moveArticle({ articleId: draft.id, body: { parentFolderId } });
  const change = { ...body, active, public: isPublic, version: made.version };
  return articleObject(await kontor.updateArticle({ articleId: made.id, body: change }), folders);
}

/** Makes a draft live. @returns the live object, which keeps its id when the draft was a change of it */
export async function publishDraft(kontor: Kontor, draft: RemoteObject, folders: Folders): Promise<RemoteObject> {
  if (draft.kind === 'articles') return articleObject(await kontor.publishArticle({ articleId: draft.id }), folders);
  const body = { botIds: draft.content.botIds as string[] };
  return plainObject('rules', await kontor.publishRule({ hcRuleId: draft.id, body }));
}

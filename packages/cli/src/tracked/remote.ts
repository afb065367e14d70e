import type { Article, FolderTree, Kontor } from 'kontor-sdk';
import { type Content, type Kind, normalize } from './kinds.ts';

/** Something on the server that is kept as a file. */
export interface RemoteObject {
  kind: Kind;
  id: string;
  content: Content;
  /** True: nobody plays or answers from it yet, and it is no change of something live. */
  isDraft: boolean;
  /** Of rules and articles: what was read, so that nobody's edit in between is lost. */
  version?: number;
}

/** A draft that changes something live. */
export interface RemoteDraft extends RemoteObject {
  originalId: string;
}

export interface Remote {
  objects: RemoteObject[];
  drafts: RemoteDraft[];
  folders: Folders;
}

/** Articles name their folder by its titles, `Cards/Debit`; the API by its id. */
export interface Folders {
  pathOf(id: string | null): string;
  /** Null: there is no such folder. */
  idOf(path: string): string | null;
}

/** All that the workspace has of these kinds. */
export async function loadRemote(kontor: Kontor, kinds: readonly Kind[], signal: AbortSignal): Promise<Remote> {
  const folders = kinds.includes('articles') ? readFolders(await kontor.getFolderTree()) : readFolders(null);
  const remote: Remote = { objects: [], drafts: [], folders };
  for (const kind of kinds) {
    const loaded = await LOADERS[kind](kontor, folders, signal);
    remote.objects.push(...loaded.objects);
    remote.drafts.push(...(loaded.drafts ?? []));
  }
  return remote;
}

type Loaded = Pick<Remote, 'objects'> & Partial<Pick<Remote, 'drafts'>>;
type Loader = (kontor: Kontor, folders: Folders, signal: AbortSignal) => Promise<Loaded>;

const LOADERS: Readonly<Record<Kind, Loader>> = {
  rules: loadRules,
  articles: loadArticles,
  prompts: loadPrompts,
  tags: loadTags,
  attributes: async (kontor) => ({
    objects: (await kontor.listAttributes()).attributes.map((each) => plainObject('attributes', each)),
  }),
  actions: async (kontor) => ({
    objects: (await kontor.listActions()).actions.map((each) => plainObject('actions', each)),
  }),
};

export const plainObject = (kind: Kind, answer: { id: string; isDraft?: boolean; version?: number }): RemoteObject => ({
  kind,
  id: answer.id,
  content: normalize(kind, { ...answer }),
  isDraft: answer.isDraft ?? false,
  version: answer.version,
});

async function loadRules(kontor: Kontor, _: Folders, signal: AbortSignal): Promise<Loaded> {
  const loaded: Required<Loaded> = { objects: [], drafts: [] };
  for (const type of ['intent', 'business'] as const) {
    for (const isDraft of [false, true]) {
      const query = { type, ...(isDraft && { isDraft }) };
      for await (const rule of kontor.items('listRules', { query }, { signal }))
        sortIn(loaded, plainObject('rules', rule), rule.originalRuleId);
    }
  }
  return loaded;
}

async function loadArticles(kontor: Kontor, folders: Folders, signal: AbortSignal): Promise<Loaded> {
  const loaded: Required<Loaded> = { objects: [], drafts: [] };
  for (const type of ['live', 'draft'] as const) {
    for await (const article of kontor.items('listArticles', { query: { type } }, { signal })) {
      sortIn(loaded, articleObject(article, folders), article.originalArticleId);
    }
  }
  return loaded;
}

export const articleObject = (article: Article, folders: Folders): RemoteObject => ({
  kind: 'articles',
  id: article.id,
  isDraft: article.isDraft,
  version: article.version,
  content: normalize('articles', {
    ...article,
    folder: folders.pathOf(article.parentFolderId),
    // As git and editors write it.
    mainKnowledge: article.mainKnowledge.replaceAll('\r\n', '\n'),
  }),
});

function sortIn(loaded: Required<Loaded>, object: RemoteObject, originalId: string | null) {
  if (originalId === null) loaded.objects.push(object);
  else loaded.drafts.push({ ...object, originalId });
}

async function loadPrompts(kontor: Kontor): Promise<Loaded> {
  const objects: RemoteObject[] = [];
  for (const { id, name } of await kontor.listBots())
    objects.push(promptObject(id, name, await kontor.getPrompt({ botId: id })));
  return { objects };
}

export const promptObject = (botId: string, name: string, prompt: object): RemoteObject => ({
  kind: 'prompts',
  id: botId,
  isDraft: false,
  content: normalize('prompts', { ...prompt, bot: name }),
});

/** Those that came with the workspace can not change, and are left out. */
async function loadTags(kontor: Kontor): Promise<Loaded> {
  const groups = (await kontor.listTagGroups()).filter(({ isMandatory, isDefault }) => !isMandatory && !isDefault);
  const tags = await kontor.listTags();
  return { objects: groups.map((group) => tagObject(group, tags)) };
}

type Group = { id: string } & object;
type Tag = { id: string; tagGroupId: string; tagName: string; tagDescription: string };

export function tagObject(group: Group, tags: readonly Tag[]): RemoteObject {
  const own = tags.filter(({ tagGroupId }) => tagGroupId === group.id).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const shown = own.map(({ id, tagName, tagDescription }) => ({ id, tagName, tagDescription }));
  return { kind: 'tags', id: group.id, isDraft: false, content: normalize('tags', { ...group, tags: shown }) };
}

interface Node {
  id: string;
  type: string;
  title: string;
  children?: Node[];
}

function readFolders(tree: FolderTree | null): Folders {
  const paths = new Map<string, string>();
  const ids = new Map<string, string>();
  const walk = (nodes: readonly Node[], above: string) => {
    for (const { id, type, title, children = [] } of nodes) {
      if (type !== 'folder') continue;
      // A slash in a title would be read as a folder in it.
      const path = above + title.replaceAll('/', '∕');
      paths.set(id, path);
      if (!ids.has(path)) ids.set(path, id);
      walk(children, `${path}/`);
    }
  };
  walk((tree?.snapshotObjV2 ?? []) as unknown as Node[], '');
  return {
    pathOf: (id) => (id === null ? '' : (paths.get(id) ?? id)),
    idOf: (path) => (path === '' ? '' : (ids.get(path) ?? (paths.has(path) ? path : null))),
  };
}

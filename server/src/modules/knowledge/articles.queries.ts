import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import type { Article, ArticleContent } from './article.types.ts';

const columns = [
  'article_id as articleId',
  'folder_id as folderId',
  'state',
  'title',
  'main_knowledge as mainKnowledge',
  'agent_instruction as agentInstruction',
  'questions',
  'keywords',
  'escalation',
  'active',
  'public',
  'version',
  'origin',
  'original_article_id as originalArticleId',
  'original_article_version as originalArticleVersion',
  'document_id as documentId',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

const toColumns = (content: ArticleContent) => ({
  title: content.title,
  main_knowledge: content.mainKnowledge,
  agent_instruction: content.agentInstruction,
  questions: content.questions,
  keywords: content.keywords,
  escalation: content.escalation,
});

export type NewArticle = Omit<Article, 'createdAt' | 'updatedAt' | 'version' | 'active' | 'public'>;

export async function insertArticle(session: Session, workspaceId: string, article: NewArticle) {
  await session.kysely
    .insertInto('articles')
    .values({
      article_id: article.articleId,
      workspace_id: workspaceId,
      folder_id: article.folderId,
      state: article.state,
      ...toColumns(article),
      origin: article.origin,
      original_article_id: article.originalArticleId,
      original_article_version: article.originalArticleVersion,
      document_id: article.documentId,
    })
    .execute();
}

export async function selectArticles(
  session: Session,
  workspaceId: string,
  page: { state: 'live' | 'draft'; limit: number; before: string | undefined },
): Promise<Article[]> {
  let query = session.kysely
    .selectFrom('articles')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', page.state)
    .orderBy('article_id', 'desc')
    .limit(page.limit);
  if (page.before) query = query.where('article_id', '<', page.before);
  return (await query.execute()) as Article[];
}

/** Those of `ids` that exist here, newest first; ids may be any text. */
export async function selectArticlesByIds(session: Session, workspaceId: string, ids: string[]): Promise<Article[]> {
  const rows = await session.kysely
    .selectFrom('articles')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`article_id::text = any(${ids})`)
    .orderBy('article_id', 'desc')
    .execute();
  return rows as Article[];
}

/** The article as it is now, kept from changing until the transaction ends. */
export async function lockArticle(
  session: Session,
  workspaceId: string,
  articleId: string,
): Promise<Article | undefined> {
  const row = await session.kysely
    .selectFrom('articles')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`article_id::text = ${articleId}`)
    .forUpdate()
    .executeTakeFirst();
  return row as Article | undefined;
}

export interface ArticleChange extends Partial<ArticleContent> {
  active?: boolean;
  public?: boolean;
  state?: 'live';
  folderId?: string | null;
}

/** Changes an article and counts its version up; answers the new version. */
export async function updateArticleRow(session: Session, articleId: string, change: ArticleChange): Promise<number> {
  const { version } = await session.kysely
    .updateTable('articles')
    .set((expression) => ({
      updated_at: sql<Date>`now()`,
      version: expression('version', '+', 1),
      ...(change.title !== undefined && { title: change.title }),
      ...(change.mainKnowledge !== undefined && { main_knowledge: change.mainKnowledge }),
      ...(change.agentInstruction !== undefined && { agent_instruction: change.agentInstruction }),
      ...(change.questions !== undefined && { questions: change.questions }),
      ...(change.keywords !== undefined && { keywords: change.keywords }),
      ...(change.escalation !== undefined && { escalation: change.escalation }),
      ...(change.active !== undefined && { active: change.active }),
      ...(change.public !== undefined && { public: change.public }),
      ...(change.folderId !== undefined && { folder_id: change.folderId }),
      ...(change.state !== undefined && {
        state: change.state,
        original_article_id: null,
        original_article_version: null,
      }),
    }))
    .where('article_id', '=', articleId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Where an article stands is no part of what it says: a move makes no version. */
export async function moveArticleRow(session: Session, articleId: string, folderId: string | null) {
  await session.kysely
    .updateTable('articles')
    .set({ folder_id: folderId, updated_at: sql<Date>`now()` })
    .where('article_id', '=', articleId)
    .execute();
}

export async function deleteArticleRow(session: Session, articleId: string) {
  await session.kysely.deleteFrom('articles').where('article_id', '=', articleId).execute();
}

/** Drafts of an article that is about to go stand on their own from then on. */
export async function releaseDrafts(session: Session, articleId: string) {
  await session.kysely
    .updateTable('articles')
    .set({ original_article_id: null, original_article_version: null })
    .where('original_article_id', '=', articleId)
    .execute();
  await session.query(
    `update reviews set operation = 'ADD_ARTICLE_TO_FOLDER', original_article_id = null
     where original_article_id = $1 and status in ('pending', 'changes_requested')`,
    [articleId],
  );
}

export async function insertVersion(
  session: Session,
  workspaceId: string,
  entry: { articleId: string; version: number; content: ArticleContent; createdBy: string },
) {
  await session.kysely
    .insertInto('article_versions')
    .values({
      article_id: entry.articleId,
      version: entry.version,
      workspace_id: workspaceId,
      content: JSON.stringify(entry.content),
      created_by: entry.createdBy,
    })
    .execute();
}

export interface VersionRow {
  version: number;
  content: ArticleContent;
  createdBy: string;
  createdAt: Date;
}

export async function selectVersions(session: Session, articleId: string): Promise<VersionRow[]> {
  const rows = await session.kysely
    .selectFrom('article_versions')
    .select(['version', 'content', 'created_by as createdBy', 'created_at as createdAt'])
    .where('article_id', '=', articleId)
    .orderBy('version', 'desc')
    .execute();
  return rows as unknown as VersionRow[];
}

/** The folders that a bot answers from: those assigned to it and all below them. `$1` is the workspace, `$2` the bot. */
const VISIBLE_FOLDERS = `with recursive visible as (
   select f.folder_id from folder_bots b join folders f using (folder_id) where b.workspace_id = $1 and b.bot_id = $2
   union
   select f.folder_id from folders f join visible v on f.parent_folder_id = v.folder_id where f.workspace_id = $1
 )`;

/** What a bot may answer from right now: live, active articles in its folders and those below, in one statement. */
export async function selectVisibleArticles(session: Session, workspaceId: string, botId: string): Promise<Article[]> {
  return session.query<Article & Record<string, unknown>>(
    `${VISIBLE_FOLDERS}
     select article_id as "articleId", folder_id as "folderId", state, title, main_knowledge as "mainKnowledge",
       agent_instruction as "agentInstruction", questions, keywords, escalation, active, public, version, origin,
       original_article_id as "originalArticleId", original_article_version as "originalArticleVersion",
       document_id as "documentId", created_at as "createdAt", updated_at as "updatedAt"
     from articles where workspace_id = $1 and state = 'live' and active and folder_id in (select folder_id from visible)
     order by article_id`,
    [workspaceId, botId],
  );
}

export async function isFolderVisible(session: Session, workspaceId: string, botId: string, folderId: string) {
  const rows = await session.query(`${VISIBLE_FOLDERS} select 1 from visible where folder_id = $3`, [
    workspaceId,
    botId,
    folderId,
  ]);
  return rows.length > 0;
}

/** An article that may answer, without what it says. */
export interface VisibleArticle {
  articleId: string;
  title: string;
  version: number;
  escalation: boolean;
  public: boolean;
  folderId: string;
  folderTitle: string;
  /** Where its source can be read on the web. */
  documentUrl: string | null;
}

/** The same without the texts: what is looked at for every message. */
export async function selectVisibility(
  session: Session,
  workspaceId: string,
  botId: string,
): Promise<VisibleArticle[]> {
  return session.prepared<VisibleArticle & Record<string, unknown>>(
    'select_visibility',
    `${VISIBLE_FOLDERS}
     select a.article_id as "articleId", a.title, a.version, a.escalation, a.public, f.folder_id as "folderId",
       f.title as "folderTitle",
       (select d.original_url from documents d where d.document_id = a.document_id) as "documentUrl"
     from articles a join folders f using (folder_id)
     where a.workspace_id = $1 and a.state = 'live' and a.active and a.folder_id in (select folder_id from visible)`,
    [workspaceId, botId],
  );
}

/** Articles and drafts that came of these documents as new ones. */
export async function selectArticlesOfDocuments(session: Session, documentIds: string[]): Promise<string[]> {
  const rows = await session.query<{ articleId: string }>(
    'select article_id as "articleId" from articles where document_id = any($1)',
    [documentIds],
  );
  return rows.map(({ articleId }) => articleId);
}

import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import type { SourceKind } from './source.types.ts';

export type DocumentState = 'pending' | 'reading' | 'ready' | 'failed';

export interface DocumentRow {
  documentId: string;
  source: SourceKind;
  externalId: string;
  originalUrl: string | null;
  title: string;
  mimeType: string | null;
  type: string | null;
  state: DocumentState;
  error: string | null;
  language: string | null;
  paragraphs: string[];
  oldParagraphs: string[];
  changed: boolean;
  linkedJobId: string | null;
  linkedJobStatus: string | null;
  linkedArticleId: string | null;
  linkedOperation: string | null;
  linkedReason: string | null;
  createdAt: Date;
  updatedAt: Date;
}

const columns = `document_id as "documentId", source, external_id as "externalId", original_url as "originalUrl", title,
  mime_type as "mimeType", type, state, error, language, paragraphs, old_paragraphs as "oldParagraphs", changed,
  linked_job_id as "linkedJobId", linked_article_id as "linkedArticleId", linked_operation as "linkedOperation",
  linked_job_status as "linkedJobStatus", linked_reason as "linkedReason", created_at as "createdAt", updated_at as "updatedAt"`;

type Row = DocumentRow & Record<string, unknown>;

export interface NewDocument {
  documentId: string;
  source: SourceKind;
  externalId: string;
  originalUrl: string | null;
  title: string;
  mimeType: string | null;
  object: string | null;
}

/** Registers documents; those that stand there already wait to be read again. Answers which were new. */
export async function registerDocuments(session: Session, workspaceId: string, documents: NewDocument[]) {
  return session.query<{ documentId: string; isNew: boolean }>(
    `insert into documents (document_id, workspace_id, source, external_id, original_url, title, mime_type, object, state)
     select d."documentId", $1, d.source, d."externalId", d."originalUrl", d.title, d."mimeType", d.object, 'pending'
     from jsonb_to_recordset($2::jsonb) as d("documentId" uuid, source text, "externalId" text, "originalUrl" text,
       title text, "mimeType" text, object text)
     on conflict (workspace_id, source, external_id) do update
       set state = 'pending', reading = documents.reading + 1, error = null, updated_at = now(), original_url = excluded.original_url
     returning document_id as "documentId", xmax = 0 as "isNew"`,
    [workspaceId, JSON.stringify(documents)],
  );
}

export async function insertDocumentFile(
  session: Session,
  workspaceId: string,
  file: { documentId: string; name: string; content: Buffer },
) {
  await session.query(
    `insert into document_files (document_id, workspace_id, name, content) values ($1, $2, $3, $4)
     on conflict (document_id) do update set name = excluded.name, content = excluded.content`,
    [file.documentId, workspaceId, file.name, file.content],
  );
}

export async function selectDocumentFile(session: Session, documentId: string) {
  const row = await session.kysely
    .selectFrom('document_files')
    .select(['name', 'content'])
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row;
}

/** Those of `ids` that exist here; ids may be any text. */
export async function selectDocumentsByIds(
  session: Session,
  workspaceId: string,
  ids: string[],
): Promise<DocumentRow[]> {
  return session.query<Row>(
    `select ${columns} from documents where workspace_id = $1 and document_id::text = any($2)`,
    [workspaceId, ids],
  );
}

export interface DocumentFilter {
  limit: number;
  cursor: string | null;
  direction: 'next' | 'prev';
  source: string | null;
  english: boolean | null;
  title: string | null;
  url: string | null;
  linkedArticleId: string | null;
  linkedOperation: string | null;
  changed: boolean | null;
}

/** By their last change, newest first for `next`, the other way round for `prev`. */
export async function selectDocuments(
  session: Session,
  workspaceId: string,
  filter: DocumentFilter,
): Promise<DocumentRow[]> {
  const [beyond, order] = filter.direction === 'next' ? ['<', 'desc'] : ['>', 'asc'];
  return session.query<Row>(
    `select ${columns} from documents
     where workspace_id = $1
       and ($2::uuid is null or (updated_at, document_id) ${beyond}
         (select updated_at, document_id from documents where workspace_id = $1 and document_id = $2))
       and ($3::text is null or source = $3)
       and ($4::boolean is null or (coalesce(language, '') = 'en') = $4)
       and ($5::text is null or position(lower($5) in lower(title)) > 0)
       and ($6::text is null or position(lower($6) in lower(original_url)) > 0)
       and ($7::text is null or linked_article_id::text = $7)
       and ($8::text is null or linked_operation = $8)
       and ($9::boolean is null or changed = $9)
     order by updated_at ${order}, document_id ${order} limit $10`,
    [
      workspaceId,
      filter.cursor,
      filter.source,
      filter.english,
      filter.title,
      filter.url,
      filter.linkedArticleId,
      filter.linkedOperation,
      filter.changed,
      filter.limit,
    ],
  );
}

/** Has a document read anew, now or by a job that will come; answers the number of this reading, the only one that counts. */
export async function beginReading(
  session: Session,
  documentId: string,
  state: 'pending' | 'reading',
): Promise<number> {
  const { reading } = await session.kysely
    .updateTable('documents')
    .set((expression) => ({
      state,
      reading: expression('reading', '+', 1),
      error: null,
      updated_at: sql<Date>`now()`,
    }))
    .where('document_id', '=', documentId)
    .returning('reading')
    .executeTakeFirstOrThrow();
  return reading;
}

/** Ends a reading without a text, unless another one has begun since. `reading` null: whichever is the last. */
export async function failReading(session: Session, documentId: string, reading: number | null, error: string) {
  let query = session.kysely
    .updateTable('documents')
    .set({ state: 'failed', error, updated_at: sql<Date>`now()` })
    .where('document_id', '=', documentId);
  query = reading === null ? query.where('state', 'in', ['pending', 'reading']) : query.where('reading', '=', reading);
  await query.execute();
}

export interface DocumentContent {
  title: string | null;
  mimeType: string | null;
  language: string | null;
  paragraphs: string[];
}

/**
 * Stores what a reading found, unless another one has begun since. What was there before stays as the old text, and the document counts as changed, only when a block
 * differs; the first reading is no change.
 */
export async function storeDocumentContent(
  session: Session,
  documentId: string,
  reading: number,
  content: DocumentContent,
) {
  await session.query(
    `update documents set state = 'ready', error = null, updated_at = now(),
       title = coalesce($2, title), mime_type = coalesce($3, mime_type), language = $4,
       changed = changed or (paragraphs <> $5::jsonb and paragraphs <> '[]'),
       old_paragraphs = case when paragraphs <> $5::jsonb then paragraphs else old_paragraphs end,
       paragraphs = $5::jsonb
     where document_id = $1 and reading = $6`,
    [documentId, content.title, content.mimeType, content.language, JSON.stringify(content.paragraphs), reading],
  );
}

export async function deleteDocumentRows(session: Session, workspaceId: string, ids: string[]): Promise<number> {
  const rows = await session.query<{ id: string }>(
    'delete from documents where workspace_id = $1 and document_id::text = any($2) returning document_id as id',
    [workspaceId, ids],
  );
  return rows.length;
}

/** What the last job that drafted from a document came to. */
export interface DocumentLink {
  jobId: string;
  jobStatus: string;
  /** The first article or draft that came of it. */
  articleId: string | null;
  operation: string | null;
  reason: string | null;
}

/** Notes a job at its document. With `read`, the text that it drafted from, the document no longer counts as changed, unless it says something else by now. */
export async function linkDocumentRow(session: Session, documentId: string, link: DocumentLink, read: string[] | null) {
  await session.kysely
    .updateTable('documents')
    .set({
      linked_job_id: link.jobId,
      linked_job_status: link.jobStatus,
      updated_at: sql<Date>`now()`,
      ...(read && {
        linked_article_id: link.articleId,
        linked_operation: link.operation,
        linked_reason: link.reason,
        changed: sql<boolean>`changed and paragraphs <> ${JSON.stringify(read)}::jsonb`,
      }),
    })
    .where('document_id', '=', documentId)
    .execute();
}

/** When a draft has become part of its original, the original is what came of the document. */
export async function relinkDocuments(session: Session, draftId: string, articleId: string) {
  await session.kysely
    .updateTable('documents')
    .set({ linked_article_id: articleId })
    .where('linked_article_id', '=', draftId)
    .execute();
}

/** Documents whose texts are searched for answers at most; the newest. */
const MOST_SEARCHED = 2_000;

export async function selectReadyDocuments(
  session: Session,
  workspaceId: string,
): Promise<Pick<DocumentRow, 'documentId' | 'title' | 'paragraphs'>[]> {
  return session.query<Pick<Row, 'documentId' | 'title' | 'paragraphs'>>(
    `select document_id as "documentId", title, paragraphs from documents
     where workspace_id = $1 and state = 'ready' order by document_id desc limit ${MOST_SEARCHED}`,
    [workspaceId],
  );
}

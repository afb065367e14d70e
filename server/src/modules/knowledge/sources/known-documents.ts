import type { Context } from '#platform/context.ts';
import {
  type DocumentLink,
  type DocumentRow,
  linkDocumentRow,
  selectDocumentsByIds,
  selectReadyDocuments,
} from './documents.queries.ts';
import { readMarkdown } from './readers/read-markdown.ts';
import { noSuchDocument } from './sources.errors.ts';

/** The document with its text; a 404 for an unknown id and one of another workspace. */
export async function requireDocument(ctx: Context, documentId: string): Promise<DocumentRow> {
  const [document] = await selectDocumentsByIds(ctx.session, ctx.workspaceId, [documentId]);
  if (!document) throw noSuchDocument();
  return document;
}

/** Each of the documents once; a 404 when one of them is unknown. */
export async function requireDocuments(ctx: Context, ids: string[]): Promise<string[]> {
  const documents = await selectDocumentsByIds(ctx.session, ctx.workspaceId, ids);
  if (documents.length < new Set(ids).size) throw noSuchDocument();
  const known = new Set(documents.map(({ documentId }) => documentId));
  return [...new Set(ids)].filter((id) => known.has(id));
}

/** The documents that could be read, with their texts, newest first. */
export const readyDocuments = (ctx: Context): Promise<Pick<DocumentRow, 'documentId' | 'title' | 'paragraphs'>[]> =>
  selectReadyDocuments(ctx.session, ctx.workspaceId);

/** Notes at a document how far a job is that drafts from it, and with `read`, the text it drafted from, what came of it. */
export const linkDocument = (ctx: Context, documentId: string, link: DocumentLink, read: string[] | null) =>
  linkDocumentRow(ctx.session, documentId, link, read);

/** A text that somebody sent, in blocks as a source has them. */
export const paragraphsOf = (markdown: string): string[] => readMarkdown(markdown).paragraphs;

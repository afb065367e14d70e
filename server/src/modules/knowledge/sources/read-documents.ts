import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/http/errors.ts';
import { selectDocuments, selectDocumentsByIds } from './documents.queries.ts';
import { presentDocument } from './present-document.ts';
import { noSuchDocument } from './sources.errors.ts';
import type { ListDocumentsQuery } from './sources.schemas.ts';

/** By their last change, newest first whichever way the pages are turned. */
export async function listDocuments(ctx: Context, query: Static<typeof ListDocumentsQuery>) {
  const limit = query.limit ?? 50;
  const direction = query.direction ?? 'next';
  if (query.cursor !== undefined) await requireCursor(ctx, query.cursor);
  const found = await selectDocuments(ctx.session, ctx.workspaceId, {
    limit: limit + 1,
    cursor: query.cursor ?? null,
    direction,
    source: query.source ?? null,
    english: query.english ?? null,
    title: query.title ?? null,
    url: query.url ?? null,
    linkedArticleId: query.linkedKnowledgeId ?? null,
    linkedOperation: query.linkedOperation ?? null,
    changed: query.changed ?? null,
  });
  const page = found.slice(0, limit);
  if (direction === 'prev') page.reverse();
  return { documents: page.map(presentDocument), hasMore: found.length > limit };
}

/** Without it there is no place to go on from: an empty page would look like the end. */
async function requireCursor(ctx: Context, cursor: string) {
  const [document] = await selectDocumentsByIds(ctx.session, ctx.workspaceId, [cursor]);
  if (!document) throw invalidField('?cursor', 'names no document of this workspace any more: begin again without it');
}

export async function getDocument(ctx: Context, documentId: string) {
  const [document] = await selectDocumentsByIds(ctx.session, ctx.workspaceId, [documentId]);
  if (!document) throw noSuchDocument();
  return presentDocument(document);
}

import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { invalidField } from '#platform/http/errors.ts';
import { beginReading, type NewDocument, registerDocuments, selectDocumentsByIds } from './documents.queries.ts';
import { readAddresses } from './read-addresses.ts';
import { readDocumentQueue } from './read-document.queue.ts';
import { noSuchDocument } from './sources.errors.ts';
import type { AddDocuments, RegisterResources } from './sources.schemas.ts';

/** Registers documents and has them read, by jobs that begin when this commits. */
export async function addDocuments(ctx: Context, input: Static<typeof AddDocuments>) {
  const { source, documentIdsToAdd = [], documentIdsToRefresh = [] } = input;
  if (documentIdsToAdd.length + documentIdsToRefresh.length === 0) {
    throw invalidField('/documentIdsToAdd', 'is required, unless documentIdsToRefresh is given');
  }
  if (source === 'googledrive') {
    throw invalidField(
      '/source',
      'Google Drive is not supported: export the file and send it to POST /v2/documents/public/files',
    );
  }
  const ids = source === 'web' ? readAddresses(documentIdsToAdd, '/documentIdsToAdd') : documentIdsToAdd;
  const added = await register(
    ctx,
    ids.map((id) => ({
      source,
      externalId: id,
      originalUrl: source === 'web' ? id : null,
      title: id,
      mimeType: null,
      object: null,
    })),
  );
  const refreshed = await refreshDocuments(ctx, documentIdsToRefresh);
  return {
    addedDocumentIds: added.addedDocumentIds,
    updatedDocumentIds: [...added.updatedDocumentIds, ...refreshed.documentIds],
  };
}

/** The same for documents of a connected provider, with what the caller knows about them. */
export function registerResources(
  ctx: Context,
  source: 'notion' | 'zendesk' | 'confluence',
  { resources }: Static<typeof RegisterResources>,
) {
  return register(
    ctx,
    resources.map(({ object = null, ...resource }) => ({ ...resource, source, object })),
  );
}

/** Reads documents again. An unknown id refuses all of them, so that a typing error is not taken for done. */
export async function refreshDocuments(ctx: Context, ids: string[]) {
  const documents = await selectDocumentsByIds(ctx.session, ctx.workspaceId, ids);
  if (documents.length < new Set(ids).size) throw noSuchDocument();
  for (const { documentId } of documents) {
    await beginReading(ctx.session, documentId, 'pending');
    await ctx.jobs.send(ctx, readDocumentQueue, { workspaceId: ctx.workspaceId, documentId });
  }
  return { documentIds: documents.map(({ documentId }) => documentId) };
}

async function register(ctx: Context, documents: Omit<NewDocument, 'documentId'>[]) {
  // Each once: a statement can't change one row twice.
  const distinct = [...new Map(documents.map((document) => [document.externalId, document])).values()];
  const nowMs = ctx.now().getTime();
  const rows = await registerDocuments(
    ctx.session,
    ctx.workspaceId,
    distinct.map((document) => ({ ...document, documentId: uuidv7(nowMs) })),
  );
  for (const { documentId } of rows) {
    await ctx.jobs.send(ctx, readDocumentQueue, { workspaceId: ctx.workspaceId, documentId });
  }
  return {
    addedDocumentIds: rows.filter(({ isNew }) => isNew).map(({ documentId }) => documentId),
    updatedDocumentIds: rows.filter(({ isNew }) => !isNew).map(({ documentId }) => documentId),
  };
}

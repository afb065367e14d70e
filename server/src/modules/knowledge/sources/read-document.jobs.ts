import { getOutboundAllowList } from '#modules/identity/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { defineQueue } from '#platform/jobs/jobs.ts';
import { storableText } from '#platform/storable-text.ts';
import { openProvider, type ProviderLine } from './connect-provider.ts';
import {
  beginReading,
  type DocumentContent,
  type DocumentRow,
  failReading,
  selectDocumentFile,
  selectDocumentsByIds,
  storeDocumentContent,
} from './documents.queries.ts';
import { fetchPage } from './fetch-page.ts';
import { type ReadDocumentJob, readDocumentQueue } from './read-document.queue.ts';
import { MIME_TYPES, readFile } from './readers/read-file.ts';
import { createRobots } from './robots.ts';
import { UnreadableDocument } from './source.types.ts';

/**
 * Reads one document and stores its text. No connection is held while another machine answers. What can't be read ends as
 * `failed` with the reason; a process that dies in between leaves the job, which reads it again.
 */
export const readDocumentJobs = defineQueue<ReadDocumentJob>({
  name: readDocumentQueue.name,
  retryLimit: 3,
  expireSeconds: 300,
  async run(services, { workspaceId, documentId }, { signal }) {
    const prepared = await withWorkspace(services, workspaceId, (ctx) => prepare(ctx, documentId, signal));
    if (!prepared) return;
    const { reading, read } = prepared;
    let content: DocumentContent;
    try {
      content = toStorable(await read());
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === null) throw error;
      await fail(services, workspaceId, documentId, reading, reason);
      return;
    }
    await withWorkspace(services, workspaceId, (ctx) =>
      storeDocumentContent(ctx.session, documentId, reading, content),
    );
  },
  dead: (services, { workspaceId, documentId }) =>
    fail(
      services,
      workspaceId,
      documentId,
      null,
      'Reading it was interrupted again and again. Refresh it to try once more.',
    ),
});

const fail = (services: Services, workspaceId: string, documentId: string, reading: number | null, reason: string) =>
  withWorkspace(services, workspaceId, (ctx) => failReading(ctx.session, documentId, reading, reason));

/** Providers and damaged files send characters that PostgreSQL does not store. */
const toStorable = (content: DocumentContent): DocumentContent => ({
  ...content,
  title: content.title && storableText(content.title),
  paragraphs: content.paragraphs.map(storableText),
});

/** What is to be done outside the transaction; undefined when the document is gone. */
async function prepare(ctx: Context, documentId: string, signal: AbortSignal) {
  const [document] = await selectDocumentsByIds(ctx.session, ctx.workspaceId, [documentId]);
  if (!document) return undefined;
  const reading = await beginReading(ctx.session, documentId, 'reading');
  return { reading, read: await readerOf(ctx, document, signal) };
}

async function readerOf(
  ctx: Context,
  document: DocumentRow,
  signal: AbortSignal,
): Promise<() => Promise<DocumentContent>> {
  if (document.source === 'file') {
    const file = await selectDocumentFile(ctx.session, document.documentId);
    return async () => {
      if (!file) throw new UnreadableDocument('The bytes of the file are gone: send it again.');
      const { kind, ...read } = await readFile(file.name, file.content);
      return { ...read, title: null, mimeType: MIME_TYPES[kind] };
    };
  }
  if (document.source === 'web') {
    const fetching = { services: ctx, allowList: await getOutboundAllowList(ctx), signal };
    return () => fetchPage(fetching, document.externalId, createRobots(fetching));
  }
  if (document.source === 'googledrive') throw new Error('Documents of Google Drive can not be registered');
  const line = await openProvider(ctx, document.source, signal).catch((error: unknown) => error);
  return async () => {
    if (line instanceof Error) throw line;
    const { provider, fetchJson } = line as ProviderLine;
    return { ...(await provider.read(fetchJson, document.externalId)), mimeType: null };
  };
}

/** Null: a fault of ours, to be tried again. A page nested beyond the stack is a fault of the page. */
function reasonOf(error: unknown): string | null {
  if (error instanceof UnreadableDocument || error instanceof AppError) return error.message;
  if (error instanceof RangeError) return 'The document is nested too deeply to be read.';
  return null;
}

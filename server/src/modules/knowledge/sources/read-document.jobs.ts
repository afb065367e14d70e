import { getOutboundAllowList } from '#modules/identity/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { defineQueue } from '#platform/jobs/jobs.ts';
import { openProvider } from './connect-provider.ts';
import {
  type DocumentContent,
  type DocumentRow,
  selectDocumentFile,
  selectDocumentsByIds,
  setDocumentState,
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
    const read = await withWorkspace(services, workspaceId, (ctx) => prepare(ctx, documentId, signal));
    if (!read) return;
    let content: DocumentContent;
    try {
      content = await read();
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === null) throw error;
      await fail(services, workspaceId, documentId, reason);
      return;
    }
    await withWorkspace(services, workspaceId, (ctx) => storeDocumentContent(ctx.session, documentId, content));
  },
  dead: (services, { workspaceId, documentId }) =>
    fail(services, workspaceId, documentId, 'Reading it was interrupted again and again. Refresh it to try once more.'),
});

const fail = (services: Services, workspaceId: string, documentId: string, reason: string) =>
  withWorkspace(services, workspaceId, (ctx) => setDocumentState(ctx.session, documentId, 'failed', reason));

/** What is to be done outside the transaction; undefined when the document is gone. */
async function prepare(ctx: Context, documentId: string, signal: AbortSignal) {
  const [document] = await selectDocumentsByIds(ctx.session, ctx.workspaceId, [documentId]);
  if (!document) return undefined;
  await setDocumentState(ctx.session, documentId, 'reading', null);
  return readerOf(ctx, document, signal);
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
    return async () => {
      if (!(await createRobots(fetching)(document.externalId))) {
        throw new UnreadableDocument('The robots.txt of the site does not let this page be read, or the site is down.');
      }
      return fetchPage(fetching, document.externalId);
    };
  }
  if (document.source === 'googledrive') throw new Error('Documents of Google Drive can not be registered');
  const { provider, fetchJson } = await openProvider(ctx, document.source, signal);
  return async () => ({ ...(await provider.read(fetchJson, document.externalId)), mimeType: null });
}

/** Null: a fault of ours, to be tried again. A page nested beyond the stack is a fault of the page. */
function reasonOf(error: unknown): string | null {
  if (error instanceof UnreadableDocument) return error.message;
  if (error instanceof RangeError) return 'The document is nested too deeply to be read.';
  return null;
}

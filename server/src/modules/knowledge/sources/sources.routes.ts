import { inTransaction } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { detachedRoute, route } from '#platform/http/route.ts';
import { Done } from '../articles.schemas.ts';
import { connectProvider, disconnectProvider, listConnections, openProvider } from './connect-provider.ts';
import { crawlLinks } from './crawl-links.ts';
import { deleteDocuments } from './delete-documents.ts';
import { getDocument, listDocuments } from './read-documents.ts';
import { addFiles, FILE_LIMITS, receiveFiles, type UploadedFile } from './receive-files.ts';
import { addDocuments, refreshDocuments, registerResources } from './register-documents.ts';
import { UnreadableDocument } from './source.types.ts';
import { documentNotFound, fileUnreadable, notConnected, providerFailed } from './sources.errors.ts';
import {
  AcceptedIds,
  AddDocuments,
  AddedDocuments,
  ConnectProvider,
  CrawledLinks,
  CrawlLinks,
  DeleteDocuments,
  DeletedDocuments,
  Document,
  DocumentIds,
  DocumentList,
  DocumentParams,
  FilesForm,
  ListDocumentsQuery,
  ProviderParams,
  RegisterResources,
  ResourceList,
  SourceConnection,
  SourceConnectionList,
} from './sources.schemas.ts';

const tag = 'Sources';

export const sourceRoutes = [
  route({
    method: 'GET',
    path: '/v2/documents/public',
    operationId: 'listDocuments',
    summary: 'List documents',
    description: 'Pages and files that articles are drafted from, by their last change, newest first.',
    tag,
    scope: 'read',
    query: ListDocumentsQuery,
    outputs: { 200: { description: 'A page.', schema: DocumentList } },
    handle: async (ctx, { query }) => ({ status: 200, body: await listDocuments(ctx, query) }),
  }),
  route({
    method: 'POST',
    path: '/v2/documents/public',
    operationId: 'addDocuments',
    summary: 'Add documents',
    description:
      'Registers pages by their addresses, or documents of a connected provider by their ids, and reads them after the answer: look at `success` and `error` of each. What stands there already is read again.',
    tag,
    scope: 'write',
    body: AddDocuments,
    outputs: { 201: { description: 'What will be read.', schema: AddedDocuments } },
    errors: [documentNotFound],
    example: { body: { source: 'web', documentIdsToAdd: ['https://example.com/help/cards'] } },
    handle: async (ctx, { body }) => ({ status: 201, body: await addDocuments(ctx, body) }),
  }),
  route({
    method: 'POST',
    path: '/v2/documents/public/files',
    operationId: 'uploadFiles',
    effect: 'overwrites',
    summary: 'Upload files',
    description:
      'Markdown, HTML, text, PDF, DOCX, or CSV with a column of questions and one of answers, as `file` of a form, repeatable. They are read after the answer. A file of the same name takes the place of the one before.',
    tag,
    scope: 'write',
    rawBody: {
      schema: FilesForm,
      mediaType: 'multipart/form-data',
      limitBytes: FILE_LIMITS.bytes,
      read: receiveFiles,
    },
    outputs: { 201: { description: 'What will be read.', schema: AddedDocuments } },
    errors: [fileUnreadable],
    example: { body: { file: '# Fees\n\nA new card costs 10 EUR.\n' } },
    handle: async (ctx, { body }) => ({ status: 201, body: await addFiles(ctx, body as UploadedFile[]) }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/documents/public',
    operationId: 'deleteDocuments',
    summary: 'Delete documents',
    description: 'With `deleteArticles` also the articles that came of them. An unknown id refuses all.',
    tag,
    scope: 'write',
    body: DeleteDocuments,
    outputs: { 200: { description: 'What was deleted.', schema: DeletedDocuments } },
    errors: [documentNotFound],
    example: { body: { documentIds: ['0199a0de-0000-7000-8000-000000000000'], deleteArticles: false } },
    handle: async (ctx, { body }) => ({
      status: 200,
      body: await deleteDocuments(ctx, body.documentIds, body.deleteArticles ?? false),
    }),
  }),
  detachedRoute({
    method: 'POST',
    path: '/v2/documents/public/deep-crawl/links',
    operationId: 'crawlLinks',
    summary: 'Find the pages of a site',
    description:
      'Walks over the links within the sites you name, where their robots.txt allows it, and answers within 25 seconds. Nothing is stored: send the addresses you want to `addDocuments`.',
    tag,
    scope: 'write',
    body: CrawlLinks,
    outputs: { 200: { description: 'What was found.', schema: CrawledLinks } },
    example: { body: { links: ['https://example.com/help'], limit: 50 } },
    handle: async (ctx, { body }) => ({ status: 200, body: await crawlLinks(ctx, body) }),
  }),
  route({
    method: 'POST',
    path: '/v2/documents/public/refresh',
    operationId: 'refreshDocuments',
    summary: 'Read documents again',
    description:
      'After the answer; `changed` then tells which of them say something else, and `oldParagraphs` what they said.',
    tag,
    scope: 'write',
    body: DocumentIds,
    outputs: { 200: { description: 'What will be read again.', schema: AcceptedIds } },
    errors: [documentNotFound],
    example: { body: { documentIds: ['0199a0de-0000-7000-8000-000000000000'] } },
    handle: async (ctx, { body }) => ({ status: 200, body: await refreshDocuments(ctx, body.documentIds) }),
  }),
  detachedRoute({
    method: 'GET',
    path: '/v2/documents/public/resources/{provider}',
    operationId: 'listResources',
    summary: 'What a provider offers',
    description: 'Asks the connected provider which documents its token may see.',
    tag,
    scope: 'read',
    params: ProviderParams,
    outputs: { 200: { description: 'Its documents.', schema: ResourceList } },
    errors: [notConnected, providerFailed],
    async handle(ctx, { params }) {
      const { provider, fetchJson } = await inTransaction(ctx, (inside) => openProvider(inside, params.provider));
      try {
        return { status: 200, body: { resources: await provider.listResources(fetchJson) } };
      } catch (error) {
        if (error instanceof UnreadableDocument) throw new AppError(providerFailed, error.message, { cause: error });
        throw error;
      }
    },
  }),
  route({
    method: 'POST',
    path: '/v2/documents/public/resources/{provider}',
    operationId: 'registerResources',
    summary: 'Add documents of a provider',
    description: 'Registers what `listResources` has shown, and reads it after the answer.',
    tag,
    scope: 'write',
    params: ProviderParams,
    body: RegisterResources,
    outputs: { 201: { description: 'What will be read.', schema: AddedDocuments } },
    errors: [notConnected],
    example: {
      body: {
        resources: [
          {
            originalUrl: 'https://example.com/p/1',
            title: 'Fees',
            externalId: '1',
            mimeType: 'text/html',
            object: 'page',
          },
        ],
      },
    },
    async handle(ctx, { params, body }) {
      await openProvider(ctx, params.provider);
      return { status: 201, body: await registerResources(ctx, params.provider, body) };
    },
  }),
  route({
    method: 'GET',
    path: '/v2/documents/public/{document-id}',
    operationId: 'getDocument',
    summary: 'Get a document',
    description: 'With its text, and what it said before its last change.',
    tag,
    scope: 'read',
    params: DocumentParams,
    outputs: { 200: { description: 'The document.', schema: Document } },
    errors: [documentNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getDocument(ctx, params.documentId) }),
  }),
  route({
    method: 'GET',
    path: '/v2/sources',
    operationId: 'listSources',
    summary: 'Connected providers',
    description: 'Notion, Zendesk and Confluence, as far as they are connected. Tokens are never shown.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The connections.', schema: SourceConnectionList } },
    handle: async (ctx) => ({ status: 200, body: await listConnections(ctx) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/sources/{provider}',
    operationId: 'connectProvider',
    summary: 'Connect a provider',
    description: 'Stores its token encrypted; an older one is replaced. Audited.',
    tag,
    scope: 'write',
    params: ProviderParams,
    body: ConnectProvider,
    outputs: { 200: { description: 'The connection.', schema: SourceConnection } },
    example: {
      params: { provider: 'zendesk' },
      body: { token: 'secret', account: 'editor@example.com', baseUrl: 'https://example.zendesk.com' },
    },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await connectProvider(ctx, params.provider, body) }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/sources/{provider}',
    operationId: 'disconnectProvider',
    summary: 'Disconnect a provider',
    description: 'Forgets its token. What was read from it stays. Audited.',
    tag,
    scope: 'write',
    params: ProviderParams,
    outputs: { 200: { description: 'Disconnected.', schema: Done } },
    errors: [notConnected],
    handle: async (ctx, { params }) => ({ status: 200, body: await disconnectProvider(ctx, params.provider) }),
  }),
];

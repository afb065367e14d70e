/**
 * Everything that is made from the routes for readers: the OpenAPI document, the interactive reference, and the texts
 * for language models. Nothing here is written twice: what a route says about itself appears in all of them.
 */
import type { FastifyInstance } from 'fastify';
import type { Route } from '#platform/http/route.ts';
import { docsRoutes } from './docs-routes.ts';
import { type Guide, readGuides } from './guides.ts';
import { writeLlmsIndex } from './llms-index.ts';
import { writeLlmsText } from './llms-text.ts';
import { createOpenApiDocument, type OpenApiOptions } from './openapi.ts';
import type { OpenApiDocument } from './openapi.types.ts';
import { writeReferenceChapters, writeReferenceIndex } from './reference-chapters.ts';
import { mountReferencePage } from './reference-page.ts';

export interface Docs {
  /** `/openapi.json`, `/llms.txt`, `/llms-full.txt`: put them on the router beside the routes that they describe. */
  routes: Route[];
  document: () => OpenApiDocument;
  llms: () => string;
  llmsFull: () => string;
  guides: () => readonly Guide[];
  /** Adds the reference: the page for people at `/docs/api`, Markdown at `/docs/reference.md`. The guides are pages of `site/`. */
  mount: (app: FastifyInstance) => void;
}

/** The documentation of `options.routes` and of the routes that it adds itself; made when it is first asked for. */
export function createDocs(options: OpenApiOptions, read: () => Guide[] = () => readGuides()): Docs {
  const guides = once(read);
  const document = once(() => createOpenApiDocument({ ...options, routes: [...options.routes, ...routes] }));
  const llms = once(() => writeLlmsIndex(document(), guides()));
  const llmsFull = once(() => writeLlmsText(document(), guides()));
  const routes = docsRoutes({ openApi: once(() => JSON.stringify(document())), llms, llmsFull });
  return {
    routes,
    document,
    llms,
    llmsFull,
    guides,
    mount(app) {
      mountReferencePage(app, options.publicUrl);
      mountReferenceChapters(app, document);
    },
  };
}

/** The reference as Markdown, by chapters; made when the first of them is asked for. */
function mountReferenceChapters(app: FastifyInstance, document: () => OpenApiDocument) {
  const chapters = once(() => writeReferenceChapters(document()));
  const headers = { 'content-type': 'text/markdown; charset=utf-8', 'cache-control': 'public, max-age=300' };
  app.get('/docs/reference.md', (_request, reply) => reply.headers(headers).send(writeReferenceIndex(document())));
  app.get('/docs/reference/:name', (request, reply) => {
    const { name } = request.params as { name: string };
    const text = chapters().get(name.replace(/\.md$/, ''));
    return text === undefined ? reply.callNotFound() : reply.headers(headers).send(text);
  });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

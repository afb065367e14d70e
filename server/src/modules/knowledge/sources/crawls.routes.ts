import { route } from '#platform/http/route.ts';
import { Crawl, CrawlDetails, CrawlList, CrawlParams, StartCrawl } from './crawls.schemas.ts';
import { getCrawl, listCrawls, requestCrawl } from './request-crawl.ts';
import { crawlNotFound } from './sources.errors.ts';

const tag = 'Sources';

export const crawlRoutes = [
  route({
    method: 'POST',
    path: '/v2/crawls',
    operationId: 'startCrawl',
    summary: 'Read a whole site',
    description:
      'Walks after the answer over the links within the sites you name, where their robots.txt allows it, and has each page that it finds read as a document. It survives restarts: it goes on where it was.',
    tag,
    scope: 'write',
    body: StartCrawl,
    outputs: { 201: { description: 'The crawl.', schema: Crawl } },
    example: { body: { links: ['https://example.com/help'], limit: 50 } },
    handle: async (ctx, { body }) => ({ status: 201, body: await requestCrawl(ctx, body) }),
  }),
  route({
    method: 'GET',
    path: '/v2/crawls',
    operationId: 'listCrawls',
    summary: 'List crawls',
    description: 'With how far they are.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The crawls.', schema: CrawlList } },
    handle: async (ctx) => ({ status: 200, body: await listCrawls(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/v2/crawls/{crawl-id}',
    operationId: 'getCrawl',
    summary: 'Get a crawl',
    description: 'How far it is, and what became of each address.',
    tag,
    scope: 'read',
    params: CrawlParams,
    outputs: { 200: { description: 'The crawl.', schema: CrawlDetails } },
    errors: [crawlNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getCrawl(ctx, params.crawlId) }),
  }),
];

import { publicRoute, type Route } from '#platform/http/route.ts';

/** The texts, made when they are first asked for: a start waits for none of them. */
export interface DocsTexts {
  openApi: () => string;
  llms: () => string;
  llmsFull: () => string;
}

const tag = 'Documentation';

/** The reference for programs: generators of clients, and agents that read Markdown. */
export function docsRoutes(texts: DocsTexts): Route[] {
  const headers = { 'cache-control': 'public, max-age=300' };
  return [
    publicRoute({
      method: 'GET',
      path: '/openapi.json',
      operationId: 'getOpenApiDocument',
      summary: 'This reference as OpenAPI 3.1',
      description: 'Every operation with its input, answers, errors and scope. Generate clients from it.',
      tag,
      outputs: { 200: { description: 'The document.', mediaType: 'application/json' } },
      handle: async () => ({ status: 200, headers, body: texts.openApi() }),
    }),
    publicRoute({
      method: 'GET',
      path: '/llms.txt',
      operationId: 'getLlmsIndex',
      summary: 'Where a language model finds what',
      description: 'An index of guides and operations with instructions for agents, in the format of llmstxt.org.',
      tag,
      outputs: { 200: { description: 'Markdown.', mediaType: 'text/plain; charset=utf-8' } },
      handle: async () => ({ status: 200, headers, body: texts.llms() }),
    }),
    publicRoute({
      method: 'GET',
      path: '/llms-full.txt',
      operationId: 'getLlmsText',
      summary: 'What an agent needs, in one text',
      description:
        'The guides that matter most and every operation in one line, as Markdown: at most 40,000 tokens, for a context window. Every field stands in the chapters of `/docs/reference.md`.',
      tag,
      outputs: { 200: { description: 'Markdown.', mediaType: 'text/plain; charset=utf-8' } },
      handle: async () => ({ status: 200, headers, body: texts.llmsFull() }),
    }),
  ];
}

/** Zendesk and Confluence as fake servers that speak their REST APIs: pages of lists, authorization, limits, faults. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
let site: string;
let seen: { path: string; authorization: string | undefined }[] = [];
let busy = 0;
const server = createServer((request, response) => {
  seen.push({ path: request.url ?? '', authorization: request.headers.authorization });
  if (busy > 0) {
    busy -= 1;
    return void response.writeHead(429, { 'retry-after': '0' }).end();
  }
  return reply(request, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  kontor = await startTestKontor();
});
beforeEach(() => {
  seen = [];
  busy = 0;
});
afterAll(async () => {
  await kontor.stop();
  server.close();
});

function reply(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', site);
  const json = (value: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const article = (id: number, more = {}) => ({
    id,
    title: `Article ${id}`,
    html_url: `https://help.example/${id}`,
    ...more,
  });
  const page = (id: string) => ({ id, title: `Page ${id}`, _links: { webui: `/spaces/HELP/pages/${id}` } });
  const base = 'https://wiki.example/wiki';
  switch (`${url.pathname}${url.searchParams.get('page[after]') ?? url.searchParams.get('cursor') ?? ''}`) {
    case '/api/v2/help_center/articles.json':
      return json({
        articles: [article(1), article(2, { draft: true })],
        meta: { has_more: true, after_cursor: 'next' },
      });
    case '/api/v2/help_center/articles.jsonnext':
      return json({ articles: [article(3)], meta: { has_more: true, after_cursor: 'next' } });
    case '/api/v2/help_center/articles/1.json':
      return json({
        article: article(1, { locale: 'en-us', body: '<h2>Fees</h2><p>A card costs 10 EUR.</p><script>x</script>' }),
      });
    case '/wiki/api/v2/pages':
      return json({ results: [page('10')], _links: { next: '/wiki/api/v2/pages?cursor=b', base } });
    case '/wiki/api/v2/pagesb':
      return json({ results: [page('11')], _links: { next: 'https://evil.example/?cursor=c', base } });
    case '/wiki/api/v2/pages/10':
      return json({ title: 'Page 10', body: { export_view: { value: '<h1>Cards</h1><p>Block it.</p>' } } });
    default:
      return response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
  }
}

async function connected(provider: string, account?: string): Promise<TestWorkspace> {
  const workspace = await kontor.createWorkspace();
  await adminQuery(kontor.adminUrl, 'update workspaces set outbound_allow_list = $2 where workspace_id = $1', [
    workspace.workspaceId,
    [new URL(site).host],
  ]);
  const answer = await workspace.v2.send('PUT', `/sources/${provider}`, {
    body: JSON.stringify({ token: 'secret', baseUrl: `${site}/`, ...(account && { account }) }),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status, answer.text).toBe(200);
  return workspace;
}

async function readFrom({ v2 }: TestWorkspace, source: string, id: string) {
  const added = await v2.post('/documents/public', { source, documentIdsToAdd: [id] });
  const path = `/documents/public/${added.body.addedDocumentIds[0]}`;
  await expect.poll(async () => (await v2.get(path)).body.success).not.toBeNull();
  return (await v2.get(path)).body;
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('Zendesk', () => {
  test('offers its published articles, page by page, though a cursor comes again', async () => {
    const { v2 } = await connected('zendesk', 'editor@example.com');
    const { resources } = (await v2.get('/documents/public/resources/zendesk')).body;
    expect(resources.map(({ externalId, originalUrl }: Record<string, string>) => [externalId, originalUrl])).toEqual([
      ['1', 'https://help.example/1'],
      ['3', 'https://help.example/3'],
    ]);
    expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(
      new Set([basic('editor@example.com/token:secret')]),
    );
  });

  test('is read, again after it was busy', async () => {
    const workspace = await connected('zendesk');
    busy = 2;
    const read = await readFrom(workspace, 'zendesk', '1');
    expect(read).toMatchObject({ title: 'Article 1', english: true, paragraphs: ['## Fees', 'A card costs 10 EUR.'] });
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer secret', 'Bearer secret', 'Bearer secret']);
  });

  test.each([
    ['9', /no longer has this document/],
    ['../../users/me', /no longer has this document/],
  ])('has no %s', async (id, reason) => {
    const read = await readFrom(await connected('zendesk'), 'zendesk', id);
    expect([read.success, read.error]).toEqual([false, expect.stringMatching(reason)]);
    expect(seen.map(({ path }) => path)).toEqual([`/api/v2/help_center/articles/${encodeURIComponent(id)}.json`]);
  });
});

describe('Confluence', () => {
  test('offers its pages with their addresses, and its token goes to no other host', async () => {
    const { v2 } = await connected('confluence', 'editor@example.com');
    const { resources } = (await v2.get('/documents/public/resources/confluence')).body;
    expect(resources.map(({ originalUrl }: { originalUrl: string }) => originalUrl)).toEqual([
      'https://wiki.example/wiki/spaces/HELP/pages/10',
      'https://wiki.example/wiki/spaces/HELP/pages/11',
    ]);
    expect(seen.map(({ authorization }) => authorization)).toEqual([
      basic('editor@example.com:secret'),
      basic('editor@example.com:secret'),
    ]);
  });

  test('is read', async () => {
    const read = await readFrom(await connected('confluence'), 'confluence', '10');
    expect(read).toMatchObject({ title: 'Page 10', paragraphs: ['# Cards', 'Block it.'] });
  });
});

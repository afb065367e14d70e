/** Sources: pages, files and providers as fake servers, read by the worker. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHtml } from '../src/modules/knowledge/sources/readers/read-html.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
let site: string;
const requests: IncomingMessage[] = [];
const server = createServer((request, response) => {
  requests.push(request);
  const body: Buffer[] = [];
  request.on('data', (chunk: Buffer) => body.push(chunk));
  request.on('end', () => reply(request, response, Buffer.concat(body).toString()));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  kontor = await startTestKontor();
});
afterAll(async () => {
  await kontor.stop();
  server.close();
});

/** Answers of `/slow` that wait for a test to send them. */
const slow: (() => void)[] = [];
/** What the fee page says; a test changes it. */
let fee = '10 EUR';

const html = (text: string) =>
  `<html lang="en"><body><nav><a href="/">Home</a></nav><main>${text}</main></body></html>`;
const huge = () => html('<p>some <b>words</b> here</p>'.repeat(20_000));
const pages: Record<string, () => string> = {
  '/': () =>
    html('<h1>Help</h1><a href="/fees?utm_source=x">Fees</a><a href="/private/x">x</a><a href="/loop/0">loop</a>'),
  '/fees': () =>
    html(
      `<h1>Fees</h1><p>A new card costs ${fee}.</p><a href="/fees/#top">again</a><a href="https://elsewhere.example/">off</a>`,
    ),
  '/copy': () => html('<h1>Fees</h1><link rel="canonical" href="/fees"><p>x</p>'),
  '/robots.txt': () => 'User-agent: *\nDisallow: /private/\n',
  '/script': () => '<html><body><div id="root"></div><script>render()</script></body></html>',
};

function reply(request: IncomingMessage, response: ServerResponse, body: string) {
  const url = new URL(request.url ?? '/', site);
  const json = (value: unknown, status = 200, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  if (request.headers.authorization === 'Bearer wrong') return json({ message: 'unauthorized' }, 401);
  if (url.pathname === '/v1/search') {
    const { start_cursor: cursor } = JSON.parse(body);
    const page = (id: string) => ({
      id,
      url: `${site}/${id}`,
      properties: { Name: { type: 'title', title: [{ plain_text: `Page ${id}` }] } },
    });
    return cursor
      ? json({ results: [page('two')], has_more: false })
      : json({ results: [page('one')], has_more: true, next_cursor: 'c' });
  }
  if (url.pathname === '/v1/pages/odd')
    return json({ properties: { Name: { type: 'title', title: [{ plain_text: 'Odd\ud800' }] } } });
  if (url.pathname === '/v1/blocks/odd/children')
    return json({ results: [{ type: 'paragraph', paragraph: { rich_text: [{ plain_text: 'a\0b\ud800' }] } }] });
  if (url.pathname === '/v1/pages/one')
    return json({ properties: { Name: { type: 'title', title: [{ plain_text: 'Cards' }] } } });
  if (url.pathname === '/v1/blocks/one/children') {
    const text = (type: string, words: string) => ({ type, [type]: { rich_text: [{ plain_text: words }] } });
    return json({
      results: [
        text('heading_2', 'Lost'),
        text('paragraph', 'Block it.'),
        text('bulleted_list_item', 'a'),
        text('bulleted_list_item', 'b'),
      ],
    });
  }
  if (url.pathname.startsWith('/loop/')) {
    const n = Number(url.pathname.slice(6));
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(html(`<p>Page ${n}</p><a href="/loop/${n + 1}">next</a>`));
  }
  if (url.pathname === '/moved') return response.writeHead(302, { location: '/fees' }).end();
  if (url.pathname === '/sly') return response.writeHead(302, { location: '/private/x' }).end();
  if (url.pathname === '/slow')
    return void slow.push(() =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(html('<p>What it said before the refresh.</p>')),
    );
  if (url.pathname === '/round') return response.writeHead(302, { location: '/round' }).end();
  if (url.pathname === '/huge') return response.writeHead(200, { 'content-type': 'text/html' }).end(huge());
  if (url.pathname === '/big')
    return response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(11 * 1024 * 1024));
  const page = pages[url.pathname.replace(/(.)\/$/, '$1')];
  if (!page) return response.writeHead(404, { 'content-type': 'text/html' }).end('gone');
  return response.writeHead(200, { 'content-type': 'text/html' }).end(page());
}

/** A workspace that may call the fake servers on this machine. */
async function workspaceOf(): Promise<TestWorkspace> {
  const workspace = await kontor.createWorkspace();
  await adminQuery(kontor.adminUrl, 'update workspaces set outbound_allow_list = $2 where workspace_id = $1', [
    workspace.workspaceId,
    [new URL(site).host],
  ]);
  return workspace;
}

async function readOf({ v2 }: TestWorkspace, id: string) {
  await expect.poll(async () => (await v2.get(`/documents/public/${id}`)).body.success).not.toBeNull();
  return (await v2.get(`/documents/public/${id}`)).body;
}

const OPEN_READINGS = `select from pgboss.job where name = 'knowledge.read-document' and data ->> 'workspaceId' = $1 and state < 'completed'`;

const addPages = async ({ v2 }: TestWorkspace, ...paths: string[]) =>
  (await v2.post('/documents/public', { source: 'web', documentIdsToAdd: paths.map((path) => `${site}${path}`) })).body;

describe('pages', () => {
  test('are read after the answer, and again with what changed', async () => {
    const workspace = await workspaceOf();
    fee = '10 EUR';
    const { addedDocumentIds } = await addPages(workspace, '/fees', '/fees/?utm_campaign=mail');
    expect(addedDocumentIds).toHaveLength(1);
    const read = await readOf(workspace, addedDocumentIds[0]);
    expect(read).toMatchObject({ title: 'Fees', english: true, changed: false, oldParagraphs: [] });
    expect(read.paragraphs).toEqual(['# Fees', 'A new card costs 10 EUR.', 'againoff']);
    fee = '12 EUR';
    const again = await workspace.v2.post('/documents/public/refresh', { documentIds: addedDocumentIds });
    expect(again.body).toEqual({ documentIds: addedDocumentIds });
    const changed = await readOf(workspace, addedDocumentIds[0]);
    expect([changed.changed, changed.paragraphs[1], changed.oldParagraphs[1]]).toEqual([
      true,
      'A new card costs 12 EUR.',
      'A new card costs 10 EUR.',
    ]);
    expect((await workspace.v2.get('/documents/public?changed=true&title=fee')).body.documents).toHaveLength(1);
    const gone = await workspace.v2.delete('/documents/public', { documentIds: addedDocumentIds });
    expect(gone.body).toEqual({ deletedDocuments: 1, deletedArticles: 0 });
  });

  test.each([
    ['/private/x', /robots/],
    ['/sly', /robots/],
    ['/missing', /404/],
    ['/script', /no text/],
    ['/round', /redirects more than/],
    ['/big', /could not be fetched/],
  ])('that can not be read say why: %s', async (path, reason) => {
    const workspace = await workspaceOf();
    const { addedDocumentIds } = await addPages(workspace, path);
    const read = await readOf(workspace, addedDocumentIds[0]);
    expect([read.success, read.error]).toEqual([false, expect.stringMatching(reason)]);
  });

  test('read twice at once say in the end what the later reading found', async () => {
    const workspace = await workspaceOf();
    const { addedDocumentIds } = await addPages(workspace, '/slow');
    await expect.poll(() => slow.length).toBe(1);
    const first = slow.pop();
    await workspace.v2.post('/documents/public/refresh', { documentIds: addedDocumentIds });
    await expect.poll(() => slow.length).toBe(1);
    slow.pop()?.();
    const read = await readOf(workspace, addedDocumentIds[0]);
    first?.();
    await expect
      .poll(async () => (await adminQuery(kontor.adminUrl, OPEN_READINGS, [workspace.workspaceId])).rowCount)
      .toBe(0);
    expect((await workspace.v2.get(`/documents/public/${addedDocumentIds[0]}`)).body).toEqual(read);
    expect(read.changed).toBe(false);
  });

  test('inside the company are not reached unless the workspace names them', async () => {
    const workspace = await kontor.createWorkspace();
    const { addedDocumentIds } = await addPages(workspace, '/fees');
    expect((await readOf(workspace, addedDocumentIds[0])).success).toBe(false);
  });

  test('of a site are found by its links, each once, within the site and its rules', async () => {
    const { v2 } = await workspaceOf();
    const { status, body } = await v2.post('/documents/public/deep-crawl/links', {
      links: [`${site}/`, `${site}/copy`],
      limit: 6,
    });
    expect(status).toBe(200);
    expect(body.data.slice(0, 2)).toEqual([`${site}/`, `${site}/fees`]);
    expect(body.data.filter((url: string) => url.includes('/loop/'))).toHaveLength(4);
    expect(body.data).toHaveLength(6);
    expect(body.message).toContain('There is more');
  });

  test('that are large hold up no other request while they are looked at', async () => {
    const { v2 } = await workspaceOf();
    // Processor time of this thread: what else the machine does is not what holds up a request.
    const ownMs = () => process.threadCpuUsage().user / 1_000;
    const startedMs = ownMs();
    readHtml(huge(), null);
    const readingMs = ownMs() - startedMs;
    const crawl = v2.post('/documents/public/deep-crawl/links', { links: [`${site}/huge`], limit: 1 });
    let longestMs = 0;
    const done = crawl.then(() => true);
    const nextTurn = () => new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
    for (let last = ownMs(); !(await Promise.race([done, nextTurn()])); ) {
      longestMs = Math.max(longestMs, ownMs() - last);
      last = ownMs();
    }
    expect((await crawl).body.data).toEqual([`${site}/huge`]);
    expect(longestMs).toBeLessThan(readingMs / 2);
  });

  test('must have addresses', async () => {
    const { v2 } = await kontor.createWorkspace();
    const answer = await v2.post('/documents/public', {
      source: 'web',
      documentIdsToAdd: ['https://a.example/', 'ftp://b'],
    });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, '/documentIdsToAdd/1']);
    expect((await v2.post('/documents/public', { source: 'web' })).body.errors[0].path).toBe('/documentIdsToAdd');
  });
});

describe('a list', () => {
  test('that goes on after a document which is gone is refused, not ended', async () => {
    const workspace = await kontor.createWorkspace();
    const answer = await workspace.v2.get('/documents/public?cursor=0199a0de-0000-7000-8000-000000000000');
    expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, '?cursor']);
    const conversations = await workspace.v2.get('/hc-interactions/public?cursor=0199a0de-0000-7000-8000-000000000000');
    expect([conversations.status, conversations.body.errors?.[0].path]).toEqual([400, '?cursor']);
  });
});

describe('files', () => {
  const upload = ({ v2 }: TestWorkspace, ...files: [name: string, text: string][]) => {
    const form = new FormData();
    for (const [name, text] of files) form.append('file', new Blob([text]), name);
    return v2.send('POST', '/documents/public/files', { body: form });
  };

  test('are read after the answer; one of the same name takes the place of the one before', async () => {
    const workspace = await kontor.createWorkspace();
    const sent = await upload(
      workspace,
      ['faq.csv', 'question,answer\nWhat does it cost?,Nothing.'],
      ['a.md', '# A\n\nb'],
    );
    expect(sent.status).toBe(201);
    const [csv] = sent.body.addedDocumentIds;
    expect((await readOf(workspace, csv)).paragraphs).toEqual(['## What does it cost?', 'Nothing.']);
    const again = await upload(workspace, ['faq.csv', 'question,answer\nWhat does it cost?,A lot.']);
    expect(again.body).toEqual({ addedDocumentIds: [], updatedDocumentIds: [csv] });
    expect(await readOf(workspace, csv)).toMatchObject({
      changed: true,
      paragraphs: ['## What does it cost?', 'A lot.'],
    });
  });

  test('of a kind that is not read are refused with their names, all of them', async () => {
    const workspace = await kontor.createWorkspace();
    const refused = await upload(workspace, ['a.md', 'text'], ['b.exe', 'MZ']);
    expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([
      400,
      'file_unreadable',
      '/file/1',
    ]);
    expect((await workspace.v2.get('/documents/public')).body.documents).toEqual([]);
    expect((await upload(workspace)).body.errors[0].path).toBe('/file');
  });
});

describe('a provider', () => {
  const connect = (workspace: TestWorkspace, token: string) =>
    workspace.v2.send('PUT', '/sources/notion', {
      body: JSON.stringify({ token, baseUrl: site }),
      headers: { 'content-type': 'application/json' },
    });

  test('is connected, offers its documents, and these are read', async () => {
    const workspace = await workspaceOf();
    const { v2 } = workspace;
    expect((await v2.get('/documents/public/resources/notion')).body.code).toBe('not_connected');
    const connected = await connect(workspace, 'right');
    expect([connected.status, connected.text.includes('right')]).toEqual([200, false]);
    const { resources } = (await v2.get('/documents/public/resources/notion')).body;
    expect(resources.map(({ title }: { title: string }) => title)).toEqual(['Page one', 'Page two']);
    const added = await v2.post('/documents/public/resources/notion', { resources: [resources[0]] });
    const read = await readOf(workspace, added.body.addedDocumentIds[0]);
    expect([read.title, read.paragraphs]).toEqual(['Cards', ['## Lost', 'Block it.', '- a\n- b']]);
    const other = await kontor.createWorkspace();
    expect((await other.v2.get('/sources')).body.connections).toEqual([]);
    expect((await other.v2.delete('/sources/notion')).body.code).toBe('not_connected');
    expect((await other.v2.post('/documents/public/resources/notion', { resources: [resources[0]] })).status).toBe(400);
    expect((await v2.delete('/sources/notion')).status).toBe(200);
  });

  test.each(['ftp://example.com', 'https://user:secret@example.com', 'https://example.com/?a=b', 'nothing'])(
    'has no address like %s',
    async (baseUrl) => {
      const { v2 } = await kontor.createWorkspace();
      const answer = await v2.send('PUT', '/sources/notion', {
        body: JSON.stringify({ token: 'x', baseUrl }),
        headers: { 'content-type': 'application/json' },
      });
      expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, '/baseUrl']);
    },
  );

  test('that is called without encryption has to be named by the workspace', async () => {
    const { v2 } = await kontor.createWorkspace();
    const answer = await v2.send('PUT', '/sources/notion', {
      body: JSON.stringify({ token: 'x', baseUrl: 'http://example.com' }),
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, '/baseUrl']);
  });

  test('that is not connected fails its documents with the reason, at once', async () => {
    const workspace = await kontor.createWorkspace();
    const added = await workspace.v2.post('/documents/public', { source: 'zendesk', documentIdsToAdd: ['5'] });
    const read = await readOf(workspace, added.body.addedDocumentIds[0]);
    expect([read.success, read.error]).toEqual([false, expect.stringContaining('not connected to zendesk')]);
  });

  test('may send characters that nothing stores', async () => {
    const workspace = await workspaceOf();
    await connect(workspace, 'right');
    const added = await workspace.v2.post('/documents/public', { source: 'notion', documentIdsToAdd: ['odd'] });
    const read = await readOf(workspace, added.body.addedDocumentIds[0]);
    expect([read.success, read.title, read.paragraphs]).toEqual([true, 'Odd\ufffd', ['ab\ufffd']]);
  });

  test('that refuses the token says so', async () => {
    const workspace = await workspaceOf();
    await connect(workspace, 'wrong');
    const answer = await workspace.v2.get('/documents/public/resources/notion');
    expect([answer.status, answer.body.code, answer.body.message]).toEqual([
      400,
      'provider_failed',
      expect.stringContaining('refuses the token'),
    ]);
  });
});

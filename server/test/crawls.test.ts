/** A crawl survives the process that walks; this Kontor has no worker but the test. */
import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawlJobs } from '../src/modules/knowledge/sources/crawl.jobs.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
let site: string;
const asked: string[] = [];
/** Hears of a page that is not answered. */
let onHeld: ((response: ServerResponse) => void) | null = null;

const LINKS = ['/a', '/b', '/c', '/d', '/e', '/copy', '/gone', '/logo.png', 'https://elsewhere.example/'];
const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  if (url === '/d' && onHeld) return onHeld(response);
  if (url === '/robots.txt' || url === '/gone') return response.writeHead(404).end();
  const links = url === '/' ? LINKS.map((link) => `<a href="${link}">x</a>`).join('') : '<a href="/">home</a>';
  const canonical = url === '/copy' ? '<link rel="canonical" href="/a">' : '';
  response.writeHead(200, { 'content-type': 'text/html' }).end(`${canonical}<main><p>Page ${url}</p>${links}</main>`);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  kontor = await startTestKontor({ worker: false });
});
afterAll(async () => {
  await kontor.stop();
  server.closeAllConnections();
  server.close();
});

async function begin(limit: number) {
  const workspace = await kontor.createWorkspace();
  const allow = 'update workspaces set outbound_allow_list = $2 where workspace_id = $1';
  await adminQuery(kontor.adminUrl, allow, [workspace.workspaceId, [new URL(site).host]]);
  const { status, body } = await workspace.v2.post('/crawls', { links: [`${site}/`, `${site}/#top`], limit });
  expect([status, body.state, body.waiting]).toEqual([201, 'running', 1]);
  const data = { workspaceId: workspace.workspaceId, crawlId: body.id as string };
  const work = (signal = new AbortController().signal) =>
    crawlJobs.run(kontor.services, data, { id: randomUUID(), signal, retryCount: 0 });
  const look = async () => (await workspace.v2.get(`/crawls/${body.id}`)).body;
  return { ...workspace, work, look };
}

test('a crawl that was cut off goes on where it was, and fetches nothing twice that it had stored', async () => {
  const { v2, work, look } = await begin(50);
  const stop = new AbortController();
  onHeld = () => stop.abort();
  await expect(work(stop.signal)).rejects.toThrow(/abort/i);
  onHeld = null;
  expect(await look()).toMatchObject({ state: 'running', found: 1, waiting: 7 });
  await work();
  const done = await look();
  expect(done).toMatchObject({ state: 'completed', found: 6, unreadable: 1, waiting: 0, isPartial: false });
  expect(done.pages).toEqual([
    ...['/', '/a', '/b', '/c', '/d', '/e'].map((path) => ({ address: `${site}${path}`, error: null })),
    { address: `${site}/gone`, error: expect.stringContaining('404') },
  ]);
  expect(asked.filter((url) => url === '/')).toHaveLength(1);
  expect(asked).not.toContain('/logo.png');
  const { documents } = (await v2.get('/documents/public')).body;
  expect(documents.map(({ originalUrl }: { originalUrl: string }) => originalUrl).sort()).toEqual(
    ['/', '/a', '/b', '/c', '/d', '/e'].map((path) => `${site}${path}`),
  );
  // A job that is delivered once more does nothing.
  const before = asked.length;
  await work();
  expect(asked).toHaveLength(before);
});

test('a crawl ends at its limit and says that there was more', async () => {
  const { v2, work, look } = await begin(3);
  await work();
  expect(await look()).toMatchObject({ state: 'completed', found: 3, isPartial: true });
  expect((await v2.get('/crawls')).body.crawls).toMatchObject([{ found: 3, limit: 3, addDocuments: true }]);
});

test('a crawl that is given up says so and keeps what it found', async () => {
  const { work, look, workspaceId } = await begin(50);
  const stop = new AbortController();
  onHeld = () => stop.abort();
  await expect(work(stop.signal)).rejects.toThrow(/abort/i);
  onHeld = null;
  await crawlJobs.dead?.(kontor.services, { workspaceId, crawlId: (await look()).id });
  expect(await look()).toMatchObject({ state: 'failed', found: 1, error: expect.stringContaining('interrupted') });
});

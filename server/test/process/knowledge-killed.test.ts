import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createApiClient } from '../harness/api-client.ts';
import { adminQuery } from '../harness/databases.ts';
import { holdLock } from '../harness/hold-lock.ts';
import { cleanUp, launchKontor, makeDataDir, until } from './kontor-process.ts';
import { createSeededDatabase } from './seeded-database.ts';

afterEach(cleanUp);

/** A site of two pages, the second of which is not answered the first time that it is asked for. */
const asked: string[] = [];
const site = createServer(({ url = '' }, response) => {
  asked.push(url);
  if (url === '/held' && asked.filter((one) => one === url).length === 1) return;
  const status = url === '/robots.txt' ? 404 : 200;
  response
    .writeHead(status, { 'content-type': 'text/html' })
    .end(`<main><p>Page ${url}</p><a href="/held">x</a></main>`);
});
beforeAll(() => new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  site.closeAllConnections();
  site.close();
});

test('kill -9 while drafts are written and a site is crawled: both go on after the start, nothing is done twice', async () => {
  const { adminUrl, env, apiKey, workspaceId } = await createSeededDatabase('process_drafting');
  const dataDir = await makeDataDir();
  const first = await launchKontor({ dataDir, env });
  await first.ready();
  const v2Of = (url: string) => createApiClient(`${url}/v2`, { authorization: `Bearer ${apiKey}` });
  const writing = await holdLock(adminUrl, 'lock table reviews in access exclusive mode');
  const draft = async (title: string) => {
    const candidateKnowledge = `## ${title}\n\nThe ${title} of the harbour costs 17 EUR a week.`;
    const body = { candidateKnowledge, origin: 'sources' };
    return (await v2Of(first.url).post('/knowledge/public', body)).body.backgroundJobId as string;
  };
  const jobIds = [await draft('crane rental')];
  await until(async () => {
    const { rows } = await adminQuery(
      adminUrl,
      `select exists (select from pg_locks where not granted and relation = 'reviews'::regclass)
         and exists (select from drafting_jobs where job_id = any($1::uuid[]) and status = 'IN_PROGRESS') as writing`,
      [jobIds],
    );
    return rows[0].writing;
  });
  jobIds.push(await draft('boat storage'));
  const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const allow = 'update workspaces set outbound_allow_list = $2 where workspace_id = $1';
  await adminQuery(adminUrl, allow, [workspaceId, [new URL(address).host]]);
  const links = [`${address}/`];
  const { body: crawl } = await v2Of(first.url).post('/crawls', { links, addDocuments: false });
  await until(async () => asked.includes('/held'));
  const { jobs: before } = (await v2Of(first.url).post('/knowledge/public/jobs/status', { jobIds })).body;
  expect(before.map(({ jobStatus }: { jobStatus: string }) => jobStatus)).toEqual(['IN_PROGRESS', 'PENDING']);
  await first.kill();
  await writing.release();

  const second = await launchKontor({ dataDir, env });
  await second.ready();
  const states = async () =>
    (await v2Of(second.url).post('/knowledge/public/jobs/status', { jobIds })).body.jobs as { jobStatus: string }[];
  await until(async () => (await states()).every(({ jobStatus }) => jobStatus === 'COMPLETED'));
  const { rows } = await adminQuery(
    adminUrl,
    'select job_id, attempt from drafting_jobs where job_id = any($1::uuid[])',
    [jobIds],
  );
  const attempts = new Map(rows.map(({ job_id, attempt }) => [job_id, attempt]));
  expect(jobIds.map((id) => attempts.get(id))).toEqual([2, 1]);
  const drafts = await adminQuery(
    adminUrl,
    `select title from articles where origin = 'sources' and title = any($1) order by 1`,
    [['boat storage', 'crane rental']],
  );
  expect(drafts.rows).toEqual([{ title: 'boat storage' }, { title: 'crane rental' }]);

  const look = async () => (await v2Of(second.url).get(`/crawls/${crawl.id}`)).body;
  await until(async () => (await look()).state !== 'running');
  expect(await look()).toMatchObject({ state: 'completed', found: 2, waiting: 0, error: null });
  // What was stored before is not asked for again; what was not answered is.
  expect(asked.filter((url) => url !== '/robots.txt')).toEqual(['/', '/held', '/held']);
});

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '#platform/log/index.ts';
import { startCompany } from './start-company.ts';

const log = createLogger({ level: 'silent' });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-company-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (url: string, key: string) =>
  fetch(`${url}/customer?email=lena.hoffmann@example.com`, { headers: { 'x-api-key': key, connection: 'close' } });

test('the company is where it was, with the key that it has issued, and takes no other', async () => {
  const first = await startCompany(folder, log);
  const { url, key } = first.access;
  expect(await (await ask(url, key)).json()).toMatchObject({ customer_id: 'cus_lena', is_vip: false });
  expect((await ask(url, `${key}x`)).status).toBe(401);
  expect((await stat(join(folder, 'demo-company.json'))).mode & 0o777).toBe(0o600);
  // Its port is taken now: Kontor runs without a company of its own, and still knows where to look for it.
  const second = await startCompany(folder, log);
  expect(second.access).toEqual(first.access);
  await second.close();
  expect((await ask(url, key)).status).toBe(200);
  await first.close();
  // Somebody else may have its port by now, with another key.
  const status = await ask(url, key).then(
    (answer) => answer.status,
    () => 'no answer',
  );
  expect(status).not.toBe(200);
});

test('processes that start at once agree on one company', async () => {
  const own = await mkdtemp(join(folder, 'at-once-'));
  const companies = await Promise.all(Array.from({ length: 5 }, () => startCompany(own, log)));
  expect(new Set(companies.map(({ access }) => JSON.stringify(access))).size).toBe(1);
  for (const { access } of companies) expect((await ask(access.url, access.key)).status).toBe(200);
  expect(await readdir(own)).toEqual(['demo-company.json']);
  for (const company of companies) await company.close();
});

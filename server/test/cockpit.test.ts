import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPersona } from '#modules/personas/index.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { schedules } from '../src/app.ts';
import type { ApiAnswer, ApiClient } from './harness/api-client.ts';
import { createUser, expectDeclared, expectRefused, upload } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const query = async (text: string, values: unknown[]) => (await adminQuery(kontor.adminUrl, text, values)).rows;

async function analyzed(api: ApiClient, persona: 'employee' | 'company'): Promise<string> {
  const { user: fields, accounts } = createPersona(persona, { until: '2026-10-31', seed: 3 });
  const user = await createUser(api, { type: fields.type });
  await upload(api, user, ...accounts);
  const { body } = await api.post(`${user}/trigger-analysis`);
  await waitForAnalysis(api, user, body.correlationId);
  return user;
}

async function createCockpit(api: ApiClient, user: string, body: object = {}) {
  const created = await api.post(`${user}/cockpit`, body);
  expect(created.status, created.text).toBe(201);
  return created.body as { cockpitId: string; url: string; expiresAt: string };
}

/** The page behind a link, which names the public address of the installation. */
const open = (url: string): Promise<ApiAnswer> => kontor.anonymous.get(url.replace('http://kontor.test', ''));
const titles = (page: ApiAnswer) => [...page.text.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title]) => title);

/** Without the request id, which differs from call to call. */
function learned({ status, text, headers }: ApiAnswer) {
  const fields = [...headers].filter(([name]) => !/^(date|x-request-id)$/.test(name));
  return { status, text, headers: Object.fromEntries(fields) };
}

async function expectGone(url: string) {
  const unknown = await open(`http://kontor.test/cockpit/${'A'.repeat(43)}`);
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(unknown.text).toContain('This link is not valid any more');
  expect(learned(await open(url))).toEqual(learned(unknown));
}

describe('a link', () => {
  test('opens a page of a person, which nobody may keep, find, frame or script', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await analyzed(api, 'employee');
    const cockpit = await createCockpit(api, user);
    expect(new Date(cockpit.expiresAt).getTime() - Date.now()).toBeGreaterThan(86_000_000);
    expect(cockpit.url).toMatch(/^http:\/\/kontor\.test\/cockpit\/[\w-]{43}$/);
    const page = await open(cockpit.url);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="en">');
    expect(titles(page)).toContain('Income sources');
    expect(page.text).not.toContain('<script');
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'x-content-type-options': 'nosniff',
    });
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
  });

  test('opens a page of a company in German', async () => {
    const { api } = await kontor.createWorkspace();
    const { url } = await createCockpit(api, await analyzed(api, 'company'), { language: 'de', expiresIn: 'P30D' });
    const page = await open(url);
    expect(page.text).toContain('<html lang="de">');
    expect(titles(page)).toEqual(expect.arrayContaining(['Cashflow', 'Liquidität', 'Konten']));
    expect(page.text).toMatch(/\d\.\d{3},\d\d\s€/);
  });

  test('shows no more than the client that made it may read', async () => {
    const workspace = await kontor.createWorkspace();
    const user = await analyzed(workspace.api, 'employee');
    const narrow = await workspace.apiWith(['analysis', 'person-income-salary', 'person-risk-backDebit', 'users']);
    const page = await open((await createCockpit(narrow, user)).url);
    expect(titles(page)).toEqual(['Income sources', 'Risk signs']);
    expect(page.text).toContain('Salary');
    expect(page.text).not.toMatch(/Child benefit|DE82|Hoffmann|Days overdrawn/);
    const bare = await workspace.apiWith(['analysis']);
    expect((await open((await createCockpit(bare, user)).url)).text).toContain('may not read any results');
  });

  test('is a PDF too, which shows what the client that asks may read', async () => {
    const workspace = await kontor.createWorkspace();
    const user = await analyzed(workspace.api, 'company');
    const answer = await workspace.api.get(`${user}/analysis/report?language=de`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.text.slice(0, 5)).toBe('%PDF-');
    const narrow = await workspace.apiWith(['analysis', 'company-cash']);
    const less = await narrow.get(`${user}/analysis/report`);
    expect(less.text.length).toBeLessThan(answer.text.length / 2);
    expectRefused(
      await workspace.api.get(`${user}/analysis/report?language=fr`),
      400,
      'validation_failed',
      '?language',
    );
    const other = await createUser(workspace.api);
    expectRefused(await workspace.api.get(`${other}/analysis/report`), 404, 'analysis_missing');
  });

  test('says so while no analysis has been completed', async () => {
    const { api } = await kontor.createWorkspace();
    const page = await open((await createCockpit(api, await createUser(api))).url);
    expect(page.status).toBe(200);
    expect(page.text).toContain('No analysis has been completed yet');
  });

  test('is stored as a hash only, and its making and revoking are audited', async () => {
    const { api, workspaceId, clientId } = await kontor.createWorkspace();
    const user = await createUser(api);
    const { cockpitId, url } = await createCockpit(api, user);
    const token = url.split('/').at(-1) ?? '';
    expect(await query('select token_hash from cockpits where workspace_id = $1', [workspaceId])).toEqual([
      { token_hash: sha256Hex(token) },
    ]);
    expect((await api.delete(`${user}/cockpit/${cockpitId}`)).status).toBe(204);
    const entries = await query(
      `select action, actor_id, target_id, details::text as details from audit_entries
       where workspace_id = $1 and target_kind = 'cockpit' order by audit_entry_id`,
      [workspaceId],
    );
    expect(entries).toMatchObject([
      { action: 'cockpit.created', actor_id: clientId, target_id: cockpitId },
      { action: 'cockpit.revoked', actor_id: clientId, target_id: cockpitId },
    ]);
    expect(JSON.stringify(entries)).not.toContain(token);
  });
});

describe('the same page for every link that opens nothing', () => {
  test.each(['x', 'A'.repeat(42), 'A'.repeat(44), "'; select 1", '%F0%9F%94%91'])('%s', async (token) => {
    await expectGone(`http://kontor.test/cockpit/${token}`);
  });

  test('revoked', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const { cockpitId, url } = await createCockpit(api, user);
    const other = await createCockpit(api, user);
    expect((await api.delete(`${user}/cockpit/${cockpitId}`)).status).toBe(204);
    await expectGone(url);
    expectRefused(await api.delete(`${user}/cockpit/${cockpitId}`), 404, 'cockpit_not_found');
    expectRefused(await api.delete(`${user}/cockpit/no-uuid`), 404, 'cockpit_not_found');
    expect((await open(other.url)).status).toBe(200);
  });

  test('expired, and then it is deleted', async () => {
    const { api, workspaceId } = await kontor.createWorkspace();
    const user = await createUser(api);
    const { url, cockpitId } = await createCockpit(api, user, { expiresIn: 'PT1S' });
    const kept = await createCockpit(api, user);
    expect((await open(url)).status).toBe(200);
    await sleep(1_050);
    await expectGone(url);
    expectRefused(await api.delete(`${user}/cockpit/${cockpitId}`), 404, 'cockpit_not_found');
    await schedules.find(({ name }) => name === 'delete-expired-cockpits')?.run(kontor.services);
    expect(await query('select cockpit_id from cockpits where workspace_id = $1', [workspaceId])).toEqual([
      { cockpit_id: kept.cockpitId },
    ]);
  });

  test('of a user that was erased or has expired', async () => {
    const { api, workspaceId } = await kontor.createWorkspace();
    const [erased, expired] = [await createUser(api), await createUser(api)];
    const links = [await createCockpit(api, erased), await createCockpit(api, expired)];
    const answer = await api.delete(erased);
    expect(answer.body.erased.cockpits).toBe(1);
    await query(`update users set expires_at = now() where workspace_id = $1`, [workspaceId]);
    for (const { url } of links) await expectGone(url);
  });
});

describe('refuses', () => {
  test.each([
    [{ expiresIn: 'P31D' }, '/expiresIn'],
    [{ expiresIn: 'P1M' }, '/expiresIn'],
    [{ expiresIn: 'PT0S' }, '/expiresIn'],
    [{ expiresIn: '1 day' }, '/expiresIn'],
    [{ language: 'fr' }, '/language'],
    [{ scopes: ['banking'] }, '/scopes'],
  ])('%j', async (body, path) => {
    const { api } = await kontor.createWorkspace();
    expectRefused(await api.post(`${await createUser(api)}/cockpit`, body), 400, 'validation_failed', path);
  });

  test('users of another workspace, and clients without the scope', async () => {
    const [own, other] = [await kontor.createWorkspace(), await kontor.createWorkspace()];
    const user = await createUser(own.api);
    const { cockpitId, url } = await createCockpit(own.api, user);
    expectRefused(await other.api.post(`${user}/cockpit`, {}), 404, 'user_not_found');
    expectRefused(await other.api.delete(`${user}/cockpit/${cockpitId}`), 404, 'user_not_found');
    const foreign = await createUser(other.api);
    expectRefused(await other.api.delete(`${foreign}/cockpit/${cockpitId}`), 404, 'cockpit_not_found');
    expectRefused(await (await own.apiWith(['users'])).post(`${user}/cockpit`, {}), 403, 'forbidden');
    expect((await open(url)).status).toBe(200);
  });
});

test('the token stands in no log and in no metric, and an export holds the row', async () => {
  const { api } = await kontor.createWorkspace();
  const user = await createUser(api);
  const { url, cockpitId } = await createCockpit(api, user);
  const token = url.split('/').at(-1) ?? '';
  const lines: unknown[] = [];
  const original = kontor.services.log.info;
  kontor.services.log.info = (...parts: unknown[]) => void lines.push(parts);
  await open(url);
  await sleep(50);
  kontor.services.log.info = original;
  expect(JSON.stringify(lines)).toContain('/cockpit/:token');
  expect(JSON.stringify(lines)).not.toContain(token);
  const metrics = await kontor.anonymous.get('/metrics');
  expect(metrics.text).toContain('/cockpit/:token');
  expect(metrics.text).not.toContain(token);
  const exported = await api.get(`${user}/export`);
  expectDeclared('exportUser', exported);
  expect(exported.body.data.cockpits[0].cockpit_id ?? exported.body.data.cockpits[0].cockpitId).toBe(cockpitId);
  expect(exported.text).not.toContain(token);
});

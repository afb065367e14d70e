/** The hosted page over plain HTTP: what it takes, what it refuses, and that it works without a script. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEndUser, type EndUser } from '../../scripts/quickstart/end-user.ts';
import { schedules } from '../src/app.ts';
import type { ApiClient } from './harness/api-client.ts';
import { createUser, expectRefused } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
let api: ApiClient;
beforeAll(async () => {
  kontor = await startTestKontor({ sandbox: true });
  workspace = await kontor.createWorkspace();
  api = workspace.api;
});
afterAll(() => kontor.stop());

const query = async (text: string, values: unknown[]) => (await adminQuery(kontor.adminUrl, text, values)).rows;

let last = 0;
async function create(options: { path?: string; body?: object; userId?: string } = {}) {
  const { path = 'connect', body = {}, userId = `plain-${(last += 1)}` } = options;
  const answer = await api.post(`/users/${userId}/banking/${path}`, body);
  expect(answer.status, answer.text).toBe(201);
  const { sessionId, redirectURL } = answer.body as { sessionId: string; redirectURL: string };
  return { userId, sessionId, redirectURL, correlationId: answer.headers.get('finoos-correlation-id') as string };
}

/** An end user without a script, at the first page of a session. */
async function open(redirectURL: string): Promise<EndUser> {
  const browser = createEndUser(kontor.url);
  await browser.open(redirectURL);
  return browser;
}

async function connectByCode(browser: EndUser, user = 'employee', onward = true) {
  await browser.press('open');
  await browser.press('choose-bank', { bank: 'sandbox:sandbox-code' });
  await browser.press('agree');
  await browser.press('log-in', { 'credential-userId': user, 'credential-password': '12345' });
  await browser.press('choose-method', { method: 'sms' });
  await browser.press('enter-code', { code: '123456' });
  if (onward) await browser.press('choose-accounts', { account: ['0', '1'] });
}

describe('a session', () => {
  test('creates the user it is for, and ends after a quarter of an hour', async () => {
    const { userId, sessionId, redirectURL, correlationId } = await create({ body: { type: 'company' } });
    expect(redirectURL).toMatch(/^http:\/\/kontor\.test\/connect\/open\/[\w-]{43}$/);
    expect((await api.get(`/users/${userId}`)).body).toMatchObject({ type: 'company', automaticAnalysis: 'active' });
    const { body } = await api.get(`/users/${userId}/banking/connect/${sessionId}`);
    expect(body).toMatchObject({
      sessionId,
      correlationId,
      status: 'open',
      step: 'welcome',
      problem: null,
      loginIDs: [],
    });
    expect(new Date(body.expiresAt).getTime() - new Date(body.createdAt).getTime()).toBe(15 * 60_000);
  });

  test('two calls at once create one user', async () => {
    const created = await Promise.all([create({ userId: 'twins' }), create({ userId: 'twins' })]);
    expect(new Set(created.map(({ sessionId }) => sessionId)).size).toBe(2);
    const events = await query(
      `select from events where workspace_id = $1 and user_id = 'twins' and type = 'user.created'`,
      [workspace.workspaceId],
    );
    expect(events).toHaveLength(1);
  });

  test.each([
    ['?recurring=true&storeSecrets=false', {}, '?recurring'],
    ['?multiple=perhaps', {}, '?multiple'],
    ['', { returnURL: 'http://shop.example/back' }, '/returnURL'],
    ['', { returnURL: 'javascript:alert(1)' }, '/returnURL'],
    ['', { returnURL: 'https://user:pass@shop.example' }, '/returnURL'],
    ['', { returnURL: '/back' }, '/returnURL'],
    ['', { origin: 'https://shop.example/page' }, '/origin'],
    ['', { origin: "https://shop.example; script-src 'unsafe-inline'" }, '/origin'],
    ['', { origin: '*' }, '/origin'],
    ['', { language: 'fr' }, '/language'],
    ['', { returnUrl: 'https://shop.example' }, '/returnUrl'],
  ])('refuses %s %j', async (search, body, path) => {
    expectRefused(await api.post(`/users/nobody/banking/connect${search}`, body), 400, 'validation_failed', path);
    expectRefused(await api.get('/users/nobody'), 404, 'user_not_found');
  });

  test('takes no more along than fits into an event', async () => {
    const answer = await api.post('/users/nobody/banking/connect', { webhookData: 'x'.repeat(4_095) });
    expectRefused(answer, 400, 'validation_failed', '/webhookData');
  });

  test('of a management needs a user', async () => {
    expectRefused(await api.post('/users/nobody/banking/manage', {}), 404, 'user_not_found');
    const user = await createUser(api);
    expectRefused(await api.get(`${user}/banking/connect/x`), 404, 'connect_session_not_found');
  });
});

describe('the link', () => {
  test('shows who asks and binds nothing by being looked at; one browser may go on', async () => {
    const { redirectURL, sessionId } = await create();
    const first = await open(redirectURL);
    expect(first.page().text).toContain('Connect your bank with Test');
    await open(redirectURL);
    const second = await open(redirectURL);
    await first.press('open');
    expect(first.heading()).toBe('Which bank do you want to connect?');
    await second.press('open');
    expect(second.page().status).toBe(410);
    expect(second.heading()).toBe('This link has been used already');
    await first.open(`/connect/sessions/${sessionId}`);
    expect(first.page().status).toBe(200);
    await second.open(`/connect/sessions/${sessionId}`);
    expect(second.page().status).toBe(404);
    // The same browser comes back by its history.
    await first.open(redirectURL);
    expect(first.heading()).toBe('Which bank do you want to connect?');
  });

  test('stays unused where cookies are blocked', async () => {
    const { redirectURL, sessionId, userId } = await create({ body: { origin: 'https://shop.example' } });
    const browser = await open(redirectURL);
    browser.forgetCookies();
    await browser.press('open');
    expect(browser.heading()).toBe('Please open this in a window of its own');
    expect(browser.page().text).toContain('cookies_blocked');
    expect((await api.get(`/users/${userId}/banking/connect/${sessionId}`)).body.step).toBe('welcome');
  });

  test('that leads nowhere gets the same page as one that is over-long or unknown', async () => {
    for (const token of ['x', 'A'.repeat(43), 'A'.repeat(200)]) {
      const answer = await kontor.anonymous.get(`/connect/open/${token}`);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('This page is not available here');
    }
  });
});

describe('the page', () => {
  test('can not be kept, framed by others, scripted from elsewhere, or found', async () => {
    const answer = (await open((await create()).redirectURL)).page();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^connect-probe-[\w-]+=[\w-]{22}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/,
    );
    const framed = (await open((await create({ body: { origin: 'https://shop.example' } })).redirectURL)).page();
    expect(framed.headers.get('content-security-policy')).toMatch(/frame-ancestors https:\/\/shop\.example$/);
    expect(framed.headers.get('x-frame-options')).toBeNull();
  });

  test('takes no form of another site, another session or another page', async () => {
    const [own, other] = [await create(), await create()];
    const [browser, stranger] = [await open(own.redirectURL), await open(other.redirectURL)];
    await browser.press('open');
    await stranger.press('open');
    const path = `/connect/sessions/${own.sessionId}`;
    for (const token of ['', 'x'.repeat(43), stranger.field('token')]) {
      expect((await browser.send(path, { token, version: browser.field('version'), action: 'cancel' })).status).toBe(
        404,
      );
    }
    expect((await stranger.send(path, { token: stranger.field('token'), version: '1', action: 'cancel' })).status).toBe(
      404,
    );
    const token = browser.field('token');
    for (const form of [
      { version: '0', action: 'cancel' },
      { version: '1', action: 'finish' },
      { version: '1', action: 'x' },
    ]) {
      const answer = await browser.send(path, { token, ...form });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?notice=moved-on`]);
    }
    expect((await api.get(`/users/${own.userId}/banking/connect/${own.sessionId}`)).body.status).toBe('open');
  });

  test('works without a script from the first page to the analysis, and keeps no PIN', async () => {
    const body = { language: 'de', webhookData: { order: 7 } };
    const { redirectURL, sessionId, userId, correlationId } = await create({ body });
    const poll = () => api.get(`/users/${userId}/categorization/correlation?correlationId=${correlationId}`);
    expect(await poll()).toMatchObject({ status: 404, body: { type: 'analysis_unfinished', status: 'queued' } });
    const browser = await open(redirectURL);
    await connectByCode(browser, 'employee', false);
    const [row] = await query('select * from connect_sessions where session_id = $1', [sessionId]);
    expect(JSON.stringify(row)).not.toContain('12345');
    expect(kontor.services.secrets.open(row.sealed_talk, `connect_sessions.talk:${sessionId}`)).not.toMatch(
      /"12345"|123456/,
    );
    await browser.press('choose-accounts', { account: ['0', '1'] });
    expect(browser.heading()).toBe('Ihre Bank ist verbunden');
    await waitForAnalysis(api, `/users/${userId}`, correlationId);
    const { accounts } = (await api.get(`/users/${userId}/banking/accounts`)).body;
    expect(accounts).toHaveLength(2);
    const income = await api.get(`/users/${userId}/analysis/person/income`);
    expect(income.body.salary.available).toBe(true);
    const events = await query(`select type, data from events where data ->> 'correlationId' = $1 order by event_id`, [
      correlationId,
    ]);
    expect(events.map(({ type, data }) => [type, data.webhookData])).toEqual([
      ['connection.completed', { order: 7 }],
      ['accounts.changed', { order: 7 }],
      ['transactions.changed', { order: 7 }],
      ['login.sync-completed', { order: 7 }],
      ['analysis.completed', { order: 7 }],
    ]);
  });

  test('finds banks by name, Bankleitzahl and BIC, and says which can not be connected yet', async () => {
    const browser = await open((await create()).redirectURL);
    await browser.press('open');
    const path = browser.path();
    const found = async (text: string) => {
      await browser.open(`${path}/banks?q=${encodeURIComponent(text)}`);
      return browser.page().text;
    };
    expect(await found('99900001')).toContain('Sandbox Bank (SMS-Code)');
    expect(await found('SNDBDEB1')).toContain('999 000 01');
    expect(await found('koelnbonn')).toMatch(/Sparkasse KölnBonn[\s\S]*Can not be connected yet/);
    expect(await found('<script>')).toContain('&lt;script&gt;');
    expect(await found('Sparkasse')).toContain('There are more');
  });
});

describe('several banks', () => {
  test('with `multiple` the overview follows; each can be refreshed, renewed and removed', async () => {
    const { redirectURL, sessionId, userId } = await create({ path: 'connect?multiple=true&recurring=true' });
    const browser = await open(redirectURL);
    await connectByCode(browser);
    expect(browser.heading()).toBe('Your linked banks');
    expect(browser.page().text).toContain('Consent valid');
    await browser.press('finish');
    expect(browser.heading()).toBe('Your bank is connected');
    const { body } = await api.get(`/users/${userId}/banking/connect/${sessionId}`);
    expect(body).toMatchObject({ status: 'completed', loginIDs: [expect.any(String)] });

    const managed = await open((await create({ path: 'manage', userId })).redirectURL);
    await managed.press('open');
    expect(managed.heading()).toBe('Your linked banks');
    await managed.press('renew-login', { login: body.loginIDs[0] });
    expect(managed.heading()).toBe('Please renew your consent');
    expect(managed.page().text).toContain('Regularly, until you end it');
    await managed.press('agree');
    await managed.press('log-in', { 'credential-userId': 'employee', 'credential-password': '12345' });
    await managed.press('choose-method', { method: 'sms' });
    await managed.press('enter-code', { code: '123456' });
    await managed.press('choose-accounts', { account: ['0'] });
    expect(managed.heading()).toBe('Your linked banks');
    const events = await query(
      `select data from events where type = 'connection.completed' and data ->> 'userId' = $1 order by event_id`,
      [userId],
    );
    expect(events.map(({ data }) => [data.loginId, data.renewed])).toEqual([
      [body.loginIDs[0], false],
      [body.loginIDs[0], true],
    ]);
    await managed.press('ask-removal', { login: body.loginIDs[0] });
    expect(managed.heading()).toBe('Remove Sandbox Bank (SMS-Code)?');
    await managed.press('back');
    await managed.press('ask-removal', { login: body.loginIDs[0] });
    await managed.press('remove-login');
    expect(managed.page().text).toContain('The bank has been removed');
    expect((await api.get(`/users/${userId}/banking/logins`)).body.logins).toEqual([]);
    await managed.press('finish');
    expect(managed.heading()).toBe('All done');
  });

  test('one with several kinds of log-ins asks for the kind, again when its consent is renewed', async () => {
    const { redirectURL, userId, sessionId } = await create({ path: 'connect?multiple=true&recurring=true' });
    const browser = await open(redirectURL);
    await browser.press('open');
    await browser.press('choose-bank', { bank: 'sandbox:sandbox-account-types' });
    const connect = async (visitor: EndUser) => {
      expect(visitor.heading()).toBe('Which access do you use?');
      for (const kind of ['Private banking', 'Business banking']) expect(visitor.page().text).toContain(kind);
      await visitor.press('choose-account-type', { accountType: 'nobody' });
      expect(visitor.heading()).toBe('Which access do you use?');
      // The bank refuses a consent that does not say it.
      await visitor.press('choose-account-type', { accountType: 'business' });
      await visitor.press('agree');
      await visitor.press('log-in', { 'credential-userId': 'company', 'credential-password': '12345' });
      await visitor.press('choose-method', { method: 'sms' });
      await visitor.press('enter-code', { code: '123456' });
      await visitor.press('choose-accounts', { account: ['0'] });
      expect(visitor.heading()).toBe('Your linked banks');
    };
    await connect(browser);
    const { body } = await api.get(`/users/${userId}/banking/connect/${sessionId}`);
    await browser.press('renew-login', { login: body.loginIDs[0] });
    await connect(browser);
    expect((await api.get(`/users/${userId}/banking/logins`)).body.logins).toHaveLength(1);
  });

  test('`addBankLogin` begins with the choice of a bank; giving up goes back to the overview', async () => {
    const { userId } = await create();
    const browser = await open((await create({ path: 'manage?addBankLogin=true', userId })).redirectURL);
    await browser.press('open');
    expect(browser.heading()).toBe('Which bank do you want to connect?');
    await browser.press('cancel');
    expect(browser.heading()).toBe('Your linked banks');
    expect(browser.page().text).toContain('No bank is linked yet');
  });
});

describe('what nobody looks at any more', () => {
  test('is ended by the sweep with its event, once, and deleted after a month', async () => {
    const [left, failed] = [await create(), await create()];
    const browser = await open(failed.redirectURL);
    await browser.press('open');
    await browser.press('choose-bank', { bank: 'sandbox:sandbox-code' });
    await browser.press('agree');
    await browser.press('log-in', { 'credential-userId': 'employee.locked', 'credential-password': '12345' });
    expect(browser.heading()).toBe('Your online access is locked');
    const ids = [left.sessionId, failed.sessionId];
    await query('update connect_sessions set expires_at = now() where session_id = any($1)', [ids]);
    const sweep = schedules.find(({ name }) => name === 'expire-connect-sessions');
    await sweep?.run(kontor.services);
    await sweep?.run(kontor.services);
    const rows = await query('select status from connect_sessions where session_id = any($1) order by session_id', [
      ids,
    ]);
    expect(rows).toEqual([{ status: 'expired' }, { status: 'failed' }]);
    const events = await query(
      `select data ->> 'reason' as reason from events where type = 'connection.failed' and data ->> 'sessionId' = any($1) order by event_id`,
      [ids],
    );
    expect(events).toEqual([{ reason: 'login_locked' }, { reason: 'session_expired' }]);
    const poll = await api.get(`/users/${left.userId}/categorization/correlation?correlationId=${left.correlationId}`);
    expect(poll.body).toMatchObject({ type: 'analysis_unfinished', status: 'failed' });
    await query(`update connect_sessions set created_at = now() - interval '31 days' where session_id = any($1)`, [
      ids,
    ]);
    await schedules.find(({ name }) => name === 'delete-old-connect-sessions')?.run(kontor.services);
    expect(await query('select from connect_sessions where session_id = any($1)', [ids])).toEqual([]);
  });
});

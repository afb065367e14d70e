/** Signing in, the session, the second factor and invitations, over the wire. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addOperator,
  cookieOf,
  FROM_CONSOLE,
  signInAs,
  TEST_PASSWORD,
} from '../../../../test/harness/operator-seed.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../../test/harness/test-kontor.ts';
import { stepAt, totpCode } from './totp.ts';

const MINUTE_MS = 60_000;
let nowMs = Date.now();
let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false, now: () => new Date(nowMs) });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

let people = 0;
/** Somebody new of the workspace. */
async function newOperator(role: Parameters<typeof addOperator>[2] = 'owner') {
  const email = `person-${(people += 1)}@console.example.com`;
  const { operatorId } = await addOperator(workspace, email, role);
  return { email, operatorId };
}
const send = (
  method: string,
  path: string,
  body?: object,
  cookie = '',
  headers: Record<string, string> = FROM_CONSOLE,
) =>
  kontor.anonymous.send(method, `/console${path}`, {
    ...(body && { body: JSON.stringify(body) }),
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }), ...(cookie && { cookie }) },
  });
const signIn = (body: object) => send('POST', '/session', body);
const token = (cookie: string) => send('POST', '/session/token', undefined, cookie);
const auditOf = async (targetId: string): Promise<string[]> => {
  const { body } = await workspace.v2.get('/audit-log?limit=500');
  return body.entries
    .filter((entry: { targetId: string }) => entry.targetId === targetId)
    .map(({ action }: { action: string }) => action)
    .reverse();
};

describe('signing in', () => {
  test('gives a cookie that scripts and other sites never have, and a token that carries the role', async () => {
    const { email, operatorId } = await newOperator('analyst');
    const answer = await signIn({ email: email.toUpperCase(), password: TEST_PASSWORD });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^kontor-session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/,
    );
    const exchanged = await token(cookieOf(answer.headers));
    expect(exchanged).toMatchObject({
      status: 200,
      body: { expiresIn: 300, readsOnly: false, operator: { id: operatorId, role: 'analyst', hasSecondFactor: false } },
    });
    const bearer = { authorization: `Bearer ${exchanged.body.accessToken}` };
    expect((await kontor.anonymous.get('/api/users', bearer)).status).toBe(200);
    expect((await kontor.anonymous.get('/v2/workspace', bearer)).body.id).toBe(workspace.workspaceId);
    nowMs += 5 * MINUTE_MS;
    expect((await kontor.anonymous.get('/api/users', bearer)).status).toBe(401);
    expect(await auditOf(operatorId)).toEqual(['operator.created', 'operator.signed_in']);
  });

  test('fails alike for a wrong password and for nobody, and then for a while at all', async () => {
    const { email } = await newOperator();
    const failures = [];
    for (let n = 0; n < 5; n += 1) failures.push(await signIn({ email, password: `wrong ${n}` }));
    const [first, ...others] = failures.map(({ status, body: { requestId: _, ...body } }) => ({ status, body }));
    expect(first).toMatchObject({ status: 401, body: { type: 'sign_in_failed' } });
    for (const other of others) expect(other).toEqual(first);
    const { requestId: _, ...ofNobody } = (await signIn({ email: 'nobody@example.com', password: 'wrong' })).body;
    expect(ofNobody).toEqual(first?.body);
    const refused = await signIn({ email, password: TEST_PASSWORD });
    expect(refused).toMatchObject({ status: 429, body: { type: 'too_many_attempts' } });
    const waitMs = Number(refused.headers.get('retry-after')) * 1000;
    expect(waitMs).toBeGreaterThan(14 * MINUTE_MS);
    nowMs += waitMs;
    expect((await signIn({ email, password: TEST_PASSWORD })).status).toBe(204);
  });

  test.each([
    ['no body', undefined, 400],
    ['no password', { email: 'a@b.example' }, 400],
    ['an email that is none', { email: 'somebody', password: 'x' }, 400],
  ])('%s is %s', async (_, body, status) => {
    expect((await send('POST', '/session', body)).status).toBe(status);
  });
});

describe('a page of another site', () => {
  test.each([
    ['without our header', {}],
    ['of another origin', { ...FROM_CONSOLE, 'sec-fetch-site': 'cross-site' }],
    ['of a neighbouring host', { ...FROM_CONSOLE, 'sec-fetch-site': 'same-site' }],
  ])('%s can not use the cookie', async (_, headers) => {
    const cookie = await signInAs(kontor, (await newOperator()).email);
    const answer = await send('POST', '/session/token', undefined, cookie, headers);
    expect(answer).toMatchObject({ status: 403, body: { type: 'cross_site_request' } });
    expect((await send('DELETE', '/session', undefined, cookie, headers)).status).toBe(403);
    expect((await send('POST', '/session', { email: 'a@b.example', password: 'x' }, '', headers)).status).toBe(403);
    expect((await token(cookie)).status).toBe(200);
  });
});

describe('a session', () => {
  test('rotates its secret; other tabs have a minute to notice, and a stolen one ends it', async () => {
    const { email } = await newOperator();
    const first = await signInAs(kontor, email);
    nowMs += 15 * MINUTE_MS;
    const rotated = await token(first);
    const second = cookieOf(rotated.headers);
    expect(second).toMatch(/^kontor-session=[\w-]{43}$/);
    expect(second).not.toBe(first);
    expect((await token(first)).status).toBe(200);
    expect((await token(second)).status).toBe(200);
    expect((await token(first)).status).toBe(200);
    nowMs += MINUTE_MS;
    expect(await token(first)).toMatchObject({ status: 401, body: { type: 'session_ended' } });
    expect((await token(second)).status).toBe(401);
    const { body } = await workspace.v2.get('/audit-log?limit=5');
    expect(body.entries.map(({ action }: { action: string }) => action)).toContain('session.reused');
  });

  test('lives on when the rotated secret never arrived', async () => {
    const cookie = await signInAs(kontor, (await newOperator()).email);
    nowMs += 15 * MINUTE_MS;
    await token(cookie);
    nowMs += 2 * MINUTE_MS;
    const again = await token(cookie);
    expect(again.status).toBe(200);
    expect((await token(cookieOf(again.headers))).status).toBe(200);
  });

  test('ends after two idle hours, and after twelve in any case', async () => {
    const { email } = await newOperator();
    const idle = await signInAs(kontor, email);
    nowMs += 120 * MINUTE_MS;
    const over = await token(idle);
    expect(over.status).toBe(401);
    expect(over.headers.get('set-cookie')).toMatch(/^kontor-session=; Path=\/; Max-Age=0/);
    let busy = await signInAs(kontor, email);
    for (let hour = 1; hour < 12; hour += 1) {
      nowMs += 60 * MINUTE_MS;
      const answer = await token(busy);
      expect(answer.status).toBe(200);
      busy = cookieOf(answer.headers);
    }
    nowMs += 60 * MINUTE_MS;
    expect((await token(busy)).status).toBe(401);
  });

  test('ends by signing out, here or everywhere', async () => {
    const { email, operatorId } = await newOperator();
    const [one, two, three] = [
      await signInAs(kontor, email),
      await signInAs(kontor, email),
      await signInAs(kontor, email),
    ];
    const out = await send('DELETE', '/session', undefined, one);
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    expect([await token(one), await token(two)].map(({ status }) => status)).toEqual([401, 200]);
    expect((await send('DELETE', '/sessions', undefined, two)).status).toBe(204);
    expect([await token(two), await token(three)].map(({ status }) => status)).toEqual([401, 401]);
    expect((await send('DELETE', '/session')).status).toBe(204);
    expect(await auditOf(operatorId)).toEqual(
      expect.arrayContaining(['operator.signed_out', 'operator.sessions_ended']),
    );
  });

  test('of nobody is 401 wherever one is needed', async () => {
    const bodies: [string, string, object?][] = [
      ['POST', '/session/token'],
      ['DELETE', '/sessions'],
      ['PUT', '/password', { password: 'x', newPassword: 'y' }],
      ['POST', '/second-factor'],
      ['PUT', '/second-factor', { code: '123456' }],
      ['DELETE', '/second-factor', { password: 'x' }],
    ];
    for (const [method, path, body] of bodies) {
      for (const cookie of ['', 'kontor-session=made-up']) {
        expect(await send(method, path, body, cookie), path).toMatchObject({
          status: 401,
          body: { type: 'session_ended' },
        });
      }
    }
  });
});

test('another password takes the present one, and ends the other browsers', async () => {
  const { email, operatorId } = await newOperator();
  const [here, there] = [await signInAs(kontor, email), await signInAs(kontor, email)];
  const change = (password: string, newPassword: string) => send('PUT', '/password', { password, newPassword }, here);
  expect(await change('wrong', 'another good one')).toMatchObject({ status: 422, body: { type: 'password_wrong' } });
  expect(await change(TEST_PASSWORD, 'short')).toMatchObject({
    status: 400,
    body: { errors: [{ path: '/newPassword' }] },
  });
  expect((await change(TEST_PASSWORD, 'another good one')).status).toBe(204);
  expect([await token(here), await token(there)].map(({ status }) => status)).toEqual([200, 401]);
  expect((await signIn({ email, password: TEST_PASSWORD })).status).toBe(401);
  expect((await signIn({ email, password: 'another good one' })).status).toBe(204);
  expect(await auditOf(operatorId)).toContain('operator.password_changed');
});

test('a second factor counts once it is confirmed, takes each code once, and goes by the password', async () => {
  const { email, operatorId } = await newOperator();
  const cookie = await signInAs(kontor, email);
  expect((await send('PUT', '/second-factor', { code: '123456' }, cookie)).body.type).toBe('second_factor_missing');
  const begun = await send('POST', '/second-factor', undefined, cookie);
  expect(begun.status).toBe(201);
  const { secret, uri } = begun.body;
  expect(uri).toContain(secret);
  await signInAs(kontor, email);
  const code = () => totpCode(secret, stepAt(nowMs));
  const wrong = await send('PUT', '/second-factor', { code: '000000' }, cookie);
  expect(wrong).toMatchObject({ status: 422, body: { type: 'code_wrong' } });
  expect((await send('PUT', '/second-factor', { code: code() }, cookie)).status).toBe(204);
  expect((await send('POST', '/second-factor', undefined, cookie)).body.type).toBe('second_factor_active');
  const right = { email, password: TEST_PASSWORD };
  expect(await signIn(right)).toMatchObject({ status: 401, body: { type: 'second_factor_required' } });
  expect((await signIn({ email, password: 'wrong', code: code() })).body.type).toBe('sign_in_failed');
  expect((await signIn({ ...right, code: code() })).body.type).toBe('sign_in_failed');
  nowMs += MINUTE_MS / 2;
  expect((await signIn({ ...right, code: code() })).status).toBe(204);
  expect((await signIn({ ...right, code: code() })).status).toBe(401);
  expect((await token(cookie)).body.operator.hasSecondFactor).toBe(true);
  const remove = (password: string) => send('DELETE', '/second-factor', { password }, cookie);
  expect((await remove('wrong')).status).toBe(422);
  expect((await remove(TEST_PASSWORD)).status).toBe(204);
  expect((await signIn(right)).status).toBe(204);
  expect(await auditOf(operatorId)).toEqual(expect.arrayContaining(['second_factor.added', 'second_factor.removed']));
});

describe('an invitation', () => {
  async function invite(email: string) {
    const cookie = await signInAs(kontor, (await newOperator()).email);
    const authorization = `Bearer ${(await token(cookie)).body.accessToken}`;
    const made = await kontor.anonymous.post(
      '/v2/operator-invitations',
      { email, role: 'reviewer' },
      { authorization },
    );
    return { made, authorization, secret: String(made.body.url).split('#')[1] ?? '' };
  }
  const accept = (secret: string, password = TEST_PASSWORD) =>
    send('POST', '/invitation/accept', { secret, name: 'Kim', password });
  const NOT_FOUND = { status: 404, body: { type: 'invitation_not_found' } };

  test('makes whoever has its link an operator, once', async () => {
    const { made, secret } = await invite('Kim@invited.example.com');
    expect(made).toMatchObject({ status: 201, body: { email: 'kim@invited.example.com', role: 'reviewer' } });
    const view = await send('POST', '/invitation', { secret });
    expect(view).toMatchObject({ status: 200, body: { email: 'kim@invited.example.com', workspace: 'Test' } });
    expect((await accept(secret, 'short')).body.errors[0].path).toBe('/password');
    const accepted = await accept(secret);
    expect(accepted.status).toBe(204);
    expect((await token(cookieOf(accepted.headers))).body.operator).toMatchObject({ name: 'Kim', role: 'reviewer' });
    expect(await accept(secret)).toMatchObject(NOT_FOUND);
    expect(await send('POST', '/invitation', { secret })).toMatchObject(NOT_FOUND);
    expect((await invite('kim@invited.example.com')).made).toMatchObject({
      status: 409,
      body: { code: 'email_in_use' },
    });
  });

  test('ends when it is called off, invited again, or three days old', async () => {
    const calledOff = await invite('a@invited.example.com');
    const path = `/v2/operator-invitations/${calledOff.made.body.id}`;
    expect((await kontor.anonymous.delete(path, undefined, { authorization: calledOff.authorization })).status).toBe(
      204,
    );
    const replaced = await invite('b@invited.example.com');
    const old = await invite('b@invited.example.com');
    for (const { secret } of [calledOff, replaced]) expect(await accept(secret)).toMatchObject(NOT_FOUND);
    nowMs += 3 * 24 * 60 * MINUTE_MS;
    expect(await send('POST', '/invitation', { secret: old.secret })).toMatchObject(NOT_FOUND);
    expect(await accept(old.secret)).toMatchObject(NOT_FOUND);
  });

  test('to an email of another workspace is refused to whoever holds the link', async () => {
    const { secret } = await invite('elsewhere@invited.example.com');
    await addOperator(await kontor.createWorkspace(), 'elsewhere@invited.example.com', 'owner');
    expect(await accept(secret)).toMatchObject({ status: 409, body: { type: 'email_in_use' } });
  });
});

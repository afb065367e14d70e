import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { CLIENT_SCOPES, createClient, revokeClient } from './index.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

const FORM = 'application/x-www-form-urlencoded';
const credentials = () => ({
  grant_type: 'client_credentials',
  client_id: workspace.clientId,
  client_secret: workspace.clientSecret,
});
const ask = (body: string | Record<string, string>, headers = {}) =>
  kontor.anonymous.send('POST', '/api/auth', {
    body: typeof body === 'string' ? body : new URLSearchParams(body).toString(),
    headers: { 'content-type': FORM, ...headers },
  });
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const without = (name: string) => Object.fromEntries(Object.entries(credentials()).filter(([key]) => key !== name));

describe('POST /api/auth', () => {
  test('answers the documented shape, which no cache may keep', async () => {
    const { status, headers, body } = await ask(credentials());
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expires_in: 300,
      token_type: 'Bearer',
      scope: CLIENT_SCOPES.join(' '),
      session_state: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'not-before-policy': 0,
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('pragma')).toBe('no-cache');
    expect(headers.get('x-request-id')).toBeTruthy();
    expect(headers.get('ratelimit')).toBeTruthy();
  });

  test('takes the credentials as HTTP Basic too, form-encoded as RFC 6749 §2.3.1 says', async () => {
    const encoded = `%63${workspace.clientId.slice(1)}`;
    for (const id of [workspace.clientId, encoded]) {
      const answer = await ask({ grant_type: 'client_credentials' }, basic(id, workspace.clientSecret));
      expect(answer.status, id).toBe(200);
    }
  });

  test('narrows the token to the scope asked for, and the narrow token opens nothing else', async () => {
    const { body } = await ask({ ...credentials(), scope: '  banking   contracts banking ' });
    expect(body.scope).toBe('banking contracts');
    const bearer = { authorization: `Bearer ${body.access_token}` };
    const refused = await kontor.anonymous.get('/api/users', bearer);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ type: 'forbidden', message: expect.stringContaining('`users`') });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="users"');
    const user = '/api/users/00000000-0000-0000-0000-000000000000/contracts';
    expect((await kontor.anonymous.get(user, bearer)).status).toBe(404);
  });

  test('notes the last use', async () => {
    const client = await workspace.run((ctx) => createClient(ctx, { name: 'Used', scopes: ['users'] }));
    const lastUsed = () =>
      workspace.run(({ session }) =>
        session.query<{ at: Date | null }>('select last_used_at as at from clients where client_id = $1', [
          client.clientId,
        ]),
      );
    expect(await lastUsed()).toEqual([{ at: null }]);
    await ask({ grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret });
    expect(await lastUsed()).toEqual([{ at: expect.any(Date) }]);
  });

  const formOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  test.each([
    ['an unknown client', 401, 'invalid_client', () => ask({ ...credentials(), client_id: 'client_nobody' })],
    ['a wrong secret', 401, 'invalid_client', () => ask({ ...credentials(), client_secret: 'wrong' })],
    [
      'a wrong secret by Basic',
      401,
      'invalid_client',
      () => ask({ grant_type: 'client_credentials' }, basic(workspace.clientId, 'wrong')),
    ],
    ['another grant', 400, 'unsupported_grant_type', () => ask({ ...credentials(), grant_type: 'password' })],
    ['no grant', 400, 'invalid_request', () => ask(without('grant_type'))],
    ['no id', 400, 'invalid_request', () => ask(without('client_id'))],
    ['no secret', 400, 'invalid_request', () => ask(without('client_secret'))],
    ['nothing', 400, 'invalid_request', () => ask('')],
    ['a repeated field', 400, 'invalid_request', () => ask(`${formOf(credentials())}&client_id=client_other`)],
    ['JSON', 400, 'invalid_request', () => kontor.anonymous.post('/api/auth', credentials())],
    ['broken JSON', 400, 'invalid_request', () => ask('{', { 'content-type': 'application/json' })],
    ['XML', 400, 'invalid_request', () => ask('<a/>', { 'content-type': 'application/xml' })],
    ['a scope it does not hold', 400, 'invalid_scope', () => ask({ ...credentials(), scope: 'banking everything' })],
  ])('refuses %s: %i %s', async (_, status, error, request) => {
    const answer = await request();
    expect(answer.body).toEqual({ error, error_description: expect.stringMatching(/^\S+ .{10,}/) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Basic realm="kontor"' : null);
  });

  test('tells an unknown client and a wrong secret in the same words', async () => {
    const unknown = await ask({ ...credentials(), client_id: 'client_nobody' });
    expect(unknown.text).toBe((await ask({ ...credentials(), client_secret: 'wrong' })).text);
  });

  test('gives a revoked client no token', async () => {
    const client = await workspace.run((ctx) => createClient(ctx, { name: 'Old', scopes: ['users'] }));
    const form = { grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret };
    expect((await ask(form)).status).toBe(200);
    await workspace.run((ctx) => revokeClient(ctx, client.clientId));
    expect(await ask(form)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });
});

test('a client that reads the metadata can verify the token by itself', async () => {
  const metadata = await kontor.anonymous.get('/.well-known/oauth-authorization-server');
  expect(metadata.body).toMatchObject({
    issuer: 'http://kontor.test',
    jwks_uri: 'http://kontor.test/.well-known/jwks.json',
  });
  const jwks = await kontor.anonymous.get('/.well-known/jwks.json');
  const { body } = await ask(credentials());
  const { payload } = await jwtVerify(body.access_token, createLocalJWKSet(jwks.body), {
    issuer: metadata.body.issuer,
    audience: 'kontor-api',
    typ: 'at+jwt',
  });
  expect(payload).toMatchObject({ sub: workspace.clientId, sid: body.session_state, scope: body.scope });
  expect((payload.exp as number) - (payload.iat as number)).toBe(300);
  const { kid } = decodeProtectedHeader(body.access_token);
  const key = jwks.body.keys.find((one: { kid: string }) => one.kid === kid);
  expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
});

import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { signAccessToken } from './access-tokens.ts';
import { getSigningKeys } from './signing-keys.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
let nowMs = Date.now();
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false, now: () => new Date(nowMs) });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

const tokenFor = () =>
  signAccessToken(kontor.services, {
    clientId: workspace.clientId,
    workspaceId: workspace.workspaceId,
    scopes: ['users'],
    sessionState: 'test',
  });
const use = (token: string, path = '/api/users') => kontor.anonymous.get(path, { authorization: `Bearer ${token}` });

/** A token that is right but for what is changed. */
async function forge(change: { payload?: JWTPayload; header?: object; key?: Parameters<SignJWT['sign']>[0] } = {}) {
  const { signing } = await getSigningKeys(kontor.services);
  const seconds = Math.floor(nowMs / 1000);
  const payload = {
    sub: workspace.clientId,
    workspace: workspace.workspaceId,
    scope: 'users',
    iat: seconds,
    exp: seconds + 300,
  };
  return new SignJWT({ ...payload, iss: 'http://kontor.test', aud: 'kontor-api', ...change.payload })
    .setProtectedHeader({ alg: 'ES256', kid: signing.kid, ...change.header })
    .sign(change.key ?? signing.key);
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function signedWithPublicKey() {
  const { signing, jwks } = await getSigningKeys(kontor.services);
  const jwk = jwks.keys.find(({ kid }) => kid === signing.kid) as JWK;
  const pem = await exportSPKI((await importJWK({ ...jwk, ext: true }, 'ES256', { extractable: true })) as CryptoKey);
  return forge({ header: { alg: 'HS256' }, key: new TextEncoder().encode(pem) });
}

async function unsigned(alg: string) {
  const [header = '', payload = ''] = (await forge()).split('.');
  return `${encode({ ...JSON.parse(Buffer.from(header, 'base64url').toString()), alg })}.${payload}.`;
}

async function withItsOwnKey() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  return forge({ header: { kid: undefined, jwk: await exportJWK(publicKey) }, key: privateKey });
}

async function withOtherScope() {
  const [header, payload = '', signature] = (await forge()).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return `${header}.${encode({ ...claims, scope: 'users banking' })}.${signature}`;
}

describe('a token', () => {
  test('that this installation signed opens the API', async () => {
    expect((await use(await forge())).status).toBe(200);
    expect((await use(await tokenFor())).status).toBe(200);
  });

  test.each<[string, () => string | Promise<string>]>([
    ['that is garbage', () => 'garbage'],
    ['of three empty parts', () => '..'],
    ['with a header that is no JSON', () => 'abc.def.ghi'],
    ['without algorithm', () => unsigned('none')],
    ['without algorithm, in capitals', () => unsigned('NONE')],
    ['signed with the public key as HS256 secret', signedWithPublicKey],
    ['of another key under the right kid', async () => forge({ key: (await generateKeyPair('ES256')).privateKey })],
    ['of an unknown kid', () => forge({ header: { kid: 'unknown' } })],
    ['with a kid that is no text', () => forge({ header: { kid: 7 } })],
    ['without kid', () => forge({ header: { kid: undefined } })],
    ['with its own key inside', withItsOwnKey],
    ['of another issuer', () => forge({ payload: { iss: 'http://other.test' } })],
    ['for another audience', () => forge({ payload: { aud: 'other' } })],
    ['without audience', () => forge({ payload: { aud: undefined } })],
    ['without expiry', () => forge({ payload: { exp: undefined } })],
    ['that is not valid yet', () => forge({ payload: { nbf: Math.floor(nowMs / 1000) + 60 } })],
    ['without workspace', () => forge({ payload: { workspace: undefined } })],
    ['without scope', () => forge({ payload: { scope: undefined } })],
    ['that is cut', async () => (await forge()).slice(0, -4)],
    ['whose scope was changed', withOtherScope],
    ['that is an API key', () => workspace.apiKey],
  ])('%s is refused', async (_, make) => {
    const answer = await use(await make());
    expect(answer.status, answer.text).toBe(401);
    expect(answer.body).toEqual({
      type: 'unauthorized',
      message: expect.any(String),
      requestId: answer.headers.get('x-request-id'),
    });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  test.each([[undefined], ['Basic dXNlcjpwYXNz'], ['Bearer'], ['Bearer a b'], ['Token x']])(
    'is refused as missing when the header is %s',
    async (authorization) => {
      const answer = await kontor.anonymous.get('/api/users', authorization ? { authorization } : {});
      expect(answer).toMatchObject({ status: 401, body: { type: 'unauthorized' } });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    },
  );

  test('opens nothing of /v2', async () => {
    const answer = await use(await forge(), '/v2/workspace');
    expect(answer.body).toEqual({
      statusCode: 401,
      message: expect.any(String),
      error: 'Unauthorized',
      code: 'unauthorized',
      requestId: answer.headers.get('x-request-id'),
    });
  });

  test('lives five minutes, whether it was seen before or not', async () => {
    const startedMs = nowMs;
    const [seen, unseen] = [await tokenFor(), await tokenFor()];
    expect((await use(seen)).status).toBe(200);
    nowMs = startedMs + 298_000;
    expect((await use(seen)).status).toBe(200);
    nowMs = startedMs + 300_000;
    for (const token of [seen, unseen]) {
      const answer = await use(token);
      expect(answer).toMatchObject({ status: 401, body: { message: expect.stringContaining('expired') } });
    }
    nowMs = startedMs;
  });
});

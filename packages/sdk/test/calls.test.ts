import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ApiError, ConnectionError, createKontor, type Kontor, KontorError, TimeoutError } from '../src/index.ts';
import { type FakeServer, json, reset, silence, startFakeServer } from './fake-server.ts';

let fake: FakeServer;
let kontor: Kontor;
beforeAll(async () => {
  fake = await startFakeServer();
});
afterAll(() => fake.stop());

const USER = { type: 'person' } as const;
const create = (more: object = {}) =>
  createKontor({ baseUrl: fake.url, clientId: 'id', clientSecret: 'secret', apiKey: 'key', retryDelayMs: 2, ...more });
const keys = () => new Set(fake.asked.map(({ headers }) => headers['idempotency-key']));
const failure = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail('It did not fail.'),
    (error: unknown) => error,
  );

test('parameters, query and body go where they belong; the answer is what was answered', async () => {
  kontor = create();
  fake.answer(json(200, { id: 7 }), json(200, [{ id: 1 }]), json(204, undefined));
  expect(await kontor.createUser({ body: USER })).toEqual({ id: 7 });
  expect(fake.asked[0]).toMatchObject({ method: 'POST', url: '/api/users', text: JSON.stringify(USER) });
  expect(fake.asked[0]?.headers).toMatchObject({ authorization: 'Bearer token-1', 'content-type': 'application/json' });
  await kontor.listTags({ query: { tagGroupIds: ['a', 'b/c'] } });
  expect(fake.asked[1]?.url).toBe('/v2/tag-groups/tags/public?tagGroupIds=a&tagGroupIds=b%2Fc');
  expect(fake.asked[1]?.headers.authorization).toBe('Bearer key');
  expect(await kontor.deleteWebhook({ webhookId: '../users' })).toBeUndefined();
  expect(fake.asked[2]?.url).toBe('/api/webhooks/..%2Fusers');
});

test('a parameter that would lead elsewhere is refused before anything is sent', async () => {
  fake.answer(json(200, {}));
  for (const userId of ['', '.', '..', undefined as unknown as string]) {
    expect(await failure(create().getUser({ userId }))).toBeInstanceOf(KontorError);
  }
  expect(() => create({ baseUrl: 'kontor.example.com' })).toThrow(/not like https/);
  expect(await failure(create({ apiKey: undefined }).getWorkspace())).toMatchObject({ message: /needs apiKey/ });
  expect(fake.asked).toHaveLength(0);
});

test('a secret of the workspace is refused in a page of a browser, a token is not', () => {
  vi.stubGlobal('document', {});
  try {
    expect(() => create({ clientSecret: undefined })).toThrow('give createKontor a token');
    expect(() => create({ apiKey: undefined })).toThrow('give createKontor a token');
    expect(() => createKontor({ baseUrl: fake.url, token: 'of one user' })).not.toThrow();
  } finally {
    vi.unstubAllGlobals();
  }
});

test('concurrent first calls fetch one token; one that is about to end is renewed once', async () => {
  kontor = create();
  fake.answer(json(200, {}));
  fake.tokenSeconds = 0;
  await Promise.all(Array.from({ length: 5 }, () => kontor.listUsers()));
  expect(fake.tokens).toBe(1);
  fake.tokenSeconds = 300;
  await Promise.all(Array.from({ length: 5 }, () => kontor.listUsers()));
  await kontor.listUsers();
  expect(fake.tokens).toBe(2);
});

test('a token that is refused is fetched anew, once', async () => {
  kontor = create();
  fake.answer(json(401, { type: 'unauthorized' }), json(200, { users: [] }));
  expect(await kontor.listUsers()).toEqual({ users: [] });
  expect(fake.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  fake.answer(json(401, { type: 'unauthorized' }));
  expect(await failure(kontor.listUsers())).toMatchObject({ status: 401, code: 'unauthorized' });
  expect(fake.asked).toHaveLength(2);
});

test('a token of the caller goes everywhere', async () => {
  fake.answer(json(200, {}));
  let count = 0;
  kontor = create({ token: () => `own-${(count += 1)}` });
  await kontor.listUsers();
  await kontor.getWorkspace();
  expect(fake.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer own-1', 'Bearer own-2']);
  expect(fake.tokens).toBe(0);
});

test('a write is repeated by the same key after a reset, a 503, and while the first still runs', async () => {
  kontor = create();
  fake.answer(reset, json(503, {}), json(409, { type: 'idempotency_in_progress' }), json(201, { userId: 'u' }));
  expect(await kontor.createUser({ body: USER })).toEqual({ userId: 'u' });
  expect(fake.asked).toHaveLength(4);
  expect(keys().size).toBe(1);
  await kontor.createUser({ body: USER });
  expect(keys().size).toBe(2);
  await kontor.createUser({ body: USER }, { idempotencyKey: 'mine' });
  expect(keys()).toContain('mine');
});

test('files are the same bytes at every attempt', async () => {
  const form = new FormData();
  form.set('file', new Blob(['Buchungstag;Betrag']), 'bank.csv');
  fake.answer(reset, json(200, {}));
  await create().importFiles({ userId: 'u', body: form });
  expect(fake.asked).toHaveLength(2);
  expect(fake.asked[0]?.text).toContain('Buchungstag;Betrag');
  expect(fake.asked[1]?.text).toBe(fake.asked[0]?.text);
});

test('what has no key is not repeated when nobody knows whether it was done, but when it was refused', async () => {
  kontor = create();
  fake.answer(reset, json(200, {}));
  expect(await failure(kontor.deleteUser({ userId: 'u' }))).toBeInstanceOf(ConnectionError);
  expect(fake.asked).toHaveLength(1);
  fake.answer(json(503, {}), json(200, {}));
  await kontor.deleteUser({ userId: 'u' });
  expect(fake.asked).toHaveLength(2);
});

test('Retry-After is waited for; a long one is told to the caller', async () => {
  kontor = create();
  fake.answer(json(429, {}, { 'retry-after': '1' }), json(200, {}));
  const startMs = Date.now();
  await kontor.listUsers();
  expect(Date.now() - startMs).toBeGreaterThanOrEqual(990);
  fake.answer(json(429, { type: 'rate_limited' }, { 'retry-after': '3600' }));
  expect(await failure(kontor.listUsers())).toMatchObject({ code: 'rate_limited', retryAfterMs: 3_600_000 });
  expect(fake.asked).toHaveLength(1);
  fake.answer(json(503, {}, { 'retry-after': new Date(0).toUTCString() }), json(200, {}));
  await kontor.listUsers();
  expect(fake.asked).toHaveLength(2);
});

test('retries end, and can be switched off', async () => {
  fake.answer(json(503, { type: 'database_unavailable' }));
  expect(await failure(create({ retries: 2 }).listUsers())).toMatchObject({ code: 'database_unavailable' });
  expect(fake.asked).toHaveLength(3);
  fake.answer(json(503, {}));
  await failure(create().listUsers({}, { retries: 0 }));
  expect(fake.asked).toHaveLength(1);
});

test('errors say which fields were wrong, in the shapes of both halves', async () => {
  const errors = [{ path: '/type', message: 'is missing' }];
  const body = { type: 'validation_failed', message: '/type: is missing', errors, requestId: 'r' };
  fake.answer(json(400, body), json(403, { statusCode: 403, error: 'Forbidden', code: 'forbidden', message: 'No.' }));
  const error = await failure(create().createUser({ body: USER }));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 400, code: 'validation_failed', fields: errors, requestId: 'r', body });
  expect(await failure(create().getWorkspace())).toMatchObject({ status: 403, code: 'forbidden', message: 'No.' });
  fake.answer((response) => response.writeHead(502).end('<html>'), json(200, { ok: true }));
  expect(await create().getWorkspace()).toEqual({ ok: true });
  fake.answer((response) => response.writeHead(200).end('<html>'));
  expect(await failure(create().getWorkspace())).toMatchObject({ code: 'not_json' });
});

test('a redirect is not followed: it would take bank data and keys elsewhere', async () => {
  fake.answer((response) => response.writeHead(307, { location: '/elsewhere' }).end());
  expect(await failure(create().createUser({ body: USER }))).toMatchObject({ name: 'ApiError', status: 307 });
  expect(fake.asked).toHaveLength(1);
});

test('a server that says nothing is asked again, and given up after that', async () => {
  fake.answer(silence, json(200, {}));
  await create({ timeoutMs: 200 }).listUsers();
  expect(fake.asked.length).toBeGreaterThan(1);
  fake.answer(silence);
  expect(await failure(create({ timeoutMs: 30, retries: 1 }).listUsers())).toBeInstanceOf(TimeoutError);
  fake.answer((response) => response.writeHead(200).write('{"half":'));
  expect(await failure(create({ timeoutMs: 30, retries: 0 }).listUsers())).toBeInstanceOf(TimeoutError);
});

test('whoever aborts gets the reason of the signal, also while waiting to ask again', async () => {
  const reason = new Error('enough');
  const controller = new AbortController();
  fake.answer((response, asked) => {
    json(429, {}, { 'retry-after': '30' })(response, asked);
    setImmediate(() => controller.abort(reason));
  });
  expect(await failure(create().listUsers({}, { signal: controller.signal }))).toBe(reason);
  fake.answer(json(200, {}));
  expect(await failure(create().listUsers({}, { signal: controller.signal }))).toBe(reason);
  expect(fake.asked).toHaveLength(0);
});

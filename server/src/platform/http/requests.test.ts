import { connect } from 'node:net';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiClient } from '../../../test/harness/api-client.ts';
import { fetchToken, startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { startTestServer } from '../../../test/harness/test-server.ts';
import { route } from './route.ts';

const Thing = Type.Object({
  name: Type.String({ minLength: 1 }),
  count: Type.Optional(Type.Integer()),
  parts: Type.Optional(Type.Array(Type.Object({ weight: Type.Number() }, { additionalProperties: false }))),
});
const described = { summary: 'Of this test', description: 'Of this test.', tag: 'Test', scope: 'users' } as const;
const echoed = { description: 'What came.', schema: Type.Unknown() };

const things = [
  route({
    ...described,
    method: 'POST',
    path: '/api/things',
    operationId: 'createThing',
    body: Thing,
    bodyLimitBytes: 1000,
    outputs: { 201: echoed },
    handle: async (_, { body }) => ({ status: 201, body }),
  }),
  route({
    ...described,
    method: 'GET',
    path: '/api/things/{thing-id}',
    operationId: 'getThing',
    params: Type.Object({ thingId: Type.String({ format: 'uuid' }) }),
    query: Type.Object({
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      ratio: Type.Optional(Type.Number()),
      deep: Type.Optional(Type.Boolean()),
      tags: Type.Optional(Type.Array(Type.String())),
      text: Type.Optional(Type.String()),
      kind: Type.Optional(Type.Enum(['a', 'b'])),
    }),
    outputs: { 200: echoed },
    handle: async (_, { params, query }) => ({ status: 200, body: { params, query } }),
  }),
  route({
    ...described,
    method: 'GET',
    path: '/v2/things',
    operationId: 'listThings',
    scope: 'read',
    outputs: { 200: echoed },
    handle: async () => ({ status: 200, body: [] }),
  }),
  route({
    ...described,
    method: 'DELETE',
    path: '/v2/things',
    operationId: 'breakThings',
    scope: 'write',
    outputs: { 200: echoed },
    handle: async () => {
      throw new Error('the password is hunter2');
    },
  }),
];

const longList = route({
  ...described,
  method: 'PUT',
  path: '/api/lists',
  operationId: 'replaceLists',
  body: Type.Object({ things: Type.Array(Thing) }),
  bodyLimitBytes: 10_000_000,
  outputs: { 200: echoed },
  handle: async () => ({ status: 200, body: 0 }),
});

let kontor: TestKontor;
let workspace: TestWorkspace;
let server: Awaited<ReturnType<typeof startTestServer>>;
let api: ReturnType<typeof createApiClient>;
let v2: ReturnType<typeof createApiClient>;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
  server = await startTestServer(kontor, [...things, longList]);
  api = createApiClient(server.url, { authorization: `Bearer ${await fetchToken(kontor.url, workspace)}` });
  v2 = createApiClient(server.url, { authorization: `Bearer ${workspace.apiKey}` });
});
afterAll(async () => {
  await server.stop();
  await kontor.stop();
});

const UUID = '0190f3a0-0000-7000-8000-000000000000';
const post = (body: string, headers = {}) =>
  api.send('POST', '/api/things', { body, headers: { 'content-type': 'application/json', ...headers } });

describe('the request id', () => {
  test.each(['12345678', 'a.B_c-9.trace', 'x'.repeat(64)])('%s is taken over', async (id) => {
    const answer = await api.get(`/api/things/${UUID}`, { 'x-request-id': id });
    expect(answer.headers.get('x-request-id')).toBe(id);
  });

  test.each(['short', 'x'.repeat(65), 'with blank 12', 'tab\there1234', 'ümläut1234', '"><script>12'])(
    '%s is replaced by a new one',
    async (id) => {
      const { headers } = await api.get(`/api/things/${UUID}`, { 'x-request-id': id });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('stands in the header and the body of every error, and differs from call to call', async () => {
    const answers = await Promise.all([
      api.get('/api/nothing'),
      api.get('/api/things/%zz'),
      v2.get('/v2/nothing'),
      api.send('PUT', '/api/things'),
      post('{'),
      post('x'.repeat(2000)),
      v2.delete('/v2/things'),
      createApiClient(server.url, {}).get('/v2/things'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 400, 404, 405, 400, 413, 500, 401]);
    for (const { body, headers } of answers) expect(body.requestId).toBe(headers.get('x-request-id'));
    expect(new Set(answers.map(({ body }) => body.requestId)).size).toBe(answers.length);
  });
});

describe('an unknown path', () => {
  test('is a 404 in the envelope of its half', async () => {
    expect((await api.get('/api/nothing?x=1')).body).toEqual({
      type: 'route_not_found',
      message: 'There is no GET /api/nothing. The reference stands at /docs/api.',
      requestId: expect.any(String),
    });
    expect((await v2.get('/v2/nothing')).body).toEqual({
      statusCode: 404,
      message: 'There is no GET /v2/nothing. The reference stands at /docs/api.',
      error: 'Not Found',
      code: 'route_not_found',
      requestId: expect.any(String),
    });
  });

  test('is one whatever its body is', async () => {
    const answer = await api.send('POST', '/api/nothing', {
      body: '{',
      headers: { 'content-type': 'application/xml' },
    });
    expect(answer).toMatchObject({ status: 404, body: { type: 'route_not_found' } });
  });
});

describe('another method', () => {
  test('is a 405 that names those that are allowed, in both envelopes', async () => {
    const one = await api.send('PUT', '/api/things');
    expect(one).toMatchObject({ status: 405, body: { type: 'method_not_allowed' } });
    expect(one.headers.get('allow')).toBe('POST');
    const other = await v2.send('PATCH', '/v2/things?a=b');
    expect(other).toMatchObject({
      status: 405,
      body: { statusCode: 405, error: 'Method Not Allowed', code: 'method_not_allowed' },
    });
    expect(other.headers.get('allow')).toBe('DELETE, GET');
    expect((await api.send('DELETE', `/api/things/${UUID}`)).headers.get('allow')).toBe('GET');
  });
});

describe('a body', () => {
  test.each([
    ['{"name": "x",}', 400, 'invalid_json'],
    ['', 400, 'validation_failed'],
    ['null', 400, 'validation_failed'],
    ['[]', 400, 'validation_failed'],
    ['"text"', 400, 'validation_failed'],
    ['{"name": "\xff"}', 201, undefined],
  ])('%s answers %i %s', async (body, status, type) => {
    expect(await post(body)).toMatchObject({ status, ...(type && { body: { type } }) });
  });

  test('that is not UTF-8 is refused', async () => {
    const body = Buffer.concat([Buffer.from('{"name": "'), Buffer.from([0xff]), Buffer.from('"}')]);
    const answer = await api.send('POST', '/api/things', { body, headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 400, body: { type: 'invalid_json' } });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'of type %s is refused with 415',
    async (type) => {
      expect(await post('name=x', { 'content-type': type })).toMatchObject({
        status: 415,
        body: { type: 'unsupported_media_type' },
      });
    },
  );

  test.each([
    Buffer.from(`{"name": "${'x'.repeat(1000)}"}`),
    ReadableStream.from([Buffer.alloc(600, 32), Buffer.alloc(600, 32)]),
  ])('that is too large is refused with 413, with a length or without', async (body) => {
    const answer = await api.send('POST', '/api/things', { body, headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 413, body: { type: 'body_too_large' } });
  });

  test('that is wrong in several places names each', async () => {
    const answer = await post(JSON.stringify({ count: 1.5, parts: [{ weight: 1 }, { weight: 'x', size: 2 }] }));
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: '/name', message: 'is required' },
      { path: '/count', message: 'must be of type integer' },
      { path: '/parts/1/size', message: 'is not a field of this object' },
      { path: '/parts/1/weight', message: 'must be of type number' },
    ]);
    expect(answer.body.message).toBe('/name: is required (and 3 more, see errors)');
  });
});

describe('a body that is dear to check', () => {
  const put = (body: string) =>
    api.send('PUT', '/api/lists', { body, headers: { 'content-type': 'application/json' } });
  const fields = (count: number) => Array.from({ length: count }, (_, n) => `"k${n}":0`).join();
  const listOf = (item: string, count: number) => `{"things":[${Array.from({ length: count }, () => item).join()}]}`;
  /** Of the whole process, and about ten times what it takes: what it took before was up to 60 s. */
  const MOST_CPU_MS = 4_000;

  test.each<[string, string, number]>([
    ['millions of wrong items', listOf('0', 4_900_000), 413],
    ['millions of fields', `{"things":[],${fields(800_000)}}`, 413],
    ['objects of 9,000 unknown fields', listOf(`{${fields(9_000)}}`, 100), 413],
    ['as many wrong items as may be', listOf('0', 249_990), 400],
    ['as many fields as may be', `{${fields(249_990)}}`, 400],
    ['a text of 9 MB', listOf(`{"name":5,"count":"${'1'.repeat(9_000_000)}"}`, 1), 400],
    ['names of 1 MB', listOf(`{"${'n'.repeat(1_000_000)}":0}`, 9), 400],
  ])('%s: is refused in good time', async (_, body, status) => {
    const before = process.cpuUsage();
    expect((await put(body)).status).toBe(status);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MOST_CPU_MS);
  });

  test('a form of hundreds of thousands of fields is not read', async () => {
    const body = Array.from({ length: 200_000 }, (_, n) => `a${n}=1`).join('&');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await kontor.anonymous.send('POST', '/api/auth', { body, headers })).toMatchObject({ status: 413 });
  });

  test('a query of thousands of parameters is refused by name', async () => {
    const before = process.cpuUsage();
    const answer = await api.get(`/api/things/${UUID}?limit=x&${'tags=a&limit=&x=&'.repeat(800)}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: '?limit' }] } });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MOST_CPU_MS);
  });
});

describe('a query', () => {
  const get = (query: string) => api.get(`/api/things/${UUID}?${query}`);

  test('is read as its schema says, and as nothing else', async () => {
    const { body } = await get('limit=50&ratio=-1.5&deep=false&tags=a&text=007&kind=b');
    expect(body.query).toEqual({ limit: 50, ratio: -1.5, deep: false, tags: ['a'], text: '007', kind: 'b' });
    expect((await get('tags=a&tags=b&text=true')).body.query).toEqual({ tags: ['a', 'b'], text: 'true' });
  });

  test.each([
    ['limit=x', '?limit', 'must be of type integer'],
    ['limit=', '?limit', 'must be of type integer'],
    ['limit=1.5', '?limit', 'must be of type integer'],
    ['limit=0x10', '?limit', 'must be of type integer'],
    ['limit=0', '?limit', 'must be >= 1'],
    ['limit=501', '?limit', 'must be <= 500'],
    ['limit=1&limit=2', '?limit', 'must be of type integer'],
    ['deep=1', '?deep', 'must be of type boolean'],
    ['kind=c', '?kind', 'must be one of a, b'],
  ])('%s is refused by name', async (query, path, message) => {
    const answer = await get(query);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ type: 'validation_failed', errors: [{ path, message }] });
  });
});

test('a parameter of the path is checked and named', async () => {
  const answer = await api.get('/api/things/none?limit=x');
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual([':thingId', '?limit']);
});

test('what broke inside is not told', async () => {
  const answer = await v2.delete('/v2/things');
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal_error', error: 'Internal Server Error' } });
  expect(answer.text).not.toContain('hunter2');
});

test('a request that is no HTTP is answered and closed', async () => {
  const { port, hostname } = new URL(server.url);
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

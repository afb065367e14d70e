import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEndpoint } from '../check-endpoint.ts';
import { proposeEndpoints } from './propose-endpoints.ts';
import { readCurl } from './read-curl.ts';
import { splitCommand } from './split-command.ts';

describe('a command line', () => {
  test('of a read', async () => {
    const curl = `curl -X GET "https://api.example.com/getUserDetails?flow=phone&email=customer@example.com" \\
      -H "x-api-key: example_a1b2c3d4e5f67890"`;
    const sample = { customer_id: 'cus_1', is_vip: false, points: 3, nested: { a: 1 }, closed_at: null };
    const { baseUrl, endpoints, notes } = await proposeEndpoints({ curl, sample });
    expect(baseUrl).toBe('https://api.example.com');
    expect(endpoints).toEqual([
      {
        name: 'GET /getUserDetails',
        description: '',
        kind: 'read',
        method: 'GET',
        path: '/getUserDetails',
        query: { flow: 'phone', email: '{email}' },
        body: null,
        inputs: [{ name: 'email', type: 'string', required: true }],
        outputs: [
          { name: 'customer_id', type: 'string' },
          { name: 'is_vip', type: 'boolean' },
          { name: 'points', type: 'number' },
          { name: 'closed_at', type: 'string' },
        ],
        sample,
      },
    ]);
    expect(notes).toHaveLength(4);
    expect(JSON.stringify({ endpoints, notes })).not.toContain('example_a1b2c3d4e5f67890');
    expect(checkEndpoint(endpoints[0]!).outputs).toHaveLength(4);
  });

  test('of a write', async () => {
    const curl = `curl --request PUT 'https://api.example.com/v1/customers/cus_abc123/phone' --json '{"phone_number": "+1-555-0100", "notify": true}'`;
    const { endpoints } = await proposeEndpoints({
      curl,
      sample: { success: true, message: 'Done', confirmation_id: 'c' },
    });
    expect(endpoints[0]).toMatchObject({
      kind: 'write',
      path: '/v1/customers/{customer_id}/phone',
      body: { phone_number: '{phone_number}', notify: '{notify}' },
      outputs: [{ name: 'confirmation_id', type: 'string' }],
    });
    expect(checkEndpoint(endpoints[0]!).inputs.map(({ name, type }) => [name, type])).toEqual([
      ['customer_id', 'string'],
      ['phone_number', 'string'],
      ['notify', 'boolean'],
    ]);
  });

  test.each([
    ['curl https://a.example -d @secrets.json', 'from a file'],
    ['curl -k https://a.example', 'certificates are always checked'],
    ['curl -u me:secret https://a.example', '-u'],
    ['curl "https://a.example', 'quote'],
    ['wget https://a.example', 'begin with curl'],
    ['curl https://a.example https://b.example', 'exactly one'],
    ['curl -X PATCH https://a.example', 'PATCH'],
    ['curl https://a.example -d a=1', 'no JSON object'],
  ])('%s is refused', async (curl, reason) => {
    await expect(proposeEndpoints({ curl })).rejects.toThrow(reason);
  });

  test('is read like a shell reads it, and nothing in it is expanded', () => {
    expect(splitCommand(`a 'b c'"d \\" e"\\ f $'g\\nh' $(rm -rf /) \`x\` $HOME`)).toEqual([
      'a',
      'b cd " e f',
      'g\nh',
      '$(rm',
      '-rf',
      '/)',
      '`x`',
      '$HOME',
    ]);
    expect(readCurl(`curl -XPOST -HA:b --url=a.example/x -d '{}'`)).toMatchObject({
      method: 'POST',
      url: 'https://a.example/x',
    });
    const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
        fc.pre(words.every((word) => !/\\\r?\n/.test(word)));
        expect(splitCommand(words.map(quoted).join(' '))).toEqual(words);
      }),
    );
  });
});

describe('an OpenAPI document', () => {
  const yaml = `
openapi: 3.0.3
info: { title: Shop, version: '1' }
servers: [{ url: 'https://api.example.com/v1/' }]
paths:
  /customers/{id}:
    parameters: [{ $ref: '#/components/parameters/Id' }]
    get:
      operationId: getCustomer
      summary: One customer
      parameters: [{ name: flow, in: query, schema: { type: string } }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
    delete:
      requestBody:
        content: { application/json: { schema: { type: object, required: [reason], properties: { reason: { type: string }, refund: { type: integer, nullable: true }, items: { type: array, items: {} } } } } }
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: object, properties: { success: { type: boolean }, confirmation_id: { type: string } } } } } }
    patch: { responses: { '200': { description: ok } } }
components:
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
  schemas:
    Customer:
      type: object
      properties:
        customer_id: { type: string, description: Yours }
        is_vip: { type: boolean, nullable: true }
        parent: { $ref: '#/components/schemas/Customer' }
      example: { customer_id: cus_1, is_vip: true }
`;

  test('becomes an endpoint per operation, all of which can be created', async () => {
    const { baseUrl, endpoints, notes } = await proposeEndpoints({ openapi: yaml });
    expect(baseUrl).toBe('https://api.example.com/v1');
    expect(endpoints.map(({ name, kind, path, query }) => ({ name, kind, path, query }))).toEqual([
      { name: 'getCustomer', kind: 'read', path: '/customers/{id}', query: { flow: '{flow}' } },
      { name: 'DELETE /customers/{id}', kind: 'write', path: '/customers/{id}', query: {} },
    ]);
    expect(endpoints[0]).toMatchObject({
      outputs: [
        { name: 'customer_id', type: 'string', description: 'Yours' },
        { name: 'is_vip', type: 'boolean' },
      ],
      sample: { customer_id: 'cus_1', is_vip: true },
    });
    expect(endpoints[1]).toMatchObject({
      body: { reason: '{reason}', refund: '{refund}' },
      outputs: [{ name: 'confirmation_id', type: 'string' }],
    });
    expect(notes.map((note) => note.split(' was left out')[0])).toEqual([
      'GET /customers/{id}: the field parent of the answer',
      'DELETE /customers/{id}: the field items of the body',
      'PATCH /customers/{id}',
    ]);
    for (const endpoint of endpoints) expect(() => checkEndpoint(endpoint)).not.toThrow();
  });

  test.each([
    ['just text', 'is no OpenAPI document'],
    ['{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{}}', 'describes no operation'],
    ['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'neither'],
    ['{"a":', 'is no OpenAPI document'],
  ])('%s is refused', async (openapi, reason) => {
    await expect(proposeEndpoints({ openapi })).rejects.toThrow(reason);
  });

  test('of version 2 is understood', async () => {
    const openapi = JSON.stringify({
      swagger: '2.0',
      info: { title: 'x', version: '1' },
      host: 'api.example.com',
      schemes: ['https'],
      paths: {
        '/ping': {
          get: {
            produces: ['application/json'],
            responses: {
              200: { description: 'ok', schema: { type: 'object', properties: { pong: { type: 'boolean' } } } },
            },
          },
        },
      },
    });
    const { baseUrl, endpoints } = await proposeEndpoints({ openapi });
    expect([baseUrl, endpoints[0]?.outputs]).toEqual(['https://api.example.com', [{ name: 'pong', type: 'boolean' }]]);
  });
});

describe('a finished contract check', () => {
  const endpoint = {
    name: 'POST /cancel',
    description: 'Cancels a contract',
    kind: 'write',
    method: 'POST',
    url: 'https://sandbox.example.com/v1/cancel?flow=card',
    identifier: { place: 'body', name: 'customer_id' },
    rateLimitPerMinute: 60,
    fields: {
      success: ['boolean'],
      message: ['string'],
      refund_cents: ['null', 'number'],
      items: ['list'],
      a: ['null'],
    },
    latency: { calls: 20, p50: 8, p95: 12.2, p99: null, slowest: 20 },
    sample: {
      requestUrl: 'https://sandbox.example.com/v1/cancel?flow=card',
      requestBody: { customer_id: 'cus_1', months: 2, urgent: false },
      answer: { success: true, message: 'Done.', refund_cents: 4900 },
    },
  };
  const run = {
    format: 'kontor-contract-run/1',
    startedAt: '2026-11-22T10:00:00.000Z',
    environment: {
      name: 'sandbox',
      sandbox: true,
      all: [{ name: 'sandbox', baseUrl: 'https://sandbox.example.com/v1', sandbox: true }],
    },
    endpoints: [endpoint],
    findings: [{ rule: 'flat', endpoint: 'POST /cancel' }],
  };
  const changed = (change: object) => ({ ...run, endpoints: [{ ...endpoint, ...change }] });

  test('becomes endpoints with inputs, fields, sample and p95', async () => {
    const { baseUrl, endpoints, notes } = await proposeEndpoints({ contractCheck: { summary: run, verdicts: [] } });
    expect(baseUrl).toBe('https://sandbox.example.com/v1');
    expect(endpoints).toEqual([
      {
        name: 'POST /cancel',
        description: 'Cancels a contract',
        kind: 'write',
        method: 'POST',
        path: '/cancel',
        query: { flow: 'card' },
        body: { customer_id: '{customer_id}', months: '{months}', urgent: '{urgent}' },
        inputs: [
          { name: 'customer_id', type: 'string', required: true },
          { name: 'months', type: 'number', required: true },
          { name: 'urgent', type: 'boolean', required: true },
        ],
        outputs: [
          { name: 'refund_cents', type: 'number' },
          { name: 'a', type: 'string' },
        ],
        sample: endpoint.sample.answer,
        rateLimitPerMinute: 60,
        expectedP95Ms: 13,
      },
    ]);
    expect(() => checkEndpoint(endpoints[0]!)).not.toThrow();
    expect(notes.map((note) => /flat\.|constants|items|always null/.exec(note)?.[0])).toEqual([
      'flat.',
      'constants',
      'items',
      'always null',
    ]);
  });

  test.each([
    [
      'a customer in the path',
      { url: 'https://sandbox.example.com/v1/c/{customer-id}', identifier: { place: 'path', name: 'customer-id' } },
      '/c/{customer_id}',
    ],
    ['another host', { url: 'https://other.example.com/cancel' }, '/cancel'],
  ])('%s', async (_, change, path) => {
    const { endpoints } = await proposeEndpoints({ contractCheck: changed(change) });
    expect(endpoints[0]?.path).toBe(path);
    expect(() => checkEndpoint(endpoints[0]!)).not.toThrow();
  });

  test.each([
    ['another file', {}, '/contractCheck/format'],
    ['a half of one', { ...run, endpoints: [{ name: 'x' }] }, '/contractCheck/endpoints/0/description'],
    ['an address that is none', changed({ url: 'cancel' }), '/contractCheck/endpoints/0/url'],
  ])('%s is refused with its place', async (_, contractCheck, place) => {
    await expect(proposeEndpoints({ contractCheck })).rejects.toThrow(place);
  });

  test('a write by PATCH is left out and named', async () => {
    const { endpoints, notes } = await proposeEndpoints({ contractCheck: changed({ method: 'PATCH' }) });
    expect([endpoints, notes.at(-1)]).toEqual([[], 'POST /cancel: left out: a write by PATCH can not be called.']);
  });
});

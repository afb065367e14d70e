import { describe, expect, test } from 'vitest';
import { readArguments } from '../cli/read-arguments.ts';
import { completeEndpoint } from './complete-endpoint.ts';
import { readCurl, shellWords } from './read-curl.ts';
import { readOpenApi } from './read-openapi.ts';
import { readPlan } from './read-plan.ts';

describe('a curl line', () => {
  test('gives method, address, body and key', () => {
    const line = `$ curl -sS -X PUT "https://api.example.com/update?flow=phone&email=a@example.com" \\
      -H "Content-Type: application/json" -H 'x-api-key: secret_1' \\
      -d '{ "phone_number": "+15550100" }'`;
    expect(readCurl(line)).toEqual({
      input: {
        url: 'https://api.example.com/update?flow=phone&email=a@example.com',
        method: 'PUT',
        body: { phone_number: '+15550100' },
      },
      key: 'secret_1',
    });
  });

  test('a variable is no key, and --json posts', () => {
    const { input, key } = readCurl('curl --json {} -H "X-API-Key: $KEY" https://api.example.com/x');
    expect([input.method, key]).toEqual(['POST', null]);
  });

  test.each([
    ['wget https://x', 'must begin with curl'],
    ['curl -X GET', 'no address'],
    ['curl https://x -d a=b', 'JSON object'],
  ])('%s is refused: %s', (line, message) => {
    expect(() => readCurl(line)).toThrow(message);
  });

  test('words are split as a shell does', () => {
    expect(shellWords(`a 'b c' "d \\"e\\"" f\\ g h"i"'j'`)).toEqual(['a', 'b c', 'd "e"', 'f g', 'hij']);
  });
});

describe('an endpoint', () => {
  test('takes the customer out of the address', () => {
    const endpoint = completeEndpoint({ url: 'https://api.example.com/x?flow=phone&email=a@example.com' });
    expect(endpoint).toMatchObject({
      name: 'GET /x?flow=phone',
      kind: 'read',
      url: 'https://api.example.com/x?flow=phone',
      identifier: { place: 'query', name: 'email' },
      customers: { known: ['a@example.com'], unknown: expect.stringMatching(/\.invalid$/) },
    });
  });

  test('finds the customer in the body and in the path', () => {
    const write = completeEndpoint({ url: 'https://api.example.com/x', body: { customer_id: 'c1', street: 'x' } });
    expect(write).toMatchObject({
      method: 'POST',
      identifier: { place: 'body', name: 'customer_id' },
      body: { street: 'x' },
    });
    const read = completeEndpoint({ url: 'https://api.example.com/{id}' }, { known: ['c1'] });
    expect(read).toMatchObject({ identifier: { place: 'path', name: 'id' }, url: 'https://api.example.com/{id}' });
  });

  test.each([
    ['https://api.example.com/x', 'which parameter names the customer'],
    ['https://api.example.com/x?email=', 'name a customer who exists'],
    ['api.example.com', 'write it in full'],
  ])('%s is refused: %s', (url, message) => {
    expect(() => completeEndpoint({ url })).toThrow(message);
  });
});

const OPENAPI = `
openapi: 3.1.0
servers: [{ url: https://api.example.com/v1/ }]
security: [{ key: [] }]
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-API-Key } , other: { type: http, scheme: bearer } }
  parameters: { email: { name: email, in: query, required: true, schema: { type: string }, example: ada@example.com } }
paths:
  /customer:
    get:
      summary: Looks a customer up.
      parameters: [{ $ref: '#/components/parameters/email' }, { name: page, in: query, schema: { type: integer } }]
      responses: { 200: { content: { application/json: { schema: { type: object, properties: { plan: { type: string, example: Pro }, zip: { type: string } } } } } } }
  /address:
    put:
      parameters: [{ $ref: '#/components/parameters/email' }]
      requestBody: { content: { application/json: { example: { street: Weg 1 } } } }
  /internal:
    get: { security: [{ other: [] }] }
  /public:
    get: { security: [] }
`;

test('an OpenAPI document gives the operations that are called with the key', () => {
  const [read, write, ...others] = readOpenApi(OPENAPI, null);
  expect(others).toEqual([]);
  expect(read).toMatchObject({
    url: 'https://api.example.com/v1/customer?email=ada%40example.com',
    description: 'Looks a customer up.',
    sample: { plan: 'Pro', zip: null },
  });
  expect(write).toMatchObject({ method: 'PUT', body: { street: 'Weg 1' } });
  expect(() => readOpenApi('{"paths": {"/x": {"get": {}}}}', null)).toThrow('--base-url');
});

const PLAN = `
environments:
  - { name: sandbox, baseUrl: "https://sandbox.example.com/", sandbox: true, keyVariable: SANDBOX_KEY }
  - { name: production, baseUrl: "https://api.example.com", keyVariable: PRODUCTION_KEY }
endpoints:
  - { path: "/customer?email=ada@example.com", rateLimitPerMinute: 60 }
`;

describe('a plan', () => {
  const keys = { SANDBOX_KEY: 'one', PRODUCTION_KEY: 'two' };
  const read = (words: string[]) => readArguments(['--plan', 'plan.yaml', ...words], keys, () => PLAN);

  test('is checked in its first environment, or in the one that is named, with that one’s key', () => {
    const [sandbox, production] = [read(['--write']), read(['--environment', 'production'])];
    expect([sandbox.key, sandbox.plan.environment.otherKeys]).toEqual(['one', ['two']]);
    expect(sandbox.plan.endpoints[0]?.url).toBe('https://sandbox.example.com/customer');
    expect([production.key, production.plan.environment.sandbox]).toEqual(['two', false]);
    expect(() => read(['--environment', 'production', '--write'])).toThrow('need a sandbox');
    expect(() => read(['--environment', 'staging'])).toThrow('there are sandbox, production');
  });

  test.each([
    ['environments: []', 'environments: must be a list'],
    [PLAN.replace('sandbox: true', 'sandbox: "yes"'), 'environments[0].sandbox: must be true or false'],
    [PLAN.replace('rateLimitPerMinute: 60', 'rateLimit: 60'), 'endpoints[0].rateLimit: is unknown'],
    [
      PLAN.replace('rateLimitPerMinute: 60', 'rateLimitPerMinute: fast'),
      'endpoints[0].rateLimitPerMinute: "fast" does not fit',
    ],
  ])('a mistake is told with its place %#', (text, message) => {
    expect(() => readPlan(text)).toThrow(message);
  });
});

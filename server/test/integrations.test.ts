/**
 * Long because one company and one server serve all of it. The company's own systems, called over real sockets: set up, keys, budgets, second tries, limit, circuit, drift.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { resolveAttributes } from '#modules/integrations/index.ts';
import { createTestAuthority } from '#platform/outbound/certificates.testing.ts';
import { BUDGETS, type Budgets } from '../src/modules/integrations/call/budgets.ts';
import {
  COMPANY_KEY,
  type CompanyAnswer,
  type FakeCompany,
  startFakeCompany,
} from '../src/modules/integrations/testing/fake-company.ts';
import { adminQuery } from './harness/databases.ts';
import {
  CANCEL,
  createIntegrationScene,
  detachedContext,
  type IntegrationScene,
  LOOKUP,
} from './harness/integration-scene.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
let company: FakeCompany;
let offsetMs = 0;
const PRO = { customer_id: 'cus_1', plan: 'Pro', is_vip: true };

beforeAll(async () => {
  company = await startFakeCompany();
  kontor = await startTestKontor({ worker: false, now: () => new Date(Date.now() + offsetMs) });
});
afterAll(async () => {
  await kontor.stop();
  await company.close();
});
beforeEach(() => {
  company.requests.length = 0;
  offsetMs = 0;
});

/** A bot with an attribute over one endpoint, and how to read it for a customer with an e-mail. */
async function lookupScene(over: object = {}) {
  const scene = await createIntegrationScene(kontor, company);
  const endpointId = await scene.endpoint(LOOKUP, over);
  const { status, text } = await scene.v2.post('/attributes', {
    name: 'Customer',
    source: { kind: 'steps', steps: [{ id: 'lookup', endpointId, inputs: { email: 'customer.email' } }] },
    fields: ['customer_id', 'plan'].map((name) => ({ name, type: 'string', value: `steps.lookup.${name}` })),
    botIds: [scene.botId],
  });
  expect(status, text).toBe(201);
  return { ...scene, endpointId, at: `/integrations/${scene.integrationId}/endpoints/${endpointId}` };
}

async function read(scene: IntegrationScene, budgets: Partial<Budgets['read']> = {}) {
  const ctx = detachedContext(kontor, scene.workspaceId);
  const customer = { userKey: null, externalId: null, email: 'a@example.com', verifiedBy: 'user_attributes' as const };
  const askedFor = { customer, userAttributes: {}, claims: {} };
  const { fields, trace } = await resolveAttributes(ctx, scene.botId, askedFor, {
    ...BUDGETS,
    read: { ...BUDGETS.read, ...budgets },
  });
  return { values: Object.fromEntries(fields.map(({ name, value }) => [name, value])), trace: trace[0]! };
}

describe('what is called', () => {
  test('carries the key and the templates, and its answer becomes values', async () => {
    company.answer(() => ({ body: PRO }));
    const scene = await lookupScene();
    const { values, trace } = await read(scene);
    expect(values).toEqual({ customer_id: 'cus_1', plan: 'Pro' });
    expect(trace).toMatchObject({ state: 'read', steps: [{ outcome: 'ok', status: 200, attempts: 1 }] });
    expect(company.requests).toHaveLength(1);
    expect(company.requests[0]).toMatchObject({
      method: 'GET',
      path: '/production/customers',
      query: { email: 'a@example.com' },
      headers: { 'x-api-key': COMPANY_KEY, accept: 'application/json' },
    });
    expect(company.requests[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  test('is the environment that the agent was moved to', async () => {
    company.answer(() => ({ body: PRO }));
    const scene = await lookupScene();
    expect((await scene.v2.get(`/agents/${scene.botId}/environment`)).body).toEqual({ environment: 'production' });
    await scene.put(`/agents/${scene.botId}/environment`, { environment: 'sandbox' });
    await read(scene);
    await scene.put(`/agents/${scene.botId}/environment`, { environment: 'staging' });
    const { trace } = await read(scene);
    expect(company.requests.map(({ path }) => path)).toEqual(['/sandbox/customers']);
    expect(trace).toMatchObject({ state: 'unavailable', steps: [{ failure: 'not_configured', attempts: 0 }] });
  });

  test('needs https and a certificate that holds', async () => {
    const authority = createTestAuthority();
    const secure = await startFakeCompany(authority.issue(['127.0.0.1']));
    secure.answer(() => ({ body: PRO }));
    const scene = await createIntegrationScene(kontor, secure);
    const endpointId = await scene.endpoint(LOOKUP);
    await scene.v2.post('/attributes', {
      name: 'Customer',
      source: { kind: 'steps', steps: [{ id: 'lookup', endpointId, inputs: { email: 'customer.email' } }] },
      fields: [{ name: 'plan', type: 'string', value: 'steps.lookup.plan' }],
      botIds: [scene.botId],
    });
    expect((await read(scene)).trace.steps[0]).toMatchObject({ outcome: 'failed', failure: 'tls' });
    expect(secure.requests).toHaveLength(0);
    await scene.put(`/integrations/${scene.integrationId}/environments/production`, {
      baseUrl: `${secure.url}/production`,
      caCertificate: authority.cert,
    });
    expect((await read(scene)).values).toEqual({ plan: 'Pro' });
    await secure.close();
  });

  test('is nothing at an address that is not allowed', async () => {
    const scene = await kontor.createWorkspace();
    const { body } = await scene.v2.post('/integrations', { name: 'x' });
    for (const baseUrl of [
      'http://example.com',
      company.url,
      'https://10.0.0.1',
      'https://a.example/?x=1',
      'ftp://a.example',
    ]) {
      const answer = await scene.v2.send('PUT', `/integrations/${body.id}/environments/sandbox`, {
        body: JSON.stringify({ baseUrl, key: 'long-enough-key' }),
        headers: { 'content-type': 'application/json' },
      });
      expect([answer.status, answer.body.errors?.[0]?.path], answer.text).toEqual([400, '/baseUrl']);
    }
  });
});

describe('keys', () => {
  test('stand nowhere but encrypted, and are never answered', async () => {
    company.answer(() => ({ body: { ...PRO, plan: `your key is ${COMPANY_KEY}` } }));
    const scene = await lookupScene();
    const { values } = await read(scene);
    expect(values.plan).toBe('your key is [key]');
    const answers = await Promise.all(
      ['/integrations', `/integrations/${scene.integrationId}`, `${scene.at}/health`, '/workspace'].map((path) =>
        scene.v2.get(path),
      ),
    );
    for (const { text } of answers) expect(text).not.toContain(COMPANY_KEY);
    for (const table of ['integration_environments', 'endpoint_calls', 'endpoint_drifts', 'audit_entries', 'events']) {
      const { rows } = await adminQuery(
        kontor.adminUrl,
        `select string_agg(t::text, '') as texts from ${table} t where workspace_id = $1`,
        [scene.workspaceId],
      );
      expect(rows[0].texts ?? '', table).not.toContain(COMPANY_KEY);
    }
  });

  test('can be changed while calls run: none fails', async () => {
    company.answer(() => ({ body: PRO, delayMs: 5 }));
    const scene = await lookupScene();
    const next = `${COMPANY_KEY}-next`;
    // As the contract asks: for a while the company takes both.
    company.keys.add(next);
    const results = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        await new Promise((resolve) => setTimeout(resolve, n * 4));
        if (n === 15) {
          await scene.put(`/integrations/${scene.integrationId}/environments/production/key`, { key: next });
        }
        return read(scene);
      }),
    );
    expect(results.filter(({ values }) => values.plan !== 'Pro')).toEqual([]);
    company.keys.delete(COMPANY_KEY);
    const after = await read(scene);
    company.keys.delete(next);
    company.keys.add(COMPANY_KEY);
    expect(after.values.plan).toBe('Pro');
  });

  test('and addresses of production are its own', async () => {
    const scene = await createIntegrationScene(kontor, company);
    const path = `/integrations/${scene.integrationId}/environments/sandbox`;
    const sameAddress = await scene.put(path, { baseUrl: `${company.url}/production/` });
    expect([sameAddress.status, sameAddress.body.errors[0].path]).toEqual([400, '/baseUrl']);
    const sameKey = await scene.put(`${path}/key`, { key: COMPANY_KEY });
    expect([sameKey.status, sameKey.body.errors[0].path]).toEqual([400, '/key']);
  });
});

describe('a read', () => {
  test.each([
    ['503', { status: 503, body: {} }, 2],
    ['a connection that ends', { drops: true }, 2],
  ])('is made once more after %s', async (_, fault: CompanyAnswer, expected) => {
    const scene = await lookupScene();
    let calls = 0;
    company.answer(() => (++calls === 1 ? fault : { body: PRO }));
    const { values, trace } = await read(scene);
    expect([values.plan, trace.steps[0]?.attempts, calls]).toEqual(['Pro', expected, 2]);
    calls = 0;
    company.answer(() => {
      calls += 1;
      return fault;
    });
    expect((await read(scene)).trace.steps[0]).toMatchObject({ outcome: 'failed', attempts: 2 });
    expect(calls).toBe(2);
  });

  test.each([
    ['500', { status: 500, body: { error: 'x', message: 'secret stack' } }, 'server_error'],
    ['400', { status: 400, body: {} }, 'rejected'],
    ['HTML', { text: '<h1>', headers: { 'content-type': 'text/html' } }, 'not_json'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'redirected'],
    ['too much', { text: JSON.stringify({ plan: 'x'.repeat(300_000) }) }, 'too_large'],
  ])('is not made again after %s, and nothing of it is told', async (_, fault: CompanyAnswer, failure) => {
    const scene = await lookupScene();
    company.answer(() => fault);
    const { values, trace } = await read(scene);
    expect(company.requests).toHaveLength(1);
    expect(values).toEqual({ customer_id: null, plan: null });
    expect(trace).toMatchObject({ state: 'unavailable', steps: [{ failure, attempts: 1 }] });
    expect(JSON.stringify(trace)).not.toContain('secret');
  });

  test('ends with its budget, whatever the company does', async () => {
    const scene = await lookupScene();
    company.answer(() => ({ body: PRO, delayMs: 3_000 }));
    const { trace } = await read(scene, { hardMs: 200, firstTryMs: 200, targetMs: 100 });
    expect(trace).toMatchObject({ overTarget: true, steps: [{ failure: 'timeout', attempts: 1 }] });
    expect(trace.durationMs).toBeLessThan(2_900);
  });

  test('of a customer whom the company does not know is an answer', async () => {
    const scene = await lookupScene();
    company.answer(() => ({ status: 404, body: { error: 'user_not_found', message: 'No user.' } }));
    expect(await read(scene)).toMatchObject({ values: { plan: null }, trace: { state: 'empty' } });
    expect((await scene.v2.get(`${scene.at}/health`)).body).toMatchObject({ calls: 1, successRate: 1, failures: {} });
  });
});

test('no more calls go than the company allows, over all who call at once', async () => {
  const scene = await lookupScene({ rateLimitPerMinute: 20 });
  company.answer(() => ({ body: PRO }));
  const results = await Promise.all(Array.from({ length: 30 }, () => read(scene, { maxWaitMs: 0 })));
  const failures = results.flatMap(({ trace }) => trace.steps.map(({ failure }) => failure));
  expect(company.requests.length).toBeLessThanOrEqual(20);
  expect(failures.filter((failure) => failure === 'held_back')).toHaveLength(30 - company.requests.length);
  const { body } = await scene.v2.get(`${scene.at}/health`);
  expect(body.failures.held_back).toBe(30 - company.requests.length);
});

test('a failing endpoint is cut off, told of, and comes back by itself', async () => {
  const scene = await lookupScene();
  company.answer(() => ({ status: 500, body: {} }));
  for (let n = 0; n < 5; n++) await read(scene);
  expect((await read(scene)).trace.steps[0]).toMatchObject({ failure: 'circuit_open', attempts: 0 });
  expect(company.requests).toHaveLength(5);
  const { body } = await scene.v2.get(`${scene.at}/health`);
  expect(body).toMatchObject({
    calls: 6,
    successRate: 0,
    circuit: 'open',
    failures: { server_error: 5, circuit_open: 1 },
  });
  expect(await eventsOf(scene.workspaceId, 'endpoint.cut-off')).toEqual([
    {
      integrationId: scene.integrationId,
      endpointId: scene.endpointId,
      environment: 'production',
      failure: 'server_error',
    },
  ]);
  offsetMs = 31_000;
  company.answer(() => ({ body: PRO }));
  expect((await scene.v2.get(`${scene.at}/health`)).body.circuit).toBe('half_open');
  expect((await read(scene)).values.plan).toBe('Pro');
  expect((await scene.v2.get(`${scene.at}/health`)).body).toMatchObject({ circuit: 'closed', pausedUntil: null });
});

test('a changed shape is seen and told once a day', async () => {
  const scene = await lookupScene();
  company.answer(() => ({ body: { customerId: 'cus_1', plan: 3, is_vip: null } }));
  expect((await read(scene)).values).toEqual({ customer_id: null, plan: null });
  await read(scene);
  const { body } = await scene.v2.get(`${scene.at}/health`);
  expect(body.drifts).toMatchObject([
    { field: 'customer_id', kind: 'renamed', expected: 'string', found: 'customerId' },
    { field: 'plan', kind: 'type_changed', expected: 'string', found: 'number' },
  ]);
  expect(body.p50Ms).toBeGreaterThan(0);
  expect(body.p99Ms).toBeGreaterThanOrEqual(body.p95Ms);
  expect(await eventsOf(scene.workspaceId, 'endpoint.drifted')).toHaveLength(2);
  offsetMs = 25 * 3_600_000;
  await read(scene);
  expect(await eventsOf(scene.workspaceId, 'endpoint.drifted')).toHaveLength(4);
  await scene.put(scene.at, { ...LOOKUP, outputs: [] });
  expect((await scene.v2.get(`${scene.at}/health`)).body.drifts).toEqual([]);
});

test('endpoints that could never be called are refused, field by field', async () => {
  const scene = await createIntegrationScene(kontor, company);
  const wrong = {
    ...LOOKUP,
    method: 'POST',
    path: '/customers/{id}/../{other}',
    body: { a: '{missing}' },
    inputs: [
      { name: 'id', type: 'string', required: false },
      { name: 'id', type: 'number' },
    ],
  };
  const { status, body } = await scene.v2.post(`/integrations/${scene.integrationId}/endpoints`, wrong);
  expect(status).toBe(400);
  expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(['/method', '/body', '/path', '/inputs', '/inputs/1/name']),
  );
  const proposed = await scene.v2.post('/integrations/endpoint-proposals', {
    curl: `curl 'https://api.example.com/customers/123' -H 'x-api-key: top-secret-key'`,
    sample: { plan: 'Pro' },
  });
  expect(proposed.status).toBe(200);
  expect(proposed.text).not.toContain('top-secret-key');
  const created = await scene.v2.post(`/integrations/${scene.integrationId}/endpoints`, proposed.body.endpoints[0]);
  expect(created.body).toMatchObject({ path: '/customers/{customer_id}', kind: 'read' });
  expect((await scene.v2.post('/integrations/endpoint-proposals', {})).status).toBe(400);
});

test('what is called by an attribute is not deleted under it', async () => {
  const scene = await lookupScene();
  const refused = await scene.v2.delete(scene.at);
  expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining('attribute Customer')]);
  expect((await scene.v2.delete(`/integrations/${scene.integrationId}`)).status).toBe(409);
  const { body } = await scene.v2.get('/attributes');
  await scene.v2.delete(`/attributes/${body.attributes[0].id}`);
  expect((await scene.v2.delete(`/integrations/${scene.integrationId}`)).status).toBe(200);
});

async function eventsOf(workspaceId: string, type: string): Promise<object[]> {
  const { rows } = await adminQuery(
    kontor.adminUrl,
    'select data from events where workspace_id = $1 and type = $2 order by event_id',
    [workspaceId, type],
  );
  return rows.map(({ data }) => data);
}

describe('what was stored stays what it was', () => {
  test('a key does not follow the address to another host', async () => {
    const { integrationId, put } = await createIntegrationScene(kontor, company);
    const at = `/integrations/${integrationId}/environments/production`;
    const elsewhere = company.url.replace('127.0.0.1', 'localhost');
    const { status, body } = await put(at, { baseUrl: `${elsewhere}/production` });
    expect([status, body.errors?.[0]?.path]).toEqual([400, '/key']);
    expect((await put(at, { baseUrl: `${company.url}/v2` })).status).toBe(200);
  });

  test('an endpoint that an attribute reads does not become a write', async () => {
    const { integrationId, endpoint, put, v2 } = await createIntegrationScene(kontor, company);
    const id = await endpoint(LOOKUP);
    const steps = [{ id: 'lookup', endpointId: id, inputs: { email: 'customer.email' } }];
    const fields = [{ name: 'plan', type: 'string', value: 'steps.lookup.plan' }];
    const made = await v2.post('/attributes', {
      name: 'Customer',
      botIds: [],
      source: { kind: 'steps', steps },
      fields,
    });
    expect(made.status, made.text).toBe(201);
    const answer = await put(`/integrations/${integrationId}/endpoints/${id}`, { ...CANCEL, name: 'Look up' });
    expect([answer.status, answer.body.code]).toEqual([409, 'still_in_use']);
  });
});

describe('an endpoint is tried', () => {
  const attempt = async (scene: IntegrationScene & { at: string }, body: object) =>
    (await scene.v2.post(`${scene.at}/try`, { inputs: { email: 'a@example.com' }, ...body })).body;

  test('by showing what it would send; sent when that is said, and counted like any call', async () => {
    const scene = await lookupScene();
    company.answer(() => ({ body: PRO }));
    const shown = await attempt(scene, {});
    expect(shown).toMatchObject({ sent: false, environment: 'sandbox', outcome: 'ok', outputs: LOOKUP.sample });
    expect(shown.request).toMatchObject({
      method: 'GET',
      url: `${company.url}/sandbox/customers?email=a%40example.com`,
      headers: { 'x-api-key': '(not shown)' },
    });
    expect(company.requests).toEqual([]);
    expect(await attempt(scene, { send: true })).toMatchObject({ sent: true, status: 200, outputs: PRO });
    expect(company.requests.map(({ path }) => path)).toEqual(['/sandbox/customers']);
    const health = (await scene.v2.get(`${scene.at}/health?environment=sandbox`)).body;
    expect(health.series).toHaveLength(24);
    expect(health.series.at(-1)).toMatchObject({ calls: 1, failed: 0 });
    const [listed] = (await scene.v2.get('/integrations/endpoints')).body.endpoints;
    expect(listed).toEqual((await scene.v2.get(scene.at)).body);
    const all = (await scene.v2.get('/integrations/health?environment=sandbox')).body.endpoints;
    expect(all).toMatchObject([{ endpointId: scene.endpointId, name: 'Look up', calls: 1, successRate: 1 }]);
    expect((await scene.v2.get('/integrations/health')).body.endpoints[0]).toMatchObject({ calls: 0, p95Ms: null });
    expect((await attempt(scene, { inputs: {} })).errors[0].path).toBe('/inputs/email');
    expect(await attempt(scene, { environment: 'staging' })).toMatchObject({
      failure: 'not_configured',
      request: null,
    });
  });

  test('but a write in the sandbox only', async () => {
    const scene = await createIntegrationScene(kontor, company);
    const at = `/integrations/${scene.integrationId}/endpoints/${await scene.endpoint(CANCEL)}`;
    company.answer(() => ({
      body: { success: true, message: 'Done.', confirmation_id: 'c_1', refund_amount_cents: 5 },
    }));
    const body = { inputs: { customer_id: 'cus_1' }, send: true };
    const refused = await scene.v2.post(`${at}/try`, { ...body, environment: 'production' });
    expect([refused.status, refused.body.code, company.requests.length]).toEqual([409, 'only_sandbox', 0]);
    expect((await scene.v2.post(`${at}/try`, body)).body).toMatchObject({
      outcome: 'ok',
      message: 'Done.',
      outputs: { confirmation_id: 'c_1' },
    });
    expect(company.requests.map(({ method, path }) => [method, path])).toEqual([
      ['POST', '/sandbox/customers/cus_1/cancellation'],
    ]);
  });
});

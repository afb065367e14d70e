/** What each role may do, enforced where the calls arrive; people and keys, which only owners manage. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOperator, fetchOperatorToken } from '../../../../test/harness/operator-seed.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../../test/harness/test-kontor.ts';
import { type OperatorRole, ROLES } from '../roles.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
const tokens: Record<string, string> = {};
const ids: Record<string, string> = {};
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
  for (const role of ROLES) {
    const email = `${role}@roles.example.com`;
    ids[role] = (await addOperator(workspace, email, role)).operatorId;
    tokens[role] = await fetchOperatorToken(kontor, email);
  }
});
afterAll(() => kontor.stop());

const call = (role: OperatorRole, method: string, path: string, body?: object) =>
  kontor.anonymous.send(method, path, {
    ...(body && { body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${tokens[role]}`, ...(body && { 'content-type': 'application/json' }) },
  });

const NEW_USER = { type: 'person', automaticAnalysis: 'suspended' };
const SETTINGS = { reviewRequired: false };
const DECISION = { version: 1, reason: 'Out of date.' };
const NOBODY = '019ac000-0000-7000-8000-000000000000';

/** What each may do; 404: admitted, but there is no such thing. */
const ALLOWED: [method: string, path: string, body: object | undefined, roles: OperatorRole[]][] = [
  ['GET', '/v2/workspace', undefined, ['owner', 'editor', 'reviewer', 'analyst', 'viewer']],
  ['PUT', '/v2/knowledge/settings', SETTINGS, ['owner', 'editor']],
  ['POST', `/v2/reviews/${NOBODY}/reject`, DECISION, ['owner', 'editor', 'reviewer']],
  ['GET', '/api/users', undefined, ['owner', 'analyst', 'viewer']],
  ['POST', '/api/users', NEW_USER, ['owner', 'analyst']],
  ['GET', '/api/webhooks', undefined, ['owner']],
  ['GET', '/v2/api-keys', undefined, ['owner']],
  ['GET', '/v2/clients', undefined, ['owner']],
  ['POST', '/v2/workspace/customer-token-secret', undefined, ['owner']],
  ['GET', '/v2/operators', undefined, ['owner']],
];

describe('the roles', () => {
  test.each(ALLOWED)('%s %s', async (method, path, body, allowed) => {
    for (const role of ROLES) {
      const { status, text } = await call(role, method, path, body);
      expect([role, status], text).toEqual([role, allowed.includes(role) ? expect.toBeOneOf([200, 201, 404]) : 403]);
    }
  });

  test('let nobody who sees no bank data write as a customer, or go on where one has written', async () => {
    const { body: bot } = await workspace.v2.post('/agents', { name: 'Help' });
    const question = { content: 'What is my salary?', botId: bot.id };
    const metadata = { user_attributes: { email: 'customer@roles.example.com' } };
    const path = '/v2/hc-interactions/events/public';
    const asked = await workspace.v2.post('/hc-interactions/events/public', { ...question, metadata });
    expect(asked.status, asked.text).toBe(201);
    const goingOn = { content: 'And my rent?', interactionId: asked.body[0].interactionId };
    for (const body of [{ ...question, metadata }, { ...question, metadata: { customerToken: 'x.y.z' } }, goingOn]) {
      expect((await call('editor', 'POST', path, body)).status).toBe(403);
    }
    const takeOver = `/v2/conversations/${goingOn.interactionId}/take-over`;
    expect((await call('editor', 'POST', takeOver, {})).status).toBe(200);
    expect((await call('editor', 'POST', path, { ...goingOn, role: 'agent' })).status).toBe(201);
    expect((await call('editor', 'POST', path, question)).status).toBe(201);
    expect((await call('owner', 'POST', path, { ...question, metadata })).status).toBe(201);
  });

  test('let nobody who sees no bank data try attributes and actions for a customer', async () => {
    const fields = [{ name: 'income_median', type: 'number' }];
    const ofBank = { name: 'Bank', source: { kind: 'bank' }, fields, botIds: [] };
    const { body: attribute, text } = await workspace.v2.post('/attributes', ofBank);
    const path = `/v2/attributes/${attribute.id}/try`;
    const customer = { email: 'customer@roles.example.com' };
    const tried = await call('editor', 'POST', path, { customer });
    expect(tried.status, text).toBe(403);
    expect(JSON.stringify(tried.body)).not.toContain('income_median');
    expect((await call('editor', 'POST', path, {})).body.trace).toMatchObject({ state: 'no_customer' });
    expect((await call('owner', 'POST', path, { customer })).status).toBe(200);
    expect((await workspace.v2.post(`/attributes/${attribute.id}/try`, { customer })).status).toBe(200);
    const { body: action } = await workspace.v2.post('/actions', await makeAction());
    const tryAction = { inputs: {}, customer };
    expect((await call('editor', 'POST', `/v2/actions/${action.id}/try`, tryAction)).status).toBe(403);
    expect((await call('editor', 'POST', `/v2/actions/${action.id}/try`, { inputs: {} })).status).toBe(200);
    expect((await workspace.v2.post(`/actions/${action.id}/try`, tryAction)).body.requests).toMatchObject([
      { body: '{"email":"customer@roles.example.com"}' },
    ]);
  });

  async function makeAction() {
    const { v2 } = workspace;
    const { body: integration } = await v2.post('/integrations', { name: 'Company' });
    const environment = JSON.stringify({ baseUrl: 'https://company.example.com', key: 'issued-by-the-company-0001' });
    const at = `/integrations/${integration.id}`;
    const headers = { 'content-type': 'application/json' };
    await v2.send('PUT', `${at}/environments/sandbox`, { body: environment, headers });
    const { body: endpoint } = await v2.post(`${at}/endpoints`, {
      ...{ name: 'Cancel', kind: 'write', method: 'POST', path: '/cancellation', body: { email: '{email}' } },
      ...{ inputs: [{ name: 'email', type: 'string' }], outputs: [] },
    });
    const steps = [{ id: 'cancel', endpointId: endpoint.id, inputs: { email: 'customer.email' } }];
    return { name: 'Cancel', inputs: [], steps, outputs: [] };
  }

  test('are nothing that a key or a client could have', async () => {
    const { body } = await workspace.v2.get('/api-keys');
    expect(body).toMatchObject({ statusCode: 403, message: expect.stringContaining('console:keys') });
    const client = await workspace.api.get('/users');
    expect(client.status).toBe(200);
    expect((await workspace.v2.get('/operators')).status).toBe(403);
  });

  test('open /v2 to no token of a client', async () => {
    const [, bearer] = /(eyJ.*)/.exec(await clientToken()) ?? [];
    const answer = await kontor.anonymous.get('/v2/workspace', { authorization: `Bearer ${bearer}` });
    expect(answer).toMatchObject({ status: 401, body: { message: expect.stringContaining('/api only') } });
  });
});

async function clientToken(): Promise<string> {
  return (await tokenOf(workspace.clientId, workspace.clientSecret)).body.access_token;
}

const tokenOf = (client_id: string, client_secret: string) =>
  kontor.anonymous.send('POST', '/api/auth', {
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }),
  });

describe('an API key', () => {
  test('is made, used, shown again and revoked by an owner, and all of it is audited', async () => {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const made = await call('owner', 'POST', '/v2/api-keys', { name: 'Website', scopes: ['read'], expiresAt });
    expect(made).toMatchObject({ status: 201, body: { apiKey: expect.stringMatching(/^kontor_/) } });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { id, apiKey } = made.body;
    const use = () => kontor.anonymous.get('/v2/workspace', { authorization: `Bearer ${apiKey}` });
    expect((await use()).body.scopes).toEqual(['read']);
    const list = await call('owner', 'GET', '/v2/api-keys');
    expect(list.body.apiKeys[0]).toMatchObject({ id, name: 'Website', expiresAt, revokedAt: null });
    expect(list.text).not.toContain(apiKey);
    expect((await call('owner', 'POST', `/v2/api-keys/${id}/reveal`)).body).toEqual({ id, apiKey });
    const revoked = await call('owner', 'POST', `/v2/api-keys/${id}/revoke`);
    expect(revoked).toMatchObject({ status: 200, body: { id, revokedAt: expect.any(String) } });
    expect((await use()).status).toBe(401);
    const { body, text } = await workspace.v2.get('/audit-log');
    expect(
      body.entries
        .filter((entry: { targetId: string }) => entry.targetId === id)
        .map((entry: { action: string; actorKind: string; actorId: string }) => [entry.action, entry.actorId]),
    ).toEqual(['revoked', 'revealed', 'created'].map((verb) => [`api_key.${verb}`, ids.owner]));
    expect(text).not.toContain(apiKey);
  });

  test.each([
    [{ name: '', scopes: ['read'] }, '/name'],
    [{ name: 'x', scopes: [] }, '/scopes'],
    [{ name: 'x', scopes: ['console:keys'] }, '/scopes/0'],
    [{ name: 'x', scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    [{ name: 'x', scopes: ['read'], expiresAt: 'tomorrow' }, '/expiresAt'],
  ])('%j is refused', async (body, path) => {
    const answer = await call('owner', 'POST', '/v2/api-keys', body);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  test.each(['reveal', 'revoke'])('that does not exist: %s is 404', async (verb) => {
    expect((await call('owner', 'POST', `/v2/api-keys/${NOBODY}/${verb}`)).body.code).toBe('api_key_not_found');
  });
});

describe('a client of the banking API', () => {
  test('is made, used, allowed other things, given another secret and revoked by an owner, and all of it is audited', async () => {
    const made = await call('owner', 'POST', '/v2/clients', { name: 'Loan desk', scopes: ['users', 'banking'] });
    expect(made.status, made.text).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { clientId, clientSecret: first } = made.body;
    const at = `/v2/clients/${clientId}`;
    expect((await tokenOf(clientId, first)).body.scope).toBe('users banking');
    const list = await call('owner', 'GET', '/v2/clients');
    expect(list.body.clients[0]).toMatchObject({ clientId, name: 'Loan desk', revokedAt: null });
    expect(list.body.scopes).toContainEqual({ scope: 'webhooks', description: 'Subscribe to events.' });
    expect(list.text).not.toContain(first);
    const changed = await call('owner', 'PATCH', at, { name: 'Loans', scopes: ['users'] });
    expect(changed).toMatchObject({ status: 200, body: { clientId, name: 'Loans', scopes: ['users'] } });
    expect((await tokenOf(clientId, first)).body.scope).toBe('users');
    const { clientSecret: second } = (await call('owner', 'POST', `${at}/secret`)).body;
    expect((await tokenOf(clientId, first)).status).toBe(401);
    expect((await tokenOf(clientId, second)).status).toBe(200);
    const revoked = await call('owner', 'POST', `${at}/revoke`);
    expect(revoked).toMatchObject({ status: 200, body: { clientId, revokedAt: expect.any(String) } });
    expect((await tokenOf(clientId, second)).status).toBe(401);
    expect(await call('owner', 'POST', `${at}/secret`)).toMatchObject({
      status: 409,
      body: { code: 'client_revoked' },
    });
    expect((await call('owner', 'PATCH', at, { scopes: ['banking'] })).status).toBe(409);
    const { body, text } = await workspace.v2.get('/audit-log');
    const entries = body.entries.filter((entry: { targetId: string }) => entry.targetId === clientId);
    expect(entries.map(({ action, actorId }: Record<string, string>) => [action, actorId])).toEqual(
      ['revoked', 'rotated', 'changed', 'created'].map((verb) => [`client.${verb}`, ids.owner]),
    );
    expect(text).not.toContain(second);
  });

  test.each([
    [{ name: '', scopes: ['users'] }, '/name'],
    [{ name: 'x', scopes: [] }, '/scopes'],
    [{ name: 'x', scopes: ['console:keys'] }, '/scopes/0'],
  ])('%j is refused', async (body, path) => {
    expect(await call('owner', 'POST', '/v2/clients', body)).toMatchObject({
      status: 400,
      body: { errors: [{ path }] },
    });
  });
});

describe('an operator', () => {
  test('gets another role, loses the second factor, and is removed', async () => {
    const { operatorId } = await addOperator(workspace, 'leaver@roles.example.com', 'editor');
    const path = `/v2/operators/${operatorId}`;
    expect((await call('owner', 'PATCH', path, { role: 'viewer' })).body).toMatchObject({ role: 'viewer' });
    expect((await call('owner', 'DELETE', `${path}/second-factor`)).status).toBe(200);
    expect((await call('owner', 'GET', '/v2/operators')).body.operators).toHaveLength(ROLES.length + 1);
    expect((await call('owner', 'DELETE', path)).status).toBe(204);
    expect((await call('owner', 'DELETE', path)).body.code).toBe('operator_not_found');
    expect((await call('owner', 'PATCH', path, { role: 'viewer' })).status).toBe(404);
    expect((await call('owner', 'PATCH', path, { role: 'king' })).status).toBe(400);
  });

  test('who is the only owner stays one', async () => {
    const path = `/v2/operators/${ids.owner}`;
    for (const refused of [
      await call('owner', 'DELETE', path),
      await call('owner', 'PATCH', path, { role: 'viewer' }),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'last_owner' } });
    }
  });

  test('an invitation that does not exist can not be called off', async () => {
    const answer = await call('owner', 'DELETE', `/v2/operator-invitations/${NOBODY}`);
    expect(answer.body.code).toBe('invitation_not_found');
    expect((await call('owner', 'GET', '/v2/operator-invitations')).body.invitations).toEqual([]);
  });
});

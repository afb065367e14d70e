/** Webhooks as their owner manages them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setOutboundAllowList } from '#modules/identity/index.ts';
import { expectDeclared } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());
beforeEach(async () => {
  workspace = await kontor.createWorkspace();
});

const ENDPOINT = 'https://hooks.example.com/kontor?token=hunter2';
const create = (more = {}) =>
  workspace.api.post('/webhooks', { endpoint: ENDPOINT, events: ['user.created', 'user.deleted'], ...more });
const audited = async () =>
  (
    await adminQuery(kontor.adminUrl, 'select * from audit_entries where workspace_id = $1 order by audit_entry_id', [
      workspace.workspaceId,
    ])
  ).rows;

test('a webhook is made, read, changed and deleted, each with an entry in the audit log', async () => {
  const created = await create({ method: 'PUT', secret: 'sesame', description: 'Back office' });
  expectDeclared('createWebhook', created);
  const { signingSecret, ...webhook } = created.body;
  const path = `/webhooks/${webhook.webhookId}`;
  expect(webhook).toMatchObject({
    endpoint: ENDPOINT,
    method: 'PUT',
    events: ['user.created', 'user.deleted'],
    description: 'Back office',
    active: true,
    hasSecret: true,
    failingSince: null,
    disabledReason: null,
  });
  expect((await workspace.api.get(path)).body).toEqual(webhook);
  expect((await workspace.api.get('/webhooks')).body).toEqual({ webhooks: [webhook] });

  const changed = await workspace.api.patch(path, { events: ['analysis.completed'], active: false, secret: null });
  expectDeclared('updateWebhook', changed);
  expect(changed.body).toMatchObject({
    events: ['analysis.completed'],
    active: false,
    hasSecret: false,
    method: 'PUT',
    description: 'Back office',
  });
  expect((await workspace.api.patch(path, {})).body).toMatchObject({ active: false, endpoint: ENDPOINT });
  expect((await workspace.api.delete(path)).status).toBe(204);
  expect((await workspace.api.get(path)).status).toBe(404);
  const entries = (await audited()).filter(({ target_kind }) => target_kind === 'webhook');
  expect(entries.map(({ action }) => action)).toEqual([
    'webhook.created',
    'webhook.updated',
    'webhook.updated',
    'webhook.deleted',
  ]);
  expect(entries.every(({ actor_id }) => actor_id === workspace.clientId)).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/hunter2|sesame|whsec_/);
});

test('its secrets are shown once and stored sealed', async () => {
  const { body } = await create({ secret: 'sesame' });
  expect(body.signingSecret).toMatch(/^whsec_/);
  const rotated = await workspace.api.post(`/webhooks/${body.webhookId}/secret`);
  expectDeclared('rotateWebhookSecret', rotated);
  expect(rotated.body.signingSecret).not.toBe(body.signingSecret);
  expect(Date.parse(rotated.body.previousValidUntil) - Date.now()).toBeGreaterThan(86_390_000);
  expect((await workspace.api.get('/webhooks')).text).not.toMatch(/sesame|whsec_/);
  const { rows } = await adminQuery(kontor.adminUrl, 'select w::text as text from webhooks w');
  expect(rows.length).toBeGreaterThan(0);
  for (const { text } of rows) expect(text).not.toMatch(/sesame|whsec_/);
  expect((await audited()).map(({ action }) => action)).toContain('webhook.secret_rotated');
});

test.each([
  ['plain http', { endpoint: 'http://hooks.example.com/' }, '/endpoint'],
  ['another scheme', { endpoint: 'ftp://hooks.example.com/' }, '/endpoint'],
  ['no URL', { endpoint: 'hooks.example.com' }, '/endpoint'],
  ['a password in the URL', { endpoint: 'https://user:pass@hooks.example.com/' }, '/endpoint'],
  ['a private address', { endpoint: 'https://10.0.0.5/' }, '/endpoint'],
  ['the metadata service', { endpoint: 'https://169.254.169.254/latest' }, '/endpoint'],
  ['loopback in disguise', { endpoint: 'https://2130706433/' }, '/endpoint'],
  ['an unknown event', { events: ['user.created', 'user.exploded'] }, '/events/1'],
  ['an event that is not for customers', { events: ['user.erasing'] }, '/events/0'],
  ['no event', { events: [] }, '/events'],
  ['the same event twice', { events: ['user.created', 'user.created'] }, '/events'],
  ['another method', { method: 'GET' }, '/method'],
  ['an empty secret', { secret: '' }, '/secret'],
])('%s is refused with the field', async (_, wrong, path) => {
  const answer = await create(wrong);
  expect([answer.status, answer.body.type]).toEqual([400, 'validation_failed']);
  expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  expect(answer.text).not.toContain('pass@');
  const { webhookId } = (await create()).body;
  expect((await workspace.api.patch(`/webhooks/${webhookId}`, wrong)).status).toBe(400);
  expect((await workspace.api.get('/webhooks')).body.webhooks).toHaveLength(1);
});

test('what the allow-list of the workspace names may be called, also by plain http', async () => {
  const internal = { endpoint: 'http://10.0.0.5:8080/hook' };
  expect((await create(internal)).status).toBe(400);
  await workspace.run((ctx) => setOutboundAllowList(ctx, ['10.0.0.5:8080']));
  expect((await create(internal)).status).toBe(201);
  expect((await create({ endpoint: 'http://10.0.0.5:8081/hook' })).status).toBe(400);
  await expect(workspace.run((ctx) => setOutboundAllowList(ctx, ['*.example.com']))).rejects.toThrow('"*.example.com"');
});

test('a workspace has at most 20, however many ask at once', async () => {
  const answers = await Promise.all(Array.from({ length: 24 }, () => create()));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused.map(({ body }) => body.type)).toEqual(Array(4).fill('too_many_webhooks'));
});

test('only the scope `webhooks` opens it', async () => {
  const other = await workspace.apiWith(['users', 'analysis']);
  expect((await other.get('/webhooks')).status).toBe(403);
  expect((await (await workspace.apiWith(['webhooks'])).get('/webhooks')).status).toBe(200);
});

describe('what is switched off', () => {
  test('takes neither tests nor redeliveries', async () => {
    const { webhookId } = (await create({ active: false })).body;
    for (const [path, body] of [
      ['test', undefined],
      ['redeliver', { since: '2026-01-01T00:00:00Z' }],
    ] as const) {
      const answer = await workspace.api.post(`/webhooks/${webhookId}/${path}`, body);
      expect([answer.status, answer.body.type]).toEqual([409, 'webhook_inactive']);
    }
  });
});

test('ids that are none are not found', async () => {
  const { webhookId } = (await create()).body;
  for (const path of [
    '/webhooks/nonsense',
    '/webhooks/nonsense/deliveries',
    `/webhooks/${webhookId}/deliveries/nonsense`,
  ]) {
    expect((await workspace.api.get(path)).status).toBe(404);
  }
});

test('the events to subscribe to are listed, and a webhook can have all of them', async () => {
  const listed = await workspace.api.get('/webhook-events');
  expectDeclared('listWebhookEvents', listed);
  const events = listed.body.events.map(({ type }: { type: string }) => type);
  expect(events).toContain('analysis.completed');
  expect((await create({ events })).body.events).toEqual(events);
});

test('who can not be reached reads the same events, oldest first, by pages and by types', async () => {
  const { api } = workspace;
  const made: string[] = [];
  for (let count = 0; count < 3; count += 1) made.push((await api.post('/users', { type: 'person' })).body.userId);
  await api.delete(`/users/${made[0]}`);
  const first = await api.get('/events?types=user.created&types=user.deleted&limit=2');
  expectDeclared('listEvents', first);
  const second = await api.get(`/events?types=user.created&types=user.deleted&cursor=${first.body.nextCursor}`);
  const events = [...first.body.events, ...second.body.events];
  // What was told of an erased user is erased, but for the news of it.
  expect(events.map(({ type, data }) => [type, data.userId])).toEqual([
    ['user.created', made[1]],
    ['user.created', made[2]],
    ['user.deleted', made[0]],
  ]);
  expect(second.body.nextCursor).toBeNull();
  expect((await api.get(`/events?since=${new Date(Date.now() + 60_000).toISOString()}`)).body.events).toEqual([]);
  expect((await api.get('/events?types=user.exploded')).body.errors[0].path).toBe('?types');
  const other = await kontor.createWorkspace();
  expect((await other.api.get('/events')).body.events).toEqual([]);
  expect((await (await workspace.apiWith(['users'])).get('/events')).status).toBe(403);
});

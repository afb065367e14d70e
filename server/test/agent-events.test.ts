/** What the agent's side tells webhooks: every event that is promised, under the name by which companies subscribe. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const PROMISED = [
  'user.created',
  'user.deleted',
  'user.expired',
  'connection.completed',
  'connection.cancelled',
  'connection.failed',
  'login.sync-completed',
  'login.sync-failed',
  'consent.expiring',
  'accounts.changed',
  'transactions.changed',
  'analysis.completed',
  'analysis.failed',
  'webhook.disabled',
  'webhook.test',
  'conversation.escalated',
  'review.created',
  'article.published',
  'action.outcome-unknown',
];

test('every promised event is described, and can be subscribed to', async () => {
  const { webhooks } = JSON.parse(await readFile(new URL('../../openapi.json', import.meta.url), 'utf8'));
  expect(Object.keys(webhooks)).toEqual(expect.arrayContaining(PROMISED));
  const { api } = await kontor.createWorkspace();
  const events = PROMISED.filter((type) => type !== 'webhook.test');
  const { status, text } = await api.post('/webhooks', { endpoint: 'https://hooks.example.com/kontor', events });
  expect(status, text).toBe(201);
});

test('a draft, its publication and a question that goes to people are told', async () => {
  const { v2, workspaceId } = await kontor.createWorkspace();
  const bot = await v2.post('/agents', { name: 'Help' });
  const folder = await v2.post('/hc-folders/public', { title: 'All', description: '', parentFolderId: '' });
  const drafted = await v2.post('/hc-articles/public', {
    title: 'Opening hours',
    mainKnowledge: 'From 9 to 17 o’clock.',
    questions: ['When are you open?'],
    keywords: ['open'],
    agentInstruction: '',
    escalation: false,
    parentFolderId: folder.body.id,
    isDraft: true,
  });
  expect(drafted.status, drafted.text).toBe(201);
  const published = await v2.post(`/hc-articles/${drafted.body.id}/publish/public`);
  expect(published.status, published.text).toBe(200);
  const { body } = await v2.post('/hc-interactions/events/public', {
    botId: bot.body.id,
    content: 'I want to talk to a person',
  });
  expect(body[1].type).toBe('escalation');
  const { rows } = await adminQuery(
    kontor.adminUrl,
    `select type, data from events where workspace_id = $1 and type = any($2) order by event_id`,
    [workspaceId, ['review.created', 'article.published', 'conversation.escalated']],
  );
  expect(rows).toMatchObject([
    { type: 'review.created', data: { articleId: drafted.body.id } },
    { type: 'article.published', data: { articleId: published.body.id } },
    { type: 'conversation.escalated', data: { eventId: body[1].id } },
  ]);
});

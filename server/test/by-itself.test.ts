/** What happens without being asked for; this Kontor has no worker, whose own schedules would come in between. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteForgottenConversations } from '../src/modules/conversations/retention.ts';
import { draftMagicArticlesWhenDue } from '../src/modules/drafting/draft-by-itself.ts';
import { createUser } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

const put = ({ v2 }: TestWorkspace, path: string, body: object) =>
  v2.send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** The status of each conversation, by how long ago its latest message was: one of a user after those of nobody. */
async function converse(workspace: TestWorkspace, ...daysAgo: number[]) {
  const { v2 } = workspace;
  const { body: bot } = await v2.post('/agents', { name: 'Help' });
  await createUser(workspace.api, { externalId: 'kept' });
  const customers = [...daysAgo.map(() => ({})), { externalId: 'kept' }];
  const ids: string[] = [];
  for (const [at, attributes] of customers.entries()) {
    const said = { botId: bot.id, content: 'Are you open?', metadata: { user_attributes: attributes } };
    const { body } = await v2.post('/hc-interactions/events/public', said);
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `update conversations set latest_event_at = now() - make_interval(days => $2)
       where conversation_id = (select conversation_id from conversation_events where event_id = $1) returning conversation_id as id`,
      [body[0].id, daysAgo[at] ?? 3_000],
    );
    ids.push(rows[0]?.id);
  }
  return async () => {
    const found = await Promise.all(ids.map((id) => v2.get(`/hc-interactions/${id}/public`)));
    return found.map(({ status }) => status);
  };
}

test('conversations of nobody go when the workspace keeps them no longer; those of users stay', async () => {
  const [silent, strict, keeping] = [
    await kontor.createWorkspace(),
    await kontor.createWorkspace(),
    await kontor.createWorkspace(),
  ];
  const left = [await converse(silent, 400, 40), await converse(strict, 40, 20), await converse(keeping, 4_000)];
  expect((await silent.v2.get('/conversations/settings')).body).toEqual({ keepAnonymousDays: 365 });
  expect((await put(strict, '/conversations/settings', { keepAnonymousDays: 30 })).body).toEqual({
    keepAnonymousDays: 30,
  });
  await put(keeping, '/conversations/settings', { keepAnonymousDays: null });
  expect((await put(keeping, '/conversations/settings', { keepAnonymousDays: 0 })).status).toBe(400);
  await deleteForgottenConversations(kontor.services);
  expect(await Promise.all(left.map((statuses) => statuses()))).toEqual([
    [404, 200, 200],
    [404, 200, 200],
    [200, 200],
  ]);
});

test('what customers asked in vain is drafted by itself as often as the workspace says, where anything was asked', async () => {
  const [asked, quiet, off] = [
    await kontor.createWorkspace(),
    await kontor.createWorkspace(),
    await kontor.createWorkspace(),
  ];
  await put(off, '/knowledge/drafting-settings', { magicArticles: 'off' });
  for (const { v2 } of [asked, off]) {
    const { body: bot } = await v2.post('/agents', { name: 'Help' });
    await v2.post('/hc-interactions/events/public', { botId: bot.id, content: 'Can I open a joint account?' });
  }
  const jobsOf = async ({ v2 }: TestWorkspace) =>
    (await v2.get('/knowledge/jobs')).body.jobs.map(({ kind }: { kind: string }) => kind);
  await draftMagicArticlesWhenDue(kontor.services);
  await draftMagicArticlesWhenDue(kontor.services);
  expect(await Promise.all([asked, quiet, off].map(jobsOf))).toEqual([['magic'], [], []]);
  expect((await asked.v2.get('/knowledge/drafting-settings')).body).toEqual({ magicArticles: 'weekly' });
  await adminQuery(
    kontor.adminUrl,
    `update drafting_settings set magic_articles_at = now() - interval '8 days' where workspace_id = $1`,
    [asked.workspaceId],
  );
  await draftMagicArticlesWhenDue(kontor.services);
  expect(await jobsOf(asked)).toEqual(['magic', 'magic']);
});

/** Folders, articles, drafts and their review, as an editor and a reviewer go through them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from './harness/api-client.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

const content = {
  title: 'Lost card',
  mainKnowledge: 'Block it in the app.\nA new one costs 10 EUR.',
  agentInstruction: '',
  questions: ['I lost my card'],
  keywords: ['card'],
  escalation: false,
};

const put = (v2: ApiClient, path: string, body: unknown) =>
  v2.send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

async function create(v2: ApiClient, more: object = {}) {
  const { status, body } = await v2.post('/hc-articles/public', { ...content, parentFolderId: '', ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

const reviewOf = async (v2: ApiClient, draftId: string) => {
  const { body } = await v2.get('/reviews');
  const found = body.reviews.find((review: { draftArticleId: string }) => review.draftArticleId === draftId);
  return (await v2.get(`/reviews/${found.id}`)).body;
};

const folder = async (v2: ApiClient, title: string, parentFolderId = '') =>
  (await v2.post('/hc-folders/public', { title, description: '', parentFolderId })).body.id as string;

describe('bots', () => {
  test('are listed newest first until they are archived', async () => {
    const { v2 } = await kontor.createWorkspace();
    const first = (await v2.post('/agents', { name: 'First' })).body;
    const second = await v2.post('/agents', { name: 'Second' });
    expect(second.status).toBe(201);
    expect((await v2.get('/bots/public')).body).toEqual([second.body, first]);
    expect((await v2.patch(`/agents/${first.id}`, { archived: true })).body.archivedAt).toEqual(expect.any(String));
    expect((await v2.get('/bots/public')).body).toEqual([second.body]);
    expect((await v2.get('/agents')).body.agents).toHaveLength(2);
  });

  test('their prompt is the template under the latest saved version', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { id } = (await v2.post('/agents', { name: 'Bot' })).body;
    const template = (await v2.get(`/bots/${id}/hc-prompt/public`)).body;
    expect(template.version).toBe(0);
    const section = (sectionId: string, text: string) => ({ id: sectionId, title: text, content: text, enabled: true });
    const save = (text: string) =>
      v2.post(`/bots/${id}/hc-prompt`, {
        hcPlanningPrompt: [section('own', text)],
        hcGuidelinePrompt: [section('tone', text)],
        hcChannelPrompt: [section('sms', text)],
      });
    expect([(await save('one')).status, (await save('two')).body.version]).toEqual([201, 2]);
    const merged = (await v2.get(`/bots/${id}/hc-prompt/public`)).body;
    expect(merged.version).toBe(2);
    expect(merged.hcPlanningPrompt).toHaveLength(template.hcPlanningPrompt.length + 1);
    expect(merged.hcGuidelinePrompt.filter((entry: { id: string }) => entry.id === 'tone')).toEqual([
      { ...section('tone', 'two'), subsections: [] },
    ]);
    const history = (await v2.get(`/bots/${id}/hc-prompt/history/public`)).body;
    expect(history.map((entry: { version: number }) => entry.version)).toEqual([2, 1]);
    // Who did it by their name: the test's key is called so.
    expect(history[0]).toMatchObject({ createdBy: expect.stringMatching(/^api-key:/), createdByName: 'Test' });
    expect([merged.templateSectionIds.includes('tone'), merged.templateSectionIds.includes('own')]).toEqual([
      true,
      false,
    ]);
  });

  test('a section id that stands twice is refused with its place', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { id } = (await v2.post('/agents', { name: 'Bot' })).body;
    const section = { id: 'a', title: '', content: '', enabled: true };
    const answer = await v2.post(`/bots/${id}/hc-prompt`, {
      hcPlanningPrompt: [section],
      hcGuidelinePrompt: [section, section],
      hcChannelPrompt: [section],
    });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, '/hcGuidelinePrompt/1/id']);
  });
});

describe('articles', () => {
  test('a draft becomes live by approval, and only then', async () => {
    const { v2 } = await kontor.createWorkspace();
    const draft = await create(v2, { isDraft: true });
    expect((await v2.get('/hc-articles/public')).body).toEqual([]);
    expect((await v2.get('/hc-articles/public?type=draft')).body).toEqual([draft]);
    const review = await reviewOf(v2, draft.id);
    expect([review.status, review.operation, review.draft]).toEqual(['pending', 'ADD_ARTICLE_TO_FOLDER', draft]);
    const approved = await v2.post(`/reviews/${review.id}/approve`, { version: 1, edits: { title: 'Card lost' } });
    expect([approved.status, approved.body.status, approved.body.publishedArticleId]).toEqual([
      200,
      'approved',
      draft.id,
    ]);
    expect(approved.body.decidedByName).toBe('Test');
    const [live] = (await v2.get('/hc-articles/public')).body;
    expect([live.id, live.title, live.isDraft]).toEqual([draft.id, 'Card lost', false]);
    expect((await v2.post(`/reviews/${review.id}/reject`, { version: 1, reason: 'late' })).body.code).toBe(
      'review_decided',
    );
  });

  test('a draft of a live article updates it, keeps its id and its history', async () => {
    const { v2 } = await kontor.createWorkspace();
    const live = await create(v2);
    const draft = (await v2.post(`/hc-articles/${live.id}/draft/public`)).body;
    expect([draft.originalArticleId, draft.originalArticleVersion]).toEqual([live.id, 1]);
    await put(v2, `/hc-articles/${draft.id}/public`, { mainKnowledge: 'Block it in the app.\nA new one is free.' });
    const review = await reviewOf(v2, draft.id);
    expect(review.diff[0].lines).toEqual([
      { kind: 'same', text: 'Block it in the app.' },
      { kind: 'removed', text: 'A new one costs 10 EUR.' },
      { kind: 'added', text: 'A new one is free.' },
    ]);
    const published = await v2.post(`/hc-articles/${draft.id}/publish/public`);
    expect([published.status, published.body.id, published.body.version]).toEqual([200, live.id, 2]);
    expect((await v2.post(`/hc-articles/${draft.id}/publish/public`)).status).toBe(404);
    expect((await v2.post(`/hc-articles/${live.id}/publish/public`)).body.code).toBe('article_is_live');
    const { versions } = (await v2.get(`/articles/${live.id}/versions`)).body;
    expect(versions.map((entry: { version: number }) => entry.version)).toEqual([2, 1]);
    expect(versions[0].createdByName).toBe('Test');
    expect(
      (await v2.get(`/articles/${live.id}/versions/1`)).body.changes.map((c: { field: string }) => c.field),
    ).toEqual(['mainKnowledge']);
    const restored = await v2.post(`/articles/${live.id}/versions/1/restore`);
    expect([restored.body.version, restored.body.mainKnowledge]).toEqual([3, content.mainKnowledge]);
    expect((await v2.get(`/articles/${live.id}/versions/9`)).body.code).toBe('version_not_found');
  });

  test('a draft whose original moved on is refused, one whose original is gone stands alone', async () => {
    const { v2 } = await kontor.createWorkspace();
    const live = await create(v2);
    const [early, late] = [
      (await v2.post(`/hc-articles/${live.id}/draft/public`)).body,
      (await v2.post(`/hc-articles/${live.id}/draft/public`)).body,
    ];
    await v2.post(`/hc-articles/${early.id}/publish/public`);
    const outdated = await v2.post(`/hc-articles/${late.id}/publish/public`);
    expect([outdated.status, outdated.body.code]).toEqual([409, 'article_changed']);
    expect((await reviewOf(v2, late.id)).operation).toBe('UPDATE_ARTICLE');
    await v2.delete(`/hc-articles/${live.id}/public`);
    expect(await reviewOf(v2, late.id)).toMatchObject({ operation: 'ADD_ARTICLE_TO_FOLDER', live: null, diff: [] });
    expect((await v2.post(`/hc-articles/${late.id}/publish/public`)).body.id).toBe(late.id);
  });

  test('two reviewers at once: one decides, the other learns it', async () => {
    const { v2 } = await kontor.createWorkspace();
    const review = await reviewOf(v2, (await create(v2, { isDraft: true })).id);
    const decide = (verb: string, body: object) => v2.post(`/reviews/${review.id}/${verb}`, body);
    const answers = await Promise.all([
      decide('approve', { version: 1 }),
      decide('approve', { version: 1 }),
      decide('reject', { version: 1, reason: 'no' }),
    ]);
    expect(answers.map(({ status }) => status).sort((low, high) => low - high)).toEqual([200, 409, 409]);
  });

  test('a reviewer who read an older draft decides nothing; one who asks for changes gets it back', async () => {
    const { v2 } = await kontor.createWorkspace();
    const draft = await create(v2, { isDraft: true });
    const { id } = await reviewOf(v2, draft.id);
    expect((await v2.post(`/reviews/${id}/request-changes`, { version: 1, reason: 'Which fee?' })).body.status).toBe(
      'changes_requested',
    );
    await put(v2, `/hc-articles/${draft.id}/public`, { title: 'Lost or stolen card' });
    const outdated = await v2.post(`/reviews/${id}/approve`, { version: 1 });
    expect([outdated.status, outdated.body.code]).toEqual([409, 'article_changed']);
    expect((await reviewOf(v2, draft.id)).status).toBe('pending');
    const rejected = await v2.post(`/reviews/${id}/reject`, { version: 2, reason: 'Not ours.' });
    expect(rejected.body).toMatchObject({ status: 'rejected', draft: null, decisionReason: 'Not ours.' });
    expect(rejected.body.decidedContent.title).toBe('Lost or stolen card');
  });

  test('a workspace that requires review publishes nothing past it', async () => {
    const { v2 } = await kontor.createWorkspace();
    const live = await create(v2);
    await put(v2, '/knowledge/settings', { reviewRequired: true });
    const direct = await v2.post('/hc-articles/public', { ...content, parentFolderId: '' });
    expect([direct.status, direct.body.code]).toEqual([409, 'review_required']);
    for (const change of [{ title: 'x' }, { active: true }, { public: false }]) {
      expect((await put(v2, `/hc-articles/${live.id}/public`, change)).body.code).toBe('review_required');
    }
    expect((await v2.post(`/articles/${live.id}/versions/1/restore`)).body.code).toBe('review_required');
    const fork = (await v2.post(`/hc-articles/${live.id}/draft/public`)).body;
    await put(v2, `/hc-articles/${fork.id}/public`, { title: 'x' });
    expect((await v2.post(`/hc-articles/${fork.id}/publish/public`)).body.code).toBe('review_required');
    expect((await v2.get('/hc-articles/public')).body).toEqual([live]);
    const draft = await create(v2, { isDraft: true });
    expect((await v2.post(`/hc-articles/${draft.id}/publish/public`)).body.code).toBe('review_required');
    const { id } = await reviewOf(v2, draft.id);
    expect((await v2.post(`/reviews/${id}/approve`, { version: 1 })).body.status).toBe('approved');
  });

  test('what is wrong is named: empty arrays, unknown folders, a version that was read too long ago', async () => {
    const { v2 } = await kontor.createWorkspace();
    const empty = await v2.post('/hc-articles/public', { ...content, questions: [], parentFolderId: '' });
    expect([empty.status, empty.body.errors[0].path]).toEqual([400, '/questions']);
    const nowhere = await v2.post('/hc-articles/public', { ...content, parentFolderId: randomUUID() });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'folder_not_found']);
    const live = await create(v2);
    await put(v2, `/hc-articles/${live.id}/public`, { title: 'One', version: 1 });
    const late = await put(v2, `/hc-articles/${live.id}/public`, { title: 'Other', version: 1 });
    expect([late.status, late.body.errors[0].path]).toEqual([409, '/version']);
    const ids = { articleIds: [live.id, randomUUID(), 'no id'] };
    expect((await v2.post('/hc-articles/ids/public', ids)).body.map((a: { id: string }) => a.id)).toEqual([live.id]);
  });
});

describe('folders', () => {
  test('nest, move, refuse to stand below themselves, and go only when empty', async () => {
    const { v2 } = await kontor.createWorkspace();
    const top = await folder(v2, 'Top');
    const below = await folder(v2, 'Below', top);
    const article = await create(v2, { parentFolderId: below });
    const { snapshotObjV2 } = (await v2.get('/hc-folders/public')).body;
    expect(snapshotObjV2).toMatchObject([{ id: top, children: [{ id: below, children: [{ id: article.id }] }] }]);
    const itself = await put(v2, `/hc-folders/${top}/move/public`, { parentFolderId: below });
    expect([itself.status, itself.body.code]).toEqual([406, 'tree_change_not_allowed']);
    expect((await v2.delete(`/hc-folders/${below}/public`)).status).toBe(406);
    await put(v2, `/hc-articles/${article.id}/move/public`, { parentFolderId: top });
    expect((await v2.delete(`/hc-folders/${below}/public`)).body).toEqual({ success: true });
    expect((await put(v2, `/hc-folders/${top}/public`, { title: 'Cards' })).body.title).toBe('Cards');
  });

  test('two moves at once can not close a circle', async () => {
    const { v2 } = await kontor.createWorkspace();
    const [a, b] = [await folder(v2, 'A'), await folder(v2, 'B')];
    const moves = await Promise.all([
      put(v2, `/hc-folders/${a}/move/public`, { parentFolderId: b }),
      put(v2, `/hc-folders/${b}/move/public`, { parentFolderId: a }),
    ]);
    expect(moves.map(({ status }) => status).sort((low, high) => low - high)).toEqual([200, 406]);
  });

  test('are assigned to bots, all or none; a bot sees the folders below too', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { id: botId } = (await v2.post('/agents', { name: 'Bot' })).body;
    const top = await folder(v2, 'Top');
    await folder(v2, 'Elsewhere');
    const below = await folder(v2, 'Below', top);
    const article = await create(v2, { parentFolderId: below });
    const assign = (...junctions: object[]) => v2.post('/hc-bot-folder-junctions/public', { junctions });
    const half = await assign(
      { folderId: top, botId, action: 'ADD' },
      { folderId: top, botId: randomUUID(), action: 'ADD' },
    );
    expect([half.status, half.body.code]).toEqual([404, 'bot_not_found']);
    const seen = async () => (await v2.get(`/hc-folders/public?botId=${botId}`)).body.snapshotObjV2;
    expect(await seen()).toEqual([]);
    expect((await assign({ folderId: top, botId, action: 'ADD' })).body).toEqual({ status: true });
    await assign({ folderId: top, botId, action: 'ADD' });
    expect(await seen()).toMatchObject([
      { id: top, botIds: [botId], children: [{ id: below, children: [{ id: article.id }] }] },
    ]);
    await assign({ folderId: top, botId, action: 'DELETE' });
    expect(await seen()).toEqual([]);
  });
});

/** Golden sets: what a bot does with their questions, what has changed, and what a draft would change. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from './harness/api-client.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const QUESTIONS = {
  hours: 'What are your opening hours?',
  address: 'How do I change my address?',
  wine: 'Which wine goes with grilled fish?',
};

async function createBot(v2: ApiClient) {
  const { id: botId } = (await v2.post('/agents', { name: 'Help' })).body;
  const folder = await v2.post('/hc-folders/public', { title: 'All', description: '', parentFolderId: '' });
  const parentFolderId = folder.body.id as string;
  await v2.post('/hc-bot-folder-junctions/public', { junctions: [{ folderId: parentFolderId, botId, action: 'ADD' }] });
  const article = async (title: string, questions: string[], mainKnowledge: string, isDraft = false) => {
    const rest = { keywords: [title], agentInstruction: '', escalation: false, parentFolderId, isDraft };
    return (await v2.post('/hc-articles/public', { title, questions, mainKnowledge, ...rest })).body.id as string;
  };
  const hoursId = await article('Opening hours', [QUESTIONS.hours, 'When are you open?'], 'From 9 to 17 o’clock.');
  const addressId = await article('Change of address', [QUESTIONS.address, 'I moved house'], 'In the app.');
  await article('Fees for transfers abroad', ['What does a transfer abroad cost?'], 'A transfer abroad costs 5 EUR.');
  await article('Lost or stolen card', ['I lost my card', 'My card was stolen'], 'Block your card in the app.');
  return { botId: botId as string, hoursId, addressId, article };
}

async function run(v2: ApiClient, suiteId: string, body: object = {}) {
  const started = await v2.post(`/test-suites/${suiteId}/runs`, body);
  expect([started.status, started.body.status], started.text).toEqual([202, 'PENDING']);
  const read = async () => (await v2.get(`/test-suites/${suiteId}/runs/${started.body.id}`)).body;
  await expect.poll(async () => (await read()).status).not.toBe('PENDING');
  return read();
}

const figures = ({ passed, failed, fixed, broken }: Record<string, number>) => ({ passed, failed, fixed, broken });

describe('a test suite', () => {
  test('says what the bot does with each question, and what has changed since the last run', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { botId, hoursId, addressId, article } = await createBot(v2);
    const cases = [
      { question: QUESTIONS.hours, expectedArticleId: hoursId, attributes: { country: 'DE' } },
      { question: QUESTIONS.address, expectedArticleId: addressId },
      { question: QUESTIONS.wine, expectedArticleId: null },
    ];
    const suite = (await v2.post('/test-suites', { botId, name: 'Golden set', cases })).body;
    const first = await run(v2, suite.id);
    expect(figures(first)).toEqual({ passed: 3, failed: 0, fixed: 0, broken: 0 });
    expect([first.asked, first.toAsk]).toEqual([3, 3]);
    expect(first.results[0]).toMatchObject({
      attributes: { country: 'DE' },
      decision: 'answer',
      articleIds: [hoursId],
      change: 'new',
      before: null,
    });
    expect(first.results[2]).toMatchObject({ decision: 'abstain', escalates: true });
    expect((await run(v2, suite.id)).results.map((result: { change: string }) => result.change)).toEqual(
      Array(3).fill('same'),
    );
    await v2.delete(`/hc-articles/${addressId}/public`);
    await article('Wine', [QUESTIONS.wine, 'Wine with fish'], 'White wine.');
    const later = await run(v2, suite.id);
    expect(figures(later)).toEqual({ passed: 1, failed: 2, fixed: 0, broken: 2 });
    expect(later.results[1].before).toMatchObject({ articleIds: [addressId], passed: true });
    const { runs } = (await v2.get(`/test-suites/${suite.id}/runs`)).body;
    expect(runs.map(figures)[0]).toEqual(figures(later));
    expect(runs).toHaveLength(3);
  });

  test('shows what publishing a draft would change, and changes nothing', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { botId, hoursId, article } = await createBot(v2);
    const cases = [
      { question: QUESTIONS.hours, expectedArticleId: hoursId },
      { question: QUESTIONS.wine, expectedArticleId: null },
    ];
    const suite = (await v2.post('/test-suites', { botId, name: 'Golden set', cases })).body;
    const draftId = await article('Wine', [QUESTIONS.wine, 'Wine with fish'], 'White wine.', true);
    const preview = await run(v2, suite.id, { draftId });
    expect(figures(preview)).toEqual({ passed: 1, failed: 1, fixed: 0, broken: 1 });
    expect(preview.results[1]).toMatchObject({ articleIds: [draftId], change: 'broken', before: { articleIds: [] } });
    expect(figures(await run(v2, suite.id))).toEqual({ passed: 2, failed: 0, fixed: 0, broken: 0 });
    expect((await v2.post(`/test-suites/${suite.id}/runs`, { draftId: hoursId })).body.code).toBe('article_is_live');
  });

  test('says when a draft would change nothing for its bot', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { article } = await createBot(v2);
    const draftId = await article('Wine', [QUESTIONS.wine], 'White wine.', true);
    const { id: otherBot } = (await v2.post('/agents', { name: 'Other' })).body;
    const cases = [{ question: QUESTIONS.wine, expectedArticleId: null }];
    const suite = (await v2.post('/test-suites', { botId: otherBot, name: 'Other', cases })).body;
    expect(await run(v2, suite.id, { draftId })).toMatchObject({
      status: 'FAILED',
      error: expect.stringContaining('not assigned'),
    });
    expect(figures(await run(v2, suite.id))).toMatchObject({ passed: 1 });
  });

  test('has each question once, is replaced as a whole, and goes with its runs', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { botId } = await createBot(v2);
    const asked = { question: 'Hello', expectedArticleId: null };
    const twice = await v2.post('/test-suites', { botId, name: 'Twice', cases: [asked, asked] });
    expect([twice.status, twice.body.errors[0].path]).toEqual([400, '/cases/1/question']);
    const { id } = (await v2.post('/test-suites', { botId, name: 'Once', cases: [asked] })).body;
    const replaced = await v2.send('PUT', `/test-suites/${id}`, {
      body: JSON.stringify({ name: 'Again', cases: [{ ...asked, question: 'Hi' }] }),
      headers: { 'content-type': 'application/json' },
    });
    expect(replaced.body).toMatchObject({ name: 'Again', caseCount: 1, cases: [{ question: 'Hi' }] });
    await run(v2, id);
    expect((await v2.delete(`/test-suites/${id}`)).status).toBe(204);
    expect((await v2.get(`/test-suites/${id}/runs`)).body.code).toBe('suite_not_found');
  });
});

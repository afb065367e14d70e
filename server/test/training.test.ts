/** When bots are trained: by the worker only, once for many changes; this Kontor has no worker but the test. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trainBot } from '../src/modules/agent/train-bot.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

/** A bot with one article. */
async function openingHours({ v2 }: TestWorkspace) {
  const { id: botId } = (await v2.post('/agents', { name: 'Help' })).body;
  const folder = await v2.post('/hc-folders/public', { title: 'All', description: '', parentFolderId: '' });
  const parentFolderId = folder.body.id as string;
  await v2.post('/hc-bot-folder-junctions/public', { junctions: [{ folderId: parentFolderId, botId, action: 'ADD' }] });
  const article = {
    title: 'Opening hours',
    mainKnowledge: 'From 9 to 17 o’clock.',
    questions: ['When are you open?', 'What are your opening hours?'],
    keywords: ['open'],
    agentInstruction: '',
    escalation: false,
    parentFolderId,
  };
  await v2.post('/hc-articles/public', article);
  return { botId: botId as string, article };
}

async function ask({ v2 }: TestWorkspace, botId: string) {
  const { body } = await v2.post('/hc-interactions/events/public', { botId, content: 'What are your opening hours?' });
  const { trace } = (await v2.get(`/conversations/events/${body[1].id}/trace`)).body;
  return { type: body[1].type, message: body[1].message, trace };
}

const versionOf = async (botId: string) =>
  (await adminQuery(kontor.adminUrl, 'select version from bot_indexes where bot_id = $1', [botId])).rows[0]?.version;

describe('a bot', () => {
  test('that was not trained yet hands over to a person after a moment, and answers once it is', async () => {
    const workspace = await kontor.createWorkspace();
    const { botId } = await openingHours(workspace);
    const startedMs = Date.now();
    const first = await ask(workspace, botId);
    expect([first.type, first.trace.indexVersion]).toEqual(['escalation', 0]);
    expect(Date.now() - startedMs).toBeGreaterThan(1_900);
    await trainBot(kontor.services, workspace.workspaceId, botId);
    expect(await ask(workspace, botId)).toMatchObject({
      type: 'message',
      message: 'From 9 to 17 o’clock.',
      trace: { indexVersion: 1 },
    });
  });

  test('is trained once for the same knowledge, and its next version takes the place of the one before', async () => {
    const workspace = await kontor.createWorkspace();
    const { botId, article } = await openingHours(workspace);
    const train = () => trainBot(kontor.services, workspace.workspaceId, botId);
    await Promise.all([train(), train(), train()]);
    expect(await versionOf(botId)).toBe(1);
    await workspace.v2.post('/hc-articles/public', {
      ...article,
      title: 'Address',
      questions: ['I moved'],
      mainKnowledge: 'In the app.',
    });
    await Promise.all([train(), train()]);
    expect(await versionOf(botId)).toBe(2);
    expect((await ask(workspace, botId)).message).toBe('From 9 to 17 o’clock.');
  });

  test('without knowledge answers at once that it has no answer', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { body: bot } = await v2.post('/agents', { name: 'Knows nothing' });
    const tookMs: number[] = [];
    for (let n = 0; n < 3; n++) {
      const startedMs = Date.now();
      const { body } = await v2.post('/hc-interactions/events/public', { botId: bot.id, content: 'Are you open?' });
      expect(body[1].type).toBe('escalation');
      tookMs.push(Date.now() - startedMs);
    }
    expect(Math.min(...tookMs)).toBeLessThan(1_900);
  });
});

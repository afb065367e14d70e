/** When bots are trained: by the worker only, once for many changes; this Kontor has no worker but the test. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trainAfterUpgrade } from '../src/modules/agent/agent.jobs.ts';
import { selectTrainedOtherwise } from '../src/modules/agent/agent.queries.ts';
import { INDEX_FORMAT } from '../src/modules/agent/retrieval/store-index.ts';
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

  test('whose index another version of the engine wrote answers as soon as it is trained anew', async () => {
    const workspace = await kontor.createWorkspace();
    const { botId } = await openingHours(workspace);
    await adminQuery(
      kontor.adminUrl,
      `insert into bot_indexes (bot_id, workspace_id, version, fingerprint, content) values ($1, $2, 7, 'old', '')`,
      [botId, workspace.workspaceId],
    );
    const started = await trainAfterUpgrade.start(kontor.services);
    await started.stop(0);
    const queued = await adminQuery(
      kontor.adminUrl,
      `select 1 from pgboss.job where name = 'train-bots' and data ->> 'workspaceId' = $1`,
      [workspace.workspaceId],
    );
    expect(queued.rows.length).toBeGreaterThan(0);
    const answer = ask(workspace, botId);
    await trainBot(kontor.services, workspace.workspaceId, botId);
    expect(await answer).toMatchObject({ type: 'message', trace: { indexVersion: 8 } });
    const outdated = await kontor.services.database.read(null, (session) =>
      selectTrainedOtherwise(session, INDEX_FORMAT),
    );
    expect(outdated).not.toContain(workspace.workspaceId);
  });
});

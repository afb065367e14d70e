/** What a bot says: from the live articles of its folders, or not at all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from './harness/api-client.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';
import { untilTrained } from './harness/until-worked.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const ARTICLES = [
  [
    'Lost or stolen card',
    'Block your card in the app at once.',
    ['I lost my card', 'My card was stolen', 'How do I block my card?'],
  ],
  [
    'Change my address',
    'Send us the new address in the app under Profile.',
    ['I moved house', 'How do I change my address?'],
  ],
  [
    'Fees for transfers abroad',
    'A transfer abroad costs 5 EUR.',
    ['What does a transfer abroad cost?', 'Fees for foreign payments'],
  ],
  ['Opening hours', 'We are there from 9 to 17 o’clock.', ['When are you open?', 'What are your opening hours?']],
  [
    'Karte verloren',
    'Sperren Sie Ihre Karte sofort in der App.',
    ['Ich habe meine Karte verloren', 'Wie sperre ich meine Karte?'],
  ],
] as const;

async function helpCentre(workspace: TestWorkspace) {
  const { v2 } = workspace;
  const { id: botId } = (await v2.post('/agents', { name: 'Help' })).body;
  const { id: parentFolderId } = (
    await v2.post('/hc-folders/public', { title: 'All', description: '', parentFolderId: '' })
  ).body;
  await v2.post('/hc-bot-folder-junctions/public', { junctions: [{ folderId: parentFolderId, botId, action: 'ADD' }] });
  const ids: string[] = [];
  for (const [title, mainKnowledge, questions] of ARTICLES) {
    const { body } = await v2.post('/hc-articles/public', {
      title,
      mainKnowledge,
      questions,
      agentInstruction: '',
      keywords: [title],
      escalation: false,
      parentFolderId,
    });
    ids.push(body.id);
  }
  await untilTrained(kontor, workspace);
  return { botId: botId as string, ids };
}

const say = async (v2: ApiClient, body: object) => {
  const answer = await v2.post('/hc-interactions/events/public', body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};

describe('a customer', () => {
  test('is answered from an article, which is named, in a conversation that goes on', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { botId, ids } = await helpCentre(workspace);
    const [said, reply] = await say(v2, { botId, content: 'Hi, my card has been stolen!' });
    expect([said.role, reply.role, reply.message]).toEqual(['user', 'finibot', 'Block your card in the app at once.']);
    expect(reply.usedArticles).toEqual([{ id: ids[0], title: 'Lost or stolen card', documentUrl: null }]);
    expect(reply.tags.map((tag: { tagName: string }) => tag.tagName)).toEqual(
      expect.arrayContaining(['Resolved', 'English']),
    );
    const next = await say(v2, { interactionId: reply.interactionId, content: 'Ich habe meine Karte verloren' });
    expect(next[1].message).toBe('Sperren Sie Ihre Karte sofort in der App.');
    const conversation = (await v2.get(`/hc-interactions/${reply.interactionId}/public`)).body;
    expect([conversation.status, conversation.events.length, conversation.usedArticles.length]).toEqual([
      'Resolved',
      4,
      2,
    ]);
    const { trace } = (await v2.get(`/conversations/events/${reply.id}/trace`)).body;
    expect(trace).toMatchObject({ decision: 'answer', needs: [{ candidates: expect.any(Array) }] });
    expect(trace.needs[0].candidates[0].articleId).toBe(ids[0]);
  });

  test('who asks what no article answers, or for a person, is handed over', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { botId } = await helpCentre(workspace);
    for (const content of ['Which wine goes with grilled fish?', 'I want to talk to a human please']) {
      const [, reply] = await say(v2, { botId, content });
      expect([reply.type, reply.usedArticles], content).toEqual(['escalation', []]);
      expect((await v2.get(`/hc-interactions/${reply.interactionId}/public`)).body.status).toBe(
        'Escalated to Human Agent',
      );
    }
  });

  test('is not answered from an article that was taken back a moment ago, and is from one that was just published', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { botId, ids } = await helpCentre(workspace);
    expect((await say(v2, { botId, content: 'What are your opening hours?' }))[1].usedArticles[0].id).toBe(ids[3]);
    await v2.delete(`/hc-articles/${ids[3]}/public`);
    expect((await say(v2, { botId, content: 'What are your opening hours?' }))[1].usedArticles).toEqual([]);
    const back = await v2.get(`/hc-folders/public?botId=${botId}`);
    const again = {
      title: 'Opening hours',
      mainKnowledge: 'From 8 to 20 o’clock.',
      questions: ['What are your opening hours?'],
    };
    const rest = {
      agentInstruction: '',
      keywords: ['open'],
      escalation: false,
      parentFolderId: back.body.snapshotObjV2[0].id,
    };
    await v2.post('/hc-articles/public', { ...again, ...rest });
    await expect
      .poll(async () => (await say(v2, { botId, content: 'What are your opening hours?' }))[1].message)
      .toBe('From 8 to 20 o’clock.');
  });

  test('of the company is found by what its server says, never when that fits two', async () => {
    const workspace = await kontor.createWorkspace();
    const { api, v2 } = workspace;
    const { botId } = await helpCentre(workspace);
    const create = async (externalId: string, email: string) =>
      (await api.post('/users', { type: 'person', externalId, email })).body.userId;
    const userId = await create('c-1', 'one@example.com');
    await create('c-2', 'two@example.com');
    const begin = (user_attributes: object) =>
      v2.post('/hc-interactions/events/public', { botId, content: 'Hello', metadata: { user_attributes } });
    expect((await begin({ externalId: 'c-1', email: 'one@example.com' })).status).toBe(201);
    expect((await begin({ externalId: 'c-1', email: 'two@example.com' })).body.code).toBe('ambiguous_customer');
    const { erased } = (await api.delete(`/users/${userId}`)).body;
    expect([erased.conversations, erased.conversation_events]).toEqual([1, 2]);
  });

  test('who types personal data finds it in the conversation, and nobody in the trace', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { botId } = await helpCentre(workspace);
    const content =
      'My card was stolen! Account DE89 3704 0044 0532 0130 00, call me on 0171 2345678, anna@example.com';
    const [said, reply] = await say(v2, { botId, content });
    expect(said.message).toBe(content);
    const { text } = await v2.get(`/conversations/events/${reply.id}/trace`);
    expect(text).toContain('My card was stolen! Account [iban], call me on [phone], [email]');
  });

  test('and only a customer makes the bot answer', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { botId } = await helpCentre(workspace);
    const [first] = await say(v2, { botId, content: 'Hello' });
    const events = await say(v2, { interactionId: first.interactionId, role: 'agent', content: 'I take over.' });
    expect(events).toHaveLength(1);
  });
});

describe('a message', () => {
  test('without a conversation or a bot is refused with what is missing', async () => {
    const { v2 } = await kontor.createWorkspace();
    const nowhere = await v2.post('/hc-interactions/events/public', { content: 'x' });
    expect([nowhere.status, nowhere.body.errors[0].path]).toEqual([400, '/interactionId']);
    const { id } = (await v2.post('/agents', { name: 'Old' })).body;
    await v2.patch(`/agents/${id}`, { archived: true });
    const old = await v2.post('/hc-interactions/events/public', { botId: id, content: 'x' });
    expect([old.status, old.body.code]).toEqual([409, 'bot_archived']);
  });

  test.each(['', '😀😀😀', '\u202Eabc\u200B\u200D', 'a'.repeat(20_000), 'ß'.repeat(3_000), '؟ما هذا'])(
    'of any kind gets a defined answer',
    async (content) => {
      const { v2 } = await kontor.createWorkspace();
      const { body } = await v2.post('/agents', { name: 'Knows nothing' });
      const [, reply] = await say(v2, { botId: body.id, content });
      expect([reply.role, reply.usedArticles]).toEqual(['finibot', []]);
    },
  );

  test('said fifty times at once is answered fifty times, the same', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { botId } = await helpCentre(workspace);
    await say(v2, { botId, content: 'Hello' });
    const replies = await Promise.all(Array.from({ length: 50 }, () => say(v2, { botId, content: 'I moved house' })));
    expect(new Set(replies.map(([, reply]) => reply.message))).toEqual(
      new Set(['Send us the new address in the app under Profile.']),
    );
  });

  test('in one conversation several at once are answered one after the other', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { botId } = await helpCentre(workspace);
    const [{ interactionId }] = await say(v2, { botId, content: 'Hello' });
    await Promise.all(Array.from({ length: 6 }, () => say(v2, { interactionId, content: 'I moved house' })));
    const { events } = (await v2.get(`/hc-interactions/${interactionId}/public`)).body;
    const roles = events.map(({ role }: { role: string }) => role);
    expect(roles).toEqual(Array.from({ length: 7 }, () => ['user', 'finibot']).flat());
  });

  test('whose turn was left by a process that died is answered when it is overdue', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2, workspaceId } = workspace;
    const { botId } = await helpCentre(workspace);
    const [{ interactionId }] = await say(v2, { botId, content: 'Hello' });
    const leave = (seconds: number) =>
      adminQuery(
        kontor.adminUrl,
        `update conversations set turn_id = gen_random_uuid(), turn_until = now() + make_interval(secs => $3)
         where workspace_id = $1 and conversation_id = $2`,
        [workspaceId, interactionId, seconds],
      );
    await leave(0.2);
    expect(await say(v2, { interactionId, content: 'I moved house' })).toHaveLength(2);
  });
});

describe('a message with an Idempotency-Key', () => {
  const send = (v2: ApiClient, key: string, body: object) =>
    v2.send('POST', '/hc-interactions/events/public', {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
    });

  test('is stored and answered once, however often it is sent', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { botId } = await helpCentre(workspace);
    const first = await send(v2, 'm1', { botId, content: 'I moved house' });
    const second = await send(v2, 'm1', { botId, content: 'I moved house' });
    expect([second.status, second.body, second.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
    expect((await v2.get('/hc-interactions/public')).body.interactions).toHaveLength(1);
    expect((await send(v2, 'm1', { botId, content: 'Something else' })).status).toBe(422);
  });

  test('says that it is being answered, and may be sent again when that has failed or its process has died', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2, workspaceId } = workspace;
    const { botId } = await helpCentre(workspace);
    expect((await send(v2, 'm2', { botId: crypto.randomUUID(), content: 'Hello' })).status).toBe(404);
    const hello = { botId, content: 'Hello' };
    expect((await send(v2, 'm2', hello)).status).toBe(201);
    const unanswered = (until: string) =>
      adminQuery(
        kontor.adminUrl,
        `update idempotency_keys set status = null, headers = null, sealed_body = null, claimed_until = now() + $2::interval
         where workspace_id = $1`,
        [workspaceId, until],
      );
    await unanswered('1 minute');
    expect((await send(v2, 'm2', hello)).status).toBe(409);
    await unanswered('-1 second');
    expect((await send(v2, 'm2', hello)).status).toBe(201);
    expect((await send(v2, 'm2', hello)).headers.get('idempotency-replayed')).toBe('true');
  });
});

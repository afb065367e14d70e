/** Conversations and tags, as the owners of a workspace read, judge and delete them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openConversation, recordEvent, recordHandover } from '#modules/conversations/index.ts';
import type { ApiClient } from './harness/api-client.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
let nowMs = Date.UTC(2026, 4, 1);
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false, now: () => new Date(nowMs) });
});
afterAll(() => kontor.stop());

const put = (v2: ApiClient, path: string, body: unknown) =>
  v2.send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

const botOf = async (v2: ApiClient) => (await v2.post('/agents', { name: 'Bot' })).body.id as string;

/** A conversation with one message, a minute after what was said before. */
function converse(workspace: TestWorkspace, botId: string, message: string, channel = 'chat', source = 'api') {
  nowMs += 60_000;
  return workspace.run(async (ctx) => {
    const about = { source, channel, externalId: null, url: null, userAttributes: {}, customer: null };
    const conversation = await openConversation(ctx, { ...about, botId, firstMessage: message });
    const { eventId } = await recordEvent(ctx, conversation, { role: 'user', message });
    return { conversationId: conversation.conversationId, eventId };
  });
}

describe('conversations', () => {
  test('are listed by their latest message, page by page in both directions', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const botId = await botOf(v2);
    const made: string[] = [];
    for (const n of [1, 2, 3, 4, 5]) made.unshift((await converse(workspace, botId, `Question ${n}`)).conversationId);
    nowMs += 60_000;
    const ids = (body: { interactions: { id: string }[] }) => body.interactions.map(({ id }) => id);
    const first = (await v2.get('/hc-interactions/public?limit=2')).body;
    expect([ids(first), first.hasMore, first.nextCursor, first.prevCursor]).toEqual([
      made.slice(0, 2),
      true,
      made[1],
      null,
    ]);
    const second = (await v2.get(`/hc-interactions/public?limit=2&cursor=${first.nextCursor}`)).body;
    expect([ids(second), second.prevCursor]).toEqual([made.slice(2, 4), made[2]]);
    const last = (await v2.get(`/hc-interactions/public?limit=2&cursor=${second.nextCursor}`)).body;
    expect([ids(last), last.hasMore, last.nextCursor]).toEqual([made.slice(4), false, null]);
    const back = (await v2.get(`/hc-interactions/public?limit=2&direction=prev&cursor=${made[4]}`)).body;
    expect([ids(back), back.hasMore]).toEqual([made.slice(2, 4), true]);
    // Before the newest there is nothing: without a cursor both directions begin there.
    const begun = (await v2.get('/hc-interactions/public?limit=2&direction=prev')).body;
    expect([ids(begun), begun.hasMore, begun.prevCursor]).toEqual([made.slice(0, 2), true, null]);
    const moved = await workspace.run((ctx) =>
      recordEvent(
        ctx,
        { conversationId: made[4]!, userKey: null },
        { role: 'agent', message: 'Hello', status: 'Resolved' },
      ),
    );
    nowMs += 60_000;
    const [newest] = (await v2.get('/hc-interactions/public?limit=1')).body.interactions;
    expect([newest.id, newest.status, newest.resolved, newest.events[1].id]).toEqual([
      made[4],
      'Resolved',
      true,
      moved.eventId,
    ]);
  });

  test('are found by window, bot, source and channel', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const botId = await botOf(v2);
    const chat = await converse(workspace, botId, 'By chat');
    const since = nowMs + 1;
    const mail = await converse(workspace, botId, 'By mail', 'email');
    nowMs += 60_000;
    const found = async (query: string) =>
      (await v2.get(`/hc-interactions/public?${query}`)).body.interactions.map(({ id }: { id: string }) => id);
    expect(await found('channel=email')).toEqual([mail.conversationId]);
    expect(await found(`until=${since}`)).toEqual([chat.conversationId]);
    expect(await found(`since=${since}`)).toEqual([mail.conversationId]);
    expect(await found(`agentId=${botId}&source=api`)).toHaveLength(2);
    expect(await found(`agentId=${randomUUID()}`)).toEqual([]);
    for (const window of ['since=5&until=5', `since=${nowMs - 91 * 86_400_000}`, 'since=99999999999999999']) {
      const answer = await v2.get(`/hc-interactions/public?${window}`);
      expect([answer.status, answer.body.errors[0].path], window).toEqual([400, '?since']);
    }
  });

  test('can be judged message by message', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const { conversationId, eventId } = await converse(workspace, await botOf(v2), 'Hello');
    const judged = await v2.patch(`/conversations/events/${eventId}`, {
      csatRating: 4,
      feedback: 'Quick',
      resolved: true,
    });
    expect(judged.body).toMatchObject({ csatRating: 4, feedback: 'Quick', approved: null, resolved: true });
    const conversation = (await v2.get(`/hc-interactions/${conversationId}/public`)).body;
    expect([conversation.hasFeedback, conversation.resolved]).toEqual([true, true]);
    const bad = await v2.patch(`/conversations/events/${eventId}`, { csatRating: 6 });
    expect([bad.status, bad.body.errors[0].path]).toEqual([400, '/csatRating']);
    expect((await v2.get(`/conversations/events/${eventId}/trace`)).body).toEqual({ eventId, trace: null });
  });

  test('are counted by what became of them, each number for itself', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const botId = await botOf(v2);
    const reply = (conversationId: string, more: Partial<Parameters<typeof recordEvent>[2]>) =>
      workspace.run((ctx) =>
        recordEvent(ctx, { conversationId, userKey: null }, { role: 'finibot', message: 'A', ...more }),
      );
    const answer = { trace: { decision: 'answer', articleVersions: [{ version: 1 }] }, status: 'Resolved' } as const;
    const began = nowMs;
    const day = () => new Date(nowMs).toISOString().slice(0, 10);
    const first = day();
    const answered = await converse(workspace, botId, 'Answered');
    await reply(answered.conversationId, answer);
    const confirmed = await converse(workspace, botId, 'Answered, and that helped');
    const { eventId } = await reply(confirmed.conversationId, answer);
    await v2.patch(`/conversations/events/${eventId}`, { resolved: true });
    const asked = await converse(workspace, botId, 'Asked back');
    await reply(asked.conversationId, {
      trace: { decision: 'clarify', articleVersions: [] },
      status: 'Waiting for Customer',
    });
    const tried = await converse(workspace, botId, 'Only tried', 'chat', 'playground');
    await reply(tried.conversationId, answer);
    nowMs += 25 * 3_600_000;
    const last = day();
    const escalated = await converse(workspace, botId, 'Handed over', 'email');
    const handed = await reply(escalated.conversationId, { type: 'escalation', status: 'Escalated to Human Agent' });
    await workspace.run((ctx) =>
      recordHandover(
        ctx,
        { conversationId: escalated.conversationId, userKey: null, externalId: null, channel: 'email' },
        { eventId: handed.eventId, reason: 'asked', summary: '', attributes: [] },
      ),
    );
    nowMs += 60_000;
    const { total, periods } = (await v2.get(`/conversations/figures?since=${began}`)).body;
    const none = {
      conversations: 0,
      answered: 0,
      confirmed: 0,
      abandoned: 0,
      escalated: 0,
      modelTokens: 0,
      modelCost: 0,
    };
    expect(total).toEqual({ ...none, conversations: 4, answered: 2, confirmed: 1, abandoned: 1, escalated: 1 });
    expect(periods.filter(({ conversations }: { conversations: number }) => conversations > 0)).toEqual([
      { ...none, from: first, conversations: 3, answered: 2, confirmed: 1, abandoned: 1 },
      { ...none, from: last, conversations: 1, escalated: 1 },
    ]);
    const mails = (await v2.get(`/conversations/figures?since=${began}&channel=email&by=month`)).body;
    expect([mails.total.conversations, mails.periods.length]).toEqual([1, 1]);
    for (const query of ['since=5&until=5', 'timeZone=Nowhere', 'since=5']) {
      expect((await v2.get(`/conversations/figures?${query}`)).status, query).toBe(400);
    }
  });

  test('of several, those in reach are deleted and the others are named', async () => {
    const [workspace, other] = [await kontor.createWorkspace(), await kontor.createWorkspace()];
    const { v2 } = workspace;
    const mine = await converse(workspace, await botOf(v2), 'Mine');
    const foreign = await converse(other, await botOf(other.v2), 'Foreign');
    const ids = [mine.conversationId, foreign.conversationId];
    const answer = await v2.delete('/hc-interactions/public', { ids });
    expect([answer.status, answer.body.deletedIds, answer.body.missingIds]).toEqual([406, [ids[0]], [ids[1]]]);
    expect((await v2.get(`/hc-interactions/${ids[0]}/public`)).status).toBe(404);
    expect((await other.v2.get(`/hc-interactions/${ids[1]}/public`)).status).toBe(200);
    expect((await other.v2.delete('/hc-interactions/public', { ids: [ids[1]] })).body).toEqual({ success: true });
    expect((await v2.delete('/hc-interactions/public', { ids: [] })).body.errors[0].path).toBe('/ids');
  });
});

describe('tags', () => {
  test('built-in groups come with the workspace and can not change', async () => {
    const { v2 } = await kontor.createWorkspace();
    const groups = (await v2.get('/tag-groups/public')).body;
    const status = groups.find((group: { isMandatory: boolean }) => group.isMandatory);
    expect(status.title).toBe('Conversation Status');
    const tags = (await v2.get(`/tag-groups/${status.id}/tags/public`)).body;
    expect(tags.map((tag: { tagName: string }) => tag.tagName)).toEqual([
      'Waiting for Customer',
      'Escalated to Human Agent',
      'Resolved',
    ]);
    const refused = [
      await put(v2, `/tag-groups/${status.id}/public`, { title: 'Mine' }),
      await v2.delete(`/tag-groups/${status.id}/public`),
      await v2.post(`/tag-groups/${status.id}/tags/public`, { tagName: 'Lost' }),
      await v2.delete(`/tag-groups/${tags[0].id}/tags/public`),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual(Array(4).fill('tag_group_fixed'));
  });

  test('own groups and tags are made, changed, listed and deleted', async () => {
    const { v2 } = await kontor.createWorkspace();
    const group = (await v2.post('/tag-groups/public', { title: 'Product', multiselect: true })).body;
    expect((await v2.post('/tag-groups/public', { title: 'Product' })).body.code).toBe('title_taken');
    const tag = (await v2.post(`/tag-groups/${group.id}/tags/public`, { tagName: 'Cards' })).body;
    await put(v2, `/tag-groups/${tag.id}/tags/public`, { tagName: 'Card' });
    expect((await v2.get(`/tags/${tag.id}/public`)).body.tagName).toBe('Card');
    expect((await v2.get(`/tag-groups/tags/public?tagGroupIds=${group.id}&tagGroupIds=none`)).body).toHaveLength(1);
    await put(v2, `/tag-groups/${group.id}/public`, { description: 'Which product' });
    expect((await v2.get(`/tag-groups/${group.id}/public`)).body.description).toBe('Which product');
    expect((await v2.delete(`/tag-groups/${group.id}/public`)).body).toEqual({ success: true });
    expect((await v2.get(`/tags/${tag.id}/public`)).status).toBe(404);
  });
});

/** People find conversations, take them over from the bot, answer, hand back, and say where they stand. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTurn, takeTurn } from '#modules/conversations/index.ts';
import { type ApiClient, createApiClient } from './harness/api-client.ts';
import { adminQuery } from './harness/databases.ts';
import { addOperator, fetchOperatorToken } from './harness/operator-seed.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
let v2: ApiClient;
let ana: ApiClient;
let ben: ApiClient;
let botId: string;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
  v2 = workspace.v2;
  [ana, ben] = await Promise.all([operator('ana'), operator('ben')]);
  botId = (await v2.post('/agents', { name: 'Bot' })).body.id;
});
afterAll(() => kontor.stop());

async function operator(name: string): Promise<ApiClient> {
  const email = `${name}@inbox.example.com`;
  await addOperator(workspace, email, 'editor');
  return createApiClient(`${kontor.url}/v2`, { authorization: `Bearer ${await fetchOperatorToken(kontor, email)}` });
}

const say = (client: ApiClient, body: object) => client.post('/hc-interactions/events/public', body);

/** A conversation in which the bot has nothing to say but that a person goes on. */
async function ask(content = 'Do you sell gold?', metadata = {}) {
  const { body } = await say(v2, { botId, content, metadata });
  return { id: body[0].interactionId as string, roles: body.map(({ role }: { role: string }) => role) };
}

const typesOf = async (id: string) => {
  const sql = `select type from events where workspace_id = $1 and data ->> 'conversationId' = $2 order by event_id`;
  const { rows } = await adminQuery(kontor.adminUrl, sql, [workspace.workspaceId, id]);
  return rows.map(({ type }) => type);
};

describe('a person who takes a conversation over', () => {
  test('writes to the customer while the bot is silent, hands back, and says that it is solved', async () => {
    const { id, roles } = await ask();
    expect(roles).toEqual(['user', 'finibot']);
    const early = await say(ana, { interactionId: id, role: 'agent', content: 'Hello' });
    expect([early.status, early.body.code]).toEqual([409, 'not_taken_over']);
    const taken = await ana.post(`/conversations/${id}/take-over`, {});
    expect([taken.status, taken.body.takenOver.name]).toEqual([200, 'ana@inbox.example.com']);
    const written = await say(v2, { interactionId: id, content: 'Are you there?' });
    expect(written.body.map(({ role }: { role: string }) => role)).toEqual(['user']);
    const reply = await say(ana, { interactionId: id, role: 'agent', content: 'We do not sell gold.' });
    expect(reply.body).toMatchObject([{ role: 'agent', author: 'ana@inbox.example.com' }]);
    const back = await ana.post(`/conversations/${id}/hand-back`, {});
    expect([back.body.takenOver, back.body.status, back.body.confirmedAt]).toEqual([
      null,
      'Waiting for Customer',
      null,
    ]);
    expect((await say(v2, { interactionId: id, content: 'And silver?' })).body).toHaveLength(2);
    const solved = await ana.patch(`/conversations/${id}`, { status: 'Resolved' });
    expect([solved.body.status, solved.body.resolved, solved.body.confirmedAt > 0]).toEqual(['Resolved', true, true]);
    const statuses = solved.body.events
      .at(-1)
      .tags.filter((tag: EventTag) => tag.tagGroupTitle === 'Conversation Status');
    expect(statuses).toMatchObject([{ tagName: 'Resolved' }]);
    expect(await typesOf(id)).toEqual([
      'conversation.escalated',
      'conversation.taken_over',
      'conversation.replied',
      'conversation.handed_back',
      'conversation.escalated',
    ]);
  });

  test('keeps it: a colleague is told who has it, may not write or hand it back, and takes it only on purpose', async () => {
    const { id } = await ask();
    const both = await Promise.all([ana, ben].map((one) => one.post(`/conversations/${id}/take-over`, {})));
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    const [first, second] = both[0]?.status === 200 ? [ana, ben] : [ben, ana];
    const name = both.find(({ status }) => status === 200)?.body.takenOver.name;
    expect((await first.post(`/conversations/${id}/take-over`, {})).status).toBe(200);
    const refusals = [
      await second.post(`/conversations/${id}/take-over`, {}),
      await say(second, { interactionId: id, role: 'agent', content: 'Hello' }),
      await second.post(`/conversations/${id}/hand-back`, {}),
      await second.patch(`/conversations/${id}`, { status: 'Resolved' }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual(
      refusals.map(() => [409, 'taken_by_another']),
    );
    expect(refusals[0]?.body.message).toContain(name);
    const forced = await second.post(`/conversations/${id}/take-over`, { force: true });
    expect([forced.status, forced.body.takenOver.name === name]).toEqual([200, false]);
    expect((await say(first, { interactionId: id, role: 'agent', content: 'Hello' })).status).toBe(409);
    const { body } = await v2.get('/audit-log');
    expect(body.entries.find(({ targetId }: { targetId: string }) => targetId === id)).toMatchObject({
      action: 'conversation.taken_from_another',
    });
  });

  test('waits for the answer that the bot is giving, and none comes afterwards', async () => {
    const { id } = await ask();
    const { services } = kontor;
    const ctx = await workspace.run(async (inner) => inner);
    const turn = await workspace.run((inner) => takeTurn(inner, id));
    if (!turn) throw new Error('The turn was not to be had');
    const detached = { ...services, workspaceId: workspace.workspaceId, actor: ctx.actor, requestId: null };
    let taking = Promise.resolve<unknown>(null);
    const written: Promise<unknown>[] = [];
    await inTurn(detached, turn, async () => {
      taking = ana.post(`/conversations/${id}/take-over`, {});
      for (const content of ['One?', 'Two?', 'Three?']) written.push(say(v2, { interactionId: id, content }));
      expect((await v2.get(`/hc-interactions/${id}/public`)).body.takenOver).toBeNull();
      return { hasEnded: false };
    });
    await Promise.all([taking, ...written]);
    const { events, takenOver } = (await v2.get(`/hc-interactions/${id}/public`)).body;
    const after = events.filter(({ role, createdAt }: WireEvent) => role === 'finibot' && createdAt > takenOver.at);
    expect([events.filter(({ role }: WireEvent) => role === 'user').length, after]).toEqual([4, []]);
  });

  test('may be a person of the company’s own system, told apart by name', async () => {
    const { id } = await ask();
    expect((await v2.post(`/conversations/${id}/take-over`, { name: 'Kim' })).body.takenOver.name).toBe('Kim');
    expect((await v2.post(`/conversations/${id}/take-over`, { name: 'Lou' })).status).toBe(409);
    expect((await ana.post(`/conversations/${id}/take-over`, {})).status).toBe(409);
    expect((await say(v2, { interactionId: id, role: 'agent', content: 'Hello' })).status).toBe(201);
    const solved = await v2.patch(`/conversations/${id}`, { status: 'Resolved' });
    expect(solved.body.takenOver).toBeNull();
    expect((await v2.post(`/conversations/${randomUUID()}/take-over`, {})).status).toBe(404);
  });
});

interface EventTag {
  tagGroupTitle: string;
}
interface WireEvent {
  role: string;
  createdAt: number;
}

describe('the inbox', () => {
  const found = async (query: string, client = v2) => {
    const { status, body } = await client.get(`/conversations?channel=filters&${query}`);
    expect(status, query).toBe(200);
    return body.conversations.map(({ subjectPreview }: { subjectPreview: string }) => subjectPreview);
  };

  test('finds by status, person, tag, feedback, words and time, page by page', async () => {
    const made = [];
    for (const content of ['100% gold?', 'Silver?', 'Hello']) made.push(await ask(content, { channel: 'filters' }));
    const [gold, silver, hello] = made as [Asked, Asked, Asked];
    await ana.post(`/conversations/${silver.id}/take-over`, {});
    expect(await found('status=Escalated%20to%20Human%20Agent')).toEqual(['Silver?', '100% gold?']);
    expect([await found('escalated=false'), await found('escalated=true')]).toEqual([
      ['Hello'],
      ['Silver?', '100% gold?'],
    ]);
    expect(await found('taken=me', ana)).toEqual(['Silver?']);
    expect(await found('taken=me', ben)).toEqual([]);
    expect(await found('taken=nobody')).toEqual(['Hello', '100% gold?']);
    expect([await found('search=SILV'), await found('search=0%25%20g'), await found('search=0_g')]).toEqual([
      ['Silver?'],
      ['100% gold?'],
      [],
    ]);
    const { events } = (await v2.get(`/hc-interactions/${hello.id}/public`)).body;
    await v2.patch(`/conversations/events/${events[1].id}`, { csatRating: 1 });
    expect([await found('feedback=bad'), await found('feedback=good'), await found('feedback=any')]).toEqual([
      ['Hello'],
      [],
      ['Hello'],
    ]);
    await ana.patch(`/conversations/${gold.id}`, { status: 'Resolved' });
    expect(await found('resolved=true')).toEqual(['100% gold?']);
    expect([await found('exceptSource=api'), await found('source=api&limit=1')]).toEqual([[], ['Hello']]);
    expect(await found(`agentId=${randomUUID()}`)).toEqual([]);
    expect(await found(`until=${events[0].createdAt}`)).toEqual(['Silver?', '100% gold?']);
    const first = (await v2.get('/conversations?channel=filters&limit=2')).body;
    // What is written meanwhile moves up and is not shown twice.
    await say(v2, { interactionId: silver.id, content: 'Still there?' });
    const second = (await v2.get(`/conversations?channel=filters&limit=2&cursor=${first.nextCursor}`)).body;
    const ids = [...first.conversations, ...second.conversations].map(({ id }: { id: string }) => id);
    expect([ids, second.nextCursor]).toEqual([[hello.id, silver.id, gold.id], null]);
    expect(first.conversations[0]).toMatchObject({
      csatRating: 1,
      latestMessage: { role: 'finibot' },
      escalated: false,
    });
    expect((await v2.get('/conversations?cursor=1')).status).toBe(400);
  });

  test('takes other tags on a message, one of a group but where it allows several', async () => {
    const { id } = await ask();
    const [, reply] = (await v2.get(`/hc-interactions/${id}/public`)).body.events;
    const tags = (await v2.get('/tag-groups/tags/public')).body as { id: string; tagName: string }[];
    const tagOf = (name: string) => tags.find(({ tagName }) => tagName === name)?.id ?? '';
    const put = (tagIds: string[]) =>
      v2.send('PUT', `/conversations/events/${reply.id}/tags`, {
        body: JSON.stringify({ tagIds }),
        headers: { 'content-type': 'application/json' },
      });
    const changed = await put([tagOf('Negative'), tagOf('German')]);
    expect(changed.body.tags.map(({ tagName }: { tagName: string }) => tagName).toSorted()).toEqual([
      'Escalated to Human Agent',
      'German',
      'Negative',
    ]);
    for (const bad of [[tagOf('Negative'), tagOf('Positive')], [tagOf('Resolved')], [randomUUID()]]) {
      const { status, body } = await put(bad);
      expect([status, body.errors[0].path]).toEqual([400, `/tagIds/${bad.length - 1}`]);
    }
    const listed = (await v2.get(`/conversations?tag=${tagOf('Negative')}`)).body.conversations;
    expect(listed.map((entry: { id: string }) => entry.id)).toEqual([id]);
  });
});

type Asked = Awaited<ReturnType<typeof ask>>;

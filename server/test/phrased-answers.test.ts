/** Answers with a language model behind them: what it may add, and all that it may not. */
import { describe, expect, test } from 'vitest';
import { type AskedModel, FAKE_USAGE, type Fault } from '../src/modules/language-model/testing/fake-model.ts';
import {
  DETERMINISTIC,
  deltasOf,
  fake,
  GOOD,
  helpCentre,
  KEY,
  LOST,
  SECRET_RULE,
  say,
  settings,
  stream,
  traceOf,
  useModel,
} from './harness/model-scene.ts';

useModel();

describe.each(['openai-compatible', 'anthropic'] as const)('a model behind %s', (provider) => {
  test('sets tags of groups that are its to choose, and hears no name of the customer', async () => {
    const scene = await helpCentre({ provider });
    const { body: group } = await scene.v2.post('/tag-groups/public', { title: 'Topic' });
    for (const tagName of ['Savings', 'Emergency'])
      await scene.v2.post(`/tag-groups/${group.id}/tags/public`, { tagName, tagDescription: 'x' });
    const number = (tag: string) =>
      /^(\d+) /m.exec(fake.asked.at(-1)?.instructions.match(new RegExp(`^\\d+ .*: ${tag}`, 'm'))?.[0] ?? '')?.[1];
    const body = {
      botId: scene.botId,
      content: `${LOST} My name is Anna Schmidt, yours schmidt`,
      metadata: { user_attributes: { email: 'anna.schmidt@example.com' } },
    };
    fake.answer(`ANSWER 1\n${GOOD}`);
    await say(scene, body);
    expect(number('Resolved')).toBeUndefined();
    fake.answer(`ANSWER 1 | TAGS ${number('Emergency')}, ${number('Negative')}\n${GOOD}`);
    const [, reply] = await say(scene, body);
    const names = reply.tags.map(({ tagName }: { tagName: string }) => tagName);
    expect(names.toSorted()).toEqual(['Emergency', 'English', 'Negative', 'Resolved']);
    expect(fake.asked.at(-1)?.raw).not.toMatch(/anna|schmidt/i);
    expect(JSON.stringify(await traceOf(scene, reply.id))).not.toMatch(/anna|schmidt/i);
  });

  test('words the answer; rules, articles and cost are on record', async () => {
    const scene = await helpCentre({ provider });
    fake.answer(`ANSWER 1\n${GOOD}`);
    const [, reply] = await say(scene, {
      botId: scene.botId,
      content: LOST,
      metadata: { user_attributes: { plan: 'gold', segment: 'debtor' } },
    });
    expect([reply.message, reply.type, reply.usedArticles[0].id]).toEqual([GOOD, 'message', scene.ids[0]]);
    expect(reply.tags.map(({ tagName }: { tagName: string }) => tagName)).toContain('Resolved');
    const asked = fake.asked.at(-1) as AskedModel;
    for (const rule of ['Prefer the article about cards.', SECRET_RULE, 'Use short sentences.', 'Robin'])
      expect(asked.instructions).toContain(rule);
    const material = asked.messages.at(-1)?.text ?? '';
    for (const part of [DETERMINISTIC, LOST, 'plan: gold']) expect(material).toContain(part);
    // What nobody has switched on for a model does not go there.
    expect(asked.raw).not.toContain('debtor');
    expect(asked.instructions).not.toContain(LOST);
    expect(await traceOf(scene, reply.id)).toMatchObject({
      engine: 'model',
      model: {
        outcome: 'used',
        plan: { action: 'answer', articles: [1] },
        inputTokens: FAKE_USAGE.input,
        outputTokens: FAKE_USAGE.output,
        costMicros: 2500,
        promptVersion: 1,
      },
    });
    const [row] = await scene.run(({ session }) =>
      session.query<{ tokens: number; cost: number }>(
        'select model_tokens as tokens, model_cost_micros as cost from conversations where conversation_id = $1',
        [reply.interactionId],
      ),
    );
    expect(row).toEqual({ tokens: 1050, cost: 2500 });
    expect((await scene.v2.get(`/hc-interactions/${reply.interactionId}/public`)).body.events[1].message).toBe(GOOD);
  });

  test('is heard while it speaks, sentence by sentence', async () => {
    const scene = await helpCentre({ provider });
    fake.answer(`ANSWER 1\n${GOOD}`);
    const { status, type, events } = await stream(scene, { botId: scene.botId, content: LOST });
    expect([status, type]).toEqual([200, 'text/event-stream']);
    expect(events.map(({ event }) => event)).toEqual(['message', 'delta', 'delta', 'delta', 'reply', 'done']);
    expect(deltasOf(events)).toBe(GOOD);
    expect(events.at(-2)?.data.message).toBe(GOOD);
  });
});

describe('the plan', () => {
  test('may hand over, and may ask back between what was retrieved', async () => {
    const scene = await helpCentre();
    fake.answer('ESCALATE');
    const [, over] = await say(scene, { botId: scene.botId, content: LOST });
    expect([over.type, over.usedArticles]).toEqual(['escalation', []]);
    expect((await scene.v2.get(`/hc-interactions/${over.interactionId}/public`)).body.status).toBe(
      'Escalated to Human Agent',
    );
    fake.answer(({ messages }) => (messages.at(-1)?.text.includes('article 2') ? 'ASK 1, 2' : 'ESCALATE'));
    const [, asks] = await say(scene, { botId: scene.botId, content: LOST });
    if (asks.type === 'message') expect(asks.message).toContain('Lost or stolen card');
  });

  test('may translate an article that is there in the other language only; what that does not say, it may not', async () => {
    const scene = await helpCentre();
    const asked = { botId: scene.botId, content: 'Wie ändere ich meine Adresse?' };
    const german = 'Senden Sie uns die neue Adresse in der App unter Profile. Das dauert 2 Arbeitstage.';
    fake.answer(`ANSWER 1\n${german}`);
    const [, reply] = await say(scene, asked);
    expect([reply.message, reply.usedArticles[0].id]).toEqual([german, scene.ids[1]]);
    for (const wrong of [
      german.replace('2', '3'),
      `${german} Das ist kostenlos.`,
      `${german} Rufen Sie +49 30 99 an.`,
    ]) {
      fake.answer(`ANSWER 1\n${wrong}`);
      const [, plain] = await say(scene, asked);
      expect(plain.message).not.toBe(wrong);
      expect(plain.message).toContain('It takes 2 working days.');
    }
  });

  test('asks no model about what the engine refuses, a greeting or a wish for a person', async () => {
    const scene = await helpCentre();
    const before = fake.asked.length;
    fake.answer('ANSWER 1\nSure!');
    for (const content of ['Which wine goes with grilled fish?', 'I want to talk to a human please', 'Hello'])
      await say(scene, { botId: scene.botId, content });
    expect(fake.asked.length).toBe(before);
  });

  test('of an article for people still ends with one', async () => {
    const scene = await helpCentre(null);
    await scene.v2.send('PUT', `/hc-articles/${scene.ids[0]}/public`, {
      body: JSON.stringify({ escalation: true }),
      headers: { 'content-type': 'application/json' },
    });
    await scene.v2.send('PUT', '/language-model', settings());
    fake.answer(`ANSWER 1\n${GOOD}`);
    const [, reply] = await say(scene, { botId: scene.botId, content: LOST });
    expect([reply.type, reply.message.startsWith(GOOD), reply.message.length > GOOD.length]).toEqual([
      'escalation',
      true,
      true,
    ]);
  });
});

describe('the deterministic answer is given', () => {
  const LIES: [string, string][] = [
    ['an amount', 'ANSWER 1\nA replacement costs 19.90 EUR.'],
    ['an address', 'ANSWER 1\nBlock your card at https://evil.example/block.'],
    ['a name', 'ANSWER 1\nPlease call Mister Smith to block your card.'],
    ['the opposite', 'ANSWER 1\nYou must not block your card in the app.'],
    ['no plan', GOOD],
    ['an article that nobody showed', `ANSWER 9\n${GOOD}`],
    ['nothing', 'ANSWER 1\n'],
  ];
  test.each(LIES)('when the model invents or says %s, whole and streamed', async (_, lie) => {
    const scene = await helpCentre();
    fake.answer(lie);
    const [, reply] = await say(scene, { botId: scene.botId, content: LOST });
    expect(reply.message).toBe(DETERMINISTIC);
    expect(await traceOf(scene, reply.id)).toMatchObject({
      engine: 'deterministic',
      model: { outcome: 'rejected', problem: expect.any(String), costMicros: 2500 },
    });
    const { events, text } = await stream(scene, { botId: scene.botId, content: LOST });
    expect([deltasOf(events), events.at(-2)?.data.message]).toEqual([DETERMINISTIC, DETERMINISTIC]);
    if (lie !== GOOD && !lie.includes('ANSWER 9') && lie !== 'ANSWER 1\n') expect(text).not.toContain(lie.slice(9));
  });

  const FAULTS: Fault[] = [
    'silent',
    'drip',
    'broken',
    'page',
    'stranger',
    'error',
    'wrong-key',
    'rate-limited',
    'cut',
    'length',
    'empty',
    'redirect',
  ];
  test.each(FAULTS)('when the provider is %s, whole and streamed', async (fault) => {
    const scene = await helpCentre({ timeoutMs: 1_000 });
    fake.answer(`ANSWER 1\n${GOOD}`, fault);
    const [, reply] = await say(scene, { botId: scene.botId, content: LOST });
    if (fault !== 'cut') {
      expect(reply.message).toBe(DETERMINISTIC);
      expect(await traceOf(scene, reply.id)).toMatchObject({ engine: 'deterministic', model: { outcome: 'failed' } });
    }
    const { events } = await stream(scene, { botId: scene.botId, content: LOST });
    expect([deltasOf(events), events.at(-2)?.data.message, events.at(-1)?.event]).toEqual([
      DETERMINISTIC,
      DETERMINISTIC,
      'done',
    ]);
  });

  test('when the conversation has used what it may', async () => {
    const scene = await helpCentre({ conversationTokens: 1_000 });
    fake.answer(`ANSWER 1\n${GOOD}`);
    const [, first] = await say(scene, { botId: scene.botId, content: LOST });
    const before = fake.asked.length;
    const [, second] = await say(scene, { interactionId: first.interactionId, content: LOST });
    expect([first.message, second.message, fake.asked.length]).toEqual([GOOD, DETERMINISTIC, before]);
    expect(await traceOf(scene, second.id)).toMatchObject({ model: { outcome: 'skipped', problem: 'budget_used' } });
  });

  test('without a model too when it is streamed', async () => {
    const scene = await helpCentre(null);
    const { events } = await stream(scene, { botId: scene.botId, content: LOST });
    expect(events.map(({ event }) => event)).toEqual(['message', 'delta', 'delta', 'reply', 'done']);
    expect(deltasOf(events)).toBe(DETERMINISTIC);
    const said = await stream(scene, {
      interactionId: events[0]?.data.interactionId,
      role: 'agent',
      content: 'I take over.',
    });
    expect(said.events.map(({ event }) => event)).toEqual(['message', 'done']);
    expect((await stream(scene, { content: 'x' })).status).toBe(400);
  });
});

describe('beside the answer', () => {
  test('a repetition with the same key gets the first answer, and nothing twice', async () => {
    const scene = await helpCentre();
    fake.answer(`ANSWER 1\n${GOOD}`);
    const headers = { 'idempotency-key': 'once' };
    const send = () => scene.v2.post('/hc-interactions/events/public', { botId: scene.botId, content: LOST }, headers);
    const [first, second] = [await send(), await send()];
    expect([second.body, second.body[1].message]).toEqual([first.body, GOOD]);
    const streamed = await stream(scene, { botId: scene.botId, content: LOST }, { 'idempotency-key': 'stream' });
    let again = streamed;
    const repeat = async () => {
      again = await stream(scene, { botId: scene.botId, content: LOST }, { 'idempotency-key': 'stream' });
      return again.status;
    };
    await expect.poll(repeat).toBe(201);
    expect(JSON.parse(again.text)[1]).toEqual(streamed.events.at(-2)?.data);
  });

  test('fifty conversations wait for a slow model without holding up anybody else', async () => {
    const scene = await helpCentre({ timeoutMs: 5_000 });
    fake.answer('', 'silent');
    const stored = () =>
      scene.run(({ session }) =>
        session.query<{ count: number }>('select count(*) as count from conversation_events', []),
      );
    const [before] = await stored();
    const waiting = Promise.all(Array.from({ length: 50 }, () => say(scene, { botId: scene.botId, content: LOST })));
    // Message and deterministic answer of each are there, and so is every connection.
    await expect.poll(async () => Number((await stored())[0]?.count)).toBe(Number(before?.count) + 100);
    const first = await Promise.race([scene.v2.get('/bots/public').then(({ status }) => status), waiting]);
    expect(first).toBe(200);
    for (const [, reply] of await waiting) expect(reply.message).toBe(DETERMINISTIC);
  });

  test('the customer’s own data leaves as placeholders and comes back only to them', async () => {
    const scene = await helpCentre();
    const user_attributes = { iban: 'DE89370400440532013000', email: 'anna.example@example.com' };
    fake.answer('ANSWER 1\nBlock your card in the app under Cards > Block, the card of [iban-1].');
    const [, reply] = await say(scene, {
      botId: scene.botId,
      content: `${LOST} Call 0171 2345678.`,
      metadata: { user_attributes },
    });
    expect(reply.message).toContain('DE89370400440532013000');
    const raw = fake.asked.at(-1)?.raw ?? '';
    for (const secret of ['DE89370400440532013000', 'anna.example', '2345678', KEY]) expect(raw).not.toContain(secret);
    expect(JSON.stringify(await traceOf(scene, reply.id))).not.toContain('2345678');
    const [, other] = await say(scene, { botId: scene.botId, content: LOST });
    expect([other.message, fake.asked.at(-1)?.raw.includes('iban')]).toEqual([DETERMINISTIC, false]);
  });
});

/** Rules over the wire: live and drafts, what is refused, publishing, versions. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
let botId: string;
beforeAll(async () => {
  kontor = await startTestKontor();
  workspace = await kontor.createWorkspace();
  botId = (await workspace.v2.post('/agents', { name: 'Help' })).body.id;
});
afterAll(() => kontor.stop());

const flowConfig = { steps: [{ id: 'hello', kind: 'reply', text: 'Hello.' }] };
const rule = { name: 'Greet', description: 'Somebody says hello.', flowConfig };
const create = async (body: object = {}) => workspace.v2.post('/hc-rules/public', { ...rule, ...body });
const patch = (id: string, body: object) =>
  workspace.v2.send('PATCH', `/hc-rules/${id}/public`, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

describe('a new rule', () => {
  test('is live for its bots', async () => {
    const { status, body } = await create({ botIds: [botId], examples: ['Hello there'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...rule, botIds: [botId], isDraft: false, version: 1, type: 'intent', problems: [] });
    expect((await workspace.v2.get(`/hc-rules/${body.id}/public`)).body).toEqual(body);
    expect((await workspace.v2.get('/hc-rules/public')).body.map(({ id }: { id: string }) => id)).toContain(body.id);
  });
  test('is a draft without a flow, and says what it lacks', async () => {
    const { status, body } = await create({ flowConfig: undefined });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      isDraft: true,
      flowConfig: null,
      problems: [{ path: '/flowConfig', message: 'is missing: the rule does nothing yet' }],
    });
    expect((await workspace.v2.get('/hc-rules/public?isDraft=true')).body[0].id).toBe(body.id);
  });
  test.each([
    [
      'an unknown action',
      { id: 'a', kind: 'tool', action: 'explode', inputs: {}, success: [], failure: [] },
      '/flowConfig/steps/0/action',
      'rule_invalid',
    ],
    ['an unknown tag', { id: 'a', kind: 'tag', tag: 'None' }, '/flowConfig/steps/0/tag', 'rule_invalid'],
    [
      'an unknown article',
      { id: 'a', kind: 'article', articleId: randomUUID() },
      '/flowConfig/steps/0/articleId',
      'rule_invalid',
    ],
    ['an unknown kind', { id: 'a', kind: 'dance' }, '/flowConfig/steps/0/kind', 'validation_failed'],
    [
      'a tool without a branch for failure',
      { id: 'a', kind: 'tool', action: 'x', inputs: {}, success: [] },
      '/flowConfig/steps/0/failure',
      'validation_failed',
    ],
  ])('is refused with %s', async (_, step, path, code) => {
    const { status, body } = await create({ flowConfig: { steps: [step] } });
    expect([status, body.code, body.errors.map((error: { path: string }) => error.path)]).toEqual([400, code, [path]]);
  });
  test('is refused for a bot that is not there', async () => {
    expect((await create({ botIds: [randomUUID()] })).status).toBe(404);
  });
  test('has a trigger exactly when it is a business rule', async () => {
    expect((await create({ type: 'business' })).body.errors[0].path).toBe('/triggerType');
    expect((await create({ triggerType: 'on_escalation' })).body.errors[0].path).toBe('/triggerType');
    const { body } = await create({ type: 'business', triggerType: 'on_escalation' });
    expect((await workspace.v2.get('/hc-rules/public?type=business')).body).toEqual([body]);
  });
});

describe('a live rule', () => {
  test('changes into a new version, which can be undone', async () => {
    const { body } = await create();
    const steps = [{ id: 'bye', kind: 'reply', text: 'Bye.' }];
    expect((await patch(body.id, { flowConfig: { steps }, version: 1 })).body).toMatchObject({
      version: 2,
      flowConfig: { steps },
    });
    expect((await patch(body.id, { name: 'Late', version: 1 })).status).toBe(409);
    const { versions } = (await workspace.v2.get(`/hc-rules/${body.id}/versions`)).body;
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    const restored = await workspace.v2.post(`/hc-rules/${body.id}/versions/1/restore`, {});
    expect(restored.body).toMatchObject({ version: 3, flowConfig });
    expect((await workspace.v2.post(`/hc-rules/${body.id}/versions/9/restore`, {})).status).toBe(404);
  });
  test('stays one that can be played', async () => {
    const { body } = await create();
    const answer = await patch(body.id, { flowConfig: { steps: [{ id: 'a', kind: 'goto', step: 'b' }] } });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, '/flowConfig/steps/0/step']);
    expect((await workspace.v2.get(`/hc-rules/${body.id}/public`)).body).toEqual(body);
  });
  test('is gone when it is deleted', async () => {
    const { body } = await create();
    expect((await workspace.v2.delete(`/hc-rules/${body.id}/public`)).body).toEqual({ success: true });
    expect((await workspace.v2.get(`/hc-rules/${body.id}/public`)).status).toBe(404);
    expect((await workspace.v2.delete(`/hc-rules/${body.id}/public`)).status).toBe(404);
  });
});

describe('a draft', () => {
  test('is published for bots, once', async () => {
    const { body } = await create({ isDraft: true });
    expect((await workspace.v2.post(`/hc-rules/${body.id}/publish/public`, { botIds: [] })).status).toBe(400);
    const { status, body: live } = await workspace.v2.post(`/hc-rules/${body.id}/publish/public`, { botIds: [botId] });
    expect([status, live.id, live.isDraft, live.botIds]).toEqual([200, body.id, false, [botId]]);
    expect((await workspace.v2.post(`/hc-rules/${body.id}/publish/public`, { botIds: [botId] })).status).toBe(409);
  });
  test('with problems is not published', async () => {
    const { body } = await create({ isDraft: true, flowConfig: { steps: [{ id: 't', kind: 'tag', tag: 'None' }] } });
    expect(body.problems).toHaveLength(1);
    expect((await workspace.v2.post(`/hc-rules/${body.id}/publish/public`, { botIds: [botId] })).body.code).toBe(
      'rule_invalid',
    );
  });
  test('is a copy of a rule', async () => {
    const { body } = await create({ botIds: [botId] });
    const copy = await workspace.v2.post(`/hc-rules/${body.id}/duplicate/public`, {});
    expect(copy.body).toMatchObject({ isDraft: true, name: 'Greet (copy)', flowConfig, originalRuleId: null });
  });
  test('is written in words', async () => {
    const { status, body } = await workspace.v2.post('/hc-rules/draft/public', {
      behaviorInstructions:
        'When a customer wants to complain, ask for the order number, then reply "Thank you." and hand over.',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Complain', isDraft: true, problems: [], source: 'instructions' });
    expect(body.flowConfig.steps.map(({ kind }: { kind: string }) => kind)).toEqual(['collect', 'reply', 'escalate']);
    const refused = await workspace.v2.post('/hc-rules/draft/public', { behaviorInstructions: 'Sing a song.' });
    expect([refused.status, refused.body.code]).toEqual([400, 'instructions_not_understood']);
  });
  test('is made of a live rule, and of no draft', async () => {
    const { body } = await create({ botIds: [botId] });
    const draft = await workspace.v2.post(`/hc-rules/${body.id}/draft/public`, {});
    expect([draft.status, draft.body.isDraft, draft.body.originalRuleId]).toEqual([201, true, body.id]);
    const again = await workspace.v2.post(`/hc-rules/${draft.body.id}/draft/public`, {});
    expect([again.status, again.body.code]).toEqual([409, 'rule_is_draft']);
  });
  test('of a live rule updates it, unless it has moved on', async () => {
    const { body } = await create({ botIds: [botId] });
    const refine = async () => {
      const words = { refinementInstructions: 'Reply "Bye."' };
      return (await workspace.v2.post(`/hc-rules/${body.id}/refine/public`, words)).body;
    };
    const [first, second] = [await refine(), await refine()];
    expect(first).toMatchObject({ isDraft: true, originalRuleId: body.id });
    expect((await workspace.v2.get(`/hc-rules/${body.id}/public`)).body).toEqual(body);
    const published = await workspace.v2.post(`/hc-rules/${first.id}/publish/public`, { botIds: [botId] });
    expect(published.body).toMatchObject({ id: body.id, version: 2 });
    expect(published.body.flowConfig.steps).toHaveLength(2);
    expect((await workspace.v2.get(`/hc-rules/${first.id}/public`)).status).toBe(404);
    expect((await workspace.v2.post(`/hc-rules/${second.id}/publish/public`, { botIds: [botId] })).status).toBe(409);
  });
});

describe('a rule that is being written', () => {
  const check = async (body: object) => (await workspace.v2.post('/hc-rules/check', body)).body;

  test('is checked without being saved, for what it says and for its shape', async () => {
    expect(await check({ flowConfig })).toEqual({ problems: [] });
    const lost = await check({ flowConfig: { steps: [{ id: 'a', kind: 'goto', step: 'b' }] } });
    expect(lost.problems).toEqual([{ path: '/flowConfig/steps/0/step', message: 'is no step of this rule: b' }]);
    const shapeless = await check({ flowConfig: { steps: [{ id: 'a', kind: 'dance' }] } });
    expect(shapeless.problems[0].path).toBe('/flowConfig/steps/0/kind');
  });
});

describe('a simulated rule', () => {
  const order = {
    inputSchema: { city: { type: 'text', description: 'Where' } },
    flowConfig: {
      steps: [
        {
          id: 'urgent',
          kind: 'condition',
          branches: [{ when: { op: 'tagged', tag: 'Urgent' }, steps: [{ id: 'person', kind: 'escalate' }] }],
          otherwise: [],
        },
        { id: 'where', kind: 'collect', input: 'city', question: { en: 'Where?', de: 'Wo?' } },
        {
          id: 'sure',
          kind: 'confirm',
          text: { en: 'In {{inputs.city}}?', de: 'In {{inputs.city}}?' },
          yes: [
            {
              id: 'order',
              kind: 'tool',
              action: 'Order a card',
              inputs: { city: { ref: 'inputs.city' } },
              success: [{ id: 'done', kind: 'reply', text: 'Number {{outputs.order.number ?? "–"}}.' }],
              failure: [{ id: 'failed', kind: 'escalate', reason: 'not ordered' }],
            },
          ],
          no: [],
        },
      ],
    },
  };
  const says = (message: string) => ({ kind: 'customer', message });
  const simulate = (turns: object[], more: object = {}) =>
    workspace.v2.post('/hc-rules/simulate', { ...order, turns, ...more });
  beforeAll(async () => {
    const group = await workspace.v2.post('/tag-groups/public', { title: 'State' });
    await workspace.v2.post(`/tag-groups/${group.body.id}/tags/public`, { tagName: 'Urgent', description: 'At once' });
    const { v2 } = workspace;
    const system = (await v2.post('/integrations', { name: 'Cards' })).body.id;
    const endpoint = { name: 'Order', kind: 'write', method: 'POST', path: '/cards', body: { city: '{city}' } };
    const inputs = [{ name: 'city', type: 'string' }];
    const outputs = [{ name: 'number', type: 'string' }];
    const { body } = await v2.post(`/integrations/${system}/endpoints`, { ...endpoint, inputs, outputs });
    const steps = [{ id: 'order', endpointId: body.id, inputs: { city: 'inputs.city' } }];
    const answers = [{ name: 'number', type: 'string', value: 'steps.order.number' }];
    await v2.post('/actions', { name: 'Order a card', inputs, steps, outputs: answers });
  });

  test('says and asks as a customer would hear it, shows what it would call, and goes on with what came of it', async () => {
    const asked = (await simulate([says('Eine neue Karte bitte')])).body;
    expect(asked).toMatchObject({ waitsFor: 'customer', step: 'where', language: 'de' });
    expect(asked.turns).toEqual([
      { path: ['urgent', 'where'], effects: [{ kind: 'say', step: 'where', text: 'Wo?' }] },
    ]);
    const turns = [says('A new card'), says('Berlin'), says('yes')];
    const called = (await simulate(turns, { language: 'en' })).body;
    expect(called.turns.at(-1).effects).toEqual([
      { kind: 'call', step: 'order', action: 'Order a card', inputs: { city: 'Berlin' }, isConfirmed: true },
    ]);
    const result = { kind: 'action', outcome: 'success', outputs: { number: 'C-1' } };
    const done = (await simulate([...turns, result], { language: 'en' })).body;
    expect(done.turns.at(-1).effects).toEqual([
      { kind: 'say', step: 'done', text: 'Number C-1.' },
      { kind: 'end', outcome: 'completed', reason: null },
    ]);
    expect(done).toMatchObject({ waitsFor: 'ended', step: null, inputs: { city: 'Berlin' } });
    const failed = (await simulate([...turns, { kind: 'action', outcome: 'failure' }])).body;
    expect(failed.turns.at(-1).effects.at(-1)).toEqual({ kind: 'end', outcome: 'escalated', reason: 'not ordered' });
  });

  test('answers another question in between, and reads dates as where the customer is', async () => {
    const aside = { ...says('What does a card cost?'), aside: true };
    const asked = (await simulate([says('A new card'), aside, says('Berlin')], { language: 'en' })).body;
    expect(asked.turns[1].effects).toEqual([{ kind: 'aside', step: 'where', question: 'Where?' }]);
    expect(asked).toMatchObject({ step: 'sure', inputs: { city: 'Berlin' } });
    const dated = {
      inputSchema: { day: { type: 'date', description: 'When' } },
      flowConfig: {
        steps: [
          { id: 'when', kind: 'collect', input: 'day', question: 'When?' },
          { id: 'told', kind: 'reply', text: '{{inputs.day | date}}' },
        ],
      },
    };
    const turns = [says('I want to move it'), says('03/04/2030')];
    const told = async (region?: object) =>
      (await simulate(turns, { ...dated, language: 'en', ...(region && { region }) })).body;
    expect((await told()).inputs).toEqual({ day: '2030-04-03' });
    expect((await told({ country: 'US', timeZone: 'America/Chicago' })).inputs).toEqual({ day: '2030-03-04' });
    const nowhere = await simulate(turns, { ...dated, region: { country: 'US', timeZone: 'Mars/Olympus' } });
    expect([nowhere.status, nowhere.body.errors[0].path]).toEqual([400, '/region/timeZone']);
  });

  test('looks at the tags it is given, and refuses a turn that it does not wait for', async () => {
    const tagged = (await simulate([says('A new card')], { tags: ['Urgent'] })).body;
    expect(tagged.turns[0].path).toEqual(['urgent', 'person']);
    const early = await simulate([{ kind: 'action', outcome: 'success' }]);
    expect([early.status, early.body.errors[0].path]).toEqual([400, '/turns/0']);
    const broken = { steps: [{ id: 'a', kind: 'goto', step: 'b' }] };
    expect((await simulate([], { flowConfig: broken })).body.code).toBe('rule_invalid');
  });
});

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

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setOutboundAllowList } from '#modules/identity/index.ts';
import { withWorkspace } from '#platform/context.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { askModel, ModelFailure, type ModelRequest, openModel } from './index.ts';
import { FAKE_USAGE, type FakeModel, type Fault, startFakeModel } from './testing/fake-model.ts';

let kontor: TestKontor;
let fake: FakeModel;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  fake = await startFakeModel();
});
afterAll(async () => {
  await fake.stop();
  await kontor.stop();
});

const KEY = 'sk-secret-key-1234567890';
const save = (workspace: TestWorkspace, settings: object) =>
  workspace.v2.send('PUT', '/language-model', {
    body: JSON.stringify({
      provider: 'openai-compatible',
      baseUrl: fake.baseUrl,
      model: 'fake',
      apiKey: KEY,
      ...settings,
    }),
    headers: { 'content-type': 'application/json' },
  });

async function workspaceWithModel(settings: object = {}): Promise<TestWorkspace> {
  const workspace = await kontor.createWorkspace();
  await workspace.run((ctx) => setOutboundAllowList(ctx, [fake.host]));
  const saved = await save(workspace, settings);
  expect(saved.status, saved.text).toBe(200);
  return workspace;
}

async function ask({ workspaceId }: TestWorkspace, request: Partial<ModelRequest> = {}) {
  const model = await withWorkspace(kontor.services, workspaceId, openModel);
  if (!model) throw new Error('no model');
  return askModel(kontor.services, model, {
    instructions: 'Be brief.',
    messages: [{ role: 'user', text: 'Hello' }],
    ...request,
  });
}

describe('the setting', () => {
  test('shows everything but the key, which is stored sealed', async () => {
    const workspace = await workspaceWithModel({ inputPrice: 0.5 });
    const shown = await workspace.v2.get('/language-model');
    expect(shown.body).toMatchObject({
      provider: 'openai-compatible',
      model: 'fake',
      hasApiKey: true,
      enabled: true,
      inputPrice: 0.5,
    });
    expect(shown.text).not.toContain(KEY);
    const [row] = await workspace.run(({ session }) =>
      session.query<{ row: string }>('select language_models::text as row from language_models', []),
    );
    expect(row?.row).toContain(fake.baseUrl);
    expect(row?.row).not.toContain(KEY);
    expect((await workspace.v2.get('/audit-log?limit=100')).text).not.toContain(KEY);
  });

  test('is a 404 until there is one and after it was removed', async () => {
    const workspace = await workspaceWithModel();
    expect((await workspace.v2.delete('/language-model')).status).toBe(200);
    const gone = [
      await workspace.v2.get('/language-model'),
      await workspace.v2.delete('/language-model'),
      await workspace.v2.post('/language-model/check'),
    ];
    expect(gone.map(({ status, body }) => [status, body.code])).toEqual(gone.map(() => [404, 'no_language_model']));
  });

  test('keeps the key when it is left out, but never sends it elsewhere', async () => {
    const workspace = await workspaceWithModel();
    expect((await save(workspace, { apiKey: undefined, model: 'other' })).body).toMatchObject({
      hasApiKey: true,
      model: 'other',
    });
    const moved = await save(workspace, { apiKey: undefined, baseUrl: 'https://elsewhere.example/v1' });
    expect([moved.status, moved.body.errors]).toEqual([400, [expect.objectContaining({ path: '/apiKey' })]]);
    expect((await save(workspace, { apiKey: null })).body.hasApiKey).toBe(false);
  });

  test.each([
    [{ baseUrl: undefined }, '/baseUrl'],
    [{ baseUrl: 'http://127.0.0.1:1/v1' }, '/baseUrl'],
    [{ baseUrl: 'http://llm.example.com/v1' }, '/baseUrl'],
    [{ baseUrl: 'https://169.254.169.254/v1' }, '/baseUrl'],
    [{ baseUrl: 'https://key:secret@llm.example.com/v1' }, '/baseUrl'],
    [{ baseUrl: 'https://llm.example.com/v1?key=1' }, '/baseUrl'],
    [{ apiKey: 'with\nnewline' }, '/apiKey'],
    [{ timeoutMs: 1 }, '/timeoutMs'],
    [{ model: '' }, '/model'],
    [{ provider: 'other' }, '/provider'],
  ])('refuses %j', async (settings, path) => {
    const workspace = await kontor.createWorkspace();
    const refused = await save(workspace, settings);
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, path]);
    expect((await workspace.v2.get('/language-model')).status).toBe(404);
  });
});

describe.each(['openai-compatible', 'anthropic'] as const)('a model behind %s', (provider) => {
  test.each([false, true])('answers, streamed: %s, with its tokens and their price', async (isStreamed) => {
    fake.answer('Guten Tag, Frau Müller! 👋 Wie geht es Ihnen?');
    const workspace = await workspaceWithModel({ provider, inputPrice: 2, outputPrice: 10 });
    const heard: string[] = [];
    const answer = await ask(workspace, isStreamed ? { onText: (text) => heard.push(text) } : {});
    expect(answer).toMatchObject({
      text: 'Guten Tag, Frau Müller! 👋 Wie geht es Ihnen?',
      inputTokens: FAKE_USAGE.input,
      outputTokens: FAKE_USAGE.output,
      costMicros: 2500,
    });
    const asked = fake.asked.at(-1);
    expect(asked).toMatchObject({ isStreamed, instructions: 'Be brief.', messages: [{ role: 'user', text: 'Hello' }] });
    expect(asked?.headers[provider === 'anthropic' ? 'x-api-key' : 'authorization']).toContain(KEY);
    if (isStreamed) expect([heard.length > 3, heard.join('')]).toEqual([true, answer.text]);
  });

  test.each([false, true])('never sees personal data, and has it restored, streamed: %s', async (isStreamed) => {
    fake.answer('Your account [iban-1] and [email-1], not [phone-7].');
    const workspace = await workspaceWithModel({ provider });
    const heard: string[] = [];
    const text =
      'My IBAN is DE89 3704 0044 0532 0130 00, mail anna@example.com, card 4111 1111 1111 1111, tax id 86095742719';
    const answer = await ask(workspace, {
      messages: [{ role: 'user', text }],
      ...(isStreamed && { onText: (piece) => heard.push(piece) }),
    });
    expect(fake.asked.at(-1)?.messages[0]?.text).toBe(
      'My IBAN is [iban-1], mail [email-1], card [card-1], tax id [tax-id-1]',
    );
    expect(answer.text).toBe('Your account DE89 3704 0044 0532 0130 00 and anna@example.com, not [phone-7].');
    if (isStreamed) expect(heard.join('')).toBe(answer.text);
  });

  const FAULTS: [Fault, string][] = [
    ['silent', 'timeout'],
    ['drip', 'timeout'],
    ['broken', 'garbage'],
    ['page', 'garbage'],
    ['stranger', 'garbage'],
    ['error', 'refused'],
    ['wrong-key', 'refused'],
    ['rate-limited', 'rate_limited'],
    ['cut', 'cut_off'],
    ['unfinished', 'cut_off'],
    ['length', 'cut_off'],
    ['empty', 'garbage'],
    ['huge', 'garbage'],
    ['redirect', 'refused'],
  ];
  test.each(FAULTS)('that is %s fails as %s, whole and streamed', async (fault, code) => {
    fake.answer('A rather long answer that could be cut in the middle of it.', fault);
    const workspace = await workspaceWithModel({ provider, timeoutMs: 1_000 });
    // Whole answers are not cut: they are broken.
    const kinds = fault === 'cut' ? [true] : [false, true];
    const failures = await Promise.all(
      kinds.map((isStreamed) =>
        ask(workspace, isStreamed ? { onText: () => {} } : {}).catch((error: unknown) => error),
      ),
    );
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(ModelFailure);
      expect((failure as ModelFailure).message).not.toContain(KEY);
    }
    const codes = failures.map((failure) => (failure as ModelFailure).code);
    // In a stream, what is no answer and what has no end are hard to tell apart.
    const alike = ['garbage', 'cut_off'];
    for (const found of codes) expect(alike.includes(code) ? alike : [code]).toContain(found);
  });
});

test('a model that fails three times in a row is left alone for a while, and a new setting tries at once', async () => {
  fake.answer('', 'error');
  const workspace = await workspaceWithModel();
  for (let failures = 0; failures < 3; failures++) await ask(workspace).catch(() => {});
  const before = fake.asked.length;
  await expect(ask(workspace)).rejects.toMatchObject({ code: 'paused' });
  expect(fake.asked.length).toBe(before);
  fake.answer('Back again');
  await save(workspace, {});
  expect((await ask(workspace)).text).toBe('Back again');
});

test('a check says whether the model answers, and what is wrong when it does not', async () => {
  const workspace = await workspaceWithModel();
  fake.answer('OK');
  expect((await workspace.v2.post('/language-model/check')).body).toMatchObject({
    ok: true,
    problem: null,
    inputTokens: FAKE_USAGE.input,
  });
  fake.answer('', 'wrong-key');
  const { body, text } = await workspace.v2.post('/language-model/check');
  expect(body).toMatchObject({ ok: false, problem: expect.stringContaining('refuses the key') });
  expect(text).not.toContain('sk-secret');
});

test('an address that the allow-list no longer names is not called', async () => {
  const workspace = await workspaceWithModel();
  await workspace.run((ctx) => setOutboundAllowList(ctx, []));
  const before = fake.asked.length;
  await expect(ask(workspace)).rejects.toMatchObject({ code: 'blocked' });
  expect(fake.asked.length).toBe(before);
});

test('a model that is switched off is not opened, and no workspace sees that of another', async () => {
  const off = await workspaceWithModel({ enabled: false });
  expect(await withWorkspace(kontor.services, off.workspaceId, openModel)).toBeNull();
  const other = await kontor.createWorkspace();
  expect(await withWorkspace(kontor.services, other.workspaceId, openModel)).toBeNull();
});

test('the caller can give up', async () => {
  fake.answer('', 'silent');
  const workspace = await workspaceWithModel();
  const caller = new AbortController();
  const asking = ask(workspace, { signal: caller.signal });
  setTimeout(() => caller.abort(), 100);
  await expect(asking).rejects.toBeInstanceOf(ModelFailure);
});

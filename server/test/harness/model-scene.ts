/** A help centre whose bot may ask a language model, which is a fake that says what a test wants. */
import { afterAll, beforeAll, expect } from 'vitest';
import { setOutboundAllowList } from '#modules/identity/index.ts';
import { type FakeModel, startFakeModel } from '../../src/modules/language-model/testing/fake-model.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './test-kontor.ts';

let kontor: TestKontor;
export let fake: FakeModel;

/** Starts both for the tests of one file, and stops them. */
export function useModel(): void {
  beforeAll(async () => {
    kontor = await startTestKontor();
    fake = await startFakeModel();
  });
  afterAll(async () => {
    await fake.stop();
    await kontor.stop();
  });
}

export const KEY = 'sk-very-secret-4711';
export const SECRET_RULE = 'The internal code word of the fraud desk is marmalade and must stay inside.';
export const ARTICLES = [
  [
    'Lost or stolen card',
    'Block your card in the app under Cards > Block at once. A replacement costs 9.90 EUR.',
    ['I lost my card', 'My card was stolen', 'How do I block my card?'],
  ],
  [
    'Change my address',
    'Send us the new address in the app under Profile. It takes 2 working days.',
    ['I moved house', 'How do I change my address?'],
  ],
  [
    'Fees for transfers abroad',
    'A transfer abroad costs 5 EUR.',
    ['What does a transfer abroad cost?', 'Fees for foreign payments'],
  ],
  [
    'Karte verloren',
    'Sperren Sie Ihre Karte sofort in der App unter Karten. Der Ersatz kostet 9,90 EUR.',
    ['Ich habe meine Karte verloren', 'Wie sperre ich meine Karte?'],
  ],
] as const;

export const settings = (more: object = {}) => ({
  body: JSON.stringify({
    provider: 'openai-compatible',
    baseUrl: fake.baseUrl,
    model: 'fake',
    apiKey: KEY,
    timeoutMs: 5_000,
    inputPrice: 2,
    outputPrice: 10,
    ...more,
  }),
  headers: { 'content-type': 'application/json' },
});

export interface Scene extends TestWorkspace {
  botId: string;
  ids: string[];
  parentFolderId: string;
}

export async function helpCentre(model: object | null = {}): Promise<Scene> {
  const workspace = await kontor.createWorkspace();
  const { v2 } = workspace;
  await workspace.run((ctx) => setOutboundAllowList(ctx, [fake.host]));
  const { id: botId } = (await v2.post('/agents', { name: 'Robin' })).body;
  const section = (id: string, content: string) => [{ id, title: id, content, enabled: true }];
  await v2.post(`/bots/${botId}/hc-prompt`, {
    hcPlanningPrompt: section('plan', 'Prefer the article about cards.'),
    hcGuidelinePrompt: section('secret', SECRET_RULE),
    hcChannelPrompt: section('chat', 'Use short sentences.'),
  });
  const { id: parentFolderId } = (
    await v2.post('/hc-folders/public', { title: 'All', description: '', parentFolderId: '' })
  ).body;
  await v2.post('/hc-bot-folder-junctions/public', { junctions: [{ folderId: parentFolderId, botId, action: 'ADD' }] });
  const ids: string[] = [];
  for (const [title, mainKnowledge, questions] of ARTICLES) {
    ids.push(await createArticle(workspace, { title, mainKnowledge, questions, parentFolderId }));
  }
  const visible = (name: string) => ({ name, type: 'string', value: name, visibleToModel: true });
  const hidden = { ...visible('segment'), visibleToModel: false };
  const said = { name: 'Said by the server', source: { kind: 'user_attributes' }, botIds: [botId] };
  await v2.post('/attributes', { ...said, fields: [visible('plan'), visible('iban'), visible('email'), hidden] });
  // Trained before a model is asked, so that the first question of a test costs no tokens.
  await expect
    .poll(async () => (await say({ ...workspace }, { botId, content: 'I moved house' }))[1].usedArticles[0]?.id)
    .toBe(ids[1]);
  if (model) expect((await v2.send('PUT', '/language-model', settings(model))).status).toBe(200);
  return { ...workspace, botId, ids, parentFolderId };
}

export async function createArticle({ v2 }: TestWorkspace, article: object): Promise<string> {
  const { body } = await v2.post('/hc-articles/public', {
    agentInstruction: '',
    keywords: ['x'],
    escalation: false,
    ...article,
  });
  return body.id as string;
}

export async function say({ v2 }: Pick<Scene, 'v2'>, body: object) {
  const answer = await v2.post('/hc-interactions/events/public', body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

export const traceOf = async ({ v2 }: Scene, eventId: string) =>
  (await v2.get(`/conversations/events/${eventId}/trace`)).body.trace;
export const LOST = 'Hi, my card has been stolen!';
export const DETERMINISTIC = ARTICLES[0][1];
export const GOOD =
  'Sorry to hear that! Please block your card in the app under Cards > Block. A replacement costs 9.90 EUR.';

export async function stream(scene: Scene, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${kontor.url}/v2/hc-interactions/events/public?stream=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${scene.apiKey}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const events = [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, event = '', data = '']) => ({
    event,
    data: JSON.parse(data),
  }));
  return { status: response.status, type: response.headers.get('content-type'), text, events };
}
export const deltasOf = (events: { event: string; data: { text: string } }[]) => {
  const from = events.findLastIndex(({ event }) => event === 'reset') + 1;
  return events
    .slice(from)
    .filter(({ event }) => event === 'delta')
    .map(({ data }) => data.text)
    .join('');
};

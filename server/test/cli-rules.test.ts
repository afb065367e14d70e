/** Rules, articles and what belongs to them as files: pull, diff, push, with somebody else at work on the server. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestWorld, type TestWorld } from '../../packages/cli/test/world.testing.ts';
import type { ApiClient } from './harness/api-client.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

let world: TestWorld;
let v2: ApiClient;
let ruleId: string;
let articleId: string;
let botId: string;

beforeEach(async () => {
  const workspace = await kontor.createWorkspace();
  ({ v2 } = workspace);
  world = createTestWorld({ KONTOR_URL: kontor.url, KONTOR_API_KEY: workspace.apiKey });
  botId = (await v2.post('/agents', { name: 'Help' })).body.id;
  const folder = await v2.post('/hc-folders/public', { title: 'Cards', description: '', parentFolderId: '' });
  const article = {
    title: 'Lost card',
    mainKnowledge: 'Block it.\n\n- in the app\n- by phone',
    questions: ['I lost my card'],
  };
  const more = { keywords: ['lost'], agentInstruction: '', escalation: false, parentFolderId: folder.body.id };
  const made = await v2.post('/hc-articles/public', { ...article, ...more });
  if (made.status !== 201) throw new Error(made.text);
  articleId = made.body.id;
  const steps = [{ id: 'a', kind: 'reply', text: { en: 'Hello', de: 'Hallo' } }];
  const rule = { name: 'Say hello', description: 'The customer says hello.', flowConfig: { steps }, botIds: [botId] };
  ruleId = (await v2.post('/hc-rules/public', rule)).body.id;
  const group = await v2.post('/tag-groups/public', { title: 'Matter', description: 'What it is about' });
  await v2.post(`/tag-groups/${group.body.id}/tags/public`, { tagName: 'Card', tagDescription: 'Cards of all kinds' });
});
afterEach(() => world.remove());

const at = (file: string) => path.join(world.folder, 'kontor', file);
const read = (file: string) => readFileSync(at(file), 'utf8');
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};
const edit = (file: string, from: string, to: string) => {
  expect(read(file)).toContain(from);
  write(file, read(file).replace(from, to));
};
const snapshot = () =>
  Object.fromEntries(
    readdirSync(at('.'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [path.join(parentPath, name), readFileSync(path.join(parentPath, name), 'utf8')]),
  );
const rules = (...argv: string[]) => world.run(['rules', ...argv]);
const pull = async () => expect((await rules('pull')).code).toBe(0);
const ARTICLE = 'articles/cards/lost-card.md';
const RULE = 'rules/say-hello.yaml';
const TAGS = 'tags/matter.yaml';
const liveRule = async () => (await v2.get(`/hc-rules/${ruleId}/public`)).body;
const drafts = async (kind: 'hc-rules' | 'hc-articles') =>
  (await v2.get(kind === 'hc-rules' ? '/hc-rules/public?isDraft=true' : '/hc-articles/public?type=draft')).body;

test('a round trip changes nothing, here or there', async () => {
  await pull();
  expect(read(ARTICLE)).toMatch(
    /^---\nid: .*\ntitle: Lost card\nfolder: Cards\n[\s\S]*\n---\n\nBlock it\.\n\n- in the app\n- by phone\n$/,
  );
  expect(read(RULE)).toContain('de: Hallo');
  expect(read(TAGS)).toContain('tagName: Card');
  expect(existsSync(at('prompts/help.yaml'))).toBe(true);
  const first = snapshot();
  expect((await rules('pull')).out).toContain('0 written, 0 removed, 0 kept, 4 as they were');
  expect((await rules('push', '--yes', '--publish', '--delete')).out).toContain('Nothing to push');
  expect(snapshot()).toEqual(first);
  expect(await rules('diff')).toMatchObject({ code: 0, out: '' });
  expect((await liveRule()).version).toBe(1);
  expect((await rules('validate')).code).toBe(0);
});

test('changed rules and articles become drafts, once, and live only when somebody says so', async () => {
  await pull();
  edit(RULE, 'Hallo', 'Guten Tag');
  edit(ARTICLE, 'by phone', 'by letter');
  const shown = await rules('diff');
  expect([shown.code, shown.out]).toEqual([1, expect.stringMatching(/- .*Hallo\n\+ .*Guten Tag/)]);
  const pushed = await rules('push', '--json');
  expect(pushed.json().map(({ file, did }: { file: string; did: string }) => [did, file])).toEqual([
    ['drafted', ARTICLE],
    ['drafted', RULE],
  ]);
  expect(JSON.stringify(await liveRule())).not.toContain('Guten Tag');
  expect((await v2.get('/reviews?status=pending')).body.reviews).toHaveLength(1);
  expect((await rules('push')).out).toContain('Nothing to push');
  expect((await rules('diff')).out).toContain('a draft of it waits to be published');
  edit(RULE, 'Guten Tag', 'Servus');
  await rules('push');
  expect([await drafts('hc-rules'), await drafts('hc-articles')].map(({ length }) => length)).toEqual([1, 1]);
  const unasked = await rules('push', '--publish');
  expect([unasked.code, unasked.err]).toEqual([2, expect.stringContaining(`publishes: ${RULE}`)]);
  expect((await rules('push', '--publish', '--yes')).code).toBe(0);
  expect(JSON.stringify(await liveRule())).toContain('Servus');
  expect((await rules('diff')).code).toBe(0);
  expect([await drafts('hc-rules'), await drafts('hc-articles')]).toEqual([[], []]);
});

test('what somebody else has changed is not overwritten, in neither direction', async () => {
  await pull();
  edit(RULE, 'Hallo', 'Guten Tag');
  edit(ARTICLE, 'by phone', 'by letter');
  const flowConfig = { steps: [{ id: 'a', kind: 'reply', text: 'Moin' }] };
  await v2.patch(`/hc-rules/${ruleId}/public`, { flowConfig });
  const refused = await rules('push', '--yes');
  expect([refused.code, refused.err]).toEqual([
    5,
    expect.stringContaining(`${RULE} (Say hello): changed here and on the server`),
  ]);
  expect(await drafts('hc-articles')).toEqual([]);
  const kept = await rules('pull');
  expect([kept.code, read(RULE)]).toEqual([5, expect.stringContaining('Guten Tag')]);
  expect((await rules('push')).code).toBe(5);
  expect((await rules('pull', '--force', '--only', 'rules')).code).toBe(0);
  expect(read(RULE)).toContain('Moin');
  expect((await rules('push')).out).toContain(`drafted   ${ARTICLE}`);
  const [draft] = await drafts('hc-articles');
  await v2.send('PUT', `/hc-articles/${draft.id}/public`, {
    body: JSON.stringify({ title: 'Lost card?' }),
    headers: { 'content-type': 'application/json' },
  });
  edit(ARTICLE, 'by letter', 'by fax');
  expect((await rules('push')).code).toBe(5);
});

test('what has no drafts is asked about; new files get their ids; deleted ones go only with --delete', async () => {
  await pull();
  edit(TAGS, 'Cards of all kinds', 'Debit cards');
  write(
    'rules/new.yaml',
    '# mine\nname: New\ndescription: Something new.\nflowConfig: { steps: [ { id: a, kind: reply, text: Yes } ] }\n',
  );
  const unasked = await rules('push');
  expect([unasked.code, unasked.err]).toEqual([2, expect.stringContaining(`changes: ${TAGS}`)]);
  expect((await rules('push', '--yes')).code).toBe(0);
  expect((await v2.get('/tag-groups/tags/public')).body).toContainEqual(
    expect.objectContaining({ tagDescription: 'Debit cards' }),
  );
  const [draft] = await drafts('hc-rules');
  expect(read('rules/new.yaml')).toMatch(new RegExp(`^id: ${draft.id}\n# mine\n`));
  const unplayed = await rules('push', '--publish', '--yes');
  expect([unplayed.code, unplayed.err]).toEqual([1, expect.stringContaining('/botIds is empty')]);
  write('rules/new.yaml', `${read('rules/new.yaml')}botIds: [ ${botId} ]\n`);
  expect((await rules('push', '--publish', '--yes')).out).toContain('published rules/new.yaml');
  expect((await v2.get(`/hc-rules/${draft.id}/public`)).body.isDraft).toBe(false);
  rmSync(at('rules/new.yaml'));
  expect((await rules('push', '--yes')).out).toContain('Nothing to push');
  expect((await rules('push', '--yes', '--delete')).out).toContain('deleted   rules/new.yaml');
  expect((await v2.get(`/hc-rules/${draft.id}/public`)).status).toBe(404);
  await v2.delete(`/hc-articles/${articleId}/public`);
  expect((await rules('pull')).out).toContain(`removed  ${ARTICLE}`);
  expect(existsSync(at(ARTICLE))).toBe(false);
});

test('a bad rule is named with file, line and path, and nothing is pushed', async () => {
  await pull();
  edit(ARTICLE, 'by phone', 'by letter');
  edit(RULE, 'kind: reply', 'kind: tag\n      tag: Unheard\n    - id: b\n      kind: reply');
  expect((await rules('validate', '--offline')).code).toBe(0);
  const seen = await rules('validate');
  expect([seen.code, seen.out]).toEqual([
    1,
    expect.stringMatching(/^rules\/say-hello\.yaml:\d+ \/flowConfig\/steps\/0\/tag /),
  ]);
  const refused = await rules('push', '--yes');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('/flowConfig/steps/0/tag')]);
  expect([await drafts('hc-rules'), await drafts('hc-articles')]).toEqual([[], []]);
});

test('what only the server can refuse is named with its file too', async () => {
  await pull();
  edit(ARTICLE, '- lost', '[]');
  edit(ARTICLE, 'keywords:\n  []', 'keywords: []');
  const refused = await rules('push', '--yes');
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringMatching(/articles\/cards\/lost-card\.md:\d+ \/keywords must not have fewer/),
  ]);
});

test('an article moves with its folder; a folder that is not there is said; another workspace is refused', async () => {
  await v2.post('/hc-folders/public', { title: 'Money', description: '', parentFolderId: '' });
  await pull();
  edit(ARTICLE, 'folder: Cards', 'folder: Nowhere');
  const nowhere = await rules('push', '--yes');
  expect([nowhere.code, nowhere.err]).toEqual([
    1,
    expect.stringContaining(`${ARTICLE}:4 /folder there is no folder “Nowhere”`),
  ]);
  edit(ARTICLE, 'folder: Nowhere', 'folder: Money');
  expect((await rules('push', '--yes')).out.trim()).toBe(`moved     ${ARTICLE}`);
  expect((await rules('diff')).code).toBe(0);
  expect(await drafts('hc-articles')).toEqual([]);
  const { apiKey } = await kontor.createWorkspace();
  const other = await world.run(['rules', 'push', '--yes'], { env: { KONTOR_API_KEY: apiKey } });
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('belongs to another workspace')]);
});

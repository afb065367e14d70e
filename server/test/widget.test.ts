/** The chat in companies' pages, over HTTP as its frame uses it; a browser shows it in browser/widget.test.ts. */
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rotateTokenSecret } from '../src/modules/integrations/customer/customer-token.ts';
import type { ApiClient } from './harness/api-client.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';
import { untilTrained } from './harness/until-worked.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
let anybody: ApiClient;
let botId: string;
let widgetId: string;
let secret: string;
beforeAll(async () => {
  kontor = await startTestKontor();
  workspace = await kontor.createWorkspace();
  anybody = kontor.anonymous;
  const { v2 } = workspace;
  botId = (await v2.post('/agents', { name: 'Help' })).body.id;
  const folder = await v2.post('/hc-folders/public', { title: 'Cards', description: '', parentFolderId: '' });
  const junctions = [{ folderId: folder.body.id, botId, action: 'ADD' }];
  await v2.post('/hc-bot-folder-junctions/public', { junctions });
  await v2.post('/hc-articles/public', {
    title: 'Block a card',
    mainKnowledge: 'Block your card in the app under Cards.',
    agentInstruction: '',
    questions: ['I lost my card', 'How do I block my card?'],
    keywords: ['card'],
    escalation: false,
    parentFolderId: folder.body.id,
    isDraft: false,
  });
  await untilTrained(kontor, workspace);
  const created = await v2.post('/widgets', { botId, name: 'Help', allowedOrigins: ['https://www.example.com'] });
  widgetId = created.body.id;
  secret = (await workspace.run(rotateTokenSecret)).secret;
});
afterAll(() => kontor.stop());

const at = (path = '') => `/widget/${widgetId}${path}`;
const tokenOf = (sub: string) =>
  new SignJWT({ sub })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));

/** What a message is answered with: the events of the stream, by their names. */
async function say(content: string, session: string | null = null, customerToken: string | null = null) {
  const answer = await anybody.post(at('/messages'), { content, session, customerToken });
  const events = [...answer.text.matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, name = '', data = '']) => ({
    name,
    data: JSON.parse(data),
  }));
  const of = (wanted: string) => events.find(({ name }) => name === wanted)?.data;
  return { status: answer.status, body: answer.body, message: of('message'), reply: of('reply'), text: answer.text };
}
const read = (session: string, customerToken: string | null = null) =>
  anybody.post(at('/conversation'), { session, customerToken });

describe('A visitor', () => {
  test('talks, goes on, and reads what was said, without tags and judgements', async () => {
    const first = await say('I lost my card');
    expect(first.status, first.text).toBe(200);
    expect(first.reply).toMatchObject({ from: 'bot', message: expect.stringContaining('under Cards') });
    expect(first.reply.sources).toEqual([{ title: 'Block a card', url: null }]);
    expect(Object.keys(first.reply).toSorted()).toEqual(
      ['at', 'author', 'choices', 'from', 'id', 'message', 'session', 'sources'].toSorted(),
    );
    const second = await say('I want to talk to a person', first.message.session);
    const { status, body } = await read(second.reply.session);
    expect(status).toBe(200);
    expect(body.messages.map(({ from }: { from: string }) => from)).toEqual(['visitor', 'bot', 'visitor', 'bot']);
    expect(body.withPerson).toBe(true);
  });

  test('sends a message again whose answer was lost: it is stored once, and answered as the first time', async () => {
    const body = { content: 'I lost my card', session: null, customerToken: null, messageKey: crypto.randomUUID() };
    const first = await anybody.post(at('/messages'), body);
    const [, session = ''] = /"session":"([^"]+)"/.exec(first.text) ?? [];
    // The answer is kept once it has come about, which may be a moment after its last word was sent.
    await expect.poll(async () => (await anybody.post(at('/messages'), body)).status).toBe(200);
    const again = await anybody.post(at('/messages'), body);
    const ids = (text: string) => new Set([...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id));
    expect(ids(again.text)).toEqual(ids(first.text));
    expect(again.text).toMatch(/^event: message\n[\s\S]*event: done\n/);
    expect((await read(session)).body.messages).toHaveLength(2);
    const other = await anybody.post(at('/messages'), { ...body, content: 'Something else' });
    expect([other.status, other.body.type]).toEqual([422, 'idempotency_key_reused']);
  });

  test('hears what a person wrote', async () => {
    const { message } = await say('I lost my card');
    const { body: list } = await workspace.v2.get('/hc-interactions/public?limit=1');
    const interactionId = list.interactions[0].id;
    await workspace.v2.post('/hc-interactions/events/public', { interactionId, content: 'Mia here.', role: 'agent' });
    const { body } = await read(message.session);
    expect(body.messages.at(-1)).toMatchObject({ from: 'person', message: 'Mia here.' });
  });

  test.each([
    ['made up', () => 'v1.none.AAAA'],
    ['of another widget', () => otherSession()],
  ])('with a session that is %s begins nothing', async (_, session) => {
    const { status, body } = await say('Hello', await session());
    expect([status, body.type]).toEqual([401, 'widget_session_ended']);
    expect((await read(await session())).status).toBe(401);
  });

  async function otherSession() {
    const other = await workspace.v2.post('/widgets', { botId, name: 'Other' });
    const answer = await anybody.post(`/widget/${other.body.id}/messages`, {
      content: 'Hi',
      session: null,
      customerToken: null,
    });
    return /"session":"([^"]+)"/.exec(answer.text)?.[1] ?? '';
  }

  test('is told what is wrong with a message', async () => {
    const { status, body } = await anybody.post(at('/messages'), { content: '', session: null, customerToken: null });
    expect([status, body.errors[0].path]).toEqual([400, '/content']);
  });
});

describe('A customer', () => {
  test('is who a token proves, and their conversation is nobody else’s', async () => {
    const mine = await tokenOf('customer-1');
    const { message, status, text } = await say('I lost my card', null, mine);
    expect(status, text).toBe(200);
    expect((await read(message.session, mine)).body.messages).toHaveLength(2);
    for (const other of [null, await tokenOf('customer-2')]) {
      expect((await read(message.session, other)).status).toBeGreaterThanOrEqual(400);
      expect((await say('And my balance?', message.session, other)).status).toBeGreaterThanOrEqual(400);
    }
    const forged = await say('Hi', null, `${mine.slice(0, -4)}AAAA`);
    expect([forged.status, forged.body.type]).toEqual([400, 'customer_token_invalid']);
  });
});

describe('The page in the frame', () => {
  test('is for the pages that the widget names, and loads nothing from elsewhere', async () => {
    const { status, headers, text } = await anybody.get(at('?language=de'));
    expect(status).toBe(200);
    expect(text).toContain('lang="de"');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors https://www.example.com');
    expect(policy).not.toContain('unsafe');
  });

  test('is for nobody without an origin, and not there when it is switched off or gone', async () => {
    const { v2 } = workspace;
    const { body: closed } = await v2.post('/widgets', { botId, name: 'Closed', title: { en: '<b>', de: '<b>' } });
    const page = await anybody.get(`/widget/${closed.id}`);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.text).not.toContain('<b>');
    const change = (active: boolean) => v2.patch(`/widgets/${closed.id}`, { active });
    expect((await change(false)).body.active).toBe(false);
    expect((await anybody.get(`/widget/${closed.id}`)).status).toBe(404);
    await change(true);
    expect((await anybody.get(`/widget/${closed.id}`)).status).toBe(200);
    expect((await v2.delete(`/widgets/${closed.id}`)).status).toBe(204);
    expect((await anybody.get(`/widget/${closed.id}`)).status).toBe(404);
    expect((await anybody.get('/widget/nothing')).status).toBe(404);
  });

  test.each(['https://www.example.com/path', 'www.example.com', '*', "https://a.example.com; script-src 'self'"])(
    'takes no %s for an origin',
    async (origin) => {
      const { status, body } = await workspace.v2.post('/widgets', { botId, name: 'X', allowedOrigins: [origin] });
      expect([status, body.errors[0].path]).toEqual([400, '/allowedOrigins/0']);
    },
  );
});

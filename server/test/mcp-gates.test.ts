/** What agents can not do: beyond their scopes and their workspace, unconfirmed, or from a page of somebody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey, revokeApiKey } from '#modules/identity/index.ts';
import { ARTICLE, callOperation, callTool, listTools, postMcp } from './harness/mcp-scene.ts';
import { type SeededOperators, seedOperators } from './harness/operator-seed.ts';
import { fetchToken, startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let now = () => new Date();
let kontor: TestKontor;
let a: TestWorkspace;
let b: TestWorkspace;

beforeAll(async () => {
  kontor = await startTestKontor({ linksToItself: true, worker: false, now: () => now() });
  [a, b] = await Promise.all([kontor.createWorkspace(), kontor.createWorkspace()]);
});
afterAll(() => kontor.stop());

const keyWith = (workspace: TestWorkspace, scopes: ('read' | 'write')[]) =>
  workspace.run((ctx) => createApiKey(ctx, { name: 'Narrow', scopes }));

describe('scopes and tenants', () => {
  test('a key that may only read is shown nothing that writes, and can not call it', async () => {
    const { apiKey } = await keyWith(a, ['read']);
    const tools = await listTools(kontor, apiKey, '?toolsets=all');
    const writing = tools.filter(({ name, annotations }) => !annotations?.readOnlyHint && name !== 'call_operation');
    expect(writing.map(({ name }) => name)).toEqual([]);
    expect(await callOperation(kontor, apiKey, 'createFolder', { body: {} })).toMatchObject({
      error: { code: 'operation_not_found' },
    });
    await expect(callTool(kontor, apiKey, 'create_folder', {})).rejects.toThrow('no tool create_folder');
    await expect(callTool(kontor, apiKey, 'find_user', {})).rejects.toThrow('no tool find_user');
  });

  test('what belongs to another workspace is not there', async () => {
    const { body: bot } = await b.v2.post('/agents', { name: 'Hidden' });
    const theirs = await callOperation(kontor, a.apiKey, 'getAgent', { botId: bot.id });
    const nobodys = await callOperation(kontor, a.apiKey, 'getAgent', { botId: a.workspaceId });
    expect(theirs.error?.code).toBe('bot_not_found');
    expect(theirs.error?.message.replaceAll(bot.id, '')).toBe(nobodys.error?.message.replaceAll(a.workspaceId, ''));
    expect(
      await callOperation(kontor, a.apiKey, 'updateAgent', { botId: bot.id, body: { name: 'Mine' } }),
    ).toMatchObject({ status: 404 });
  });

  test('without a credential, with one that was revoked and with one of the console there is nothing but how to get one', async () => {
    const revoked = await keyWith(a, ['read']);
    await a.run((ctx) => revokeApiKey(ctx, revoked.apiKeyId));
    const message = { jsonrpc: '2.0', id: 1, method: 'initialize', params: {} };
    const metadata = `resource_metadata="${kontor.url}/.well-known/oauth-protected-resource/mcp"`;
    const none = await postMcp(kontor, message, {});
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, `Bearer ${metadata}`]);
    const old = await postMcp(kontor, message, { authorization: `Bearer ${revoked.apiKey}` });
    expect([old.status, old.headers.get('www-authenticate')]).toEqual([
      401,
      `Bearer error="invalid_token", ${metadata}`,
    ]);
    const { body } = await kontor.anonymous.get('/.well-known/oauth-protected-resource/mcp');
    expect(body).toMatchObject({ resource: `${kontor.url}/mcp`, authorization_servers: [kontor.url] });
    const { operatorToken }: SeededOperators = await seedOperators(kontor, a, 'agents');
    const person = await postMcp(kontor, message, { authorization: `Bearer ${operatorToken}` });
    expect([person.status, person.body.message]).toEqual([401, expect.stringContaining('console')]);
    const asked = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: a.clientId,
      client_secret: a.clientSecret,
      resource: 'https://other.example/mcp',
    });
    const refused = await kontor.anonymous.send('POST', '/api/auth', { body: asked });
    expect([refused.status, refused.body.error]).toEqual([400, 'invalid_target']);
  });
});

describe('confirmations', () => {
  const makeFolder = async (workspace = a) =>
    (await workspace.v2.post('/hc-folders/public', { title: 'Cards', description: '', parentFolderId: '' })).body
      .id as string;
  const folderIds = async (workspace = a) => JSON.stringify((await workspace.v2.get('/hc-folders/public')).body);

  test('what erases happens at the second call, once, and for exactly what was asked', async () => {
    const [folderId, other] = [await makeFolder(), await makeFolder()];
    const erase = (id: string, more = {}, credential = a.apiKey) =>
      callOperation(kontor, credential, 'deleteFolder', { folderId: id }, more);
    const { confirmation } = await erase(folderId);
    expect(confirmation).toMatchObject({ operation: 'deleteFolder', effect: 'erases', arguments: { folderId } });
    const confirmationToken = confirmation?.token ?? '';
    const { apiKey: otherKey } = await keyWith(a, ['read', 'write']);
    const misused = [
      await erase(other, { confirmationToken }),
      await erase(folderId, { confirmationToken }, otherKey),
      await erase(folderId, { confirmationToken }, b.apiKey),
      await callOperation(
        kontor,
        a.apiKey,
        'updateFolder',
        { folderId, body: { title: 'New' } },
        { confirmationToken },
      ),
    ];
    expect(misused.map(({ error }) => error?.code)).toEqual(misused.map(() => 'confirmation_invalid'));
    expect(await folderIds()).toContain(folderId);
    const twice = await Promise.all([erase(folderId, { confirmationToken }), erase(folderId, { confirmationToken })]);
    expect(twice.filter(({ isError }) => isError).map(({ error }) => error?.code)).toEqual(['confirmation_invalid']);
    const left = await folderIds();
    expect([left.includes(folderId), left.includes(other)]).toEqual([false, true]);
  });

  test('a token ends after five minutes', async () => {
    const folderId = await makeFolder();
    const { confirmation } = await callTool(kontor, a.apiKey, 'delete_folder', { folderId });
    const present = now;
    now = () => new Date(present().getTime() + 5 * 60_000 + 1);
    const late = await callTool(kontor, a.apiKey, 'delete_folder', {
      folderId,
      confirmationToken: confirmation?.token,
    }).finally(() => {
      now = present;
    });
    expect(late.error?.code).toBe('confirmation_invalid');
    expect(await folderIds()).toContain(folderId);
  });

  test('going live asks, a draft does not; what stands there now is shown', async () => {
    const parentFolderId = await makeFolder();
    const body = {
      ...ARTICLE,
      title: 'Fees',
      mainKnowledge: 'A card costs 10 EUR.',
      questions: ['What does a card cost?'],
      parentFolderId,
    };
    const live = await callTool(kontor, a.apiKey, 'write_article', { body });
    expect(live.confirmation).toMatchObject({ effect: 'goes-live' });
    const draft = await callTool(kontor, a.apiKey, 'write_article', { body: { ...body, isDraft: true } });
    expect(draft).toMatchObject({ status: 201, data: { isDraft: true } });
    const { data } = await callTool(kontor, a.apiKey, 'list_reviews', { status: 'pending' });
    const reviewId = data.reviews[0].id as string;
    const approval = { reviewId, body: { version: draft.data.version } };
    const { confirmation } = await callTool(kontor, a.apiKey, 'approve_review', approval);
    expect(confirmation?.now).toMatchObject({ id: reviewId });
    const approved = await callTool(kontor, a.apiKey, 'approve_review', {
      ...approval,
      confirmationToken: confirmation?.token,
    });
    expect(approved).toMatchObject({ status: 200, data: { status: 'approved' } });
    const { data: found } = await callTool(kontor, a.apiKey, 'search_knowledge', { words: 'card cost' });
    expect(found.articles).toMatchObject([{ title: 'Fees', active: true }]);
  });

  test('arguments that REST would refuse get no token, but the place of the mistake', async () => {
    const wrong = await callTool(kontor, a.apiKey, 'write_article', { body: { title: 7 } });
    expect(wrong.error?.errors?.map(({ path }) => path)).toContain('/body/title');
    const missing = await callOperation(kontor, a.apiKey, 'deleteFolder', {});
    expect(missing.error?.errors).toEqual([{ path: '/arguments/folderId', message: 'is required' }]);
    for (const botId of ['', '.', '..']) {
      // Of dots, the path would be that of another operation.
      const astray = await callOperation(kontor, a.apiKey, 'getAgent', { botId });
      expect(astray.error?.errors?.map(({ path }) => path)).toContain('/arguments/botId');
    }
    const token = await fetchToken(kontor.url, a);
    const composed = await callTool(kontor, token, 'analyse_user', { userId: a.workspaceId, correlationId: '..' });
    expect(composed).toMatchObject({ status: 400, error: { errors: [{ path: '/correlationId' }] } });
    const unknown = await callOperation(kontor, a.apiKey, 'listArticles', { words: 'x' });
    expect(unknown.error?.errors?.map(({ path }) => path)).toEqual(['/arguments/words']);
    const late = await callTool(kontor, a.apiKey, 'list_reviews', { limit: 0 });
    expect(late.error?.errors?.map(({ path }) => path)).toEqual(['/limit']);
  });
});

describe('the endpoint', () => {
  const ping = { jsonrpc: '2.0', id: 7, method: 'ping' };
  const opened = () => ({ authorization: `Bearer ${a.apiKey}` });

  test('is closed to pages of others, and under names of others', async () => {
    const page = await postMcp(kontor, ping, { ...opened(), origin: 'https://evil.example' });
    expect([page.status, page.body.type]).toEqual([403, 'origin_refused']);
    expect((await postMcp(kontor, ping, { ...opened(), origin: kontor.url })).status).toBe(200);
  });

  test('counts what is sent to it, and what comes of that', async () => {
    const limited = await startTestKontor({ worker: false, rateLimits: { api: 4, v2: 1 } });
    const { apiKey } = await limited.createWorkspace();
    expect(await callTool(limited, apiKey, 'list_bots')).toMatchObject({ status: 200 });
    expect(await callTool(limited, apiKey, 'list_bots')).toMatchObject({
      status: 429,
      error: { code: 'rate_limited' },
    });
    const statuses = [];
    for (let call = 0; call < 3; call += 1) {
      statuses.push((await postMcp(limited, ping, { authorization: `Bearer ${apiKey}` })).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    await limited.stop();
  });

  test('takes one message at a time, and knows its methods', async () => {
    expect(await postMcp(kontor, ping, opened())).toMatchObject({ status: 200, body: { id: 7, result: {} } });
    expect((await postMcp(kontor, { jsonrpc: '2.0', method: 'notifications/initialized' }, opened())).status).toBe(202);
    expect((await postMcp(kontor, [ping], opened())).status).toBe(400);
    const unknown = await postMcp(kontor, { ...ping, method: 'prompts/list' }, opened());
    expect([unknown.status, unknown.body.error.code]).toEqual([200, -32601]);
    const get = await fetch(`${kontor.url}/mcp`, { headers: opened() });
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    const huge = await postMcp(kontor, { ...ping, params: { text: 'x'.repeat(2.2 * 1024 * 1024) } }, opened());
    expect(huge.status).toBe(413);
  });

  test('believes no header that says something else than the message', async () => {
    const meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_bots', _meta: meta } };
    const headers = {
      ...opened(),
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': 'list_bots',
    };
    const good = await postMcp(kontor, call, headers);
    expect(good.body.result).toMatchObject({ resultType: 'complete', structuredContent: { data: expect.any(Array) } });
    const other = await postMcp(kontor, call, { ...headers, 'mcp-name': 'get_overview' });
    expect([other.status, other.body.error.code]).toEqual([400, -32020]);
    const future = await postMcp(kontor, call, { ...headers, 'mcp-protocol-version': '2027-01-01' });
    expect([future.status, future.body.error.code]).toEqual([400, -32020]);
    const stated = {
      ...call,
      params: { ...call.params, _meta: { ...meta, 'io.modelcontextprotocol/protocolVersion': '2027-01-01' } },
    };
    const unspoken = await postMcp(kontor, stated, { ...headers, 'mcp-protocol-version': '2027-01-01' });
    expect([unspoken.status, unspoken.body.error.code]).toEqual([400, -32022]);
    expect(unspoken.body.error.data.supported).toContain('2026-07-28');
    const unknown = await postMcp(
      kontor,
      { ...call, method: 'logging/setLevel' },
      { ...headers, 'mcp-method': 'logging/setLevel' },
    );
    expect([unknown.status, unknown.body.error.code]).toEqual([404, -32601]);
  });
});

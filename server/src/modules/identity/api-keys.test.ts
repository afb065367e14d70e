import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { route } from '#platform/http/route.ts';
import { createApiClient } from '../../../test/harness/api-client.ts';
import { adminQuery } from '../../../test/harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { startTestServer } from '../../../test/harness/test-server.ts';
import { createApiKey, listApiKeys, revealApiKey, revokeApiKey } from './index.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
let nowMs = Date.now();
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false, now: () => new Date(nowMs) });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

const create = (input: Partial<Parameters<typeof createApiKey>[1]> = {}) =>
  workspace.run((ctx) => createApiKey(ctx, { name: 'Agent', scopes: ['read'], ...input }));
const rowOf = async (apiKeyId: string) =>
  (await adminQuery(kontor.adminUrl, 'select * from api_keys where api_key_id = $1', [apiKeyId])).rows[0];
const use = (apiKey: string) => kontor.anonymous.get('/v2/workspace', { authorization: `Bearer ${apiKey}` });

describe('a key', () => {
  test('is stored as its hash and a sealed copy, never as it is', async () => {
    const { apiKeyId, apiKey } = await create();
    expect(apiKey).toMatch(/^kontor_[\w-]{43}$/);
    const row = await rowOf(apiKeyId);
    expect(apiKey.startsWith(row.prefix)).toBe(true);
    expect(row.prefix).toHaveLength('kontor_'.length + 6);
    expect(JSON.stringify(row)).not.toContain(apiKey.slice(row.prefix.length));
    const [listed] = await workspace.run(listApiKeys);
    expect(Object.keys(listed ?? {}).sort()).toEqual([
      'apiKeyId',
      'createdAt',
      'expiresAt',
      'lastUsedAt',
      'name',
      'prefix',
      'revokedAt',
      'scopes',
    ]);
  });

  test('is shown again by a reveal, which is audited', async () => {
    const { apiKeyId, apiKey } = await create();
    expect(await workspace.run((ctx) => revealApiKey(ctx, apiKeyId))).toBe(apiKey);
    const { body } = await workspace.v2.get('/audit-log?limit=1');
    expect(body.entries).toMatchObject([{ action: 'api_key.revealed', targetId: apiKeyId, actorKind: 'system' }]);
  });

  test('can not be read under another row: the sealed copy is bound to its id', async () => {
    const [one, other] = [await create(), await create()];
    await adminQuery(kontor.adminUrl, 'update api_keys set sealed_key = $1 where api_key_id = $2', [
      (await rowOf(one.apiKeyId)).sealed_key,
      other.apiKeyId,
    ]);
    await expect(workspace.run((ctx) => revealApiKey(ctx, other.apiKeyId))).rejects.toThrow(
      /decrypt|sealed|altered|authentic/i,
    );
  });

  test('is refused at once when it was revoked', async () => {
    const { apiKeyId, apiKey } = await create();
    expect((await use(apiKey)).status).toBe(200);
    await workspace.run((ctx) => revokeApiKey(ctx, apiKeyId));
    const answer = await use(apiKey);
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthorized', message: 'This key was revoked.' } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test('keeps the moment of its first revocation', async () => {
    const { apiKeyId } = await create();
    await workspace.run((ctx) => revokeApiKey(ctx, apiKeyId));
    const { revoked_at: first } = await rowOf(apiKeyId);
    nowMs += 60_000;
    await workspace.run((ctx) => revokeApiKey(ctx, apiKeyId));
    expect((await rowOf(apiKeyId)).revoked_at).toEqual(first);
  });

  test('is refused from its expiry on', async () => {
    const { apiKey } = await create({ expiresAt: new Date(nowMs + 60_000) });
    nowMs += 59_999;
    expect((await use(apiKey)).status).toBe(200);
    nowMs += 1;
    expect(await use(apiKey)).toMatchObject({ status: 401, body: { message: 'This key has expired.' } });
  });

  test('notes its last use', async () => {
    const { apiKeyId, apiKey } = await create();
    expect((await rowOf(apiKeyId)).last_used_at).toBeNull();
    await use(apiKey);
    await expect.poll(async () => (await rowOf(apiKeyId)).last_used_at).toEqual(new Date(nowMs));
  });

  test('needs at least one scope, and only those that exist', async () => {
    for (const scopes of [[], ['read', 'admin']]) {
      await expect(create({ scopes: scopes as 'read'[] })).rejects.toThrow(
        '/scopes: must name at least one of read, write, contract',
      );
    }
  });

  test.each(['kontor_unknown', 'x', 'eyJhbGciOiJub25lIn0.e30.'])('that nobody made, %s, is refused', async (apiKey) => {
    const answer = await use(apiKey);
    expect(answer.body).toEqual({
      statusCode: 401,
      message: expect.stringContaining('not a key'),
      error: 'Unauthorized',
      code: 'unauthorized',
      requestId: answer.headers.get('x-request-id'),
    });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test('opens nothing of /api, and a token nothing of /v2', async () => {
    expect(
      await createApiClient(kontor.url, { authorization: `Bearer ${workspace.apiKey}` }).get('/api/users'),
    ).toMatchObject({
      status: 401,
      body: { type: 'unauthorized' },
    });
  });

  test('of a workspace is unknown to another', async () => {
    const { apiKeyId } = await create();
    const other = await kontor.createWorkspace();
    const nowhere = `There is no API key ${apiKeyId} in this workspace.`;
    await expect(other.run((ctx) => revealApiKey(ctx, apiKeyId))).rejects.toThrow(nowhere);
    await expect(other.run((ctx) => revokeApiKey(ctx, apiKeyId))).rejects.toThrow(nowhere);
    expect((await rowOf(apiKeyId)).revoked_at).toBeNull();
  });
});

test('a key that may only read writes nothing', async () => {
  let writes = 0;
  const write = route({
    method: 'POST',
    path: '/v2/notes',
    operationId: 'createNote',
    summary: 'Create a note',
    description: 'Of this test.',
    tag: 'Test',
    scope: 'write',
    outputs: { 204: { description: 'Done.' } },
    async handle() {
      writes += 1;
      return { status: 204 };
    },
  });
  const server = await startTestServer(kontor, [write]);
  const by = async (scopes: ('read' | 'write')[]) => {
    const { apiKey } = await create({ scopes });
    return createApiClient(server.url, { authorization: `Bearer ${apiKey}` }).post('/v2/notes');
  };
  const refused = await by(['read']);
  expect(refused).toMatchObject({ status: 403, body: { statusCode: 403, error: 'Forbidden', code: 'forbidden' } });
  expect(refused.body.message).toContain('`write`');
  expect(writes).toBe(0);
  expect((await by(['read', 'write'])).status).toBe(204);
  expect(writes).toBe(1);
  await server.stop();
});

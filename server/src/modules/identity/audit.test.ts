import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { startTestKontor, type TestKontor } from '../../../test/harness/test-kontor.ts';
import * as identity from './index.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

/** Every exported operation that changes or reveals something, with the entry that it must leave. */
const CHANGES: Record<string, { action: string; run(ctx: Context): Promise<{ target: string; secret?: string }> }> = {
  createWorkspace: {
    action: 'workspace.created',
    // The harness made it by this operation; see the test below.
    run: async (ctx) => ({ target: ctx.workspaceId }),
  },
  createClient: {
    action: 'client.created',
    async run(ctx) {
      const { clientId, clientSecret } = await identity.createClient(ctx, { name: 'Backend', scopes: ['users'] });
      return { target: clientId, secret: clientSecret };
    },
  },
  revokeClient: {
    action: 'client.revoked',
    async run(ctx) {
      const { clientId, clientSecret } = await identity.createClient(ctx, { name: 'Backend', scopes: ['users'] });
      await identity.revokeClient(ctx, clientId);
      return { target: clientId, secret: clientSecret };
    },
  },
  createApiKey: {
    action: 'api_key.created',
    async run(ctx) {
      const { apiKeyId, apiKey } = await identity.createApiKey(ctx, { name: 'Agent', scopes: ['read'] });
      return { target: apiKeyId, secret: apiKey };
    },
  },
  revealApiKey: {
    action: 'api_key.revealed',
    async run(ctx) {
      const { apiKeyId } = await identity.createApiKey(ctx, { name: 'Agent', scopes: ['read'] });
      return { target: apiKeyId, secret: await identity.revealApiKey(ctx, apiKeyId) };
    },
  },
  revokeApiKey: {
    action: 'api_key.revoked',
    async run(ctx) {
      const { apiKeyId, apiKey } = await identity.createApiKey(ctx, { name: 'Agent', scopes: ['read'] });
      await identity.revokeApiKey(ctx, apiKeyId);
      return { target: apiKeyId, secret: apiKey };
    },
  },
  rotateApiKey: {
    action: 'api_key.rotated',
    async run(ctx) {
      const { apiKeyId } = await identity.createApiKey(ctx, { name: 'Agent', scopes: ['read'] });
      const { apiKey } = await identity.rotateApiKey(ctx, apiKeyId, ctx.now());
      return { target: apiKeyId, secret: apiKey };
    },
  },
  createOperator: {
    action: 'operator.created',
    async run(ctx) {
      const password = 'correct horse battery';
      const email = `${ctx.workspaceId}@example.com`;
      const { operatorId } = await identity.createOperator(ctx, { email, password, role: 'owner' });
      return { target: operatorId, secret: password };
    },
  },
  inviteOperator: {
    action: 'operator.invited',
    async run(ctx) {
      const email = `invited.${ctx.workspaceId}@example.com`;
      const { invitationId, url } = await identity.inviteOperator(ctx, { email, role: 'editor' });
      return { target: invitationId, secret: url.split('#')[1] };
    },
  },
  resetSecondFactor: {
    action: 'second_factor.removed',
    async run(ctx) {
      const email = `phone.${ctx.workspaceId}@example.com`;
      const { operatorId } = await identity.createOperator(ctx, { email, password: 'a long one', role: 'editor' });
      await identity.resetSecondFactor(ctx, operatorId);
      return { target: operatorId };
    },
  },
  setOutboundAllowList: {
    action: 'workspace.allow_list_changed',
    async run(ctx) {
      await identity.setOutboundAllowList(ctx, ['10.0.0.0/8']);
      return { target: ctx.workspaceId };
    },
  },
};
/** What else than the first word of the action it is done to. */
const TARGETS: Record<string, string> = { 'operator.invited': 'invitation', 'second_factor.removed': 'operator' };
const HARMLESS = [
  'audit',
  'authenticate',
  'getOutboundAllowList',
  'listApiKeys',
  'nameActors',
  'nameOfOperator',
  'readSessionScopes',
  'selectWorkspace',
  'withSession',
];

test('every exported operation is known here', () => {
  const operations = Object.entries(identity).filter(([, value]) => typeof value === 'function');
  expect(operations.map(([name]) => name).sort()).toEqual([...Object.keys(CHANGES), ...HARMLESS].sort());
});

describe('an entry is written by', () => {
  test.each(Object.entries(CHANGES))('%s', async (_, { action, run }) => {
    const workspace = await kontor.createWorkspace();
    const { target, secret } = await workspace.run(run);
    const { body, text } = await workspace.v2.get('/audit-log');
    expect(
      body.entries.filter(
        (entry: { action: string; targetId: string }) => entry.action === action && entry.targetId === target,
      ),
    ).toEqual([
      {
        id: expect.any(String),
        actorKind: 'system',
        actorId: 'kontor',
        action,
        targetKind: TARGETS[action] ?? action.split('.')[0],
        targetId: target,
        details: expect.any(Object),
        requestId: null,
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
    if (secret) expect(text).not.toContain(secret);
  });

  test('no change that was undone', async () => {
    const workspace = await kontor.createWorkspace();
    const before = (await workspace.v2.get('/audit-log')).body.entries;
    const undone = workspace.run(async (ctx) => {
      await identity.createClient(ctx, { name: 'Backend', scopes: ['users'] });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect((await workspace.v2.get('/audit-log')).body.entries).toEqual(before);
  });
});

test('GET /v2/audit-log pages from the newest to the oldest, each entry once', async () => {
  const workspace = await kontor.createWorkspace();
  for (let n = 0; n < 4; n += 1) {
    await workspace.run((ctx) => identity.createClient(ctx, { name: `Backend ${n}`, scopes: [] }));
  }
  const all = (await workspace.v2.get('/audit-log')).body;
  expect(all.entries).toHaveLength(7);
  expect(all.nextCursor).toBeNull();
  expect(all.entries[0].details.name).toBe('Backend 3');
  const paged: unknown[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 10 && (page === 0 || cursor); page += 1) {
    const { body } = await workspace.v2.get(`/audit-log?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
    expect(body.entries.length).toBeLessThanOrEqual(3);
    paged.push(...body.entries);
    cursor = body.nextCursor;
  }
  expect(paged).toEqual(all.entries);
});

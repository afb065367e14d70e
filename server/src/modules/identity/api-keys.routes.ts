import { invalidField } from '#platform/http/errors.ts';
import { route } from '#platform/http/route.ts';
import { ApiKey, ApiKeyList, ApiKeyParams, ApiKeySecret, CreateApiKey } from './api-keys.schemas.ts';
import { createApiKey, listApiKeys, revealApiKey, revokeApiKey } from './api-keys.ts';
import { apiKeyNotFound } from './identity.errors.ts';

const tag = 'API keys';
const scope = 'console:keys';
const secret = { description: 'The key.', schema: ApiKeySecret, headers: { 'Cache-Control': 'Always `no-store`.' } };
const headers = { 'cache-control': 'no-store' };

type ListedKey = Awaited<ReturnType<typeof listApiKeys>>[number];

const present = ({ apiKeyId, createdAt, expiresAt, lastUsedAt, revokedAt, ...key }: ListedKey) => ({
  id: apiKeyId,
  ...key,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});

export const apiKeysRoutes = [
  route({
    method: 'GET',
    path: '/v2/api-keys',
    operationId: 'listApiKeys',
    summary: 'List the API keys',
    description: 'The keys of the agent API and of the endpoint contract, without their secrets.',
    tag,
    scope,
    outputs: { 200: { description: 'The keys.', schema: ApiKeyList } },
    handle: async (ctx) => ({ status: 200, body: { apiKeys: (await listApiKeys(ctx)).map(present) } }),
  }),
  route({
    method: 'POST',
    path: '/v2/api-keys',
    operationId: 'createApiKey',
    summary: 'Create an API key',
    description: 'The secret is in the answer. Owners can look at it again later, which is audited.',
    tag,
    scope,
    body: CreateApiKey,
    outputs: { 201: secret },
    example: { body: { name: 'Website', scopes: ['read', 'write'], expiresAt: null } },
    async handle(ctx, { body }) {
      const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
      if (expiresAt && expiresAt <= ctx.now()) throw invalidField('/expiresAt', 'must be in the future');
      const made = await createApiKey(ctx, { name: body.name, scopes: body.scopes, expiresAt });
      return { status: 201, body: { id: made.apiKeyId, apiKey: made.apiKey }, headers };
    },
  }),
  route({
    method: 'POST',
    path: '/v2/api-keys/{api-key-id}/reveal',
    operationId: 'revealApiKey',
    summary: 'Show the secret of an API key',
    description: 'That somebody looked stands in the audit log.',
    tag,
    scope,
    params: ApiKeyParams,
    outputs: { 200: secret },
    errors: [apiKeyNotFound],
    // The stored answer would be another place where the secret is.
    idempotent: false,
    async handle(ctx, { params }) {
      const apiKey = await revealApiKey(ctx, params.apiKeyId);
      return { status: 200, body: { id: params.apiKeyId, apiKey }, headers };
    },
  }),
  route({
    method: 'POST',
    path: '/v2/api-keys/{api-key-id}/revoke',
    operationId: 'revokeApiKey',
    summary: 'Revoke an API key',
    description: 'Refused from the next request on, for good. Revoking it again changes nothing.',
    tag,
    scope,
    params: ApiKeyParams,
    outputs: { 200: { description: 'The revoked key.', schema: ApiKey } },
    errors: [apiKeyNotFound],
    async handle(ctx, { params }) {
      await revokeApiKey(ctx, params.apiKeyId);
      const revoked = (await listApiKeys(ctx)).find((key) => key.apiKeyId === params.apiKeyId);
      if (!revoked) throw new Error(`The key ${params.apiKeyId} that was just revoked is missing`);
      return { status: 200, body: present(revoked) };
    },
  }),
];

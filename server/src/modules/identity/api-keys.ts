import type { Context } from '#platform/context.ts';
import { randomToken, sha256Hex, uuidv7 } from '#platform/crypto/random.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { audit } from './audit.ts';
import { apiKeyNotFound } from './identity.errors.ts';
import {
  insertApiKey,
  markApiKeyRevoked,
  selectApiKeys,
  selectSealedApiKey,
  shortenApiKey,
} from './identity.queries.ts';
import { API_KEY_SCOPES, type ApiKeyScope, unknownScopes } from './scopes.ts';

/** Recognisable in logs and by secret scanners; the rest is 256 random bits. */
const KEY_PREFIX = 'kontor_';
/** How much of a key is shown in lists. */
const SHOWN_LENGTH = KEY_PREFIX.length + 6;

/** Found by its hash; the sealed copy serves the explicit reveal only. */
export async function createApiKey(
  ctx: Context,
  input: { name: string; scopes: ApiKeyScope[]; expiresAt?: Date | null },
) {
  const unknown = unknownScopes(input.scopes, API_KEY_SCOPES);
  if (unknown.length > 0 || input.scopes.length === 0) {
    throw invalidField('/scopes', `must name at least one of ${API_KEY_SCOPES.join(', ')} and nothing else`);
  }
  const apiKeyId = uuidv7(ctx.now().getTime());
  const apiKey = `${KEY_PREFIX}${randomToken(32)}`;
  await insertApiKey(ctx.session, {
    apiKeyId,
    workspaceId: ctx.workspaceId,
    name: input.name,
    prefix: apiKey.slice(0, SHOWN_LENGTH),
    keyHash: sha256Hex(apiKey),
    sealedKey: ctx.secrets.seal(apiKey, aadOf(apiKeyId)),
    scopes: input.scopes,
    expiresAt: input.expiresAt ?? null,
  });
  await audit(ctx, {
    action: 'api_key.created',
    targetKind: 'api_key',
    targetId: apiKeyId,
    details: { name: input.name, scopes: input.scopes },
  });
  return { apiKeyId, apiKey };
}

/** Shows a key again; that somebody looked is audited. */
export async function revealApiKey(ctx: Context, apiKeyId: string): Promise<string> {
  const sealed = await selectSealedApiKey(ctx.session, ctx.workspaceId, apiKeyId);
  if (!sealed) throw notFound(apiKeyId);
  await audit(ctx, { action: 'api_key.revealed', targetKind: 'api_key', targetId: apiKeyId });
  return ctx.secrets.open(sealed, aadOf(apiKeyId));
}

/** Refused from the next request on. */
export async function revokeApiKey(ctx: Context, apiKeyId: string): Promise<void> {
  if (!(await markApiKeyRevoked(ctx.session, ctx.workspaceId, apiKeyId, ctx.now()))) throw notFound(apiKeyId);
  await audit(ctx, { action: 'api_key.revoked', targetKind: 'api_key', targetId: apiKeyId });
}

/**
 * A new key with the name, scopes and expiry of another, which goes on working until `oldEndsAt`: whoever uses it changes
 * over meanwhile. A key that was revoked or has expired is not rotated.
 */
export async function rotateApiKey(ctx: Context, apiKeyId: string, oldEndsAt: Date) {
  const old = (await listApiKeys(ctx)).find((key) => key.apiKeyId === apiKeyId);
  if (!old || old.revokedAt || (old.expiresAt && old.expiresAt <= ctx.now())) throw notFound(apiKeyId);
  const made = await createApiKey(ctx, {
    name: old.name,
    scopes: old.scopes as ApiKeyScope[],
    expiresAt: old.expiresAt,
  });
  await shortenApiKey(ctx.session, ctx.workspaceId, apiKeyId, oldEndsAt);
  await audit(ctx, {
    action: 'api_key.rotated',
    targetKind: 'api_key',
    targetId: apiKeyId,
    details: { newApiKeyId: made.apiKeyId, oldEndsAt: oldEndsAt.toISOString() },
  });
  return made;
}

/** Newest first, without the keys themselves. */
export const listApiKeys = (ctx: Context) => selectApiKeys(ctx.session, ctx.workspaceId);

const aadOf = (apiKeyId: string) => `api_keys:${apiKeyId}`;

const notFound = (apiKeyId: string) =>
  new AppError(apiKeyNotFound, `There is no API key ${apiKeyId} in this workspace.`);

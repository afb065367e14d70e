import type { Context } from '#platform/context.ts';
import { randomToken, sha256Hex } from '#platform/crypto/random.ts';
import { invalidField } from '#platform/http/errors.ts';
import { audit } from './audit.ts';
import { insertClient } from './identity.queries.ts';
import { CLIENT_SCOPES, unknownScopes } from './scopes.ts';

/**
 * A backend that may ask for tokens. The secret is shown here and never again: only its SHA-256 is stored, which
 * suffices for 256 random bits (a slow hash protects guessable secrets).
 */
export async function createClient(ctx: Context, input: { name: string; scopes: string[] }) {
  const unknown = unknownScopes(input.scopes, CLIENT_SCOPES);
  if (unknown.length > 0) throw invalidField('/scopes', `unknown: ${unknown.join(', ')}`);
  const clientId = `client_${randomToken(9)}`;
  const clientSecret = randomToken(32);
  await insertClient(ctx.session, {
    clientId,
    workspaceId: ctx.workspaceId,
    name: input.name,
    secretHash: sha256Hex(clientSecret),
    scopes: input.scopes,
  });
  await audit(ctx, {
    action: 'client.created',
    targetKind: 'client',
    targetId: clientId,
    details: { name: input.name, scopes: input.scopes },
  });
  return { clientId, clientSecret };
}

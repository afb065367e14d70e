import { randomUUID } from 'node:crypto';
import type { Services } from '#platform/context.ts';
import { sha256Hex, timingSafeEqualText } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { signAccessToken, TOKEN_LIFETIME_SECONDS } from './access-tokens.ts';
import { invalidClient, invalidRequest, invalidScope, invalidTarget, unsupportedGrantType } from './identity.errors.ts';
import { findClient, touchClient } from './identity.queries.ts';

export interface TokenRequest {
  grant_type?: string;
  client_id?: string;
  client_secret?: string;
  scope?: string;
  resource?: string;
}

/** The client-credentials grant of RFC 6749 §4.4; `authorization` is the header, for clients that use HTTP Basic (§2.3.1). */
export async function issueToken(services: Services, request: TokenRequest, authorization: string | undefined) {
  const { clientId, clientSecret } = readCredentials(request, authorization);
  if (!request.grant_type) throw missing('grant_type');
  if (request.grant_type !== 'client_credentials') {
    throw new AppError(unsupportedGrantType, 'Only grant_type=client_credentials is supported.');
  }
  if (request.resource !== undefined && !isOurs(request.resource, services.publicUrl)) {
    throw new AppError(invalidTarget, `Tokens of this installation are for ${services.publicUrl} and what is below.`);
  }
  const client = await services.database.read(null, (session) => findClient(session, clientId));
  const matches = timingSafeEqualText(client?.secret_hash ?? '', sha256Hex(clientSecret));
  if (!client || !matches || client.revoked_at) {
    throw new AppError(invalidClient, 'The client is unknown, its secret is wrong, or it was revoked.', {
      headers: { 'www-authenticate': 'Basic realm="kontor"' },
    });
  }
  const scopes = narrow(client.scopes, request.scope);
  const sessionState = randomUUID();
  await services.database.transaction(client.workspace_id, (session) => touchClient(session, clientId, services.now()));
  return {
    access_token: await signAccessToken(services, {
      clientId,
      workspaceId: client.workspace_id,
      scopes,
      sessionState,
    }),
    expires_in: TOKEN_LIFETIME_SECONDS,
    token_type: 'Bearer' as const,
    scope: scopes.join(' '),
    session_state: sessionState,
    'not-before-policy': 0,
  };
}

/** RFC 8707: whoever asks for a token for somebody else gets none. */
const isOurs = (resource: string, publicUrl: string) => URL.parse(resource)?.origin === new URL(publicUrl).origin;

function readCredentials(request: TokenRequest, authorization: string | undefined) {
  const basic = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (basic) {
    const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s);
    return { clientId: decodeForm(id), clientSecret: decodeForm(secret) };
  }
  if (!request.client_id) throw missing('client_id');
  if (!request.client_secret) throw missing('client_secret');
  return { clientId: request.client_id, clientSecret: request.client_secret };
}

/** RFC 6749 §2.3.1: both halves of the Basic credentials are form-encoded first. */
function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function narrow(held: string[], asked: string | undefined): string[] {
  if (!asked?.trim()) return held;
  const wanted = asked.trim().split(/\s+/);
  const notHeld = wanted.filter((scope) => !held.includes(scope));
  if (notHeld.length > 0) throw new AppError(invalidScope, `The client does not hold: ${notHeld.join(' ')}`);
  return [...new Set(wanted)];
}

const missing = (name: string) => new AppError(invalidRequest, `The form field ${name} is missing.`);

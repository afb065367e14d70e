import type { Services } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { surfaceOf } from '#platform/http/error-envelopes.ts';
import { AppError, unauthorized } from '#platform/http/errors.ts';
import type { Authenticate, Caller } from '#platform/http/server.ts';
import { refused, type TokenClaims, verifyAccessToken } from './access-tokens.ts';
import { findApiKey, touchApiKey } from './identity.queries.ts';

/**
 * Access tokens open `/api`, workspace keys open `/v2`; neither opens the other half, but the tokens of operators open
 * both, as far as their role goes. `/contract` is opened by workspace keys with the scope `contract`, in the header that the
 * contract names; whatever else is sent there is 401. `/mcp` takes keys and tokens of clients: its tools are what they open.
 */
export const authenticate: Authenticate = (services, { path, authorization, apiKey }) => {
  const surface = surfaceOf(path);
  if (surface === 'contract') return authenticateContract(services, apiKey);
  if (surface === 'mcp') return authenticateAgent(services, authorization);
  const credential = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!credential) throw refused(`Send the credential as \`Authorization: Bearer …\`.`);
  if (!path.startsWith('/v2')) return authenticateToken(services, credential, callerOf);
  return JWT.test(credential)
    ? authenticateToken(services, credential, operatorOf)
    : authenticateKey(services, credential);
};

/** Keys have no dots. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

type Read = (claims: TokenClaims) => Caller;

function authenticateToken(services: Services, token: string, read: Read): Caller | Promise<Caller> {
  const claims = verifyAccessToken(services, token);
  return claims instanceof Promise ? claims.then(read) : read(claims);
}

const callerOf: Read = ({ kind, workspaceId, subject, scopes, readsOnly }) => ({
  workspaceId,
  readsOnly,
  actor: { kind, id: subject, scopes },
});

const operatorOf: Read = (claims) => {
  if (claims.kind === 'operator') return callerOf(claims);
  throw refused('Access tokens of clients open /api only. Use a key of the workspace here: Deploy → API Keys.');
};

/** Where agents find out how to get a token (RFC 9728 §5.1) is in every refusal. */
async function authenticateAgent(services: Services, authorization: string | undefined): Promise<Caller> {
  try {
    const credential = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!credential)
      throw new AppError(unauthorized, 'Send a key of the workspace or an access token as `Authorization: Bearer …`.');
    return await (JWT.test(credential)
      ? authenticateToken(services, credential, clientOf)
      : authenticateKey(services, credential));
  } catch (error) {
    if (!(error instanceof AppError) || error.definition !== unauthorized) throw error;
    const { 'www-authenticate': challenge = 'Bearer' } = error.headers;
    const metadata = `resource_metadata="${services.publicUrl}/.well-known/oauth-protected-resource/mcp"`;
    throw new AppError(unauthorized, error.message, {
      headers: { 'www-authenticate': `${challenge}${challenge === 'Bearer' ? ' ' : ', '}${metadata}` },
      cause: error,
    });
  }
}

/** People act in the console: what they alone may do is no agent's. */
const clientOf: Read = (claims) => {
  if (claims.kind === 'client') return callerOf(claims);
  throw refused('Tokens of the console do not open /mcp. Use a key of the workspace or a token of a client.');
};

async function authenticateContract(services: Services, key: string | undefined): Promise<Caller> {
  const refusal = new AppError(unauthorized, 'Send a key with the scope contract in the header x-api-key.');
  if (!key) throw refusal;
  const caller = await authenticateKey(services, key).catch((error: unknown) => {
    throw error instanceof AppError ? refusal : error;
  });
  if (!caller.actor.scopes.has('contract')) throw refusal;
  return caller;
}

async function authenticateKey(services: Services, key: string): Promise<Caller> {
  const row = await services.database.read(null, (session) => findApiKey(session, sha256Hex(key)));
  if (!row) throw refused('This is not a key of any workspace. Create one under Deploy → API Keys.');
  if (row.revoked_at) throw refused('This key was revoked.');
  const now = services.now();
  if (row.expires_at && row.expires_at <= now) throw refused('This key has expired.');
  noteUse(services, row.workspace_id, row.api_key_id, now);
  return { workspaceId: row.workspace_id, actor: { kind: 'api-key', id: row.api_key_id, scopes: new Set(row.scopes) } };
}

const NOTE_EVERY_MS = 60_000;
const noted = new Map<string, number>();

/** "Last used" to the minute, beside the request: nobody waits for it. */
function noteUse(services: Services, workspaceId: string, apiKeyId: string, now: Date) {
  if (now.getTime() - (noted.get(apiKeyId) ?? 0) < NOTE_EVERY_MS) return;
  noted.set(apiKeyId, now.getTime());
  services.database
    .transaction(workspaceId, (session) => touchApiKey(session, apiKeyId, now))
    .catch((error) => services.log.warn({ err: error }, 'The last use of an API key could not be noted'));
}

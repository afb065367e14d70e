import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Services } from '#platform/context.ts';
import { AppError, unauthorized } from '#platform/http/errors.ts';
import { type OperatorRole, rightsOf } from './roles.ts';
import { getSigningKeys, TOKEN_ALGORITHM } from './signing-keys.ts';

/** Documented: tokens live five minutes. */
export const TOKEN_LIFETIME_SECONDS = 300;
const AUDIENCE = 'kontor-api';

export interface TokenClaims {
  kind: 'client' | 'operator';
  /** The client or the operator. */
  subject: string;
  workspaceId: string;
  scopes: ReadonlySet<string>;
  readsOnly: boolean;
  expiresAtMs: number;
}

/** For a client: carries the scopes that it asked for. */
export const signAccessToken = (
  services: Services,
  token: { clientId: string; workspaceId: string; scopes: string[]; sessionState: string },
): Promise<string> => sign(services, { ...token, subject: token.clientId, claims: { scope: token.scopes.join(' ') } });

/** For somebody who is signed in to the console: carries their role. */
export const signOperatorToken = (
  services: Services,
  token: { operatorId: string; workspaceId: string; role: OperatorRole; sessionState: string },
): Promise<string> => sign(services, { ...token, subject: token.operatorId, claims: { role: token.role } });

interface Token {
  subject: string;
  workspaceId: string;
  sessionState: string;
  claims: { scope: string } | { role: OperatorRole };
}

async function sign(services: Services, token: Token): Promise<string> {
  const { signing } = await getSigningKeys(services);
  const issuedAt = Math.floor(services.now().getTime() / 1000);
  return new SignJWT({ ...token.claims, workspace: token.workspaceId, sid: token.sessionState })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, typ: 'at+jwt', kid: signing.kid })
    .setIssuer(services.publicUrl)
    .setAudience(AUDIENCE)
    .setSubject(token.subject)
    .setJti(crypto.randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TOKEN_LIFETIME_SECONDS)
    .sign(signing.key);
}

/** Tokens whose signature this process has checked; the exact text is the key, so nothing else gets in by it. */
const verified = new WeakMap<Services['database'], Map<string, TokenClaims>>();
const MOST_VERIFIED = 10_000;

/** At once for a token that was seen before. Fails with `unauthorized` for anything but an unexpired one of this installation. */
export function verifyAccessToken(services: Services, token: string): TokenClaims | Promise<TokenClaims> {
  const known = verified.get(services.database)?.get(token);
  if (!known) return verifyNewToken(services, token);
  if (known.expiresAtMs > services.now().getTime()) return known;
  verified.get(services.database)?.delete(token);
  throw expired();
}

async function verifyNewToken(services: Services, token: string): Promise<TokenClaims> {
  const claims = await checkSignature(services, token);
  const cache = verified.get(services.database) ?? new Map<string, TokenClaims>();
  if (cache.size >= MOST_VERIFIED) cache.clear();
  verified.set(services.database, cache.set(token, claims));
  return claims;
}

async function checkSignature(services: Services, token: string): Promise<TokenClaims> {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid = '' }) => {
        const known = (await getSigningKeys(services)).verifying.get(kid);
        // A key that another process made a moment ago.
        const key = known ?? (await getSigningKeys(services, true)).verifying.get(kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      {
        algorithms: [TOKEN_ALGORITHM],
        issuer: services.publicUrl,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'exp', 'workspace'],
        currentDate: services.now(),
      },
    );
    return readClaims(payload);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw expired();
    if (error instanceof errors.JOSEError) {
      throw refused('The access token was not issued by this installation. Get one with POST /api/auth.');
    }
    throw error;
  }
}

/** What the token carries decides whose it is: a client's has scopes, an operator's has a role. */
function readClaims(payload: JWTPayload): TokenClaims {
  const rights = typeof payload.role === 'string' ? rightsOf(payload.role) : undefined;
  if (!rights && typeof payload.scope !== 'string') throw new errors.JWTInvalid('neither scopes nor a role');
  return {
    kind: rights ? 'operator' : 'client',
    subject: payload.sub as string,
    workspaceId: payload.workspace as string,
    scopes: rights?.scopes ?? new Set((payload.scope as string).split(' ')),
    readsOnly: rights?.readsOnly ?? false,
    expiresAtMs: (payload.exp as number) * 1000,
  };
}

const expired = () => refused('The access token has expired. Get a new one with POST /api/auth.');

/** RFC 6750 §3.1. */
export function refused(message: string): AppError {
  return new AppError(unauthorized, message, { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
}

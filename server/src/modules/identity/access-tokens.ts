import { errors, jwtVerify, SignJWT } from 'jose';
import type { Services } from '#platform/context.ts';
import { AppError, unauthorized } from '#platform/http/errors.ts';
import { getSigningKeys, TOKEN_ALGORITHM } from './signing-keys.ts';

/** Documented: tokens live five minutes. */
export const TOKEN_LIFETIME_SECONDS = 300;
const AUDIENCE = 'kontor-api';

export interface TokenClaims {
  clientId: string;
  workspaceId: string;
  scopes: ReadonlySet<string>;
  expiresAtMs: number;
}

export async function signAccessToken(
  services: Services,
  token: { clientId: string; workspaceId: string; scopes: string[]; sessionState: string },
): Promise<string> {
  const { signing } = await getSigningKeys(services);
  const issuedAt = Math.floor(services.now().getTime() / 1000);
  return new SignJWT({ scope: token.scopes.join(' '), workspace: token.workspaceId, sid: token.sessionState })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, typ: 'at+jwt', kid: signing.kid })
    .setIssuer(services.publicUrl)
    .setAudience(AUDIENCE)
    .setSubject(token.clientId)
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
        requiredClaims: ['sub', 'exp', 'workspace', 'scope'],
        currentDate: services.now(),
      },
    );
    return {
      clientId: payload.sub as string,
      workspaceId: payload.workspace as string,
      scopes: new Set((payload.scope as string).split(' ')),
      expiresAtMs: (payload.exp as number) * 1000,
    };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw expired();
    if (error instanceof errors.JOSEError) {
      throw refused('The access token was not issued by this installation. Get one with POST /api/auth.');
    }
    throw error;
  }
}

const expired = () => refused('The access token has expired. Get a new one with POST /api/auth.');

/** RFC 6750 §3.1. */
export function refused(message: string): AppError {
  return new AppError(unauthorized, message, { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
}

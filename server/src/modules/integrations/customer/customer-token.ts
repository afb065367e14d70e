import { errors, jwtVerify } from 'jose';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { randomToken } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { customerTokenInvalid } from './customer.errors.ts';
import { selectTokenSecrets, upsertTokenSecret } from './customer.queries.ts';

/** What a token that was proven says: `sub` is the company's own id of the customer. */
export type CustomerClaims = Readonly<Record<string, unknown>>;

const SECRET_BYTES = 32;
const OVERLAP_MS = 86_400_000;
/** A token that is valid for longer could be used long after the customer has left the page. */
const LONGEST_VALID_MS = 86_400_000;
const CLOCK_TOLERANCE_SECONDS = 30;
const placeOf = (workspaceId: string) => `widget_secrets.secret:${workspaceId}`;

/** A new secret, shown in this answer and never again; tokens of the one before are taken for another day. */
export async function rotateTokenSecret(ctx: Context) {
  const secret = randomToken(SECRET_BYTES);
  const before = await selectTokenSecrets(ctx.session, ctx.workspaceId);
  const changedAt = ctx.now();
  const previousUntil = new Date(changedAt.getTime() + OVERLAP_MS);
  const sealed = ctx.secrets.seal(secret, placeOf(ctx.workspaceId));
  await upsertTokenSecret(ctx.session, ctx.workspaceId, sealed, { changedAt, previousUntil });
  await audit(ctx, {
    action: 'customer_token_secret.rotated',
    targetKind: 'workspace',
    targetId: ctx.workspaceId,
  });
  return { secret, previousValidUntil: before ? previousUntil.toISOString() : null };
}

/**
 * The claims of a token that this workspace's page has signed: HS256 and nothing else, with `exp` within a day and `sub` or
 * `email`. Rejects with `customer_token_invalid`, whatever was wrong with it.
 */
export async function verifyCustomerToken(ctx: Context, token: string): Promise<CustomerClaims> {
  const stored = await selectTokenSecrets(ctx.session, ctx.workspaceId);
  const now = ctx.now();
  if (!stored) throw invalid('this workspace has no secret for customer tokens; make one first');
  const { sealedSecret, sealedPreviousSecret, previousUntil } = stored;
  const isPreviousValid = sealedPreviousSecret !== null && previousUntil !== null && previousUntil > now;
  for (const sealed of [sealedSecret, ...(isPreviousValid ? [sealedPreviousSecret] : [])]) {
    const claims = await verifyWith(ctx.secrets.open(sealed, placeOf(ctx.workspaceId)), token, now);
    if (claims) return claims;
  }
  throw invalid('its signature is not one of this workspace');
}

/** Null when the secret is another one. */
async function verifyWith(secret: string, token: string, now: Date): Promise<CustomerClaims | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: now,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    if ((payload.exp ?? 0) * 1_000 > now.getTime() + LONGEST_VALID_MS + CLOCK_TOLERANCE_SECONDS * 1_000) {
      throw invalid('it is valid for more than a day');
    }
    if (!isName(payload.sub) && !isName(payload.email)) throw invalid('it names nobody: it has neither sub nor email');
    return payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return null;
    if (error instanceof errors.JOSEError) throw invalid(reasonOf(error));
    throw error;
  }
}

const isName = (value: unknown) => typeof value === 'string' && value !== '';

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'it is not signed by HS256';
  if (error instanceof errors.JWTClaimValidationFailed) return `its claim ${error.claim} is missing or does not hold`;
  return 'it is no signed token';
}

const invalid = (reason: string) =>
  new AppError(customerTokenInvalid, `/metadata/customerToken: ${reason}. Sign a new one with the workspace’s secret.`);

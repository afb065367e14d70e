import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { AppError, idempotencyInProgress, idempotencyKeyReused, invalidField } from './errors.ts';
import {
  claimIdempotencyKey,
  type IdempotencyId,
  insertIdempotencyKey,
  type StoredAnswer,
  selectIdempotencyKey,
  settleIdempotencyKey,
  tryLockIdempotencyKey,
} from './idempotency.queries.ts';
import type { Reply } from './route.ts';

export interface IdempotentRequest {
  key: string;
  method: string;
  path: string;
  bodySha256: string;
  userId: string | undefined;
}

/**
 * Runs a write at most once per key, as draft-ietf-httpapi-idempotency-key-header-07 wants it: the same key and request
 * get the first answer again, another request 422, a repetition while the first still runs 409. The answer is stored
 * in the transaction of the write, so that a crash leaves both or neither. Failures are not stored: they changed
 * nothing, and trying again is right.
 */
export async function runOnce(ctx: Context, request: IdempotentRequest, run: () => Promise<Reply>): Promise<Reply> {
  const claim = identify(ctx, request);
  const first = await firstAnswer(ctx, claim);
  if (first) return first;
  const reply = await run();
  await insertIdempotencyKey(ctx.session, claim.id, toStore(ctx, claim, request, reply));
  return reply;
}

/** For how long a request that holds no transaction may keep its key; afterwards its process is taken for dead. */
const CLAIM_MS = 300_000;

/**
 * The same for an operation that waits for other machines and so holds no transaction: the key is claimed before and settled
 * after it. A crash in between leaves what the operation has committed and a claim, which is over after five minutes.
 */
export async function runOnceDetached(
  ctx: DetachedContext,
  request: IdempotentRequest,
  run: () => Promise<Reply>,
): Promise<Reply> {
  const claim = identify(ctx, request);
  const claimedUntil = new Date(Date.now() + CLAIM_MS);
  const first = await inTransaction(ctx, async (inner) => {
    const known = await firstAnswer(inner, claim);
    if (!known) await claimIdempotencyKey(inner.session, claim.id, { fingerprint: claim.fingerprint, claimedUntil });
    return known;
  });
  if (first) return first;
  const settle = (reply: Reply | null) => {
    const answer = reply && toStore(ctx, claim, request, reply);
    return inTransaction(ctx, (inner) => settleIdempotencyKey(inner.session, claim.id, { claimedUntil }, answer));
  };
  try {
    const reply = await run();
    if (reply.repeated) settleLater(ctx, reply.repeated(), settle);
    else await settle(reply);
    return reply;
  } catch (error) {
    await settle(null);
    throw error;
  }
}

/** A stream is sent while the answer that repetitions get comes about. */
function settleLater(
  ctx: DetachedContext,
  repeated: Promise<Reply>,
  settle: (reply: Reply | null) => Promise<unknown>,
) {
  repeated
    .then(settle, () => settle(null))
    .catch((error: unknown) => ctx.log.error({ err: error }, 'What a repetition is answered could not be stored'));
}

interface Identified {
  id: IdempotencyId;
  fingerprint: string;
  aad: string;
}

function identify(ctx: DetachedContext, { key, method, path, bodySha256 }: IdempotentRequest): Identified {
  if (key.length < 1 || key.length > 255) {
    throw invalidField('header Idempotency-Key', 'must have 1 to 255 characters');
  }
  const id = { workspaceId: ctx.workspaceId, principalId: ctx.actor.id, key };
  return {
    id,
    fingerprint: sha256Hex(`${method} ${path} ${bodySha256}`),
    aad: `idempotency:${id.workspaceId}:${id.principalId}:${id.key}`,
  };
}

/** What the key was answered the first time, or null for the first time. Keeps others from the key until the transaction ends. */
async function firstAnswer(ctx: Context, { id, fingerprint, aad }: Identified): Promise<Reply | null> {
  if (!(await tryLockIdempotencyKey(ctx.session, id))) throw stillRunning();
  const first = await selectIdempotencyKey(ctx.session, id);
  if (!first) return null;
  if (first.fingerprint !== fingerprint) {
    throw new AppError(
      idempotencyKeyReused,
      'This Idempotency-Key was used for another request; take a new one for each.',
    );
  }
  if (first.sealedBody === null) {
    if (first.claimedUntil.getTime() < Date.now()) return null;
    throw stillRunning();
  }
  const body: unknown = JSON.parse(ctx.secrets.open(first.sealedBody, aad));
  return { status: first.status, body, headers: { ...first.headers, 'idempotency-replayed': 'true' } };
}

const stillRunning = () =>
  new AppError(
    idempotencyInProgress,
    'The first request with this Idempotency-Key is still running; ask again in a moment.',
    { headers: { 'retry-after': '1' } },
  );

function toStore(
  ctx: DetachedContext,
  { fingerprint, aad }: Identified,
  request: IdempotentRequest,
  reply: Reply,
): StoredAnswer {
  const body = reply.body as { userId?: unknown } | undefined;
  return {
    fingerprint,
    status: reply.status,
    userId: request.userId ?? (typeof body?.userId === 'string' ? body.userId : null),
    headers: reply.headers ?? {},
    sealedBody: ctx.secrets.seal(JSON.stringify(reply.body ?? null), aad),
  };
}

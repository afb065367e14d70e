import type { Context } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { AppError, idempotencyInProgress, idempotencyKeyReused, invalidField } from './errors.ts';
import { insertIdempotencyKey, selectIdempotencyKey, tryLockIdempotencyKey } from './idempotency.queries.ts';
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
  if (request.key.length < 1 || request.key.length > 255) {
    throw invalidField('header Idempotency-Key', 'must have 1 to 255 characters');
  }
  const id = { workspaceId: ctx.workspaceId, principalId: ctx.actor.id, key: request.key };
  const fingerprint = sha256Hex(`${request.method} ${request.path} ${request.bodySha256}`);
  if (!(await tryLockIdempotencyKey(ctx.session, id))) {
    throw new AppError(
      idempotencyInProgress,
      'The first request with this Idempotency-Key is still running; ask again in a moment.',
      {
        headers: { 'retry-after': '1' },
      },
    );
  }
  const first = await selectIdempotencyKey(ctx.session, id);
  const aad = `idempotency:${id.workspaceId}:${id.principalId}:${id.key}`;
  if (first) {
    if (first.fingerprint !== fingerprint) {
      throw new AppError(
        idempotencyKeyReused,
        'This Idempotency-Key was used for another request; take a new one for each.',
      );
    }
    const body: unknown = JSON.parse(ctx.secrets.open(first.sealedBody, aad));
    return { status: first.status, body, headers: { ...first.headers, 'idempotency-replayed': 'true' } };
  }
  const reply = await run();
  const body = reply.body as { userId?: unknown } | undefined;
  await insertIdempotencyKey(ctx.session, id, {
    fingerprint,
    status: reply.status,
    userId: request.userId ?? (typeof body?.userId === 'string' ? body.userId : null),
    headers: reply.headers ?? {},
    sealedBody: ctx.secrets.seal(JSON.stringify(reply.body ?? null), aad),
  });
  return reply;
}

import type { Session } from '#platform/db/database.ts';

export interface IdempotencyId {
  workspaceId: string;
  principalId: string;
  key: string;
}

/** A request that is still being worked on, by somebody who holds no transaction meanwhile. */
export interface Claim {
  fingerprint: string;
  claimedUntil: Date;
  sealedBody: null;
}

export interface StoredAnswer {
  fingerprint: string;
  userId: string | null;
  status: number;
  headers: Record<string, string>;
  sealedBody: string;
}

/** Held until the transaction ends; false when another request holds it. */
export async function tryLockIdempotencyKey(session: Session, id: IdempotencyId): Promise<boolean> {
  const [row] = await session.prepared<{ locked: boolean }>(
    'lock_idempotency_key',
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked',
    [`${id.workspaceId}/${id.principalId}/${id.key}`],
  );
  return row?.locked ?? false;
}

export async function selectIdempotencyKey(
  session: Session,
  id: IdempotencyId,
): Promise<StoredAnswer | Claim | undefined> {
  const row = await session.kysely
    .selectFrom('idempotency_keys')
    .select([
      'fingerprint',
      'user_id as userId',
      'status',
      'headers',
      'sealed_body as sealedBody',
      'claimed_until as claimedUntil',
    ])
    .where('workspace_id', '=', id.workspaceId)
    .where('principal_id', '=', id.principalId)
    .where('key', '=', id.key)
    .executeTakeFirst();
  return row as StoredAnswer | Claim | undefined;
}

/** Takes the key for a while; also from somebody whose claim is over. */
export async function claimIdempotencyKey(session: Session, id: IdempotencyId, claim: Omit<Claim, 'sealedBody'>) {
  await session.query(
    `insert into idempotency_keys (workspace_id, principal_id, key, fingerprint, claimed_until) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, principal_id, key)
     do update set fingerprint = excluded.fingerprint, claimed_until = excluded.claimed_until
     where idempotency_keys.claimed_until is not null`,
    [id.workspaceId, id.principalId, id.key, claim.fingerprint, claim.claimedUntil],
  );
}

/** One's own claim is over: with the answer, or with nothing, so that the request may be tried again. */
export async function settleIdempotencyKey(
  session: Session,
  id: IdempotencyId,
  { claimedUntil }: Pick<Claim, 'claimedUntil'>,
  answer: StoredAnswer | null,
) {
  await session.query(
    'delete from idempotency_keys where workspace_id = $1 and principal_id = $2 and key = $3 and claimed_until = $4',
    [id.workspaceId, id.principalId, id.key, claimedUntil],
  );
  if (answer) await insertIdempotencyKey(session, id, answer);
}

export async function insertIdempotencyKey(session: Session, id: IdempotencyId, answer: StoredAnswer) {
  await session.kysely
    .insertInto('idempotency_keys')
    .values({
      workspace_id: id.workspaceId,
      principal_id: id.principalId,
      key: id.key,
      fingerprint: answer.fingerprint,
      user_id: answer.userId,
      status: answer.status,
      headers: JSON.stringify(answer.headers),
      sealed_body: answer.sealedBody,
    })
    // Whoever lost a claim to another process leaves the answer of that one.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteOldIdempotencyKeys(session: Session, hours: number): Promise<number> {
  const [row] = await session.query<{ count: number }>(
    'select delete_idempotency_keys(make_interval(hours => $1)) as count',
    [hours],
  );
  return row?.count ?? 0;
}

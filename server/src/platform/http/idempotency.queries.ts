import type { Session } from '#platform/db/database.ts';

export interface IdempotencyId {
  workspaceId: string;
  principalId: string;
  key: string;
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

export async function selectIdempotencyKey(session: Session, id: IdempotencyId): Promise<StoredAnswer | undefined> {
  const row = await session.kysely
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'user_id as userId', 'status', 'headers', 'sealed_body as sealedBody'])
    .where('workspace_id', '=', id.workspaceId)
    .where('principal_id', '=', id.principalId)
    .where('key', '=', id.key)
    .executeTakeFirst();
  return row as StoredAnswer | undefined;
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
    .execute();
}

export async function deleteOldIdempotencyKeys(session: Session, hours: number): Promise<number> {
  const [row] = await session.query<{ count: number }>(
    'select delete_idempotency_keys(make_interval(hours => $1)) as count',
    [hours],
  );
  return row?.count ?? 0;
}

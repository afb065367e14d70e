import type { Session } from '#platform/db/database.ts';

export interface TokenSecrets {
  sealedSecret: string;
  sealedPreviousSecret: string | null;
  previousUntil: Date | null;
}

export async function selectTokenSecrets(session: Session, workspaceId: string): Promise<TokenSecrets | undefined> {
  const [row] = await session.query<TokenSecrets & Record<string, unknown>>(
    `select sealed_secret as "sealedSecret", sealed_previous_secret as "sealedPreviousSecret", previous_until as "previousUntil"
     from widget_secrets where workspace_id = $1`,
    [workspaceId],
  );
  return row;
}

/** The one so far goes on being taken until the given time. */
export async function upsertTokenSecret(
  session: Session,
  workspaceId: string,
  sealedSecret: string,
  at: { changedAt: Date; previousUntil: Date },
): Promise<void> {
  await session.query(
    `insert into widget_secrets as s (workspace_id, sealed_secret, changed_at) values ($1, $2, $3)
     on conflict (workspace_id) do update set sealed_previous_secret = s.sealed_secret, previous_until = $4,
       sealed_secret = excluded.sealed_secret, changed_at = excluded.changed_at`,
    [workspaceId, sealedSecret, at.changedAt, at.previousUntil],
  );
}

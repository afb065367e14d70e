import type { Session } from '#platform/db/database.ts';

/** The version of the bot's index, and its bytes when they are newer than what the caller has. */
export async function selectIndex(
  session: Session,
  botId: string,
  knownVersion: number,
): Promise<{ version: number; content: Buffer | null } | undefined> {
  const [row] = await session.prepared<{ version: number; content: Buffer | null }>(
    'select_bot_index',
    'select version, case when version > $2 then content end as content from bot_indexes where bot_id = $1',
    [botId, knownVersion],
  );
  return row;
}

/** What the stored index was trained on; undefined when there is none. */
export async function selectFingerprint(session: Session, botId: string): Promise<string | undefined> {
  const [row] = await session.prepared<{ fingerprint: string }>(
    'select_bot_index_fingerprint',
    'select fingerprint from bot_indexes where bot_id = $1',
    [botId],
  );
  return row?.fingerprint;
}

/** Takes the place of the index before, in one statement: readers see the old or the new one. */
export async function saveIndex(
  session: Session,
  workspaceId: string,
  botId: string,
  index: { fingerprint: string; content: Buffer },
) {
  await session.query(
    `insert into bot_indexes (bot_id, workspace_id, version, fingerprint, content) values ($1, $2, 1, $3, $4)
     on conflict (bot_id) do update set version = bot_indexes.version + 1, fingerprint = excluded.fingerprint, content = excluded.content, built_at = now()`,
    [botId, workspaceId, index.fingerprint, index.content],
  );
}

/** One after the other per bot: held until the transaction ends. */
export async function lockIndex(session: Session, botId: string) {
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [botId]);
}

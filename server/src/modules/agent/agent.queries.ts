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

/**
 * Takes the place of the index of that version (0: of none), in one statement: readers see the old or the new one. False when
 * another one has taken it meanwhile.
 */
export async function replaceIndex(
  session: Session,
  workspaceId: string,
  botId: string,
  index: { version: number; fingerprint: string; format: number; content: Uint8Array },
): Promise<boolean> {
  const rows = await session.query(
    `insert into bot_indexes (bot_id, workspace_id, version, fingerprint, content, format) values ($1, $2, 1, $4, $5, $6)
     on conflict (bot_id) do update set version = bot_indexes.version + 1, fingerprint = excluded.fingerprint, content = excluded.content,
       format = excluded.format, built_at = now()
       where bot_indexes.version = $3
     returning version`,
    [botId, workspaceId, index.version, index.fingerprint, index.content, index.format],
  );
  return rows.length > 0;
}

/** Workspaces with a bot whose index another version of the engine has written. */
export async function selectTrainedOtherwise(session: Session, format: number): Promise<string[]> {
  const rows = await session.query<{ workspaceId: string }>(
    'select workspace_id as "workspaceId" from workspaces_trained_otherwise($1)',
    [format],
  );
  return rows.map(({ workspaceId }) => workspaceId);
}

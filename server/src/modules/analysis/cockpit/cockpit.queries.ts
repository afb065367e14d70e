import { sql } from 'kysely';
import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';

export type CockpitLanguage = 'en' | 'de';

/** Answers when the link stops working, by the clock of the database. */
export async function insertCockpit(
  session: Session,
  cockpit: {
    cockpitId: string;
    workspaceId: string;
    userKey: string;
    tokenHash: string;
    language: CockpitLanguage;
    scopes: string[];
    termSeconds: number;
  },
): Promise<Date> {
  const { expiresAt } = await session.kysely
    .insertInto('cockpits')
    .values({
      cockpit_id: cockpit.cockpitId,
      workspace_id: cockpit.workspaceId,
      user_key: cockpit.userKey,
      token_hash: cockpit.tokenHash,
      language: cockpit.language,
      scopes: cockpit.scopes,
      expires_at: sql<Date>`now() + make_interval(secs => ${cockpit.termSeconds})`,
    })
    .returning('expires_at as expiresAt')
    .executeTakeFirstOrThrow();
  return expiresAt;
}

/** False: there was none that still works. */
export async function deleteCockpit(session: Session, userKey: string, cockpitId: string): Promise<boolean> {
  const { numDeletedRows } = await session.kysely
    .deleteFrom('cockpits')
    .where('user_key', '=', userKey)
    .where(sql<boolean>`cockpit_id::text = ${cockpitId}`)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface OpenedCockpit {
  workspaceId: string;
  userKey: string;
  language: CockpitLanguage;
  scopes: string[];
  expiresAt: Date;
}

/** Asked without a workspace: the hash of the token is all that the reader of the page has. */
export async function findCockpit(session: Session, tokenHash: string): Promise<OpenedCockpit | undefined> {
  const [row] = await session.prepared<OpenedCockpit & Record<string, unknown>>(
    'find_cockpit',
    `select workspace_id as "workspaceId", user_key as "userKey", language, scopes, expires_at as "expiresAt"
     from find_cockpit($1) where expires_at > now()`,
    [tokenHash],
  );
  return row;
}

/** When the run that readers see was completed; undefined while there is none. */
export async function selectAnalyzedAt(session: Session, userKey: string): Promise<Date | undefined> {
  const [row] = await session.query<{ analyzedAt: Date }>(
    `select r.completed_at as "analyzedAt" from analysis_states s join analysis_runs r on r.run_id = s.completed_run_id
     where s.user_key = $1`,
    [userKey],
  );
  return row?.analyzedAt;
}

/** Of all workspaces; answers how many went. */
export async function deleteExpired(session: Session): Promise<number> {
  const [row] = await session.query<{ count: number }>('select delete_expired_cockpits() as count');
  return row?.count ?? 0;
}

/** Every row of the module's cockpits about a user; answers how many. */
export async function deleteCockpitsOfUser(session: Session, userKey: string): Promise<Record<string, number>> {
  const { numDeletedRows } = await session.kysely
    .deleteFrom('cockpits')
    .where('user_key', '=', userKey)
    .executeTakeFirst();
  return { cockpits: Number(numDeletedRows) };
}

/** For the export: rows as they are stored. */
export const cockpitRowsOfUser = (session: Session, userKey: string) => [
  {
    table: 'cockpits',
    batches: () => fetchInBatches(session, 'select * from cockpits where user_key = $1', [userKey]),
  },
];

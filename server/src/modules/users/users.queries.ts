import { sql } from 'kysely';
import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';

export interface ActiveUser {
  userKey: string;
  userId: string;
  type: 'person' | 'company';
  automaticAnalysis: 'active' | 'suspended';
}

export async function selectActiveUser(
  session: Session,
  workspaceId: string,
  userId: string,
): Promise<ActiveUser | undefined> {
  const [row] = await session.prepared<ActiveUser>(
    'select_active_user',
    `select user_key as "userKey", user_id as "userId", type, automatic_analysis as "automaticAnalysis"
     from active_users where workspace_id = $1 and user_id = $2`,
    [workspaceId, userId],
  );
  return row;
}

export async function selectActiveUserByKey(session: Session, userKey: string): Promise<ActiveUser | undefined> {
  const [row] = await session.prepared<ActiveUser & Record<string, unknown>>(
    'select_active_user_by_key',
    `select user_key as "userKey", user_id as "userId", type, automatic_analysis as "automaticAnalysis"
     from active_users where user_key = $1`,
    [userKey],
  );
  return row;
}

const columns = [
  'user_key as userKey',
  'user_id as userId',
  'type',
  'automatic_analysis as automaticAnalysis',
  'external_id as externalId',
  'email',
  'company',
  'expires_at as expiresAt',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

export async function selectUser(session: Session, userKey: string) {
  return session.kysely.selectFrom('users').select(columns).where('user_key', '=', userKey).executeTakeFirstOrThrow();
}

export type UserRow = Awaited<ReturnType<typeof selectUser>>;

export async function insertUser(
  session: Session,
  user: {
    userKey: string;
    workspaceId: string;
    userId: string;
    type: string;
    automaticAnalysis: string;
    externalId: string | null;
    email: string | null;
    company: object | null;
    expiresIn: string | null;
  },
) {
  await session.kysely
    .insertInto('users')
    .values({
      user_key: user.userKey,
      workspace_id: user.workspaceId,
      user_id: user.userId,
      type: user.type,
      automatic_analysis: user.automaticAnalysis,
      external_id: user.externalId,
      email: user.email,
      company: user.company && JSON.stringify(user.company),
      expires_at: user.expiresIn && sql<Date>`now() + ${user.expiresIn}::interval`,
    })
    .execute();
}

export interface UserChange {
  automaticAnalysis?: string;
  externalId?: string | null;
  email?: string | null;
  company?: object | null;
  expiresIn?: string | null;
}

export async function updateUserRow(session: Session, userKey: string, change: UserChange) {
  await session.kysely
    .updateTable('users')
    .set({
      updated_at: sql<Date>`now()`,
      ...(change.automaticAnalysis !== undefined && { automatic_analysis: change.automaticAnalysis }),
      ...(change.externalId !== undefined && { external_id: change.externalId }),
      ...(change.email !== undefined && { email: change.email }),
      ...(change.company !== undefined && { company: change.company && JSON.stringify(change.company) }),
      ...(change.expiresIn !== undefined && {
        expires_at: change.expiresIn && sql<Date>`now() + ${change.expiresIn}::interval`,
      }),
    })
    .where('user_key', '=', userKey)
    .execute();
}

export async function selectUsers(
  session: Session,
  workspaceId: string,
  page: { limit: number; before?: string; externalId?: string; email?: string; search?: string; type?: string },
) {
  let query = session.kysely
    .selectFrom('users')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', sql<Date>`now()`)]))
    .orderBy('user_key', 'desc')
    .limit(page.limit);
  if (page.before) query = query.where('user_key', '<', page.before);
  if (page.externalId) query = query.where('external_id', '=', page.externalId);
  if (page.email) query = query.where(sql`lower(email)`, '=', page.email.toLowerCase());
  if (page.type) query = query.where('type', '=', page.type);
  if (page.search) {
    const part = `%${page.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where(
      sql<boolean>`(email ilike ${part} or external_id ilike ${part} or company ->> 'name' ilike ${part})`,
    );
  }
  return query.execute();
}

/** Expired users that still hold a name somebody asks for: the sweep has not come by yet. */
export async function selectExpiredHolders(
  session: Session,
  workspaceId: string,
  names: { externalId: string | null; email: string | null },
): Promise<string[]> {
  const rows = await session.kysely
    .selectFrom('users')
    .select('user_key as userKey')
    .where('workspace_id', '=', workspaceId)
    .where('expires_at', '<=', sql<Date>`now()`)
    .where((where) =>
      where.or([
        where('external_id', '=', names.externalId),
        where(sql`lower(email)`, '=', names.email?.toLowerCase() ?? null),
      ]),
    )
    .orderBy('user_key')
    .execute();
  return rows.map((row) => row.userKey);
}

/** The expired user that still holds an id, if there is one. */
export async function selectExpiredHolderOfId(
  session: Session,
  workspaceId: string,
  userId: string,
): Promise<string | undefined> {
  const row = await session.kysely
    .selectFrom('users')
    .select('user_key as userKey')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('expires_at', '<=', sql<Date>`now()`)
    .executeTakeFirst();
  return row?.userKey;
}

/** Makes everybody else wait who would create a user under this id, until the transaction ends. */
export async function lockUserId(session: Session, workspaceId: string, userId: string) {
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`user ${workspaceId}/${userId}`]);
}

/** Asked across workspaces by the sweep; answers only who is due. */
export async function selectExpiredUsers(
  session: Session,
  atMost: number,
): Promise<{ workspace_id: string; user_key: string }[]> {
  return session.query('select * from expired_users($1)', [atMost]);
}

/** Waits until nobody else writes for this user; false when it is gone. Held until the transaction ends. */
export async function lockUserRow(session: Session, userKey: string): Promise<{ userId: string } | undefined> {
  const [row] = await session.prepared<{ userId: string }>(
    'lock_user',
    'select user_id as "userId" from users where user_key = $1 for update',
    [userKey],
  );
  return row;
}

export async function deleteUserRow(session: Session, userKey: string): Promise<number> {
  const { numDeletedRows } = await session.kysely
    .deleteFrom('users')
    .where('user_key', '=', userKey)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export const userRows = (session: Session, userKey: string) =>
  fetchInBatches(session, 'select * from users where user_key = $1', [userKey]);

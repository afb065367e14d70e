import { sql } from 'kysely';
import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';
import type { ConnectProblem } from '../providers/provider.types.ts';
import type { ChosenBank, ConnectSession, Language, SessionStatus, Step } from './connect.types.ts';

const COLUMNS = `session_id as "sessionId", workspace_id as "workspaceId", user_key as "userKey", kind, correlation_id as "correlationId",
  browser_hash as "browserHash", window_hash as "windowHash", return_hash as "returnHash", language, return_url as "returnUrl",
  embed_origin as "embedOrigin", webhook_data as "webhookData", multiple, recurring, store_secrets as "storeSecrets", adds_bank as "addsBank", status, step,
  version, coalesce(busy_until > now(), false) as "isBusy", coalesce(next_poll_at <= now(), true) as "isPollDue", bank,
  account_type as "accountType", login_id as "loginId", problem, connected_login_ids as "connectedLoginIds",
  sealed_talk as "sealedTalk", created_at as "createdAt", expires_at as "expiresAt", expires_at <= now() as "isOver"`;

type Row = ConnectSession & Record<string, unknown>;

/** Answers when the session ends by itself, by the clock of the database. */
export async function insertSession(
  session: Session,
  row: {
    sessionId: string;
    workspaceId: string;
    userKey: string;
    kind: 'connect' | 'manage';
    correlationId: string;
    linkHash: string;
    language: Language;
    returnUrl: string | null;
    embedOrigin: string | null;
    webhookData: unknown;
    multiple: boolean;
    recurring: boolean;
    storeSecrets: boolean;
    addBankLogin: boolean;
    lifetimeSeconds: number;
  },
): Promise<void> {
  await session.kysely
    .insertInto('connect_sessions')
    .values({
      session_id: row.sessionId,
      workspace_id: row.workspaceId,
      user_key: row.userKey,
      kind: row.kind,
      correlation_id: row.correlationId,
      link_hash: row.linkHash,
      language: row.language,
      return_url: row.returnUrl,
      embed_origin: row.embedOrigin,
      webhook_data: row.webhookData === undefined ? null : JSON.stringify(row.webhookData),
      multiple: row.multiple,
      recurring: row.recurring,
      store_secrets: row.storeSecrets,
      adds_bank: row.addBankLogin,
      status: 'open',
      step: 'welcome',
      expires_at: sql<Date>`now() + make_interval(secs => ${row.lifetimeSeconds})`,
    })
    .execute();
}

/** Asked without a workspace: the hash of a link's or a cookie's secret is all that a browser brings. */
export async function findSession(
  session: Session,
  secretHash: string,
): Promise<{ sessionId: string; workspaceId: string } | undefined> {
  const [row] = await session.prepared<{ sessionId: string; workspaceId: string }>(
    'find_connect_session',
    'select session_id as "sessionId", workspace_id as "workspaceId" from find_connect_session($1)',
    [secretHash],
  );
  return row;
}

export async function selectSession(session: Session, sessionId: string): Promise<ConnectSession | undefined> {
  const [row] = await session.prepared<Row>(
    'select_connect_session',
    `select ${COLUMNS} from connect_sessions where session_id = $1`,
    [sessionId],
  );
  return row;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockSession(session: Session, sessionId: string): Promise<ConnectSession | undefined> {
  const [row] = await session.query<Row>(`select ${COLUMNS} from connect_sessions where session_id = $1 for update`, [
    sessionId,
  ]);
  return row;
}

export async function selectSessionOfUser(
  session: Session,
  userKey: string,
  sessionId: string,
): Promise<ConnectSession | undefined> {
  const [row] = await session.query<Row>(
    `select ${COLUMNS} from connect_sessions where user_key = $1 and session_id::text = $2`,
    [userKey, sessionId],
  );
  return row;
}

/** Of the session that a correlation id names, with what became of the synchronisation; undefined when it names none. */
export async function selectConnection(
  session: Session,
  userKey: string,
  correlationId: string,
): Promise<{ status: SessionStatus; isOver: boolean; hasSyncFailed: boolean } | undefined> {
  const [row] = await session.query<{ status: SessionStatus; isOver: boolean; hasSyncFailed: boolean }>(
    `select s.status, s.expires_at <= now() as "isOver", exists (select from login_syncs l
       where l.user_key = s.user_key and l.correlation_id = s.correlation_id and l.status = 'failed') as "hasSyncFailed"
     from connect_sessions s where s.user_key = $1 and s.correlation_id::text = $2`,
    [userKey, correlationId],
  );
  return row;
}

/** What the session that a correlation id names was created with; null when it names none. */
export async function selectWebhookData(session: Session, userKey: string, correlationId: string): Promise<unknown> {
  const [row] = await session.query<{ webhookData: unknown }>(
    'select webhook_data as "webhookData" from connect_sessions where user_key = $1 and correlation_id = $2',
    [userKey, correlationId],
  );
  return row?.webhookData ?? null;
}

/** The secret of a link is good for one browser; false when another one was faster. */
export async function bindBrowser(
  session: Session,
  sessionId: string,
  hashes: { browser: string; window: string | null },
  first: { step: Step; language: Language },
) {
  const rows = await session.query(
    `update connect_sessions set browser_hash = $2, window_hash = $3, step = $4, language = $5, version = version + 1
     where session_id = $1 and browser_hash is null and status = 'open' returning 1`,
    [sessionId, hashes.browser, hashes.window, first.step, first.language],
  );
  return rows.length > 0;
}

/** Takes the right to speak with the bank, for at most `seconds`; false when somebody has it or the page moved on. */
export async function claimSession(session: Session, sessionId: string, version: number, seconds: number) {
  const rows = await session.query(
    `update connect_sessions set busy_until = now() + make_interval(secs => $3)
     where session_id = $1 and version = $2 and status = 'open' and expires_at > now() and coalesce(busy_until <= now(), true)
     returning 1`,
    [sessionId, version, seconds],
  );
  return rows.length > 0;
}

export async function releaseSession(session: Session, sessionId: string) {
  await session.query('update connect_sessions set busy_until = null where session_id = $1', [sessionId]);
}

export interface SessionChange {
  step?: Step;
  bank?: ChosenBank | null;
  accountType?: string | null;
  loginId?: string | null;
  problem?: ConnectProblem | null;
  sealedTalk?: string | null;
  returnHash?: string | null;
  connectedLoginId?: string;
  /** From now on; null: at once. */
  nextPollMs?: number | null;
}

/** Writes what the page shows next; the forms that it shows now become old. */
export async function updateSession(session: Session, sessionId: string, change: SessionChange, sameVersion = false) {
  await session.kysely
    .updateTable('connect_sessions')
    .set({
      busy_until: null,
      ...(!sameVersion && { version: sql<number>`version + 1` }),
      ...(change.step !== undefined && { step: change.step }),
      ...(change.bank !== undefined && { bank: change.bank && JSON.stringify(change.bank) }),
      ...(change.accountType !== undefined && { account_type: change.accountType }),
      ...(change.loginId !== undefined && { login_id: change.loginId }),
      ...(change.problem !== undefined && { problem: change.problem }),
      ...(change.sealedTalk !== undefined && { sealed_talk: change.sealedTalk }),
      ...(change.returnHash !== undefined && { return_hash: change.returnHash }),
      ...(change.connectedLoginId !== undefined && {
        connected_login_ids: sql<string[]>`array_append(connected_login_ids, ${change.connectedLoginId}::uuid)`,
      }),
      ...(change.nextPollMs !== undefined && {
        next_poll_at:
          change.nextPollMs === null
            ? null
            : sql<Date>`now() + make_interval(secs => ${change.nextPollMs / 1000}::float)`,
      }),
    })
    .where('session_id', '=', sessionId)
    .execute();
}

/** The page stays what it is, in other words. */
export async function updateLanguage(session: Session, sessionId: string, language: Language) {
  await session.query('update connect_sessions set language = $2 where session_id = $1', [sessionId, language]);
}

/** Ends it, and forgets what was said with the bank; false when it has ended already. */
export async function closeSession(
  session: Session,
  sessionId: string,
  end: { status: Exclude<SessionStatus, 'open'>; problem: ConnectProblem | null },
): Promise<boolean> {
  const rows = await session.query(
    `update connect_sessions set status = $2, problem = $3, version = version + 1, busy_until = null, sealed_talk = null,
       return_hash = null, ended_at = now()
     where session_id = $1 and status = 'open' returning 1`,
    [sessionId, end.status, end.problem],
  );
  return rows.length > 0;
}

/** Of all workspaces. */
export async function selectOverdue(session: Session, atMost: number) {
  return session.query<{ sessionId: string; workspaceId: string }>(
    'select session_id as "sessionId", workspace_id as "workspaceId" from overdue_connect_sessions($1)',
    [atMost],
  );
}

/** Of all workspaces; answers how many went. */
export async function deleteOldSessions(session: Session, days: number): Promise<number> {
  const [row] = await session.query<{ count: number }>(
    'select delete_connect_sessions(make_interval(days => $1)) as count',
    [days],
  );
  return row?.count ?? 0;
}

/** A user's sessions in which something was said with a bank. */
export function selectTalkingSessions(session: Session, userKey: string): Promise<ConnectSession[]> {
  return session.query<Row>(`select ${COLUMNS} from connect_sessions where user_key = $1 and sealed_talk is not null`, [
    userKey,
  ]);
}

/** Every session of a user; answers how many. */
export async function deleteSessionsOfUser(session: Session, userKey: string): Promise<Record<string, number>> {
  const { numDeletedRows } = await session.kysely
    .deleteFrom('connect_sessions')
    .where('user_key', '=', userKey)
    .executeTakeFirst();
  return { connect_sessions: Number(numDeletedRows) };
}

/** For the export: rows as they are stored. */
export const sessionRowsOfUser = (session: Session, userKey: string) => [
  {
    table: 'connect_sessions',
    batches: () => fetchInBatches(session, 'select * from connect_sessions where user_key = $1', [userKey]),
  },
];

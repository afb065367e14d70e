import type { Session } from '#platform/db/database.ts';
import type { Login, LoginBank, LoginSync, SyncedAccount } from './login.types.ts';

const LOGIN = `l.login_id as "loginId", l.user_key as "userKey", l.provider,
  jsonb_build_object('bankId', l.bank_id, 'name', l.bank_name, 'bic', l.bic, 'bankCode', l.bank_code) as bank,
  l.consent_status as "consentStatus", l.valid_until as "validUntil", l.store_secrets as "storeSecrets", l.recurring,
  l.selected_accounts as "selectedAccounts", l.sealed_state as "sealedState",
  l.login_hash as "loginHash", l.account_marks as "accountMarks", l.unattended_reads as "unattendedReads", l.failures,
  l.next_sync_at as "nextSyncAt", l.created_at as "createdAt"`;

const SYNC = `s.login_id as "loginId", s.sync_id as "syncId", s.correlation_id as "correlationId", s.trigger, s.status, s.attempt, s.psu,
  s.accounts, s.error_code as "errorCode", s.error_message as "errorMessage", s.requested_at as "requestedAt",
  s.started_at as "startedAt", s.completed_at as "completedAt", s.retry_at as "retryAt"`;

type Row<T> = T & Record<string, unknown>;

/** A user's logins, oldest first. */
export function selectLogins(session: Session, userKey: string): Promise<Login[]> {
  return session.query<Row<Login>>(`select ${LOGIN} from bank_logins l where l.user_key = $1 order by l.login_id`, [
    userKey,
  ]);
}

export async function selectLogin(session: Session, userKey: string, loginId: string): Promise<Login | undefined> {
  const [login] = await session.query<Row<Login>>(
    `select ${LOGIN} from bank_logins l where l.user_key = $1 and l.login_id = $2`,
    [userKey, loginId],
  );
  return login;
}

/** Oldest first: a user may have several at one bank. */
export function selectLoginsAtBank(
  session: Session,
  userKey: string,
  { provider, bankId }: { provider: string; bankId: string },
): Promise<Login[]> {
  return session.query<Row<Login>>(
    `select ${LOGIN} from bank_logins l where l.user_key = $1 and l.provider = $2 and l.bank_id = $3 order by l.login_id`,
    [userKey, provider, bankId],
  );
}

export async function selectLoginOwner(session: Session, loginId: string): Promise<string | undefined> {
  const [row] = await session.query<{ userKey: string }>(
    'select user_key as "userKey" from bank_logins where login_id = $1',
    [loginId],
  );
  return row?.userKey;
}

/** For `lockLogin`, after the user's lock. */
export async function lockLoginRow(session: Session, loginId: string): Promise<Login | undefined> {
  const [login] = await session.query<Row<Login>>(
    `select ${LOGIN} from bank_logins l where l.login_id = $1 for update`,
    [loginId],
  );
  return login;
}

/** What a consent says, as it is stored. */
export interface ConsentFields {
  loginId: string;
  validUntil: string | null;
  storeSecrets: boolean;
  recurring: boolean;
  selectedAccounts: string[] | null;
  sealedState: string;
  loginHash: string | null;
  accountMarks: string[];
}

export async function insertLogin(
  session: Session,
  login: ConsentFields & { workspaceId: string; userKey: string; provider: string; bank: LoginBank },
): Promise<void> {
  const { bank } = login;
  await session.query(
    `insert into bank_logins (login_id, workspace_id, user_key, provider, bank_id, bank_name, bic, bank_code, consent_status, valid_until,
       store_secrets, recurring, selected_accounts, sealed_state, login_hash, account_marks)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'valid', $9, $10, $11, $12, $13, $14, $15)`,
    [
      login.loginId,
      login.workspaceId,
      login.userKey,
      login.provider,
      bank.bankId,
      bank.name,
      bank.bic,
      bank.bankCode,
      login.validUntil,
      login.storeSecrets,
      login.recurring,
      login.selectedAccounts,
      login.sealedState,
      login.loginHash,
      login.accountMarks,
    ],
  );
}

/** Another consent takes the place of the one before. */
export async function replaceConsent(session: Session, login: ConsentFields): Promise<void> {
  await session.query(
    `update bank_logins set consent_status = 'valid', valid_until = $2, store_secrets = $3, recurring = $4, selected_accounts = $5,
       sealed_state = $6, login_hash = $7, account_marks = $8, failures = 0, next_sync_at = null, expiry_announced_at = null, updated_at = now() where login_id = $1`,
    [
      login.loginId,
      login.validUntil,
      login.storeSecrets,
      login.recurring,
      login.selectedAccounts,
      login.sealedState,
      login.loginHash,
      login.accountMarks,
    ],
  );
}

export async function deleteLogin(session: Session, loginId: string): Promise<void> {
  await session.query('delete from bank_logins where login_id = $1', [loginId]);
}

export interface LoginChange {
  consentStatus?: Login['consentStatus'];
  nextSyncAt?: Date | null;
  failures?: number;
  /** Forgets what the provider remembers. */
  forgetState?: boolean;
  expiryAnnouncedAt?: Date;
}

export async function updateLogin(session: Session, loginId: string, change: LoginChange): Promise<void> {
  await session.kysely
    .updateTable('bank_logins')
    .set({
      ...(change.consentStatus && { consent_status: change.consentStatus }),
      ...(change.nextSyncAt !== undefined && { next_sync_at: change.nextSyncAt }),
      ...(change.failures !== undefined && { failures: change.failures }),
      ...(change.forgetState && { sealed_state: null }),
      ...(change.expiryAnnouncedAt && { expiry_announced_at: change.expiryAnnouncedAt }),
      updated_at: new Date(),
    })
    .where('login_id', '=', loginId)
    .execute();
}

/** Notes that the bank was read without the end user, and forgets what is older than a day. */
export async function noteUnattendedRead(session: Session, loginId: string, now: Date): Promise<void> {
  await session.query(
    `update bank_logins set unattended_reads = array(select at from unnest(unattended_reads || $2::timestamptz) at
       where at > $2::timestamptz - interval '1 day' order by at) where login_id = $1`,
    [loginId, now],
  );
}

export interface LinkedAccount {
  loginId: string;
  accountKey: string;
  accountId: string;
  iban: string | null;
  name: string | null;
}

export function selectLinkedAccounts(session: Session, userKey: string): Promise<LinkedAccount[]> {
  return session.query<Row<LinkedAccount>>(
    `select k.login_id as "loginId", a.account_key as "accountKey", a.account_id as "accountId", a.iban, a.name
     from login_accounts k join accounts a using (account_key) where k.user_key = $1 order by a.account_id`,
    [userKey],
  );
}

/** From the moment of a reading the account belongs to this login. */
export async function linkAccount(
  session: Session,
  owner: { workspaceId: string; userKey: string; loginId: string },
  accountId: string,
  readThrough: string,
): Promise<void> {
  await session.query(
    `insert into login_accounts (account_key, login_id, workspace_id, user_key, read_through)
     select a.account_key, $1, $2, $3, $5 from accounts a where a.user_key = $3 and a.account_id = $4
     on conflict (account_key) do update set login_id = excluded.login_id, read_through = excluded.read_through`,
    [owner.loginId, owner.workspaceId, owner.userKey, accountId, readThrough],
  );
}

export interface ReadState {
  accountId: string;
  iban: string | null;
  accountNumber: string | null;
  bankCode: string | null;
  bic: string | null;
  bankName: string | null;
  name: string | null;
  currency: string;
  origin: 'bank';
  accountKey: string;
  readThrough: string | null;
  oldestPending: string | null;
}

/** The accounts that were ever read through a login, up to where. */
export function selectReadStates(session: Session, userKey: string): Promise<ReadState[]> {
  return session.query<Row<ReadState>>(
    `select a.account_key as "accountKey", a.account_id as "accountId", a.iban, a.account_number as "accountNumber",
       a.bank_code as "bankCode", a.bic, a.bank_name as "bankName", a.name, a.currency, a.origin, k.read_through as "readThrough",
       (select min(t.booking_date) from transactions t where t.account_key = a.account_key and t.status = 'pending') as "oldestPending"
     from login_accounts k join accounts a using (account_key) where k.user_key = $1`,
    [userKey],
  );
}

export function selectSyncs(session: Session, userKey: string): Promise<LoginSync[]> {
  return session.query<Row<LoginSync>>(`select ${SYNC} from login_syncs s where s.user_key = $1`, [userKey]);
}

export async function selectSync(session: Session, loginId: string): Promise<LoginSync | undefined> {
  const [sync] = await session.query<Row<LoginSync>>(`select ${SYNC} from login_syncs s where s.login_id = $1`, [
    loginId,
  ]);
  return sync;
}

/** Takes the place of the synchronisation before. */
export async function insertSync(
  session: Session,
  owner: { workspaceId: string; userKey: string },
  sync: Pick<LoginSync, 'loginId' | 'syncId' | 'correlationId' | 'trigger' | 'psu' | 'requestedAt'>,
): Promise<void> {
  await session.query(
    `insert into login_syncs (login_id, sync_id, workspace_id, user_key, correlation_id, trigger, status, psu, requested_at)
     values ($1, $2, $3, $4, $5, $6, 'queued', $7, $8)
     on conflict (login_id) do update set sync_id = excluded.sync_id, correlation_id = excluded.correlation_id, trigger = excluded.trigger,
       status = excluded.status, psu = excluded.psu, requested_at = excluded.requested_at, attempt = 0, accounts = '{}',
       error_code = null, error_message = null, started_at = null, completed_at = null, retry_at = null`,
    [
      sync.loginId,
      sync.syncId,
      owner.workspaceId,
      owner.userKey,
      sync.correlationId,
      sync.trigger,
      sync.psu && JSON.stringify(sync.psu),
      sync.requestedAt,
    ],
  );
}

export interface SyncChange {
  status: LoginSync['status'];
  attempt?: number;
  startedAt?: Date;
  completedAt?: Date;
  retryAt?: Date | null;
  error?: { code: string; message: string } | null;
}

export async function updateSync(session: Session, loginId: string, change: SyncChange): Promise<void> {
  const isOver = change.status === 'completed' || change.status === 'failed';
  await session.kysely
    .updateTable('login_syncs')
    .set({
      status: change.status,
      ...(change.attempt !== undefined && { attempt: change.attempt }),
      ...(change.startedAt && { started_at: change.startedAt }),
      ...(change.completedAt && { completed_at: change.completedAt }),
      ...(change.retryAt !== undefined && { retry_at: change.retryAt }),
      ...(change.error !== undefined && {
        error_code: change.error?.code ?? null,
        error_message: change.error?.message ?? null,
      }),
      ...(isOver && { psu: null }),
    })
    .where('login_id', '=', loginId)
    .execute();
}

export async function noteSyncedAccount(
  session: Session,
  loginId: string,
  resourceId: string,
  account: SyncedAccount,
): Promise<void> {
  await session.query(
    `update login_syncs set accounts = accounts || jsonb_build_object($2::text, $3::jsonb) where login_id = $1`,
    [loginId, resourceId, JSON.stringify(account)],
  );
}

export interface WhereLogin {
  workspaceId: string;
  loginId: string;
}

/** Across workspaces: logins whose next synchronisation has come. */
export function selectDueLogins(session: Session, now: Date, atMost: number): Promise<WhereLogin[]> {
  return session.query<Row<WhereLogin>>(
    'select workspace_id as "workspaceId", login_id as "loginId" from due_logins($1, $2)',
    [now, atMost],
  );
}

/** Across workspaces: logins whose consent ends within a week, which nobody was told yet, or has ended. */
export function selectExpiringLogins(session: Session, now: Date, atMost: number): Promise<WhereLogin[]> {
  return session.query<Row<WhereLogin>>(
    'select workspace_id as "workspaceId", login_id as "loginId" from expiring_logins($1, $2)',
    [now, atMost],
  );
}

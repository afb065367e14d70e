import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Session } from '#platform/db/database.ts';
import { TRANSACTION_COLUMNS } from './upload/transaction-row.ts';

/** The columns that an upload may fill, beside the keys. */
const DATA_COLUMNS = TRANSACTION_COLUMNS.slice(3);
const STAGED_KEYS = 'account_ordinal int, transaction_ordinal int, transaction_id text';
const COLUMN_TYPES: Partial<Record<(typeof TRANSACTION_COLUMNS)[number], string>> = {
  amount_minor: 'bigint',
  booking_date: 'date',
  value_date: 'date',
};

const CREATE_STAGING = `create temporary table if not exists staged_transactions (${STAGED_KEYS},
  ${DATA_COLUMNS.map((name) => `${name} ${COLUMN_TYPES[name] ?? 'text'}`).join(', ')}) on commit delete rows`;

/** What sorting and joining the rows of the longest body takes; what needs more goes over the disk. */
const WORK_MEM = '64MB';

/**
 * Puts the rows of a body into a temporary table of this connection, which empties itself when the transaction ends:
 * PostgreSQL refuses COPY into a table under row-level security, and set-based statements then do the merging.
 * Rows are taken while the database stores those before them.
 */
export async function stageTransactions(
  session: Session,
  rows: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  // Creating says "already exists, skipping" on every use but the first. Another upload of the same transaction may have
  // left its rows, which must not be taken for those of this one.
  await session.client.query(
    `set local work_mem = '${WORK_MEM}'; set local client_min_messages = warning; ${CREATE_STAGING}; delete from pg_temp.staged_transactions`,
  );
  const stream = session.client.query(
    copyFrom(`copy pg_temp.staged_transactions (${TRANSACTION_COLUMNS.join(', ')}) from stdin`),
  );
  // A failure ends the COPY like the end of the rows: told to PostgreSQL, what is wrong with a body would stand in its log.
  let failure: Error | undefined;
  async function* untilFailure() {
    try {
      yield* rows;
    } catch (error) {
      failure = error as Error;
    }
  }
  await pipeline(Readable.from(untilFailure(), { objectMode: false, highWaterMark: 256 * 1024 }), stream);
  if (failure !== undefined) throw failure;
}

/** Takes all rows out of the temporary table at once: deleted ones would be looked through again by each statement. */
export async function clearStaged(session: Session): Promise<void> {
  await session.client.query('truncate pg_temp.staged_transactions');
}

/** Whose the rows are. */
export interface Owner {
  userKey: string;
  workspaceId: string;
}

/** Which account each `account_ordinal` of the body is. */
export interface StagedAccounts extends Owner {
  /** By ordinal. */
  accountKeys: string[];
}

const STAGED = `pg_temp.staged_transactions s join unnest($2::uuid[]) with ordinality as a(account_key, position) on a.position = s.account_ordinal + 1`;

export interface Misplaced {
  accountOrdinal: number;
  transactionOrdinal: number;
  transactionId: string;
}

/** Staged transactions whose id the user has in another account. */
export async function selectMisplaced(
  session: Session,
  { userKey, accountKeys }: StagedAccounts,
): Promise<Misplaced[]> {
  return session.query<Misplaced & Record<string, unknown>>(
    `select s.account_ordinal as "accountOrdinal", s.transaction_ordinal as "transactionOrdinal", s.transaction_id as "transactionId"
     from ${STAGED} join transactions t on t.user_key = $1 and t.transaction_id = s.transaction_id
     where t.account_key <> a.account_key order by 1, 2 limit 20`,
    [userKey, accountKeys],
  );
}

/** Stored transactions of these accounts that the body no longer has. */
export async function deleteUnstaged(session: Session, userKey: string, accountKeys: string[]): Promise<number> {
  await session.query(
    `delete from transaction_origins o where o.account_key = any($2::uuid[]) and o.user_key = $1
     and not exists (select from pg_temp.staged_transactions s where s.transaction_id = o.transaction_id)`,
    [userKey, accountKeys],
  );
  const { rowCount } = await session.client.query(
    `delete from transactions t where t.account_key = any($2::uuid[]) and t.user_key = $1
     and not exists (select from pg_temp.staged_transactions s where s.transaction_id = t.transaction_id)`,
    [userKey, accountKeys],
  );
  return rowCount ?? 0;
}

/** Gives stored transactions the content of the staged ones where it differs; answers how many did. */
export async function updateFromStaged(session: Session, { userKey, accountKeys }: StagedAccounts): Promise<number> {
  const { rowCount } = await session.client.query(
    `update transactions t set ${DATA_COLUMNS.map((name) => `${name} = s.${name}`).join(', ')}
     from ${STAGED} where t.user_key = $1 and t.transaction_id = s.transaction_id and t.account_key = a.account_key
     and (${DATA_COLUMNS.map((name) => `t.${name}`).join(', ')}) is distinct from (${DATA_COLUMNS.map((name) => `s.${name}`).join(', ')})`,
    [userKey, accountKeys],
  );
  return rowCount ?? 0;
}

/**
 * Adds the staged transactions whose ids the user doesn't have; answers how many those were. Of a user who has none at
 * all (`known: false`) nothing is looked up, which takes a third of the time off; no body has an id twice. In the order of
 * an index, which then grows at one end instead of everywhere, and in which they are read for analyses.
 */
export async function insertFromStaged(
  session: Session,
  { userKey, workspaceId, accountKeys }: StagedAccounts,
  { known }: { known: boolean },
): Promise<number> {
  const { rowCount } = await session.client.query(
    `insert into transactions (workspace_id, user_key, account_key, transaction_id, ${DATA_COLUMNS.join(', ')})
     select $3, $1, ($2::uuid[])[s.account_ordinal + 1], s.transaction_id, ${DATA_COLUMNS.map((name) => `s.${name}`).join(', ')}
     from pg_temp.staged_transactions s order by s.account_ordinal, s.booking_date ${known ? 'on conflict (user_key, transaction_id) do nothing' : ''}`,
    [userKey, accountKeys, workspaceId],
  );
  return rowCount ?? 0;
}

/** Whether the user has any account or transaction that an upload could meet. */
export async function hasBankData(session: Session, userKey: string): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>(
    `select exists (select from accounts where user_key = $1)
       or exists (select from transactions where user_key = $1) as found`,
    [userKey],
  );
  return row?.found ?? false;
}

/** Whether the user has any transaction: a first upload needs no comparing. */
export async function hasTransactions(session: Session, userKey: string): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>(
    'select exists (select from transactions where user_key = $1) as found',
    [userKey],
  );
  return row?.found ?? false;
}

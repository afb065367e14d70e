import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Session } from '#platform/db/database.ts';
import { fingerprint } from './fingerprint.ts';
import type { IncomingTransaction, StoredTransaction } from './match.types.ts';
import { CONTENT_COLUMNS, ID_SEPARATOR, STATEMENT_COLUMNS } from './statement-row.ts';

const COLUMN_TYPES: Record<string, string> = {
  ref_ordinal: 'int',
  ordinal: 'int',
  amount_minor: 'bigint',
  booking_date: 'date',
  value_date: 'date',
};
/** `decision` is null for what is new; `transaction_id` is set by then for everything that will be or is stored. */
const CREATE_STAGING = `create temporary table if not exists staged_statements (
  ${STATEMENT_COLUMNS.map((name) => `${name} ${COLUMN_TYPES[name] ?? 'text'}`).join(', ')},
  transaction_id text, occurrence int, decision text) on commit delete rows;
  create index if not exists staged_statements_by_day on staged_statements (ref_ordinal, booking_date);
  create index if not exists staged_statements_by_ordinal on staged_statements (ref_ordinal, ordinal)`;

/** Streams rows into a temporary table of this connection, which empties itself when the transaction ends. */
export async function stageRows(session: Session, rows: AsyncIterable<Buffer>): Promise<void> {
  await session.client.query(
    `set local client_min_messages = warning; ${CREATE_STAGING}; delete from pg_temp.staged_statements`,
  );
  const copy = copyFrom(`copy pg_temp.staged_statements (${STATEMENT_COLUMNS.join(', ')}) from stdin`);
  await pipeline(Readable.from(rows, { objectMode: false, highWaterMark: 256 * 1024 }), session.client.query(copy));
  await session.query('analyze pg_temp.staged_statements');
}

export interface StagedDay {
  day: string;
  /** How many of its transactions are still to be decided. */
  open: number;
}

export function countStagedDays(session: Session, refOrdinal: number): Promise<StagedDay[]> {
  return session.query<StagedDay & Record<string, unknown>>(
    `select booking_date as day, count(*) filter (where decision is null) as open
     from pg_temp.staged_statements where ref_ordinal = $1 group by 1 order by 1`,
    [refOrdinal],
  );
}

/**
 * Decides, in one statement, what needs no weighing: what is booked, stands once in the reading and was read last as the
 * same, once. `matchTransactions` would decide the same. Near pending ones, which may be another's past, it leaves the
 * decision to it.
 */
export async function claimUnchanged(
  session: Session,
  { accountKey, refOrdinal, source }: Target,
  margin: number,
): Promise<void> {
  // The planner can't know how many are alone: taking it for few, it would compare each with each.
  await session.query(`select set_config('enable_nestloop', 'off', true)`);
  await session.query(
    `with alone as (
       select fingerprint, min(ordinal) as ordinal from pg_temp.staged_statements where ref_ordinal = $1 group by 1 having count(*) = 1),
     known as (
       select fingerprints[cardinality(fingerprints)] as fingerprint, min(transaction_id) as transaction_id, min(source) as source
       from transaction_origins where account_key = $2 group by 1 having count(*) = 1)
     update pg_temp.staged_statements s set decision = 'known', transaction_id = k.transaction_id
     from alone join known k using (fingerprint)
     where s.ref_ordinal = $1 and s.ordinal = alone.ordinal and s.status = 'booked' and ($3 = 'import' or k.source = 'bank')
       and k.transaction_id not in (select transaction_id from transactions where account_key = $2 and status = 'pending')
       and s.booking_date < coalesce((select min(booking_date) - $4::int from pg_temp.staged_statements
         where ref_ordinal = $1 and status = 'pending'), 'infinity'::date)`,
    [refOrdinal, accountKey, source, margin],
  );
  await session.query(`select set_config('enable_nestloop', 'on', true)`);
}

/** Whether anything could be known: the account has transactions, or the reading gives a number twice. */
export async function needsMatching(session: Session, accountKey: string, refOrdinal: number): Promise<boolean> {
  const [row] = await session.query<{ needed: boolean }>(
    `select exists (select from transactions where account_key = $1) or exists (
       select from pg_temp.staged_statements s, unnest(string_to_array(s.bank_ids, '${ID_SEPARATOR}')) id
       where s.ref_ordinal = $2 and (id like 'id:%' or id like 'entry:%') group by id having count(*) > 1) as needed`,
    [accountKey, refOrdinal],
  );
  return row?.needed ?? true;
}

const MATCHABLE = [
  'amount_minor',
  'currency',
  'booking_date',
  'value_date',
  'booking_text',
  'purpose',
  'partner_name',
  'partner_iban',
  'end_to_end_id',
  'status',
];
const matchable = (alias: string) =>
  MATCHABLE.map(
    (name) => `${alias}.${name} as "${name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())}"`,
  ).join(', ');

type StagedRow = Omit<IncomingTransaction, 'bankIds'> & { ordinal: number; bankIds: string | null };

/** Those that are still to be decided. */
export async function selectStaged(session: Session, refOrdinal: number, from: string, to: string) {
  const rows = await session.query<StagedRow & Record<string, unknown>>(
    `select s.ordinal, s.bank_ids as "bankIds", s.fingerprint, ${matchable('s')} from pg_temp.staged_statements s
     where s.ref_ordinal = $1 and s.booking_date between $2 and $3 and s.decision is null order by s.booking_date, s.ordinal`,
    [refOrdinal, from, to],
  );
  return rows.map((row) => ({ ...row, bankIds: row.bankIds === null ? [] : row.bankIds.split(ID_SEPARATOR) }));
}

type StoredRow = Omit<StoredTransaction, 'fingerprint'>;

/** Transactions of an account that nothing of this reading is yet, with all that they were ever read under. */
export async function selectStored(
  session: Session,
  { accountKey, refOrdinal }: Target,
  from: string,
  to: string,
): Promise<StoredTransaction[]> {
  const rows = await session.query<StoredRow & Record<string, unknown>>(
    `select t.transaction_id as "transactionId", ${matchable('t')}, coalesce(o.bank_ids, '{}') as "bankIds",
       coalesce(o.fingerprints, '{}') as fingerprints, coalesce(o.source, 'upload') as source
     from transactions t left join transaction_origins o on o.user_key = t.user_key and o.transaction_id = t.transaction_id
     where t.account_key = $1 and t.booking_date between $2 and $3 and t.transaction_id not in (
       select s.transaction_id from pg_temp.staged_statements s where s.ref_ordinal = $4 and s.transaction_id is not null)
     order by t.booking_date, t.transaction_id`,
    [accountKey, from, to, refOrdinal],
  );
  return rows.map((row) => ({ ...row, fingerprint: row.fingerprints.at(-1) ?? fingerprint(row) }));
}

export interface Decision {
  ordinal: number;
  decision: 'known' | 'updated' | 'repeated';
  transactionId: string | null;
}

export async function writeDecisions(session: Session, refOrdinal: number, decisions: Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  await session.query(
    `update pg_temp.staged_statements s set decision = d.decision, transaction_id = d.transaction_id
     from unnest($2::int[], $3::text[], $4::text[]) as d(ordinal, decision, transaction_id)
     where s.ref_ordinal = $1 and s.ordinal = d.ordinal`,
    [
      refOrdinal,
      decisions.map((each) => each.ordinal),
      decisions.map((each) => each.decision),
      decisions.map((each) => each.transactionId),
    ],
  );
}

/** Whose rows a reading of one account is merged with. */
export interface Target {
  workspaceId: string;
  userKey: string;
  accountKey: string;
  accountId: string;
  refOrdinal: number;
  source: 'import' | 'bank';
}

const newId = (occurrence: string) =>
  `encode(substr(sha256(convert_to($2 || ' ' || s.fingerprint || ' ' || ${occurrence}, 'UTF8')), 1, 16), 'hex')`;
/** Twice as far each time: how often an id can be taken by transactions that say the same. */
const MOST_ATTEMPTS = 24;

/**
 * Names the new transactions after what they say and, among those that say the same, how many there are: the same
 * statement gives the same ids wherever it is read first.
 */
export async function nameNew(session: Session, { refOrdinal, accountId, userKey }: Target): Promise<void> {
  const condition = 's.ref_ordinal = $1 and s.decision is null';
  await session.query(
    `update pg_temp.staged_statements s set occurrence = r.n, transaction_id = ${newId('r.n')} from
       (select ordinal, row_number() over (partition by fingerprint order by ordinal) as n
        from pg_temp.staged_statements where ref_ordinal = $1 and decision is null) r
     where ${condition} and s.ordinal = r.ordinal`,
    [refOrdinal, accountId],
  );
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const next = `s.occurrence + ${2 ** attempt}`;
    const { rowCount } = await session.client.query(
      `update pg_temp.staged_statements s set occurrence = ${next}, transaction_id = ${newId(`(${next})`)}
       where ${condition} and s.fingerprint in (
         select c.fingerprint from pg_temp.staged_statements c join transactions t on t.user_key = $3 and t.transaction_id = c.transaction_id
         where c.ref_ordinal = $1 and c.decision is null)`,
      [refOrdinal, accountId, userKey],
    );
    if (!rowCount) return;
  }
  throw new Error('No free transaction ids were found');
}

export async function insertNew(
  session: Session,
  { workspaceId, userKey, accountKey, refOrdinal }: Target,
): Promise<number> {
  const { rowCount } = await session.client.query(
    `insert into transactions (workspace_id, user_key, account_key, transaction_id, ${CONTENT_COLUMNS.join(', ')})
     select $2, $3, $4, s.transaction_id, ${CONTENT_COLUMNS.map((name) => `s.${name}`).join(', ')}
     from pg_temp.staged_statements s where s.ref_ordinal = $1 and s.decision is null`,
    [refOrdinal, workspaceId, userKey, accountKey],
  );
  return rowCount ?? 0;
}

/** Answers how many really changed. */
export async function updateKnown(session: Session, { userKey, refOrdinal }: Target): Promise<number> {
  const { rowCount } = await session.client.query(
    `update transactions t set ${CONTENT_COLUMNS.map((name) => `${name} = s.${name}`).join(', ')}
     from pg_temp.staged_statements s where s.ref_ordinal = $1 and s.decision = 'updated' and t.user_key = $2
     and t.transaction_id = s.transaction_id
     and (${CONTENT_COLUMNS.map((name) => `t.${name}`).join(', ')}) is distinct from (${CONTENT_COLUMNS.map((name) => `s.${name}`).join(', ')})`,
    [refOrdinal, userKey],
  );
  return rowCount ?? 0;
}

/** Of each list the newest entries are kept. */
const MOST_REMEMBERED = 12;
const merged = (column: string) => {
  const all = `o.${column} || array(select item from unnest(excluded.${column}) item where item <> all(o.${column}))`;
  return `(select list[greatest(1, cardinality(list) - ${MOST_REMEMBERED - 1}):] from (select ${all} as list) merged)`;
};

/** Remembers under which ids and contents each transaction of the reading was seen. */
export async function rememberOrigins(session: Session, target: Target): Promise<void> {
  await session.query(
    `insert into transaction_origins as o (workspace_id, user_key, account_key, transaction_id, source, bank_ids, fingerprints)
     select $2, $3, $4, s.transaction_id, $5, coalesce(string_to_array(s.bank_ids, '${ID_SEPARATOR}'), '{}'), array[s.fingerprint]
     from pg_temp.staged_statements s where s.ref_ordinal = $1 and s.decision is distinct from 'repeated'
     on conflict (user_key, transaction_id) do update set bank_ids = ${merged('bank_ids')}, fingerprints = ${merged('fingerprints')},
       source = case when excluded.source = 'bank' then 'bank' else o.source end
     where not (excluded.bank_ids <@ o.bank_ids and excluded.fingerprints <@ o.fingerprints) or (excluded.source = 'bank' and o.source <> 'bank')`,
    [target.refOrdinal, target.workspaceId, target.userKey, target.accountKey, target.source],
  );
}

/** Pending transactions that statements told of and that this reading, which speaks of their days, no longer has. */
export async function deleteVanished(session: Session, target: Target, from: string, to: string): Promise<number> {
  const sources = target.source === 'bank' ? ['bank', 'import'] : ['import'];
  const { rowCount } = await session.client.query(
    `with gone as (
       delete from transactions t using transaction_origins o
       where t.account_key = $2 and t.status = 'pending' and t.booking_date between $3 and $4
         and o.user_key = t.user_key and o.transaction_id = t.transaction_id and o.source = any($5)
         and not exists (select from pg_temp.staged_statements s where s.ref_ordinal = $1 and s.transaction_id = t.transaction_id)
       returning t.user_key, t.transaction_id)
     delete from transaction_origins o using gone where o.user_key = gone.user_key and o.transaction_id = gone.transaction_id`,
    [target.refOrdinal, target.accountKey, from, to, sources],
  );
  return rowCount ?? 0;
}

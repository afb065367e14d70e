import { sql } from 'kysely';
import { fetchColumnsInBatches, fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';
import type { Transaction } from './banking.types.ts';
import { selectKnownAccounts } from './statements/statement-accounts.queries.ts';
import {
  createHistoryReader,
  fromRow,
  type HistoryColumns,
  KIND,
  PLACE,
  type TransactionRow,
} from './transaction-row.ts';
import { twinsAmong } from './twin-accounts.ts';

/** The columns of a transaction, in the terms of the domain, but for its account. */
const COLUMNS = `t.transaction_id as "transactionId", t.amount_minor as "amountMinor", t.currency,
  t.booking_date as "bookingDate", t.value_date as "valueDate", t.booking_text as "bookingText", t.purpose,
  t.merchant_category_code as "merchantCategoryCode", t.partner_name as "partnerName", t.partner_iban as "partnerIban",
  t.partner_bic as "partnerBic", t.partner_account_number as "partnerAccountNumber", t.partner_bank_code as "partnerBankCode",
  t.partner_creditor_id as "partnerCreditorId", t.end_to_end_id as "endToEndId", t.mandate_id as "mandateId",
  t.purpose_code as "purposeCode", t.bank_transaction_code as "bankTransactionCode", t.status`;
/** `account_id` comes from the account it stands in. */
const SELECT = `select a.account_id as "accountId", ${COLUMNS} from transactions t join accounts a using (account_key)`;
const SELECT_WITH_KEY = SELECT.replace('select ', () => 'select account_key as "accountKey", ');

/** Of the accounts $2: what each is called ($3), and from which day on its transactions do not count ($4). */
const POSITION = 'array_position($2::uuid[], t.account_key)';
const HISTORY = `select ${historyColumns(`($3::text[])[${POSITION}]`)} from transactions t
  where t.user_key = $1 and ${POSITION} is not null and t.booking_date < coalesce(($4::date[])[${POSITION}], 'infinity')
  order by t.booking_date, t.transaction_id`;

/** The same of one account, which has no twin, and whose index has that order already: nothing is sorted, and the first rows come at once. */
const HISTORY_OF_ONE = `select ${historyColumns('$2::text')} from transactions t
  where t.account_key = $1 order by t.booking_date, t.transaction_id`;

/** `HistoryColumns`, in their order. */
function historyColumns(accountId: string): string {
  const record = (columns: readonly string[]) =>
    `(${columns.map((name) => (name === 'account_id' ? accountId : `t.${name}`)).join(', ')})::text`;
  return `t.transaction_id, t.amount_minor, t.purpose, t.end_to_end_id, t.mandate_id, ${record(PLACE)}, ${record(KIND)}`;
}

/** The engines begin with the first while the database sends the next. */
const BATCH = 1_000;

/**
 * Every transaction of a user as the engines see them, oldest first, in batches; needs a transaction. What the bank tells
 * itself counts once (`twin-accounts.ts`). Without a join: of rows that have just been stored PostgreSQL does not know yet
 * how many they are, and would look through the user's once per account.
 */
export async function* transactionsOfUser(session: Session, userKey: string): AsyncGenerator<Transaction[]> {
  const [text, values] = await historyQuery(session, userKey);
  const read = createHistoryReader();
  for await (const rows of fetchColumnsInBatches<HistoryColumns>(session, text, values, BATCH)) yield rows.map(read);
}

async function historyQuery(session: Session, userKey: string): Promise<[text: string, values: unknown[]]> {
  const accounts = await selectKnownAccounts(session, userKey);
  const [only] = accounts;
  if (only && accounts.length === 1) return [HISTORY_OF_ONE, [only.accountKey, only.accountId]];
  const twins = new Map((await twinsAmong(session, accounts)).map((twin) => [twin.accountKey, twin]));
  const values = [
    userKey,
    accounts.map(({ accountKey }) => accountKey),
    accounts.map(({ accountKey, accountId }) => twins.get(accountKey)?.bankAccountId ?? accountId),
    accounts.map(({ accountKey }) => twins.get(accountKey)?.since ?? null),
  ];
  return [HISTORY, values];
}

/** Those of one account, newest first, in batches; needs a transaction. */
export async function* transactionsOfAccount(session: Session, accountKey: string): AsyncGenerator<Transaction[]> {
  const text = `${SELECT} where t.account_key = $1 order by t.booking_date desc, t.transaction_id desc`;
  for await (const rows of fetchInBatches<TransactionRow>(session, text, [accountKey])) yield rows.map(fromRow);
}

export async function newestTransactions(session: Session, accountKey: string, limit: number): Promise<Transaction[]> {
  const rows = await session.query<TransactionRow>(
    `${SELECT} where t.account_key = $1 order by t.booking_date desc, t.transaction_id desc limit $2`,
    [accountKey, limit],
  );
  return rows.map(fromRow);
}

/** Each with the key of the account it stands in. */
export async function selectTransactionsById(
  session: Session,
  userKey: string,
  ids: string[],
): Promise<(Transaction & { accountKey: string })[]> {
  const rows = await session.query<TransactionRow & { accountKey: string }>(
    `${SELECT_WITH_KEY} where t.user_key = $1 and t.transaction_id = any($2)`,
    [userKey, ids],
  );
  return rows.map((row) => ({ ...fromRow(row), accountKey: row.accountKey }));
}

/** Which of these transactions the user has. */
export async function knownTransactions(
  session: Session,
  userKey: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await session.query<{ id: string }>(
    'select transaction_id as id from transactions where user_key = $1 and transaction_id = any($2)',
    [userKey, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface TransactionFilter {
  accountKey?: string;
  text?: string;
  from?: string;
  to?: string;
  categoryId?: string;
  /** In ten-thousandths of the major unit: what every currency's minor unit divides. */
  minTenThousandths?: number;
  maxTenThousandths?: number;
}

export type TransactionSort = 'bookingDate' | '-bookingDate' | 'amount' | '-amount';

export interface TransactionPage {
  sort: TransactionSort;
  limit: number;
  /** Where the page before ended: its last sort value and id. */
  after: { value: string; transactionId: string } | null;
}

/** Currencies by the ten-thousandths that one of their minor units makes. */
export interface CurrencyScales {
  1: string[];
  10: string[];
  10000: string[];
}

/** A page of a user's transactions, and how many the filter lets through in all. */
export async function selectTransactions(
  session: Session,
  userKey: string,
  filter: TransactionFilter,
  page: TransactionPage,
  scales: CurrencyScales,
): Promise<{ transactions: Transaction[]; total: number }> {
  const values: unknown[] = [userKey];
  const value = (item: unknown) => `$${values.push(item)}`;
  const tests = [`t.user_key = $1`, ...filterTests(filter, value, scales)];
  const totalSql = `select count(*) as total from transactions t where ${tests.join(' and ')}`;
  const totalValues = [...values];
  const { column, type, descending } = sortOf(page.sort, value, scales);
  const direction = descending ? 'desc' : 'asc';
  if (page.after) {
    const at = `(${value(page.after.value)}::${type}, ${value(page.after.transactionId)})`;
    tests.push(`(${column}, t.transaction_id) ${descending ? '<' : '>'} ${at}`);
  }
  const rows = await session.query<TransactionRow>(
    `${SELECT} where ${tests.join(' and ')} order by ${column} ${direction}, t.transaction_id ${direction} limit ${value(page.limit)}`,
    values,
  );
  const [count] = await session.query<{ total: number }>(totalSql, totalValues);
  return { transactions: rows.map(fromRow), total: count?.total ?? 0 };
}

/** Amounts are ordered by what a person reads: 7 EUR stand before 600 JPY, though they are more minor units. */
function sortOf(sort: TransactionSort, value: (item: unknown) => string, scales: CurrencyScales) {
  const descending = sort.startsWith('-');
  return sort.endsWith('amount')
    ? { column: tenThousandths(value, scales), type: 'numeric', descending }
    : { column: 't.booking_date', type: 'date', descending };
}

const tenThousandths = (value: (item: unknown) => string, scales: CurrencyScales) =>
  `(t.amount_minor::numeric * case when t.currency = any(${value(scales[10000])}) then 10000
    when t.currency = any(${value(scales[10])}) then 10 when t.currency = any(${value(scales[1])}) then 1 else 100 end)`;

function filterTests(filter: TransactionFilter, value: (item: unknown) => string, scales: CurrencyScales): string[] {
  const tests: string[] = [];
  if (filter.accountKey) tests.push(`t.account_key = ${value(filter.accountKey)}`);
  if (filter.from) tests.push(`t.booking_date >= ${value(filter.from)}`);
  if (filter.to) tests.push(`t.booking_date <= ${value(filter.to)}`);
  if (filter.text) {
    const pattern = value(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`);
    tests.push(
      `(t.purpose ilike ${pattern} or t.partner_name ilike ${pattern} or t.booking_text ilike ${pattern} or t.transaction_id ilike ${pattern})`,
    );
  }
  if (filter.categoryId) {
    tests.push(`t.transaction_id = any(coalesce((select c.transaction_ids from transaction_categories c
      where c.user_key = $1 and c.category_id = ${value(filter.categoryId)}), '{}'))`);
  }
  if (filter.minTenThousandths !== undefined || filter.maxTenThousandths !== undefined) {
    const scaled = tenThousandths(value, scales);
    if (filter.minTenThousandths !== undefined) tests.push(`${scaled} >= ${value(filter.minTenThousandths)}`);
    if (filter.maxTenThousandths !== undefined) tests.push(`${scaled} <= ${value(filter.maxTenThousandths)}`);
  }
  return tests;
}

/** Deletes transactions of one account; answers the ids that were there. */
export async function deleteTransactionRows(session: Session, accountKey: string, ids: string[]): Promise<string[]> {
  const rows = await session.kysely
    .deleteFrom('transactions')
    .where('account_key', '=', accountKey)
    .where(sql<boolean>`transaction_id = any(${ids})`)
    .returning('transaction_id')
    .execute();
  await session.kysely
    .deleteFrom('transaction_origins')
    .where('account_key', '=', accountKey)
    .where(sql<boolean>`transaction_id = any(${ids})`)
    .execute();
  return rows.map((row) => row.transaction_id);
}

/** What the booked transactions of an account add up to by month, in the account's currency, newest first. */
export async function selectAccountMonths(session: Session, accountKey: string, currency: string) {
  return session.query<{ month: string; inflowMinor: number; outflowMinor: number }>(
    `select to_char(booking_date, 'YYYY-MM') as month,
       coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::bigint as "inflowMinor",
       coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0)::bigint as "outflowMinor"
     from transactions where account_key = $1 and currency = $2 and status = 'booked' group by 1 order by 1 desc`,
    [accountKey, currency],
  );
}

export async function selectAccountTotals(session: Session, accountKey: string, currency: string) {
  const [row] = await session.query<{ from: string | null; to: string | null; count: number; otherCurrency: number }>(
    `select min(booking_date) filter (where currency = $2 and status = 'booked') as "from",
       max(booking_date) filter (where currency = $2 and status = 'booked') as "to", count(*) as count,
       count(*) filter (where currency <> $2 and status = 'booked') as "otherCurrency" from transactions where account_key = $1`,
    [accountKey, currency],
  );
  return row ?? { from: null, to: null, count: 0, otherCurrency: 0 };
}

/** Replaces which transactions stand in which category; `categories` has one entry per category. */
export async function replaceCategories(
  session: Session,
  owner: { workspaceId: string; userKey: string },
  categories: { categoryId: string; transactionIds: string[] }[],
) {
  await session.kysely.deleteFrom('transaction_categories').where('user_key', '=', owner.userKey).execute();
  if (categories.length === 0) return;
  // The ids as JSON: the driver writes the text of an array element by element.
  const ids = (n: number) => `array(select json_array_elements_text($${n}::json))`;
  const tuples = categories.map((_, n) => `($1::uuid, $2::uuid, $${2 * n + 3}, ${ids(2 * n + 4)})`);
  await session.query(
    `insert into transaction_categories (workspace_id, user_key, category_id, transaction_ids) values ${tuples.join(', ')}`,
    [
      owner.workspaceId,
      owner.userKey,
      ...categories.flatMap(({ categoryId, transactionIds }) => [categoryId, JSON.stringify(transactionIds)]),
    ],
  );
}

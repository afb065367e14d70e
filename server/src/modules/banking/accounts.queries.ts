import { sql } from 'kysely';
import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';
import type { ParsedAccount } from './upload/parse-account.ts';

const columns = [
  'account_key as accountKey',
  'account_id as accountId',
  'account_number as accountNumber',
  'iban',
  'bic',
  'bank_code as bankCode',
  'bank_name as bankName',
  'name',
  'owner',
  'type',
  'currency',
  'balance_minor as balanceMinor',
  'overdraft_limit_minor as overdraftLimitMinor',
  'icon',
  'securities',
  'standing_orders as standingOrders',
  'supported_payments as supportedPayments',
  'origin',
] as const;

export async function selectAccounts(
  session: Session,
  userKey: string,
  page?: { limit: number; after: string | null },
) {
  let query = session.kysely
    .selectFrom('accounts')
    .select(columns)
    .where('user_key', '=', userKey)
    .orderBy('account_id');
  if (page) query = query.limit(page.limit);
  if (page?.after != null) query = query.where('account_id', '>', page.after);
  return query.execute();
}

export type AccountRow = Awaited<ReturnType<typeof selectAccounts>>[number];

export async function selectAccount(
  session: Session,
  userKey: string,
  accountId: string,
): Promise<AccountRow | undefined> {
  return session.kysely
    .selectFrom('accounts')
    .select(columns)
    .where('user_key', '=', userKey)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export async function selectAccountsById(
  session: Session,
  userKey: string,
  accountIds: string[],
): Promise<AccountRow[]> {
  return session.kysely
    .selectFrom('accounts')
    .select(columns)
    .where('user_key', '=', userKey)
    .where(sql<boolean>`account_id = any(${accountIds})`)
    .execute();
}

export interface AccountToStore extends ParsedAccount {
  accountKey: string;
}

/** Creates the accounts, or replaces the fields of those that exist, all in one statement. */
export async function upsertAccounts(
  session: Session,
  owner: { workspaceId: string; userKey: string },
  accounts: AccountToStore[],
) {
  const rows = accounts.map((account) => ({
    account_key: account.accountKey,
    workspace_id: owner.workspaceId,
    user_key: owner.userKey,
    account_id: account.accountId,
    account_number: account.accountNumber,
    iban: account.iban,
    bic: account.bic,
    bank_code: account.bankCode,
    bank_name: account.bankName,
    name: account.name,
    owner: account.owner,
    type: account.type,
    currency: account.currency,
    balance_minor: account.balanceMinor,
    overdraft_limit_minor: account.overdraftLimitMinor,
    icon: account.icon,
    securities: JSON.parse(account.securitiesJson),
    standing_orders: JSON.parse(account.standingOrdersJson),
    supported_payments: JSON.parse(account.supportedPaymentsJson),
    origin: 'upload',
  }));
  await session.query(
    `insert into accounts (account_key, workspace_id, user_key, account_id, account_number, iban, bic, bank_code, bank_name, name,
       owner, type, currency, balance_minor, overdraft_limit_minor, icon, securities, standing_orders, supported_payments, origin)
     select account_key, workspace_id, user_key, account_id, account_number, iban, bic, bank_code, bank_name, name,
       owner, type, currency, balance_minor, overdraft_limit_minor, icon, securities, standing_orders, supported_payments, origin
     from jsonb_populate_recordset(null::accounts, $1)
     on conflict (user_key, account_id) do update set
       iban = excluded.iban, bic = excluded.bic, bank_code = excluded.bank_code, bank_name = excluded.bank_name,
       name = excluded.name, owner = excluded.owner, type = excluded.type, currency = excluded.currency,
       balance_minor = excluded.balance_minor, overdraft_limit_minor = excluded.overdraft_limit_minor, icon = excluded.icon,
       securities = excluded.securities, standing_orders = excluded.standing_orders,
       supported_payments = excluded.supported_payments, updated_at = now()`,
    [JSON.stringify(rows)],
  );
}

/** Deletes accounts with their transactions; answers how many rows of each went. */
export async function deleteAccountRows(
  session: Session,
  accountKeys: string[],
): Promise<{ accounts: number; transactions: number }> {
  const transactions = await session.kysely
    .deleteFrom('transactions')
    .where(sql<boolean>`account_key = any(${accountKeys}::uuid[])`)
    .executeTakeFirst();
  await session.kysely
    .deleteFrom('transaction_origins')
    .where(sql<boolean>`account_key = any(${accountKeys}::uuid[])`)
    .execute();
  const accounts = await session.kysely
    .deleteFrom('accounts')
    .where(sql<boolean>`account_key = any(${accountKeys}::uuid[])`)
    .executeTakeFirst();
  return { accounts: Number(accounts.numDeletedRows), transactions: Number(transactions.numDeletedRows) };
}

/** Every row of the module about a user; answers how many per table. */
export async function deleteBankingOfUser(session: Session, userKey: string): Promise<Record<string, number>> {
  const erased: Record<string, number> = {};
  for (const table of [
    'transaction_categories',
    'transaction_origins',
    'transactions',
    'account_balances',
    'login_accounts',
    'login_syncs',
    'bank_logins',
    'accounts',
  ] as const) {
    const { numDeletedRows } = await session.kysely
      .deleteFrom(table)
      .where('user_key', '=', userKey)
      .executeTakeFirst();
    erased[table] = Number(numDeletedRows);
  }
  return erased;
}

const EXPORTED = [
  'accounts',
  'account_balances',
  'transactions',
  'transaction_origins',
  'transaction_categories',
  'bank_logins',
  'login_accounts',
  'login_syncs',
];
/** Secrets are nobody's to read. */
const EXPORTED_COLUMNS: Record<string, string> = {
  bank_logins: `login_id, provider, bank_id, bank_name, bic, bank_code, consent_status, valid_until, store_secrets, recurring,
    selected_accounts, unattended_reads, failures, next_sync_at, expiry_announced_at, created_at, updated_at`,
};

/** For the export: rows as they are stored. */
export function bankingRowsOfUser(session: Session, userKey: string) {
  return EXPORTED.map((table) => ({
    table,
    batches: () =>
      fetchInBatches(session, `select ${EXPORTED_COLUMNS[table] ?? '*'} from ${table} where user_key = $1`, [userKey]),
  }));
}

import type { Session } from '#platform/db/database.ts';
import type { ExistingAccount } from './account-identity.ts';

export interface KnownAccount extends ExistingAccount {
  balanceDate: string | null;
  hasBalance: boolean;
}

/** All accounts of a user, with what tells them apart. */
export function selectKnownAccounts(session: Session, userKey: string): Promise<KnownAccount[]> {
  return session.prepared<KnownAccount & Record<string, unknown>>(
    'select_known_accounts',
    `select account_key as "accountKey", account_id as "accountId", iban, account_number as "accountNumber", bank_code as "bankCode",
       bic, bank_name as "bankName", name, currency, origin, balance_date as "balanceDate", balance_minor is not null as "hasBalance"
     from accounts where user_key = $1 order by account_key`,
    [userKey],
  );
}

export interface AccountFields {
  accountKey: string;
  iban: string | null;
  accountNumber: string | null;
  bankCode: string | null;
  bic: string | null;
  bankName: string | null;
  name: string | null;
  owner: string | null;
  type: string | null;
  overdraftLimitMinor: number | null;
}

export async function insertStatementAccount(
  session: Session,
  account: AccountFields & {
    workspaceId: string;
    userKey: string;
    accountId: string;
    currency: string;
    origin: 'import' | 'bank';
  },
): Promise<void> {
  await session.query(
    `insert into accounts (account_key, workspace_id, user_key, account_id, iban, account_number, bank_code, bic, bank_name, name, owner,
       type, overdraft_limit_minor, currency, origin) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      account.accountKey,
      account.workspaceId,
      account.userKey,
      account.accountId,
      account.iban,
      account.accountNumber,
      account.bankCode,
      account.bic,
      account.bankName,
      account.name,
      account.owner,
      account.type,
      account.overdraftLimitMinor,
      account.currency,
      account.origin,
    ],
  );
}

const FIELDS = [
  'iban',
  'account_number',
  'bank_code',
  'bic',
  'bank_name',
  'name',
  'owner',
  'overdraft_limit_minor',
  'type',
];

/** Adds what the account did not say of itself; a bank (`prevails`) also has the last word, and the account becomes its own. */
export async function updateStatementAccount(
  session: Session,
  account: AccountFields,
  prevails: boolean,
): Promise<void> {
  const values = FIELDS.map((field, n) => {
    const given = `$${n + 2}${field === 'overdraft_limit_minor' ? '::bigint' : '::text'}`;
    return `${field} = ${prevails ? `coalesce(${given}, ${field})` : `coalesce(${field}, ${given})`}`;
  });
  await session.query(
    `update accounts set ${values.join(', ')}${prevails ? `, origin = 'bank'` : ''}, updated_at = now() where account_key = $1`,
    [
      account.accountKey,
      account.iban,
      account.accountNumber,
      account.bankCode,
      account.bic,
      account.bankName,
      account.name,
      account.owner,
      account.overdraftLimitMinor,
      account.type,
    ],
  );
}

export async function setBalance(
  session: Session,
  accountKey: string,
  balance: { amountMinor: number; date: string },
): Promise<void> {
  await session.query(
    `update accounts set balance_minor = $2, balance_date = $3, updated_at = now() where account_key = $1`,
    [accountKey, balance.amountMinor, balance.date],
  );
}

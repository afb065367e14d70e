import { formatMinor } from '#platform/money.ts';
import type { AccountRow } from './accounts.queries.ts';
import type { Account as AccountShape, Transaction as TransactionShape } from './banking.schemas.ts';
import type { Account, AccountType, Transaction } from './banking.types.ts';

const major = (minor: number | null, currency: string) => (minor === null ? null : formatMinor(minor, currency));

/** A transaction as it goes over the wire. */
export function presentTransaction({ amountMinor, ...rest }: Transaction): TransactionShape {
  return { ...rest, amount: formatMinor(amountMinor, rest.currency) };
}

/** An account as it goes over the wire, without its transactions. */
export function presentAccount(row: AccountRow): AccountShape {
  const { accountKey, origin, balanceMinor, overdraftLimitMinor, ...rest } = row;
  return {
    ...rest,
    type: row.type as AccountType,
    securities: row.securities as unknown[],
    standingOrders: row.standingOrders as unknown[],
    supportedPayments: row.supportedPayments as unknown[],
    balance: major(balanceMinor, row.currency),
    overdraftLimit: major(overdraftLimitMinor, row.currency),
  };
}

/** An account as the engines see it. */
export function toAccount(row: AccountRow): Account {
  const { accountKey, origin, icon, securities, standingOrders, supportedPayments, ...account } = row;
  return { ...account, type: account.type as AccountType };
}

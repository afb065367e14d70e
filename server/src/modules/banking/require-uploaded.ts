import { AppError } from '#platform/http/errors.ts';
import type { AccountRow } from './accounts.queries.ts';
import { bankDataIsFixed } from './banking.errors.ts';

/** Data fetched from a bank may be read and deleted, not altered. */
export function requireUploaded(account: AccountRow): void {
  if (account.origin === 'bank') {
    throw new AppError(bankDataIsFixed, `Account ${account.accountId} was fetched from a bank and can not be altered.`);
  }
}

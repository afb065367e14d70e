import type { Session } from '#platform/db/database.ts';
import { selectAccounts } from './accounts.queries.ts';
import type { Account } from './banking.types.ts';
import { toAccount } from './present.ts';

/** A user's accounts as the engines see them. */
export async function listUserAccounts(session: Session, userKey: string): Promise<Account[]> {
  return (await selectAccounts(session, userKey)).map(toAccount);
}

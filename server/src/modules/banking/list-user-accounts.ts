import type { Session } from '#platform/db/database.ts';
import { selectAccounts } from './accounts.queries.ts';
import type { Account } from './banking.types.ts';
import { toAccount } from './present.ts';
import { findTwinAccounts } from './twin-accounts.ts';

/** A user's accounts as the engines see them; of an account that is there twice, the bank's own. */
export async function listUserAccounts(session: Session, userKey: string): Promise<Account[]> {
  const twins = new Set((await findTwinAccounts(session, userKey)).map(({ accountKey }) => accountKey));
  const rows = await selectAccounts(session, userKey);
  return rows.filter(({ accountKey }) => !twins.has(accountKey)).map(toAccount);
}

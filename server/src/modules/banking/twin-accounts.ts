import type { Session } from '#platform/db/database.ts';
import { namesOf } from './statements/account-identity.ts';
import { selectFirstBookings } from './statements/balances.queries.ts';
import { type KnownAccount, selectKnownAccounts } from './statements/statement-accounts.queries.ts';

/** An uploaded account that the bank itself tells of too, in an account of its own. */
export interface TwinAccount {
  /** Of the uploaded one. */
  accountKey: string;
  /** Of the bank's. */
  bankAccountId: string;
  /** The bank's first booking; null while it has none. */
  since: string | null;
}

/** For the analysis the two are one account: what was uploaded counts up to the day from which the bank tells. */
export async function findTwinAccounts(session: Session, userKey: string): Promise<TwinAccount[]> {
  return twinsAmong(session, await selectKnownAccounts(session, userKey));
}

/** The same among all accounts of a user. */
export async function twinsAmong(session: Session, accounts: readonly KnownAccount[]): Promise<TwinAccount[]> {
  const ofBank = accounts.filter(({ origin }) => origin === 'bank');
  const uploaded = accounts.filter(({ origin }) => origin === 'upload');
  if (ofBank.length === 0 || uploaded.length === 0) return [];
  const byName = new Map(ofBank.flatMap((account) => namesOf(account).map((name) => [name, account] as const)));
  const pairs = uploaded.flatMap((account) => {
    const bank = namesOf(account)
      .map((name) => byName.get(name))
      .find(Boolean);
    return bank ? [{ account, bank }] : [];
  });
  if (pairs.length === 0) return [];
  const first = await selectFirstBookings(
    session,
    pairs.map(({ bank }) => bank.accountKey),
  );
  return pairs.map(({ account, bank }) => ({
    accountKey: account.accountKey,
    bankAccountId: bank.accountId,
    since: first.get(bank.accountKey) ?? null,
  }));
}

/**
 * Whether a new consent is of an access that is known already, and so takes the place of its login: the same person or
 * company, logged in in the same way. Why so: docs/decisions/2026-11-22-logins-by-access.md.
 */
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { ProviderAccount } from '../providers/provider.types.ts';
import { newAccountId } from '../statements/account-identity.ts';
import type { Login } from './login.types.ts';

/** What a consent is known by; nothing of it tells a user name or an account number. */
export interface Access {
  /** Of who logged in: the first is stored. Empty where only the bank knows. */
  loginHashes: string[];
  /** Marks of all accounts that the consent opens. */
  offered: string[];
  /** Of those that were chosen. */
  chosen: string[];
}

interface Given {
  provider: string;
  bankId: string;
  loginName: string | null;
  accounts: readonly ProviderAccount['account'][];
  selectedAccounts: string[] | null;
}

export function accessOf(secrets: SecretBox, userKey: string, given: Given): Access {
  const { provider, bankId, loginName, accounts, selectedAccounts } = given;
  const place = `bank_logins.login_hash:${userKey}:${provider}:${bankId}`;
  const chosen = accounts.filter(({ resourceId }) => selectedAccounts?.includes(resourceId) ?? true);
  // Resource ids change with the consent; the names that an account goes by don't.
  const marksOf = (some: Given['accounts']) => [...new Set(some.map((account) => newAccountId(userKey, account, 0)))];
  return {
    loginHashes: loginName === null ? [] : secrets.fingerprints(loginName, place),
    offered: marksOf(accounts),
    chosen: marksOf(chosen),
  };
}

/**
 * `same`: who logged in is the same, or, where one of the two is not known, the consent opens every account of the login,
 * so that nothing stops being fetched. `other`: somebody else, or not one account in common. Else `unclear`: some accounts
 * in common, as of a renewal that opens less, or of two people with a joint account.
 */
export function compareAccess(
  { loginHash, accountMarks }: Pick<Login, 'loginHash' | 'accountMarks'>,
  { loginHashes, offered }: Access,
): 'same' | 'other' | 'unclear' {
  if (loginHash !== null && loginHashes.length > 0) return loginHashes.includes(loginHash) ? 'same' : 'other';
  const common = accountMarks.filter((mark) => offered.includes(mark));
  if (common.length === 0) return 'other';
  return common.length === accountMarks.length ? 'same' : 'unclear';
}

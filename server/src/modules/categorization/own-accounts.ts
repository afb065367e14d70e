import type { Account, Transaction } from '#modules/banking/index.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { readStatement, type StatementText } from './text/read-statement.ts';
import { fold } from './text/symbols.ts';

/** What identifies a user's own accounts on the other side of a booking. */
export interface OwnAccounts {
  ibans: ReadonlySet<string>;
  accountNumbers: ReadonlySet<string>;
  /** Whether a name is an owner's: `Anna Maria Meier` = `MEIER, ANNA MARIA`. */
  isOwner: (name: string) => boolean;
}

const compact = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** Order of the words, titles and `Herr`/`Frau` do not matter. */
const ownerKey = (name: string): string =>
  fold(name)
    .split(' ')
    .filter((word) => word.length > 1 && !/^(herr|frau|dr|prof|mr|mrs|ms|und|and)$/.test(word))
    .sort()
    .join(' ');

export const readOwnAccounts = (accounts: readonly Account[]): OwnAccounts => {
  const owners = new Set(
    accounts.flatMap((account) =>
      account.owner && ownerKey(account.owner).includes(' ') ? [ownerKey(account.owner)] : [],
    ),
  );
  const isOwner = createBoundedCache(2000, (name) => owners.has(ownerKey(name)));
  return {
    ibans: new Set(accounts.flatMap((account) => (account.iban ? [compact(account.iban)] : []))),
    accountNumbers: new Set(
      accounts.flatMap((account) =>
        account.accountNumber && account.accountNumber.length >= 6
          ? [`${account.bankCode ?? ''}/${compact(account.accountNumber)}`]
          : [],
      ),
    ),
    isOwner: owners.size === 0 ? () => false : isOwner,
  };
};

/** Why the other side is an own account, in words; null when nothing says so. */
export const ownAccountEvidence = (
  own: OwnAccounts,
  transaction: Transaction,
  statement: StatementText = readStatement(transaction.purpose ?? ''),
): { reason: string; sure: boolean } | null => {
  const partner = transaction.paymentPartner;
  const iban = partner?.iban ?? statement.iban;
  if (iban && own.ibans.size > 0 && own.ibans.has(compact(iban))) {
    return { reason: `The partner's IBAN ${compact(iban)} is one of the user's own accounts`, sure: true };
  }
  if (
    partner?.accountNumber &&
    own.accountNumbers.size > 0 &&
    own.accountNumbers.has(`${partner.bankCode ?? ''}/${compact(partner.accountNumber)}`)
  ) {
    return {
      reason: `The partner's account number ${partner.accountNumber} is one of the user's own accounts`,
      sure: true,
    };
  }
  const name = partner?.name;
  if (name && own.isOwner(name)) {
    return { reason: `The partner “${name}” has the name of the accounts' owner`, sure: false };
  }
  return null;
};

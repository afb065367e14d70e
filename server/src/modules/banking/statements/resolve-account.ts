import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { accountNotNamed } from '../banking.errors.ts';
import { MAX_LENGTH } from '../banking.schemas.ts';
import { normalizeIban } from '../upload/upload-text.ts';
import { findAccount, isNamed, newAccountId } from './account-identity.ts';
import type { StatementAccount } from './statement.types.ts';
import {
  type AccountFields,
  insertStatementAccount,
  type KnownAccount,
  updateStatementAccount,
} from './statement-accounts.queries.ts';
import { cleanText } from './statement-row.ts';

export interface ResolvedAccount extends KnownAccount {
  status: 'created' | 'existing';
}

/**
 * Finds the account of a statement among those of the user (`known`, to which a new one is added) or creates it.
 * `accountId` names the account of a file that names none.
 */
export async function resolveAccount(
  ctx: Context,
  userKey: string,
  known: KnownAccount[],
  account: StatementAccount,
  source: { kind: 'import' | 'bank'; accountId: string | null },
): Promise<ResolvedAccount> {
  const givenId = isNamed(account) || source.kind !== 'import' ? null : givenIdFor(account, source.accountId, known);
  const fields = fieldsOf(account);
  const wanted = { ...fields, currency: account.currency };
  const found =
    givenId === null ? findAccount(known, wanted, source.kind) : known.find(({ accountId }) => accountId === givenId);
  if (found) {
    await updateStatementAccount(ctx.session, { ...fields, accountKey: found.accountKey }, source.kind === 'bank');
    return { ...found, status: 'existing' };
  }
  const taken = new Set(known.map(({ accountId }) => accountId));
  let accountId = givenId ?? newAccountId(userKey, wanted, 0);
  for (let attempt = 1; taken.has(accountId); attempt += 1) accountId = newAccountId(userKey, wanted, attempt);
  const accountKey = uuidv7(ctx.now().getTime());
  const type = account.type ?? (account.iban ? 'GIRO' : 'SONSTIGE');
  const owner = { workspaceId: ctx.workspaceId, userKey };
  await insertStatementAccount(ctx.session, { ...wanted, ...owner, accountKey, accountId, type, origin: source.kind });
  const created = { ...wanted, accountKey, accountId, origin: source.kind, balanceDate: null, hasBalance: false };
  known.push(created);
  return { ...created, status: 'created' };
}

/**
 * The id that the caller gave for the account; in another currency than the one that has it, an id beside it. Null when no
 * id was given and the account can go by its bank and name: an export that is known by its form names the bank at least.
 */
function givenIdFor(account: StatementAccount, accountId: string | null, known: KnownAccount[]): string | null {
  if (accountId === null) {
    if (account.bankName || account.name) return null;
    throw new AppError(accountNotNamed, 'The file does not say which account it is of: say so with accountId.');
  }
  const taken = known.find((other) => other.accountId === accountId);
  return !taken || taken.currency === account.currency ? accountId : `${accountId}-${account.currency}`;
}

function fieldsOf(account: StatementAccount): Omit<AccountFields, 'accountKey'> {
  const { code, name } = MAX_LENGTH;
  return {
    iban: account.iban ? cleanText(normalizeIban(account.iban), MAX_LENGTH.iban) : null,
    accountNumber: cleanText(account.accountNumber, code),
    bankCode: cleanText(account.bankCode, code),
    bic: cleanText(account.bic, code),
    bankName: cleanText(account.bankName, name),
    name: cleanText(account.name, name),
    owner: cleanText(account.owner, name),
    type: account.type,
    overdraftLimitMinor: account.overdraftLimitMinor,
  };
}

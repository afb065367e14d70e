import type { Static } from 'typebox';
import { formatMinor } from '#platform/money.ts';
import type { BalanceGap } from '../statements/reconcile-balances.ts';
import type { LoginWithAccounts } from './list-logins.ts';
import type { LoginSync, SyncedAccount } from './login.types.ts';
import type { BalanceGap as BalanceGapShape, BankLogin, LoginSync as LoginSyncShape } from './logins.schemas.ts';

const text = (at: Date | null) => at?.toISOString() ?? null;

/** A gap as it goes over the wire, in major units. */
export function presentGap(gap: BalanceGap | null, currency: string): Static<typeof BalanceGapShape> | null {
  if (!gap) return null;
  const { since, until, expectedMinor, foundMinor, differenceMinor } = gap;
  const [expected, found, difference] = [expectedMinor, foundMinor, differenceMinor].map((minor) =>
    formatMinor(minor, currency),
  );
  return { since, until, expected: expected as number, found: found as number, difference: difference as number };
}

function presentSyncedAccount({ iban, name, currency, balanceGap, ...account }: SyncedAccount) {
  return { ...account, balanceGap: presentGap(balanceGap, currency) };
}

export function presentSync(sync: LoginSync): Static<typeof LoginSyncShape> {
  const { status, trigger, correlationId, attempt, errorCode, errorMessage } = sync;
  return {
    status,
    trigger,
    correlationId,
    attempt,
    requestedAt: sync.requestedAt.toISOString(),
    startedAt: text(sync.startedAt),
    completedAt: text(sync.completedAt),
    retryAt: text(sync.retryAt),
    accounts: Object.values(sync.accounts).map(presentSyncedAccount),
    error: errorCode === null ? null : { type: errorCode, message: errorMessage ?? errorCode },
  };
}

export function presentLogin(login: LoginWithAccounts): Static<typeof BankLogin> {
  const { loginId, provider, bank, recurring, sync } = login;
  return {
    loginId,
    provider,
    bank: { name: bank.name, bic: bank.bic, bankCode: bank.bankCode },
    consent: { status: login.consentStatus, validUntil: text(login.validUntil) },
    recurring,
    nextSyncAt: text(login.nextSyncAt),
    accounts: login.accounts.map(({ accountId, iban, name }) => ({ accountId, iban, name })),
    sync: sync && presentSync(sync),
    createdAt: login.createdAt.toISOString(),
  };
}

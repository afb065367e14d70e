import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import type { ProviderAccount, ProviderState } from '../providers/provider.types.ts';
import { type Access, accessOf, compareAccess } from './compare-access.ts';
import type { Login, LoginBank, Psu } from './login.types.ts';
import { noSuchLogin } from './logins.errors.ts';
import { type ConsentFields, insertLogin, replaceConsent, selectLogin, selectLoginsAtBank } from './logins.queries.ts';
import { revokeConsent } from './revoke-consent.ts';
import { sealState } from './seal-state.ts';
import { startSync } from './start-sync.ts';

/** A consent that an end user has just given. */
export interface GivenConsent {
  userId: string;
  /** What the provider must remember; stored encrypted. */
  state: ProviderState;
  /** Who logged in at the bank (`loginNameOf` of the provider). Secret; stored as a keyed hash. */
  loginName: string | null;
  /** The accounts that the consent opens, chosen or not. */
  accounts: readonly ProviderAccount['account'][];
  /** `YYYY-MM-DD` (the day included) or a moment; null when the bank did not say. */
  validUntil: string | null;
  /** False: the state is forgotten after the first synchronisation. */
  storeSecrets: boolean;
  /** Synchronise by itself; needs stored secrets. */
  recurring: boolean;
  /** Resource ids of the consent; null: all accounts that it opens. */
  selectedAccounts: string[] | null;
  /** Names the whole process, from connecting to the analysis. */
  correlationId: string;
  /** The end user, who is still there: the first synchronisation is not counted as unattended. */
  psu: Psu | null;
}

/**
 * Stores a login and starts its first synchronisation, in the caller's transaction. A login of the same access at the same
 * bank gets the new consent and keeps its id; the old consent is ended at the bank. Logins of other people, or of another
 * kind, at that bank stay as they are.
 */
export async function createLogin(
  ctx: Context,
  input: GivenConsent & { provider: string; bank: LoginBank },
): Promise<{ loginId: string; renewed: boolean }> {
  const user = await lockUser(ctx, input.userId);
  const { provider, bank } = input;
  const access = accessOf(ctx.secrets, user.userKey, { ...input, bankId: bank.bankId });
  const known = await selectLoginsAtBank(ctx.session, user.userKey, { provider, bankId: bank.bankId });
  const same = known.find((login) => compareAccess(login, access) === 'same');
  if (same) {
    await replace(ctx, same, access, input);
    return { loginId: same.loginId, renewed: true };
  }
  const loginId = uuidv7(ctx.now().getTime());
  const owner = { workspaceId: ctx.workspaceId, userKey: user.userKey };
  await insertLogin(ctx.session, { ...consentFields(ctx, loginId, access, input), ...owner, provider, bank });
  await startSync(ctx, { loginId, userKey: user.userKey }, { trigger: 'connection', ...input });
  return { loginId, renewed: false };
}

/**
 * Gives a login another consent and synchronises it; the old consent is ended at the bank. If somebody else logged in to
 * renew it, it stays as it is, and what they opened is connected as by `createLogin`. Rejects with `login_not_found`.
 */
export async function renewLogin(
  ctx: Context,
  input: GivenConsent & { loginId: string },
): Promise<{ loginId: string; renewed: boolean }> {
  const user = await lockUser(ctx, input.userId);
  const login = await selectLogin(ctx.session, user.userKey, input.loginId);
  if (!login) throw noSuchLogin();
  const { provider, bank } = login;
  const access = accessOf(ctx.secrets, user.userKey, { ...input, provider, bankId: bank.bankId });
  if (compareAccess(login, access) === 'other') return createLogin(ctx, { ...input, provider, bank });
  await replace(ctx, login, access, input);
  return { loginId: login.loginId, renewed: true };
}

async function replace(ctx: Context, login: Login, access: Access, input: GivenConsent): Promise<void> {
  const { loginId, userKey } = login;
  await revokeConsent(ctx, login);
  await replaceConsent(ctx.session, consentFields(ctx, loginId, access, input));
  await startSync(ctx, { loginId, userKey }, { trigger: 'connection', ...input });
}

function consentFields(ctx: Context, loginId: string, access: Access, input: GivenConsent): ConsentFields {
  const { validUntil, storeSecrets, recurring, selectedAccounts, state } = input;
  return {
    loginId,
    validUntil: validUntil !== null && /^\d{4}-\d\d-\d\d$/.test(validUntil) ? `${validUntil}T23:59:59Z` : validUntil,
    storeSecrets,
    recurring: recurring && storeSecrets,
    selectedAccounts,
    sealedState: sealState(ctx.secrets, loginId, state),
    loginHash: access.loginHashes[0] ?? null,
    accountMarks: access.chosen,
  };
}

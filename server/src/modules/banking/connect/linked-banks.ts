/** The banks that are linked already: what the overview shows of them, and what it can do about them. */
import { findUserByKey } from '#modules/users/index.ts';
import { type Context, withWorkspace } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { type LoginWithAccounts, listLogins } from '../logins/list-logins.ts';
import { loginNotFound } from '../logins/logins.errors.ts';
import { removeLogin } from '../logins/remove-login.ts';
import { requestSync } from '../logins/start-sync.ts';
import { isOpen } from '../logins/sync-machine.ts';
import { type Notice, withCurrent } from './change-session.ts';
import { updateSession } from './connect.queries.ts';
import type { ChosenBank } from './connect.types.ts';
import { chosenBank } from './find-banks.ts';
import type { Visit } from './visit.ts';

/** A bank login as the overview shows it. */
export interface LinkedBank {
  loginId: string;
  name: string;
  bic: string | null;
  bankCode: string | null;
  consent: 'active' | 'expiring' | 'expired' | 'none';
  validUntil: Date | null;
  accountCount: number;
  syncedAt: Date | null;
  isSyncing: boolean;
  hasSyncFailed: boolean;
  /** Whether there is a consent to fetch with. */
  canRefresh: boolean;
}

/** As long ahead as `consent.expiring` is sent. */
const EXPIRING_MS = 7 * 86_400_000;

/** All of the user's, oldest first. */
export async function listLinkedBanks(visit: Visit): Promise<LinkedBank[]> {
  const nowMs = visit.services.now().getTime();
  const logins = await withUser(visit, (ctx, userId) => listLogins(ctx, userId));
  return logins.map((login) => linkedBank(login, nowMs));
}

function linkedBank(login: LoginWithAccounts, nowMs: number): LinkedBank {
  const { loginId, bank, validUntil, sync, accounts } = login;
  const isSyncing = sync !== null && isOpen(sync.status);
  const consent = consentOf(login, isSyncing, nowMs);
  return {
    loginId,
    name: bank.name,
    bic: bank.bic,
    bankCode: bank.bankCode,
    consent,
    validUntil: consent === 'none' ? null : validUntil,
    accountCount: accounts.length,
    syncedAt: sync?.status === 'completed' ? sync.completedAt : null,
    isSyncing,
    hasSyncFailed: sync?.status === 'failed',
    canRefresh: login.sealedState !== null && login.consentStatus === 'valid' && !isSyncing,
  };
}

function consentOf(login: LoginWithAccounts, isSyncing: boolean, nowMs: number): LinkedBank['consent'] {
  if (!login.storeSecrets && login.sealedState === null && !isSyncing) return 'none';
  if (login.consentStatus !== 'valid') return 'expired';
  return login.validUntil && login.validUntil.getTime() - nowMs < EXPIRING_MS ? 'expiring' : 'active';
}

/** One of them; null when it is gone meanwhile. */
export async function findLinkedBank(visit: Visit, loginId: string | null): Promise<LinkedBank | null> {
  return (await listLinkedBanks(visit)).find((known) => known.loginId === loginId) ?? null;
}

/** Whether nothing is being fetched (any more): the overview waits for it. */
export async function isSettled(visit: Visit): Promise<boolean> {
  return visit.session.step === 'overview' && (await listLinkedBanks(visit)).every(({ isSyncing }) => !isSyncing);
}

/** Fetches the data of a bank anew; the end user is there, so the bank counts it as attended. */
export async function refreshLinkedBank(visit: Visit, loginId: string): Promise<Notice> {
  try {
    await withUser(visit, (ctx, userId) => requestSync(ctx, userId, loginId, visit.browser));
    return 'refreshing';
  } catch (error) {
    // The consent has ended, or the bank was removed in another tab: the overview shows it.
    if (error instanceof AppError) return 'moved-on';
    throw error;
  }
}

/** The bank of a login as if it were chosen again; null when the login is gone, or nobody connects that bank any more. */
export async function bankToRenew(visit: Visit, loginId: string): Promise<ChosenBank | null> {
  const logins = await withUser(visit, (ctx, userId) => listLogins(ctx, userId));
  const login = logins.find((known) => known.loginId === loginId);
  const bank = login && (await chosenBank(visit.services, `${login.provider}:${login.bank.bankId}`));
  return bank ? { ...bank, terms: { recurring: login.recurring, storeSecrets: login.storeSecrets } } : null;
}

/** Ends the consent and deletes what came from the bank, in one transaction with the page that says so. */
export async function removeLinkedBank(visit: Visit): Promise<Notice> {
  const { sessionId, userKey, loginId } = visit.session;
  const notice = await withCurrent(visit, async (ctx) => {
    const user = await findUserByKey(ctx.session, userKey);
    if (!user || !loginId) return;
    await removeLogin(ctx, { userId: user.userId, loginId, deleteAccounts: true }).catch(ignoreMissing);
    await updateSession(ctx.session, sessionId, { step: 'overview', loginId: null });
  });
  return notice ?? 'removed';
}

/** In another tab the same was faster. */
function ignoreMissing(error: unknown) {
  if (!(error instanceof AppError) || error.definition !== loginNotFound) throw error;
}

async function withUser<T>(
  { services, session }: Visit,
  work: (ctx: Context, userId: string) => Promise<T>,
): Promise<T> {
  return withWorkspace(services, session.workspaceId, async (ctx) => {
    const user = await findUserByKey(ctx.session, session.userKey);
    if (!user) throw new Error('The user is gone, and the session with it');
    return work(ctx, user.userId);
  });
}

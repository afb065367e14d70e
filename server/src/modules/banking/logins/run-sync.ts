import { findUserByKey } from '#modules/users/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { findBankProvider } from '../providers/bank-providers.ts';
import {
  type BankProvider,
  type ProviderAccount,
  type ProviderCall,
  ProviderError,
  type ProviderState,
} from '../providers/provider.types.ts';
import { findAccount } from '../statements/account-identity.ts';
import type { StatementPart } from '../statements/statement.types.ts';
import { storeStatements } from '../statements/store-statements.ts';
import { completeSync, refuseSync } from './end-sync.ts';
import { lockLogin } from './lock-login.ts';
import type { SyncedAccount } from './login.types.ts';
import {
  linkAccount,
  noteSyncedAccount,
  noteUnattendedRead,
  selectReadStates,
  selectSync,
  updateSync,
} from './logins.queries.ts';
import type { SyncJob } from './logins.queue.ts';
import { openState } from './seal-state.ts';
import { addDays, mayRun, readFrom } from './sync-machine.ts';
import { inStep, Overtaken, type Running } from './sync-step.ts';

/** Where a login's provider comes from: the settings, unless the caller brings its own. */
export type FindProvider = typeof findBankProvider;

/**
 * Reads every account of a login and stores it, each in a transaction of its own, so that after an interruption only the
 * rest is read. At the end, in one transaction: the outcome, its events, and what follows. Throws only for faults of our
 * own, for the queue to try again.
 */
export async function runSync(
  services: Services,
  job: SyncJob,
  signal: AbortSignal,
  findProvider: FindProvider = findBankProvider,
): Promise<void> {
  const running = await withWorkspace(services, job.workspaceId, (ctx) => begin(ctx, services, job));
  if (!running) return;
  try {
    await readAccounts(running, await findProvider(services, running.login.provider), signal);
    await completeSync(running);
  } catch (error) {
    if (error instanceof Overtaken) return;
    // Something that can't be stored, such as a booking on a day that no calendar has.
    const refusal = error instanceof AppError ? new ProviderError('invalid_answer', error.message) : error;
    if (!(refusal instanceof ProviderError)) throw error;
    services.log.warn(
      { err: error, loginId: job.loginId, problem: refusal.problem },
      'A bank refused a synchronisation',
    );
    await refuseSync(running, refusal);
  }
}

async function begin(ctx: Context, services: Services, job: SyncJob): Promise<Running | null> {
  const login = await lockLogin(ctx, job.loginId);
  const sync = await selectSync(ctx.session, job.loginId);
  if (!login || sync?.syncId !== job.syncId || !mayRun(sync, ctx.now())) return null;
  const user = await findUserByKey(ctx.session, login.userKey);
  if (!user) return null;
  const attempt = sync.attempt + 1;
  await updateSync(ctx.session, job.loginId, {
    status: 'running',
    attempt,
    startedAt: sync.startedAt ?? ctx.now(),
    retryAt: null,
  });
  return { services, job, login, sync: { ...sync, status: 'running', attempt }, userId: user.userId };
}

async function readAccounts(running: Running, provider: BankProvider | null, signal: AbortSignal): Promise<void> {
  const { services, login, sync } = running;
  if (!provider) throw new ProviderError('consent_expired', `There is no provider ${login.provider} any more`);
  if (login.sealedState === null) throw new ProviderError('consent_expired', 'Nothing of the consent was kept');
  const state = openState(services.secrets, login.loginId, login.sealedState);
  const call = { outbound: services.outbound, psu: sync.psu, now: services.now, signal };
  const offered = await provider.listAccounts(call, state);
  if (sync.psu === null) await inStep(running, (ctx) => noteUnattendedRead(ctx.session, login.loginId, ctx.now()));
  const { selectedAccounts } = login;
  for (const { account } of offered) {
    const isWanted = selectedAccounts === null || selectedAccounts.includes(account.resourceId);
    if (isWanted && !sync.accounts[account.resourceId]) await readAccount(running, provider, call, state, account);
  }
}

async function readAccount(
  running: Running,
  provider: BankProvider,
  call: ProviderCall,
  state: ProviderState,
  account: ProviderAccount['account'],
): Promise<void> {
  const { login, userId } = running;
  const from = await inStep(running, async (ctx) => {
    const known = findAccount(await selectReadStates(ctx.session, login.userKey), account, 'bank');
    return readFrom(known?.readThrough ?? null, known?.oldestPending ?? null);
  });
  // The bank is read before the transaction, which would otherwise stay open as long as the bank takes.
  const parts: StatementPart[] = [{ kind: 'account', ref: account.resourceId, account }];
  for await (const part of provider.readAccount(call, state, account, { from })) parts.push(part);
  await inStep(running, async (ctx) => {
    const today = ctx.now().toISOString().slice(0, 10);
    // Banks date some bookings ahead.
    const source = { kind: 'bank', from, to: addDays(today, 31) } as const;
    const stored = await storeStatements(ctx, userId, source, inTurn(parts), { announce: false });
    const [of] = stored.accounts;
    if (!of) return;
    const { accountId, iban, name, currency, status, imported, duplicates, updated, removed, balanceGap } = of;
    const counts = { imported, duplicates, updated, removed, rejected: stored.rejectedCount };
    const done: SyncedAccount = { accountId, iban, name, currency, status, ...counts, balanceGap };
    await linkAccount(
      ctx.session,
      { workspaceId: ctx.workspaceId, userKey: login.userKey, loginId: login.loginId },
      accountId,
      today,
    );
    await noteSyncedAccount(ctx.session, login.loginId, account.resourceId, done);
  });
}

async function* inTurn(parts: StatementPart[]): AsyncGenerator<StatementPart> {
  yield* parts;
}

import { findUserByKey } from '#modules/users/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { announceChange } from '../announce-change.ts';
import { webhookDataOf } from '../connect/webhook-data.ts';
import type { ProviderError } from '../providers/provider.types.ts';
import { lockLogin } from './lock-login.ts';
import type { Login, LoginSync } from './login.types.ts';
import { loginSyncCompleted, loginSyncFailed } from './logins.events.ts';
import { selectSync, updateLogin, updateSync } from './logins.queries.ts';
import { type SyncJob, syncQueueName } from './logins.queue.ts';
import { revokeConsent } from './revoke-consent.ts';
import { afterFailure, nextSyncAt } from './sync-machine.ts';
import { inStep, Overtaken, type Running } from './sync-step.ts';

/** All accounts are stored. */
export async function completeSync(running: Running): Promise<void> {
  const { login, userId } = running;
  await inStep(running, async (ctx) => {
    const now = ctx.now();
    const sync = (await selectSync(ctx.session, login.loginId)) as LoginSync;
    await updateSync(ctx.session, login.loginId, { status: 'completed', completedAt: now, error: null });
    const next = nextSyncAt({ ...login, failures: 0 }, { now, chance: Math.random() });
    await updateLogin(ctx.session, login.loginId, { failures: 0, nextSyncAt: next });
    if (!login.storeSecrets) await forget(ctx, login);
    await announce(ctx, userId, login, sync);
  });
}

/** Nothing is kept after the session: the consent has no use any more. */
async function forget(ctx: Context, login: Login): Promise<void> {
  await revokeConsent(ctx, login);
  await updateLogin(ctx.session, login.loginId, { forgetState: true, consentStatus: 'revoked' });
}

async function announce(ctx: Context, userId: string, login: Login, sync: LoginSync): Promise<void> {
  const user = await findUserByKey(ctx.session, login.userKey);
  if (!user) return;
  const accounts = Object.values(sync.accounts);
  const sum = (field: 'imported' | 'updated' | 'removed') =>
    accounts.reduce((total, account) => total + account[field], 0);
  const counts = { added: sum('imported'), updated: sum('updated'), removed: sum('removed') };
  const accountIds = accounts.map(({ accountId }) => accountId);
  const { correlationId, trigger } = sync;
  const isNew = accounts.some(({ status }) => status === 'created');
  // After a connection an analysis is waited for, whether or not the bank had anything new.
  const change = isNew ? 'imported' : trigger === 'connection' ? 'updated' : undefined;
  await announceChange(ctx, user, { accountIds, ...(change && { change }), correlationId, ...counts });
  const { loginId } = login;
  await ctx.events.publish(ctx, loginSyncCompleted, {
    userId,
    correlationId,
    webhookData: await webhookDataOf(ctx, { ...user, correlationId }),
    loginId,
    accountIDs: accountIds,
    ...counts,
  });
}

/** The bank refused: another attempt later, or the end. */
export async function refuseSync(running: Running, error: ProviderError): Promise<void> {
  const { job, login, sync } = running;
  const dice = { attempt: sync.attempt, now: running.services.now(), chance: Math.random() };
  const next = afterFailure(error, dice);
  await inStep(running, async (ctx) => {
    const reason = { code: error.problem, message: error.message };
    if (next.status === 'failed') return fail(ctx, { login, sync, userId: running.userId }, reason, next.consentEnded);
    await updateSync(ctx.session, login.loginId, { status: 'waiting', retryAt: next.retryAt, error: reason });
    const afterSeconds = Math.ceil((next.retryAt.getTime() - ctx.now().getTime()) / 1_000);
    await ctx.jobs.send(ctx, syncQueueName, job, { afterSeconds });
  }).catch((failure) => {
    if (!(failure instanceof Overtaken)) throw failure;
  });
}

async function fail(
  ctx: Context,
  { login, sync, userId }: Pick<Running, 'login' | 'sync' | 'userId'>,
  error: { code: string; message: string },
  consentEnded: boolean,
): Promise<void> {
  const now = ctx.now();
  const { loginId } = login;
  const failures = login.failures + 1;
  await updateSync(ctx.session, loginId, { status: 'failed', completedAt: now, error });
  const next = consentEnded ? null : nextSyncAt({ ...login, failures }, { now, chance: Math.random() });
  await updateLogin(ctx.session, loginId, {
    failures,
    nextSyncAt: next,
    ...(consentEnded && { consentStatus: 'expired', forgetState: true }),
  });
  if (!consentEnded && !login.storeSecrets) await forget(ctx, login);
  const { correlationId } = sync;
  await ctx.events.publish(ctx, loginSyncFailed, {
    userId,
    correlationId,
    webhookData: await webhookDataOf(ctx, { ...login, correlationId }),
    loginId,
    reason: error.code,
    consentEnded,
  });
}

/** The queue has given up, after faults of our own. */
export async function giveUpSync(services: Services, job: SyncJob): Promise<void> {
  await withWorkspace(services, job.workspaceId, async (ctx) => {
    const login = await lockLogin(ctx, job.loginId);
    const sync = await selectSync(ctx.session, job.loginId);
    if (!login || sync?.syncId !== job.syncId || sync.status === 'completed' || sync.status === 'failed') return;
    const user = await findUserByKey(ctx.session, login.userKey);
    if (!user) return;
    const error = {
      code: 'internal_error',
      message: 'The synchronisation failed for a reason of our own; see the log.',
    };
    await fail(ctx, { login, sync, userId: user.userId }, error, false);
  });
}

import { randomUUID } from 'node:crypto';
import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import type { LoginSync, Psu, SyncTrigger } from './login.types.ts';
import { bankReadTooOften, consentEnded, noSuchLogin } from './logins.errors.ts';
import { insertSync, selectLogin, selectSync, updateLogin } from './logins.queries.ts';
import { syncQueueName } from './logins.queue.ts';
import { isOpen, unattendedFrom } from './sync-machine.ts';

/** Queues a synchronisation in the caller's transaction; one that is under way is replaced. Needs the user's lock. */
export async function startSync(
  ctx: Context,
  login: { loginId: string; userKey: string },
  { trigger, correlationId, psu }: { trigger: SyncTrigger; correlationId: string; psu: Psu | null },
): Promise<void> {
  const now = ctx.now();
  const { loginId, userKey } = login;
  const syncId = uuidv7(now.getTime());
  const owner = { workspaceId: ctx.workspaceId, userKey };
  await insertSync(ctx.session, owner, { loginId, syncId, correlationId, trigger, psu, requestedAt: now });
  await updateLogin(ctx.session, loginId, { nextSyncAt: null });
  await ctx.jobs.send(ctx, syncQueueName, { workspaceId: ctx.workspaceId, loginId, syncId });
}

/**
 * Synchronises a login on somebody's wish. While one is under way that one is answered. `psu`: the end user, if they are
 * present; without them a bank may be read four times a day. Rejects with `login_not_found`, `consent_ended`,
 * `bank_read_too_often`.
 */
export async function requestSync(ctx: Context, userId: string, loginId: string, psu: Psu | null): Promise<LoginSync> {
  const user = await lockUser(ctx, userId);
  const login = await selectLogin(ctx.session, user.userKey, loginId);
  if (!login) throw noSuchLogin();
  const current = await selectSync(ctx.session, loginId);
  if (current && isOpen(current.status)) return current;
  const now = ctx.now();
  const isOver = login.consentStatus !== 'valid' || (login.validUntil !== null && login.validUntil <= now);
  if (isOver || login.sealedState === null) {
    throw new AppError(
      consentEnded,
      'There is no valid consent to read this bank with: the end user has to connect it again.',
    );
  }
  const freeFrom = psu ? null : unattendedFrom(login.unattendedReads, now);
  if (freeFrom) {
    const seconds = Math.ceil((freeFrom.getTime() - now.getTime()) / 1_000);
    throw new AppError(bankReadTooOften, 'The bank was read four times within 24 hours without the end user.', {
      headers: { 'retry-after': String(seconds) },
    });
  }
  await startSync(ctx, login, { trigger: 'manual', correlationId: randomUUID(), psu });
  return (await selectSync(ctx.session, loginId)) as LoginSync;
}

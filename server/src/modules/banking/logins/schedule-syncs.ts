import { randomUUID } from 'node:crypto';
import { findUserByKey } from '#modules/users/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { lockLogin } from './lock-login.ts';
import { consentExpiring } from './logins.events.ts';
import { selectDueLogins, selectExpiringLogins, selectSync, updateLogin } from './logins.queries.ts';
import { startSync } from './start-sync.ts';
import { DAY_MS, isOpen, unattendedFrom } from './sync-machine.ts';

const AT_MOST = 500;
const ANNOUNCED_BEFORE_MS = 7 * DAY_MS;

/** Starts the synchronisations that are due, and tells of consents that end soon or have ended. */
export async function scheduleSyncs(services: Services): Promise<void> {
  const now = services.now();
  const due = await services.database.read(null, (session) => selectDueLogins(session, now, AT_MOST));
  for (const { workspaceId, loginId } of due)
    await withWorkspace(services, workspaceId, (ctx) => startDue(ctx, loginId));
  const ending = await services.database.read(null, (session) => selectExpiringLogins(session, now, AT_MOST));
  for (const { workspaceId, loginId } of ending)
    await withWorkspace(services, workspaceId, (ctx) => tellExpiry(ctx, loginId));
}

async function startDue(ctx: Context, loginId: string): Promise<void> {
  const login = await lockLogin(ctx, loginId);
  const now = ctx.now();
  if (!login || login.nextSyncAt === null || login.nextSyncAt > now) return;
  const sync = await selectSync(ctx.session, loginId);
  const isUsable = login.recurring && login.consentStatus === 'valid' && login.sealedState !== null;
  if (!isUsable || (sync && isOpen(sync.status))) return updateLogin(ctx.session, loginId, { nextSyncAt: null });
  const freeFrom = unattendedFrom(login.unattendedReads, now);
  if (freeFrom) return updateLogin(ctx.session, loginId, { nextSyncAt: freeFrom });
  await startSync(ctx, login, { trigger: 'scheduled', correlationId: randomUUID(), psu: null });
}

async function tellExpiry(ctx: Context, loginId: string): Promise<void> {
  const login = await lockLogin(ctx, loginId);
  const now = ctx.now();
  if (!login?.validUntil || login.consentStatus !== 'valid') return;
  if (login.validUntil <= now) {
    return updateLogin(ctx.session, loginId, { consentStatus: 'expired', nextSyncAt: null, forgetState: true });
  }
  const isSoon = login.validUntil.getTime() - now.getTime() <= ANNOUNCED_BEFORE_MS;
  const user = await findUserByKey(ctx.session, login.userKey);
  if (!isSoon || !user) return;
  await updateLogin(ctx.session, loginId, { expiryAnnouncedAt: now });
  const validUntil = login.validUntil.toISOString();
  await ctx.events.publish(ctx, consentExpiring, {
    userId: user.userId,
    correlationId: randomUUID(),
    loginId,
    validUntil,
  });
}

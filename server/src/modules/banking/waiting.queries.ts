import type { Context } from '#platform/context.ts';
import { readWaiting, type Waiting } from '#platform/waiting.ts';

const SOON_DAYS = 14;

/** So many are named; the others are counted. */
const NAMED = 5;

interface ExpiringConsent extends Record<string, unknown> {
  userId: string;
  bankName: string;
  endsAt: Date;
}

const ENDING = `l.workspace_id = $1 and l.recurring and l.consent_status in ('valid', 'expired')
  and l.valid_until < $2::timestamptz + make_interval(days => $3)`;

/** Consents of banks that have ended, or that end within two weeks; `oldestAt` is the first end. */
export async function expiringConsents(ctx: Context): Promise<Waiting & { consents: ExpiringConsent[] }> {
  const values = [ctx.workspaceId, ctx.now(), SOON_DAYS];
  const counted = await ctx.session.query<{ count: number; oldest: Date | null }>(
    `select count(*) as count, min(l.valid_until) as oldest from bank_logins l where ${ENDING}`,
    values,
  );
  const consents = await ctx.session.query<ExpiringConsent>(
    `select u.user_id as "userId", l.bank_name as "bankName", l.valid_until as "endsAt"
       from bank_logins l join active_users u using (user_key) where ${ENDING} order by l.valid_until, l.login_id limit $4`,
    [...values, NAMED],
  );
  return { ...readWaiting(counted), consents };
}

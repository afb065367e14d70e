import type { Context } from '#platform/context.ts';
import { readWaiting, type Waiting } from '#platform/waiting.ts';

const SOON_DAYS = 14;

/** Consents of banks that have ended, or that end within two weeks; `oldestAt` is the first end. */
export const expiringConsents = async ({ session, workspaceId, now }: Context): Promise<Waiting> =>
  readWaiting(
    await session.query(
      `select count(*) as count, min(valid_until) as oldest from bank_logins
        where workspace_id = $1 and recurring and consent_status in ('valid', 'expired')
          and valid_until < $2::timestamptz + make_interval(days => $3)`,
      [workspaceId, now(), SOON_DAYS],
    ),
  );

import type { Context } from '#platform/context.ts';
import { revokeUnusedConsent } from '../logins/revoke-consent.ts';
import type { ConnectSession } from './connect.types.ts';
import { openTalk } from './seal-talk.ts';

/**
 * Ends at the bank what a visit has begun there, once the caller's transaction has committed: nobody waits for the bank,
 * and it happens though this process dies. For visits whose talk is dropped; a login takes its consent along instead.
 */
export async function callOff(
  ctx: Context,
  session: Pick<ConnectSession, 'sessionId' | 'bank' | 'sealedTalk'>,
): Promise<void> {
  const talk = openTalk(ctx, session);
  if (!talk || !session.bank) return;
  const { sessionId, bank } = session;
  await revokeUnusedConsent(ctx, { sessionId, provider: bank.provider, state: talk.state });
}

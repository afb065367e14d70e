import type { Static } from 'typebox';
import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { noSuchSession } from './connect.errors.ts';
import { selectSessionOfUser } from './connect.queries.ts';
import type { ConnectSessionState } from './connect.schemas.ts';
import { statusWhenOver } from './session-machine.ts';

/** How a visit is. One whose time is over says so even before its end is written down. */
export async function getConnectSession(
  ctx: Context,
  userId: string,
  sessionId: string,
): Promise<Static<typeof ConnectSessionState>> {
  const user = await requireUser(ctx, userId);
  const session = await selectSessionOfUser(ctx.session, user.userKey, sessionId);
  if (!session) throw noSuchSession();
  return {
    sessionId: session.sessionId,
    correlationId: session.correlationId,
    status: session.status === 'open' && session.isOver ? statusWhenOver(session) : session.status,
    step: session.step,
    problem: session.problem,
    loginIDs: session.connectedLoginIds,
    createdAt: session.createdAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  };
}

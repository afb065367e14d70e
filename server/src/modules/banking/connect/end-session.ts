import { findUserByKey } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { connectionCancelled, connectionCompleted, connectionFailed } from './connect.events.ts';
import { closeSession } from './connect.queries.ts';
import type { ConnectSession, SessionStatus } from './connect.types.ts';

/**
 * Ends a visit and tells what nobody has told yet, in one transaction; does nothing when it has ended already. A failure
 * was told when it happened, and looking after linked banks is no connection that could be cancelled.
 */
export async function endSession(
  ctx: Context,
  session: ConnectSession,
  status: Exclude<SessionStatus, 'open'>,
): Promise<void> {
  const problem = status === 'expired' ? 'session_expired' : status === 'completed' ? null : session.problem;
  if (!(await closeSession(ctx.session, session.sessionId, { status, problem }))) return;
  if (session.kind === 'manage') return;
  const about = await aboutSession(ctx, session);
  const bank = bankOf(session);
  if (status === 'cancelled') {
    const { step, problem: last } = session;
    await ctx.events.publish(ctx, connectionCancelled, { ...about, step, bank, problem: last });
  }
  if (status === 'expired') {
    await ctx.events.publish(ctx, connectionFailed, { ...about, reason: 'session_expired', bank, sessionEnded: true });
  }
}

/** Tells that a bank did not go along; the visit goes on. */
export async function tellFailure(
  ctx: Context,
  session: ConnectSession,
  reason: NonNullable<ConnectSession['problem']>,
) {
  const about = await aboutSession(ctx, session);
  await ctx.events.publish(ctx, connectionFailed, { ...about, reason, bank: bankOf(session), sessionEnded: false });
}

export async function tellConnection(
  ctx: Context,
  session: ConnectSession,
  login: { loginId: string; renewed: boolean },
) {
  const about = await aboutSession(ctx, session);
  const bank = bankOf(session) ?? { name: '', bic: null, bankCode: null };
  await ctx.events.publish(ctx, connectionCompleted, { ...about, ...login, bank });
}

async function aboutSession(ctx: Context, session: ConnectSession) {
  const user = await findUserByKey(ctx.session, session.userKey);
  return {
    userId: user?.userId ?? '',
    correlationId: session.correlationId,
    sessionId: session.sessionId,
    webhookData: session.webhookData,
  };
}

function bankOf({ bank }: ConnectSession) {
  return bank && { name: bank.name, bic: bank.bic, bankCode: bank.bankCode };
}

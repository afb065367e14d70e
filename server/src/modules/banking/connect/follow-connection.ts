import type { Context } from '#platform/context.ts';
import { selectConnection } from './connect.queries.ts';

/**
 * How the process that a correlation id names stands before there is an analysis: `queued` while the end user is at the
 * hosted page or the bank's data is being fetched. Null: the id names no visit of the user.
 */
export async function followConnection(
  ctx: Context,
  userKey: string,
  correlationId: string,
): Promise<'queued' | 'cancelled' | 'failed' | null> {
  const connection = await selectConnection(ctx.session, userKey, correlationId);
  if (!connection) return null;
  const { status, isOver, hasSyncFailed } = connection;
  if (status === 'cancelled') return 'cancelled';
  if (status === 'failed' || status === 'expired' || hasSyncFailed) return 'failed';
  return status === 'open' && isOver ? 'failed' : 'queued';
}

import { type Context, withWorkspace } from '#platform/context.ts';
import { lockSession, type SessionChange, updateSession } from './connect.queries.ts';
import type { ConnectSession } from './connect.types.ts';
import type { Visit } from './visit.ts';

/** What the next page says first; null when the step itself says all. */
export type Notice = 'moved-on' | 'incomplete' | 'no-account' | 'refreshing' | 'removed' | null;

/** Runs `work` on the session as it stands, in one transaction, unless it has moved on since the page was made. */
export function withCurrent(
  { services, session }: Visit,
  work: (ctx: Context, current: ConnectSession) => Promise<unknown>,
): Promise<Notice> {
  return withWorkspace(services, session.workspaceId, async (ctx) => {
    const current = await lockSession(ctx.session, session.sessionId);
    if (current?.status !== 'open') return null;
    if (current.version !== session.version) return 'moved-on';
    await work(ctx, current);
    return null;
  });
}

export const changeSession = (visit: Visit, next: SessionChange): Promise<Notice> =>
  withCurrent(visit, (ctx) => updateSession(ctx.session, visit.session.sessionId, next));

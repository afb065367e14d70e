import { type Services, withWorkspace } from '#platform/context.ts';
import { callOff } from './call-off.ts';
import { deleteOldSessions, lockSession, selectOverdue } from './connect.queries.ts';
import { endSession } from './end-session.ts';
import { statusWhenOver } from './session-machine.ts';

const BATCH = 200;
/** As long as the outbox, so that "what happened last month" has one answer. */
const KEPT_DAYS = 30;

/** Ends a visit whose time is over, once, with its event. */
export function expireSession(services: Services, id: { sessionId: string; workspaceId: string }): Promise<void> {
  return withWorkspace(services, id.workspaceId, async (ctx) => {
    const session = await lockSession(ctx.session, id.sessionId);
    if (session?.status !== 'open' || !session.isOver) return;
    await callOff(ctx, session);
    await endSession(ctx, session, statusWhenOver(session));
  });
}

/** Those that nobody looks at any more. One that can't be ended holds up nobody else. */
export async function expireSessions(services: Services): Promise<void> {
  const overdue = await services.database.read(null, (session) => selectOverdue(session, BATCH));
  for (const id of overdue) {
    await expireSession(services, id).catch((error) => {
      services.log.error({ err: error, sessionId: id.sessionId }, 'An overdue session could not be ended');
    });
  }
}

export async function deleteSessionsThatAreOld(services: Services): Promise<void> {
  await services.database.transaction(null, (session) => deleteOldSessions(session, KEPT_DAYS));
}

import type { Services } from '#platform/context.ts';
import { rightsOf } from '../roles.ts';
import { selectSessionRole } from './sessions.queries.ts';
import { IDLE_MS, type OpenSession } from './sessions.ts';

/** What the role of a session may do at this moment; null when the session is over. Looking keeps no session alive. */
export async function readSessionScopes(
  services: Services,
  { workspaceId, sessionId }: Pick<OpenSession, 'workspaceId' | 'sessionId'>,
): Promise<ReadonlySet<string> | null> {
  const row = await services.database.read(workspaceId, (session) =>
    selectSessionRole(session, workspaceId, sessionId),
  );
  const now = services.now().getTime();
  if (!row || row.expiresAt.getTime() <= now || row.lastUsedAt.getTime() + IDLE_MS <= now) return null;
  return rightsOf(row.role)?.scopes ?? null;
}

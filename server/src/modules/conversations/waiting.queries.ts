import type { Context } from '#platform/context.ts';
import { readWaiting, type Waiting } from '#platform/waiting.ts';

/** Conversations that the bot has handed over and that nobody has taken. */
export const waitingEscalations = async ({ session, workspaceId }: Context): Promise<Waiting> =>
  readWaiting(
    await session.query(
      `select count(*) as count, min(latest_event_at) as oldest from conversations
        where workspace_id = $1 and status = 'Escalated to Human Agent' and taken_by is null and source <> 'playground'`,
      [workspaceId],
    ),
  );

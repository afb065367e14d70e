import type { Context } from '#platform/context.ts';
import { readWaiting, type Waiting } from '#platform/waiting.ts';

/** Drafts that nobody has decided about. */
export const waitingReviews = async ({ session, workspaceId }: Context): Promise<Waiting> =>
  readWaiting(
    await session.query(
      `select count(*) as count, min(created_at) as oldest from reviews where workspace_id = $1 and status = 'pending' and draft_id is not null`,
      [workspaceId],
    ),
  );

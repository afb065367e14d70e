import type { Context } from '#platform/context.ts';

export interface RunFigures {
  completed: number;
  failed: number;
}

/** How runs ended that were asked for since then. */
export async function countRuns({ session, workspaceId }: Context, since: Date): Promise<RunFigures> {
  const [row] = await session.query<{ completed: number; failed: number }>(
    `select count(*) filter (where status = 'completed') as completed, count(*) filter (where status = 'failed') as failed
       from analysis_runs where workspace_id = $1 and created_at >= $2`,
    [workspaceId, since],
  );
  return { completed: row?.completed ?? 0, failed: row?.failed ?? 0 };
}

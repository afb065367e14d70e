import type { Context } from '#platform/context.ts';

/** Articles that bots may answer from. */
export async function countLiveArticles({ session, workspaceId }: Context): Promise<number> {
  const [row] = await session.query<{ count: number }>(
    `select count(*) as count from articles where workspace_id = $1 and state = 'live' and active`,
    [workspaceId],
  );
  return row?.count ?? 0;
}

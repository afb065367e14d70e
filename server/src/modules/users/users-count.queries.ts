import type { Context } from '#platform/context.ts';

/** The customers of the workspace. */
export async function countUsers({ session, workspaceId }: Context): Promise<number> {
  const [row] = await session.query<{ count: number }>('select count(*) as count from users where workspace_id = $1', [
    workspaceId,
  ]);
  return row?.count ?? 0;
}

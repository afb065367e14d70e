import type { Session } from '#platform/db/database.ts';
import type { Region } from '#platform/text/region.types.ts';

export async function selectRegion(session: Session, workspaceId: string): Promise<Region | undefined> {
  const [row] = await session.prepared<Region & Record<string, unknown>>(
    'select_workspace_region',
    'select country, time_zone as "timeZone" from workspace_regions where workspace_id = $1',
    [workspaceId],
  );
  return row;
}

export async function upsertRegion(session: Session, workspaceId: string, { country, timeZone }: Region) {
  await session.query(
    `insert into workspace_regions (workspace_id, country, time_zone) values ($1, $2, $3)
     on conflict (workspace_id) do update set country = excluded.country, time_zone = excluded.time_zone`,
    [workspaceId, country, timeZone],
  );
}

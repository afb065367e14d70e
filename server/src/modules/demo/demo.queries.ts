import type { Session } from '#platform/db/database.ts';

/** Whether the installation has a tenant, whoever that is. */
export async function hasAnyWorkspace(session: Session): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>('select any_workspace() as found');
  return row?.found ?? true;
}

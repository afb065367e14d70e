import type { Session } from '#platform/db/database.ts';

/** Whether the installation has a tenant, whoever that is. */
export async function hasAnyWorkspace(session: Session): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>('select any_workspace() as found');
  return row?.found ?? true;
}

/** Any constant serves; it only has to be the same in every process. */
const DEMO_LOCK = 4_711_002;

/** Several processes may start at once on an empty database: one of them makes the demo, the others wait for its end. */
export async function lockDemo(session: Session): Promise<void> {
  await session.query('select pg_advisory_xact_lock($1)', [DEMO_LOCK]);
}

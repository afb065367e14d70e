import type { Services } from '#platform/context.ts';
import { deleteExpired } from './cockpit.queries.ts';

/** Expired links answer 404 before; this keeps nothing of them. */
export async function deleteExpiredCockpits(services: Services): Promise<void> {
  await services.database.transaction(null, deleteExpired);
}

import { audit } from '#modules/identity/index.ts';
import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { cockpitNotFound } from './cockpit.errors.ts';
import { deleteCockpit } from './cockpit.queries.ts';

/** The link stops working at once. */
export async function revokeCockpit(ctx: Context, userId: string, cockpitId: string): Promise<void> {
  const user = await lockUser(ctx, userId);
  if (!(await deleteCockpit(ctx.session, user.userKey, cockpitId))) {
    throw new AppError(cockpitNotFound, 'The user has no such cockpit; it may have expired or been revoked before.');
  }
  await audit(ctx, { action: 'cockpit.revoked', targetKind: 'cockpit', targetId: cockpitId });
}

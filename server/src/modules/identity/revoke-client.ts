import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { audit } from './audit.ts';
import { clientNotFound } from './identity.errors.ts';
import { markClientRevoked } from './identity.queries.ts';

/** The client gets no more tokens; those it has expire within five minutes. */
export async function revokeClient(ctx: Context, clientId: string): Promise<void> {
  if (!(await markClientRevoked(ctx.session, ctx.workspaceId, clientId, ctx.now()))) {
    throw new AppError(clientNotFound, `There is no client ${clientId} in this workspace.`);
  }
  await audit(ctx, { action: 'client.revoked', targetKind: 'client', targetId: clientId });
}

import type { Context } from '#platform/context.ts';
import { audit } from './audit.ts';
import { workspaceCreated } from './identity.events.ts';
import { insertWorkspace } from './identity.queries.ts';

/** The tenant of this context, empty: the caller draws the id and enters with it, for rows exist only inside a workspace. */
export async function createWorkspace(ctx: Context, name: string): Promise<void> {
  await insertWorkspace(ctx.session, { workspaceId: ctx.workspaceId, name });
  await audit(ctx, {
    action: 'workspace.created',
    targetKind: 'workspace',
    targetId: ctx.workspaceId,
    details: { name },
  });
  await ctx.events.publish(ctx, workspaceCreated, { workspaceId: ctx.workspaceId });
}

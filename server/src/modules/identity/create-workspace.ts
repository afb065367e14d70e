import type { Context } from '#platform/context.ts';
import { audit } from './audit.ts';
import { workspaceCreating } from './identity.events.ts';
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
  // A question, not news: nobody outside hears of it, so it needs no place in the outbox.
  await ctx.events.ask(ctx, workspaceCreating, { workspaceId: ctx.workspaceId });
}

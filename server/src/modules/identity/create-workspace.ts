import { type Services, withWorkspace } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { audit } from './audit.ts';
import { insertWorkspace } from './identity.queries.ts';

/** A new tenant, empty. */
export async function createWorkspace(services: Services, name: string): Promise<{ workspaceId: string }> {
  const workspaceId = uuidv7(services.now().getTime());
  await withWorkspace(services, workspaceId, async (ctx) => {
    await insertWorkspace(ctx.session, { workspaceId, name });
    await audit(ctx, { action: 'workspace.created', targetKind: 'workspace', targetId: workspaceId });
  });
  return { workspaceId };
}

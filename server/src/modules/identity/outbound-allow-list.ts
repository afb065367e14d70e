import type { Context } from '#platform/context.ts';
import { OutboundError, parseAllowList } from '#platform/outbound/index.ts';
import { audit } from './audit.ts';
import { selectOutboundAllowList, updateOutboundAllowList } from './identity.queries.ts';

/** What the workspace may call beyond https to public addresses; forms: see `parseAllowList`. */
export const getOutboundAllowList = ({
  session,
  workspaceId,
}: Pick<Context, 'session' | 'workspaceId'>): Promise<string[]> => selectOutboundAllowList(session, workspaceId);

/** Replaces the list. Throws when an entry is of no known form, or the workspace does not exist. */
export async function setOutboundAllowList(ctx: Context, entries: string[]): Promise<void> {
  try {
    parseAllowList(entries);
  } catch (error) {
    if (error instanceof OutboundError)
      throw new Error(`The allow-list stays as it is: ${error.message}`, { cause: error });
    throw error;
  }
  if (!(await updateOutboundAllowList(ctx.session, ctx.workspaceId, entries)))
    throw new Error(`There is no workspace ${ctx.workspaceId}.`);
  await audit(ctx, {
    action: 'workspace.allow_list_changed',
    targetKind: 'workspace',
    targetId: ctx.workspaceId,
    details: { entries },
  });
}

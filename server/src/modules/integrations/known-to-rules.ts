import type { Context } from '#platform/context.ts';
import { selectActions } from './actions.queries.ts';
import type { ActionRow } from './actions.types.ts';
import { selectAttributes } from './attributes.queries.ts';
import type { AttributeFieldRow } from './attributes.types.ts';

export interface KnownToRules {
  actions: Pick<ActionRow, 'actionId' | 'name' | 'inputs' | 'outputs'>[];
  /** Of all attributes; each with the switches that say who may use it. */
  fields: Pick<AttributeFieldRow, 'name' | 'type' | 'usableInRules' | 'usableInReplies'>[];
}

/** What a rule of this workspace may call and read. */
export async function knownToRules(ctx: Context): Promise<KnownToRules> {
  const attributes = await selectAttributes(ctx.session, ctx.workspaceId);
  return {
    actions: await selectActions(ctx.session, ctx.workspaceId),
    fields: attributes.flatMap(({ fields }) => fields),
  };
}

import type { Context } from '#platform/context.ts';
import { selectActions } from './actions.queries.ts';
import type { ActionRow } from './actions.types.ts';
import { selectAttributes } from './attributes.queries.ts';
import type { AttributeFieldRow } from './attributes.types.ts';
import { selectDemandingEndpoints } from './endpoints.queries.ts';

interface KnownAction extends Pick<ActionRow, 'actionId' | 'name' | 'inputs' | 'outputs'> {
  /** No rule may call it without a yes of the customer. */
  requiresConfirmation: boolean;
}

export interface KnownToRules {
  actions: KnownAction[];
  /** Of all attributes; each with the switches that say who may use it. */
  fields: Pick<AttributeFieldRow, 'name' | 'type' | 'usableInRules' | 'usableInReplies'>[];
}

/** What a rule of this workspace may call and read. */
export async function knownToRules(ctx: Context): Promise<KnownToRules> {
  const attributes = await selectAttributes(ctx.session, ctx.workspaceId);
  return {
    actions: await withConfirmation(ctx, await selectActions(ctx.session, ctx.workspaceId)),
    fields: attributes.flatMap(({ fields }) => fields),
  };
}

/** An action demands a yes where an endpoint does that one of its steps calls. */
export async function withConfirmation<A extends Pick<ActionRow, 'steps'>>(ctx: Context, actions: readonly A[]) {
  const endpointIds = actions.flatMap(({ steps }) => steps.map((step) => step.endpointId));
  const demanding = new Set(await selectDemandingEndpoints(ctx.session, ctx.workspaceId, endpointIds));
  return actions.map((action) => ({
    ...action,
    requiresConfirmation: action.steps.some(({ endpointId }) => demanding.has(endpointId)),
  }));
}

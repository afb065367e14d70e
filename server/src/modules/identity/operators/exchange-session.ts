import type { Context } from '#platform/context.ts';
import { signOperatorToken, TOKEN_LIFETIME_SECONDS } from '../access-tokens.ts';
import { selectWorkspace } from '../identity.queries.ts';
import { rightsOf } from '../roles.ts';
import { changeOperator } from './operators.queries.ts';
import { requireOperator } from './second-factor.ts';
import type { OpenSession } from './sessions.ts';

/** The access token that the console calls the public APIs with, and who it is for. */
export async function exchangeSession(ctx: Context, { operatorId, sessionId }: OpenSession) {
  const operator = await requireOperator(ctx, operatorId);
  const rights = rightsOf(operator.role);
  const workspace = await selectWorkspace(ctx.session, ctx.workspaceId);
  if (!workspace || !rights) throw new Error(`The workspace or the role of operator ${operatorId} is missing`);
  await changeOperator(ctx.session, ctx.workspaceId, operatorId, { last_seen_at: ctx.now() });
  const token = { operatorId, workspaceId: ctx.workspaceId, role: operator.role, sessionState: sessionId };
  return {
    accessToken: await signOperatorToken(ctx, token),
    expiresIn: TOKEN_LIFETIME_SECONDS,
    issuedAt: ctx.now().toISOString(),
    operator: {
      id: operatorId,
      email: operator.email,
      name: operator.name,
      role: operator.role,
      hasSecondFactor: operator.totpConfirmedAt !== null,
    },
    workspace: { id: workspace.workspaceId, name: workspace.name },
    scopes: [...rights.scopes],
    readsOnly: rights.readsOnly,
  };
}

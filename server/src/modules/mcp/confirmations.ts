/**
 * Nothing that overwrites, erases or goes live happens at the first call of a tool: that answers what would happen, and a
 * token for the second one. It holds for one workspace, one credential, one operation and exactly its arguments.
 */

import { type DetachedContext, inTransaction } from '#platform/context.ts';
import { randomToken, sha256Hex } from '#platform/crypto/random.ts';
import { insertConfirmation, takeConfirmation } from './confirmations.queries.ts';
import type { McpOperation } from './operations.ts';
import type { OperationInput } from './tool.ts';

const LIFETIME_MS = 5 * 60_000;
const PREFIX = 'confirm_';

const ASKS = new Set(['overwrites', 'erases', 'goes-live']);

/** Whether calls of it ask at all. */
export const mayAsk = ({ effect }: McpOperation) => ASKS.has(effect);

/** Whether this call asks: what the body declares a draft changes nothing that customers see. */
export function asksFirst(operation: McpOperation, { body }: OperationInput): boolean {
  const isDraft = (body as { isDraft?: unknown } | undefined)?.isDraft === true;
  return mayAsk(operation) && !(operation.effect === 'goes-live' && isDraft);
}

export async function offerConfirmation(ctx: DetachedContext, operation: McpOperation, input: OperationInput) {
  const token = `${PREFIX}${randomToken(15)}`;
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  await inTransaction(ctx, ({ session }) =>
    insertConfirmation(session, describe(ctx, operation, input, token), now, expiresAt),
  );
  return { token, expiresAt: expiresAt.toISOString() };
}

/** Uses a token up; false when it is of another call, was used before, has expired or never was. */
export function confirm(
  ctx: DetachedContext,
  operation: McpOperation,
  input: OperationInput,
  token: string,
): Promise<boolean> {
  return inTransaction(ctx, ({ session }) =>
    takeConfirmation(session, describe(ctx, operation, input, token), ctx.now()),
  );
}

const describe = (
  ctx: DetachedContext,
  { id }: McpOperation,
  { params, query, body }: OperationInput,
  token: string,
) => ({
  tokenSha256: sha256Hex(token),
  workspaceId: ctx.workspaceId,
  actorId: ctx.actor.id,
  operationId: id,
  argumentsSha256: sha256Hex(JSON.stringify(sorted({ params, query, body }))),
});

/** The order of fields says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

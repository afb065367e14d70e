import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { audit } from '../audit.ts';
import type { OperatorRole } from '../roles.ts';
import { lastOwner } from './operators.errors.ts';
import { changeOperator, deleteOperator, lockOwners, selectOperators } from './operators.queries.ts';
import { requireOperator } from './second-factor.ts';
import { endSessions } from './sessions.ts';

/** Oldest first. */
export const listOperators = (ctx: Context) => selectOperators(ctx.session, ctx.workspaceId);

/** What an operator is called, or their email where they gave no name. */
export async function nameOfOperator(ctx: Context, operatorId: string): Promise<string> {
  const { name, email } = await requireOperator(ctx, operatorId);
  return name || email;
}

/** Holds from the operator's next token on: within five minutes. */
export async function changeRole(ctx: Context, operatorId: string, role: OperatorRole) {
  if (role !== 'owner') await requireAnotherOwner(ctx, operatorId);
  const before = await requireOperator(ctx, operatorId);
  await changeOperator(ctx.session, ctx.workspaceId, operatorId, { role });
  await audit(ctx, {
    action: 'operator.role_changed',
    targetKind: 'operator',
    targetId: operatorId,
    details: { from: before.role, to: role },
  });
  return { ...before, role };
}

/** Signed out everywhere; the audit log keeps what they did. */
export async function removeOperator(ctx: Context, operatorId: string): Promise<void> {
  await requireAnotherOwner(ctx, operatorId);
  const { role } = await requireOperator(ctx, operatorId);
  await endSessions(ctx, operatorId);
  await deleteOperator(ctx.session, ctx.workspaceId, operatorId);
  await audit(ctx, { action: 'operator.removed', targetKind: 'operator', targetId: operatorId, details: { role } });
}

async function requireAnotherOwner(ctx: Context, operatorId: string): Promise<void> {
  const owners = await lockOwners(ctx.session, ctx.workspaceId);
  if (owners.length === 1 && owners[0] === operatorId) {
    throw new AppError(lastOwner, 'This is the only owner: make somebody else an owner first.');
  }
}

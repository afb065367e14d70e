import type { Context } from '#platform/context.ts';
import { audit } from '../audit.ts';
import { changeOperator } from './operators.queries.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { requireOperator, requirePassword } from './second-factor.ts';
import { endSessions, type OpenSession } from './sessions.ts';

/** Ends the sessions of all other browsers too: one of them may be why the password changes. */
export async function changePassword(
  ctx: Context,
  { operatorId, sessionId }: OpenSession,
  input: { password: string; newPassword: string },
): Promise<void> {
  const operator = await requireOperator(ctx, operatorId);
  await requirePassword(ctx, operator, input.password);
  requireGoodPassword(input.newPassword, operator.email, '/newPassword');
  const passwordHash = await hashPassword(input.newPassword);
  await changeOperator(ctx.session, ctx.workspaceId, operatorId, { password_hash: passwordHash });
  await audit(ctx, { action: 'operator.password_changed', targetKind: 'operator', targetId: operatorId });
  await endSessions(ctx, operatorId, sessionId);
}

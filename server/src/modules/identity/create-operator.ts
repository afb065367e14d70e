import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { audit } from './audit.ts';
import { insertOperator } from './operators/operators.queries.ts';
import { hashPassword } from './operators/passwords.ts';
import type { OperatorRole } from './roles.ts';

interface NewOperator {
  email: string;
  password: string;
  role: OperatorRole;
  name?: string;
  operatorId?: string;
}

/** Somebody who may sign in to the console. Fails with a unique violation when the email is taken in any workspace. */
export async function createOperator(ctx: Context, input: NewOperator) {
  const operatorId = input.operatorId ?? uuidv7(ctx.now().getTime());
  await insertOperator(ctx.session, {
    operatorId,
    workspaceId: ctx.workspaceId,
    email: input.email.toLowerCase(),
    name: input.name ?? '',
    passwordHash: await hashPassword(input.password),
    role: input.role,
  });
  await audit(ctx, {
    action: 'operator.created',
    targetKind: 'operator',
    targetId: operatorId,
    details: { role: input.role },
  });
  return { operatorId };
}

import { hash } from '@node-rs/argon2';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { audit } from './audit.ts';
import { insertOperator } from './identity.queries.ts';

export type OperatorRole = 'owner' | 'editor' | 'reviewer' | 'analyst' | 'viewer';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function createOperator(ctx: Context, input: { email: string; password: string; role: OperatorRole }) {
  const operatorId = uuidv7(ctx.now().getTime());
  const passwordHash = await hash(input.password, ARGON2ID);
  await insertOperator(ctx.session, {
    operatorId,
    workspaceId: ctx.workspaceId,
    email: input.email,
    passwordHash,
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

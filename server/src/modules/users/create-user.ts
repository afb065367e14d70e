import { randomUUID } from 'node:crypto';
import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { invalidField } from '#platform/http/errors.ts';
import { freeNames } from './free-names.ts';
import { presentUser } from './present-user.ts';
import { takenName } from './taken-name.ts';
import { userCreated } from './users.events.ts';
import { insertUser, selectUser } from './users.queries.ts';
import type { CreateUser } from './users.schemas.ts';

/** A new user; rejects when another one has its `externalId` or `email`. `userId`: an id that the caller made up. */
export async function createUser(ctx: Context, input: Static<typeof CreateUser>, userId: string = randomUUID()) {
  if (input.company && input.type !== 'company') {
    throw invalidField('/company', 'only a user of type company has register data');
  }
  const userKey = uuidv7(ctx.now().getTime());
  const names = { externalId: input.externalId ?? null, email: input.email ?? null };
  await freeNames(ctx, names);
  const row = {
    userKey,
    workspaceId: ctx.workspaceId,
    userId,
    type: input.type,
    automaticAnalysis: input.automaticAnalysis ?? 'active',
    ...names,
    company: input.company ?? null,
    expiresIn: input.expiresIn ?? null,
  };
  await insertUser(ctx.session, row).catch(takenName);
  await ctx.events.publish(ctx, userCreated, { userId: row.userId });
  return presentUser(await selectUser(ctx.session, userKey));
}

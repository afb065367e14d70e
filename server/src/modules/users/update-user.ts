import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/http/errors.ts';
import { freeNames } from './free-names.ts';
import { presentUser } from './present-user.ts';
import { lockUser } from './require-user.ts';
import { takenName } from './taken-name.ts';
import { selectUser, updateUserRow } from './users.queries.ts';
import type { UpdateUser } from './users.schemas.ts';

/** Changes what is given; `type` and `userId` may be repeated, not changed. */
export async function updateUser(ctx: Context, userId: string, input: Static<typeof UpdateUser>) {
  const user = await lockUser(ctx, userId);
  if (input.type && input.type !== user.type) throw invalidField('/type', 'can not change; create another user');
  if (input.userId && input.userId !== userId) throw invalidField('/userId', 'can not change');
  if (input.company && user.type !== 'company') {
    throw invalidField('/company', 'only a user of type company has register data');
  }
  await freeNames(ctx, { externalId: input.externalId ?? null, email: input.email ?? null });
  await updateUserRow(ctx.session, user.userKey, input).catch(takenName);
  return presentUser(await selectUser(ctx.session, user.userKey));
}

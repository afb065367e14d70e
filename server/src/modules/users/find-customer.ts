import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { ambiguousCustomer } from './users.errors.ts';
import { selectUsers } from './users.queries.ts';

/**
 * The user whom a company's server names by `externalId` or `email`; undefined when it names none. Two different users are
 * refused: nobody's data may go to somebody else.
 */
export async function findCustomer(
  ctx: Context,
  attributes: Record<string, unknown>,
): Promise<{ userKey: string } | undefined> {
  const found = new Map<string, { userKey: string }>();
  for (const name of ['externalId', 'email'] as const) {
    const value = attributes[name];
    if (typeof value !== 'string' || value === '') continue;
    const users = await selectUsers(ctx.session, ctx.workspaceId, { limit: 2, [name]: value });
    for (const { userKey } of users) found.set(userKey, { userKey });
  }
  if (found.size > 1) {
    throw new AppError(ambiguousCustomer, '/metadata/user_attributes: externalId and email belong to different users.');
  }
  return [...found.values()][0];
}

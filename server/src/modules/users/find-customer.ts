import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { ambiguousCustomer, noSuchUser } from './users.errors.ts';
import { type ActiveUser, selectActiveUser, selectActiveUserByKey, selectUsers } from './users.queries.ts';

interface Customer {
  userKey: string;
  externalId: string | null;
  email: string | null;
}

/**
 * The user whom a company's server names by `externalId` or `email`; undefined when it names none. Two different users are
 * refused: nobody's data may go to somebody else.
 */
export async function findCustomer(ctx: Context, attributes: Record<string, unknown>): Promise<Customer | undefined> {
  const found = new Map<string, Customer>();
  for (const name of ['externalId', 'email'] as const) {
    const value = attributes[name];
    if (typeof value !== 'string' || value === '') continue;
    const users = await selectUsers(ctx.session, ctx.workspaceId, { limit: 2, [name]: value });
    for (const user of users) found.set(user.userKey, user);
  }
  if (found.size > 1) {
    throw new AppError(ambiguousCustomer, '/metadata/user_attributes: externalId and email belong to different users.');
  }
  return [...found.values()][0];
}

/**
 * The user with this e-mail address, or with this id: Kontor's own (`userId`) before the company's (`externalId`). Rejects
 * with `user_not_found`.
 */
export async function requireCustomer(ctx: Context, asked: { email?: string; id?: string }): Promise<ActiveUser> {
  const { email, id } = asked;
  const own = id === undefined ? undefined : await selectActiveUser(ctx.session, ctx.workspaceId, id);
  if (own) return own;
  const [found] = await selectUsers(ctx.session, ctx.workspaceId, {
    limit: 1,
    ...(id ? { externalId: id } : { email }),
  });
  const user = found && (await selectActiveUserByKey(ctx.session, found.userKey));
  if (!user) throw noSuchUser();
  return user;
}

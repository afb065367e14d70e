import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { presentUser } from './present-user.ts';
import { selectUsers } from './users.queries.ts';
import type { ListUsersQuery } from './users.schemas.ts';

/** Newest first; the cursor is the key of the last user shown. */
export async function listUsers(ctx: Context, query: Static<typeof ListUsersQuery>) {
  const limit = query.limit ?? 100;
  const rows = await selectUsers(ctx.session, ctx.workspaceId, { ...query, limit: limit + 1, before: query.cursor });
  const shown = rows.slice(0, limit);
  return { users: shown.map(presentUser), nextCursor: rows.length > limit ? (shown.at(-1)?.userKey ?? null) : null };
}

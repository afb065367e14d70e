import type { Context } from '#platform/context.ts';
import { deleteTracesOfUser } from '#platform/events/user-traces.queries.ts';
import { type ErasedRows, type UserReference, userErasing } from './users.events.ts';
import { deleteUserRow } from './users.queries.ts';

/** Deletes every row about a user, in this transaction; answers how many of each kind. */
export async function eraseUser(ctx: Context, user: UserReference): Promise<ErasedRows> {
  const answers = (await ctx.events.ask(ctx, userErasing, user)) as ErasedRows[];
  const traces = await deleteTracesOfUser(ctx.session, ctx.workspaceId, user.userId);
  const users = await deleteUserRow(ctx.session, user.userKey);
  return Object.assign({ users }, traces, ...answers);
}

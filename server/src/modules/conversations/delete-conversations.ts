import type { Context } from '#platform/context.ts';
import { noSuchConversation } from './conversations.errors.ts';
import { deleteConversations } from './conversations.queries.ts';

export async function deleteConversation(ctx: Context, conversationId: string) {
  const deleted = await deleteConversations(ctx.session, ctx.workspaceId, [conversationId]);
  if (deleted.length === 0) throw noSuchConversation();
  return { success: true };
}

/** Deletes those it can reach, and says which these were: not atomic, as in the original. */
export async function deleteManyConversations(ctx: Context, ids: string[]) {
  const deletedIds = await deleteConversations(ctx.session, ctx.workspaceId, ids);
  return { deletedIds, missingIds: ids.filter((id) => !deletedIds.includes(id)) };
}

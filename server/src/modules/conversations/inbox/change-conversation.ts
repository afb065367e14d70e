import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/http/errors.ts';
import { tagsOfWorkspace } from '../manage-tags.ts';
import { presentEvent } from '../present-conversation.ts';
import { eventsOf, getConversation, requireConversation, requireEvent } from '../read-conversations.ts';
import { replaceEventTags, updateStatus } from './inbox.queries.ts';
import type { ChangeConversation } from './inbox.schemas.ts';
import { release, requireOwn } from './take-over.ts';

/** Where a person says that it stands. What is resolved is done: the bot answers what the customer writes next. */
export async function changeConversation(
  ctx: Context,
  conversationId: string,
  { status }: Static<typeof ChangeConversation>,
) {
  const conversation = await requireConversation(ctx, conversationId, true);
  requireOwn(ctx, conversation);
  const isResolved = status === 'Resolved';
  const change = { conversationId, status, ...(isResolved && { confirmedAt: ctx.now() }) };
  await updateStatus(ctx.session, ctx.workspaceId, change);
  if (isResolved) await release(ctx, conversation);
  return getConversation(ctx, conversationId);
}

/** Puts other tags on a message; where the conversation stands is changed on the conversation. */
export async function changeTags(ctx: Context, eventId: string, tagIds: string[]) {
  const event = await requireEvent(ctx, eventId);
  const { userKey } = await requireConversation(ctx, event.conversationId, true);
  const known = new Map((await tagsOfWorkspace(ctx)).map((tag) => [tag.tagId, tag]));
  const groups = new Set<string>();
  for (const [at, tagId] of tagIds.entries()) {
    const tag = known.get(tagId);
    if (!tag) throw invalidField(`/tagIds/${at}`, 'is no tag of this workspace');
    if (tag.kind === 'mandatory')
      throw invalidField(`/tagIds/${at}`, 'says where the conversation stands: change that');
    if (!tag.multiselect && groups.has(tag.tagGroupId)) {
      throw invalidField(`/tagIds/${at}`, `is a second tag of ${tag.groupTitle}, which takes one`);
    }
    groups.add(tag.tagGroupId);
  }
  await replaceEventTags(ctx.session, ctx.workspaceId, { eventId: event.eventId, userKey, tagIds });
  const changed = (await eventsOf(ctx, event.conversationId)).find((entry) => entry.eventId === event.eventId);
  if (!changed) throw new Error(`The message ${event.eventId} that was just changed is missing`);
  return presentEvent(changed);
}

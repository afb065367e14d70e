import type { Static } from 'typebox';
import { audit, nameOfOperator } from '#modules/identity/index.ts';
import type { Actor, Context, DetachedContext } from '#platform/context.ts';
import { inTransaction } from '#platform/context.ts';
import type { Conversation, Holder } from '../conversation.types.ts';
import { conversationHandedBack, conversationTakenOver } from '../conversations.events.ts';
import { releaseTurn } from '../conversations.queries.ts';
import { getConversation, requireConversation } from '../read-conversations.ts';
import { waitForTurn } from '../take-turn.ts';
import { heldBy, heldByNobody } from './inbox.errors.ts';
import { updateHolder, updateStatus } from './inbox.queries.ts';
import type { HandBack, TakeOver } from './inbox.schemas.ts';

/**
 * Makes the caller the one who writes in the conversation; the bot is silent from then on. An answer that it is giving comes
 * first. Who has it already keeps it; somebody else's is a 409 but with `force`, which is audited.
 */
export async function takeOver(ctx: DetachedContext, conversationId: string, input: Static<typeof TakeOver>) {
  await inTransaction(ctx, (inner) => requireConversation(inner, conversationId));
  await waitForTurn(ctx, conversationId, async (inner, turn) => {
    const conversation = await requireConversation(inner, conversationId, true);
    const holder = await holderOf(inner, input.name ?? '');
    const before = conversation.takenOver;
    if (before && !isSame(before, holder)) {
      if (!input.force) throw heldBy(before);
      await audit(inner, {
        action: 'conversation.taken_from_another',
        targetKind: 'conversation',
        targetId: conversation.conversationId,
        details: { from: before.by },
      });
    }
    if (!before || !isSame(before, holder)) await take(inner, conversation, holder);
    await releaseTurn(inner.session, turn);
    return {};
  });
  return inTransaction(ctx, (inner) => getConversation(inner, conversationId));
}

async function take(ctx: Context, { conversationId, externalId, channel }: Conversation, holder: Holder) {
  await updateHolder(ctx.session, conversationId, holder);
  await updateStatus(ctx.session, ctx.workspaceId, { conversationId, status: 'Escalated to Human Agent' });
  await ctx.events.publish(ctx, conversationTakenOver, { conversationId, externalId, channel, name: holder.name });
}

/** Lets the bot answer again, from the customer's next message on. */
export async function handBack(ctx: Context, conversationId: string, { force = false }: Static<typeof HandBack>) {
  const conversation = await requireConversation(ctx, conversationId, true);
  if (!force) requireOwn(ctx, conversation);
  if (conversation.takenOver) {
    await updateStatus(ctx.session, ctx.workspaceId, { conversationId, status: 'Waiting for Customer' });
    await release(ctx, conversation);
  }
  return getConversation(ctx, conversationId);
}

/** Nobody has it any more. */
export async function release(ctx: Context, { conversationId, externalId, channel, takenOver }: Conversation) {
  if (!takenOver) return;
  await updateHolder(ctx.session, conversationId, null);
  await ctx.events.publish(ctx, conversationHandedBack, { conversationId, externalId, channel });
}

/**
 * Who writes as a person: an operator, who must have taken the conversation over; null for a workspace's own systems, which
 * speak for whomever they like.
 */
export function requireAuthor(ctx: Context, { takenOver }: Conversation): string | null {
  if (ctx.actor.kind !== 'operator') return null;
  if (!takenOver) throw heldByNobody();
  if (takenOver.by !== keyOf(ctx.actor)) throw heldBy(takenOver);
  return takenOver.name;
}

/** Of an operator: refuses what belongs to a colleague. */
export function requireOwn(ctx: Context, { takenOver }: Conversation) {
  if (ctx.actor.kind === 'operator' && takenOver && takenOver.by !== keyOf(ctx.actor)) throw heldBy(takenOver);
}

const keyOf = ({ kind, id }: Actor) => `${kind}:${id}`;

/** Keys of a workspace speak for several people, who are told apart by their names. */
const isSame = (one: Holder, other: Holder) =>
  one.by === other.by && (one.by.startsWith('operator:') || one.name === other.name);

async function holderOf(ctx: Context, givenName: string): Promise<Holder> {
  const name = ctx.actor.kind === 'operator' ? await nameOfOperator(ctx, ctx.actor.id) : givenName || 'API';
  return { by: keyOf(ctx.actor), name, at: ctx.now() };
}

import type { Static } from 'typebox';
import { identifySpeaker, streamAgain, streamAnswer } from '#modules/agent/index.ts';
import { type ConversationEvent, eventsOf, requireConversation } from '#modules/conversations/index.ts';
import { type Actor, type DetachedContext, reading, type Services } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { runOnceDetached } from '#platform/http/idempotency.ts';
import { widgetNotFound } from './widget.errors.ts';
import { findWidget, selectWidget } from './widget.queries.ts';
import type { WidgetMessage, WidgetSession } from './widget.schemas.ts';
import { openSession, sealSession } from './widget-session.ts';

type Serving = Services & { requestId: string };

/** Everybody can be in front of a page: a visitor may talk and nothing else. */
const VISITOR: Actor = { kind: 'system', id: 'widget', scopes: new Set() };

/** The widget and whose it is. Rejects with `widget_not_found`, also for one that is switched off. */
export async function enterWidget(services: Serving, widgetId: string) {
  const workspaceId = await services.database.read(null, (session) => findWidget(session, widgetId));
  const widget =
    workspaceId &&
    (await services.database.read(workspaceId, (session) => selectWidget(session, workspaceId, widgetId)));
  if (!workspaceId || !widget || !widget.isActive) throw new AppError(widgetNotFound, 'There is no such widget.');
  const ctx: DetachedContext = { ...services, workspaceId, actor: VISITOR };
  return { ctx, widget };
}

/** Answers a visitor's message as a stream, whose events bring the session that the next message names. */
export async function talk(services: Serving, widgetId: string, input: Static<typeof WidgetMessage>) {
  const { ctx, widget } = await enterWidget(services, widgetId);
  const where =
    input.session === null ? { botId: widget.botId } : { interactionId: openSession(ctx, widgetId, input.session) };
  const metadata = { channel: 'widget', source: 'widget', customerToken: input.customerToken };
  const answer = () =>
    streamAnswer(ctx, { ...where, content: input.content, metadata }, (event) => ({
      ...present(event),
      session: sealSession(ctx, widgetId, event.conversationId),
    }));
  if (input.messageKey === undefined) return answer();
  const reply = await runOnceDetached(ctx, onceOf(widgetId, input.messageKey, input.content), answer);
  // What was stored of the first time is no stream any more.
  return Array.isArray(reply.body) ? streamAgain(reply.body as { message: string }[]) : reply;
}

/** The same message with the same key. The session and the token may be others by now: whoever lost the answer never heard of either. */
const onceOf = (widgetId: string, messageKey: string, content: string) => ({
  key: `${widgetId} ${messageKey}`,
  method: 'POST',
  path: '/widget/messages',
  bodySha256: sha256Hex(content),
  userId: undefined,
});

/** The conversation so far: how a visitor hears what a person wrote. One of a customer is shown to that customer only. */
export async function readTalk(services: Serving, widgetId: string, input: Static<typeof WidgetSession>) {
  const { ctx } = await enterWidget(services, widgetId);
  const conversationId = openSession(ctx, widgetId, input.session);
  return reading(ctx, async (inner) => {
    const conversation = await requireConversation(inner, conversationId);
    await identifySpeaker(inner, { content: '', metadata: { customerToken: input.customerToken } }, conversation);
    return {
      messages: (await eventsOf(inner, conversationId)).map(present),
      withPerson: conversation.takenOver !== null || conversation.status === 'Escalated to Human Agent',
    };
  });
}

const FROM = { user: 'visitor', agent: 'person', finibot: 'bot', otherbot: 'bot' } as const;

/** What a visitor may see of it: no tags, no judgements. */
function present({ eventId, role, author, message, choices, usedArticles, createdAt }: ConversationEvent) {
  return {
    id: eventId,
    from: FROM[role],
    // Colleagues know those who have told no name by their email: that is not for visitors.
    author: role === 'agent' && !author?.includes('@') ? author : null,
    message,
    choices,
    sources: usedArticles.map(({ title, documentUrl }) => ({ title, url: documentUrl })),
    at: createdAt.getTime(),
  };
}

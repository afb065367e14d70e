import type { Session } from '#platform/db/database.ts';

/** What a person is told who takes a conversation over. */
export interface Handover {
  /** The reply that handed over. */
  eventId: string;
  conversationId: string;
  /** Why, in a few words. */
  reason: string;
  /** What the customer wanted and what has come of it, in their language. */
  summary: string;
  /** What was known of the customer then. */
  attributes: { name: string; value: string | number | boolean }[];
  createdAt: Date;
}

/** One per reply; a reply that is worded anew hands over anew. */
export async function upsertHandover(
  session: Session,
  workspaceId: string,
  handover: Handover & { userKey: string | null },
): Promise<void> {
  await session.query(
    `insert into handovers (event_id, workspace_id, conversation_id, user_key, reason, summary, attributes, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (event_id) do update set reason = excluded.reason, summary = excluded.summary, attributes = excluded.attributes`,
    [
      handover.eventId,
      workspaceId,
      handover.conversationId,
      handover.userKey,
      handover.reason,
      handover.summary,
      JSON.stringify(handover.attributes),
      handover.createdAt,
    ],
  );
}

/** The newest of the conversation, with the trace of its reply. */
export async function selectHandover(
  session: Session,
  conversationId: string,
): Promise<(Handover & { trace: object | null }) | undefined> {
  const [row] = await session.query<Handover & { trace: object | null } & Record<string, unknown>>(
    `select h.event_id as "eventId", h.conversation_id as "conversationId", h.reason, h.summary, h.attributes,
       h.created_at as "createdAt", e.trace
     from handovers h join conversation_events e using (event_id)
     where h.conversation_id = $1 order by h.event_id desc limit 1`,
    [conversationId],
  );
  return row;
}

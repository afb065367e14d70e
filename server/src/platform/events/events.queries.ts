import type { Session } from '#platform/db/database.ts';
import type { PublishedEvent } from './events.ts';

export async function insertEvent(
  session: Session,
  event: { eventId: string; workspaceId: string; type: string; data: object },
) {
  await session.prepared(
    'insert_event',
    `insert into events (event_id, workspace_id, type, user_id, data) values ($1, $2, $3, $4::jsonb ->> 'userId', $4)`,
    [event.eventId, event.workspaceId, event.type, JSON.stringify(event.data)],
  );
}

export async function selectEvent(session: Session, eventId: string): Promise<PublishedEvent<object> | undefined> {
  const row = await session.kysely
    .selectFrom('events')
    .select(['event_id as eventId', 'type', 'created_at as createdAt', 'data'])
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row as PublishedEvent<object> | undefined;
}

/** Days the outbox is kept: long enough to answer "what happened last month". */
export async function deleteOldEvents(session: Session, days: number): Promise<number> {
  const [row] = await session.query<{ count: number }>('select delete_events(make_interval(days => $1)) as count', [
    days,
  ]);
  return row?.count ?? 0;
}

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
  return (await selectEvents(session, [eventId]))[0];
}

/** Those that are still in the outbox, in no order. */
export async function selectEvents(session: Session, eventIds: readonly string[]): Promise<PublishedEvent<object>[]> {
  return session.prepared<PublishedEvent<object>>(
    'select_events',
    `select event_id as "eventId", type, created_at as "createdAt", data from events where event_id = any($1::uuid[])`,
    [eventIds],
  );
}

export interface EventHead {
  eventId: string;
  type: string;
  userId: string | null;
  createdAt: Date;
}

/** What happened since a time, in pages by id; `after` is the last of the page before. */
export async function selectEventsSince(
  session: Session,
  workspaceId: string,
  filter: { types: readonly string[]; since: Date; after: string | null; limit: number },
): Promise<EventHead[]> {
  let query = session.kysely
    .selectFrom('events')
    .select(['event_id as eventId', 'type', 'user_id as userId', 'created_at as createdAt'])
    .where('workspace_id', '=', workspaceId)
    .where('type', 'in', filter.types)
    .where('created_at', '>=', filter.since);
  if (filter.after) query = query.where('event_id', '>', filter.after);
  return query.orderBy('event_id').limit(filter.limit).execute();
}

/** Days the outbox is kept: long enough to answer "what happened last month". */
export async function deleteOldEvents(session: Session, days: number): Promise<number> {
  const [row] = await session.query<{ count: number }>('select delete_events(make_interval(days => $1)) as count', [
    days,
  ]);
  return row?.count ?? 0;
}

import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';
import type { DeliveryRow, DeliveryStatus, DueDelivery, Settlement, WebhookReference } from './webhooks.types.ts';

/** What workers listen on. */
export const DELIVERIES_CHANNEL = 'kontor_webhook_deliveries';

/** Attempts that the log keeps of one delivery: sending again adds to them. */
const KEPT_ATTEMPTS = 30;

export interface NewsForWebhooks {
  workspaceId: string;
  eventId: string;
  type: string;
  userId: string | null;
  /** Only to this one, whatever it has subscribed to. */
  onlyTo: string | null;
}

/** One delivery to each webhook that has subscribed, and a nod to the workers when the transaction commits. */
export async function insertDeliveries(session: Session, news: NewsForWebhooks) {
  await session.prepared(
    'insert_webhook_deliveries',
    `with made as (
       insert into webhook_deliveries (workspace_id, webhook_id, event_id, event_type, user_id)
       select w.workspace_id, w.webhook_id, $2, $3, $4 from webhooks w
       where w.workspace_id = $1 and w.active
         and case when $5::uuid is null then w.events @> array[$3::text] else w.webhook_id = $5::uuid end
       returning 1)
     select pg_notify('${DELIVERIES_CHANNEL}', '') from made limit 1`,
    [news.workspaceId, news.eventId, news.type, news.userId, news.onlyTo],
  );
}

/** Webhooks of all workspaces that something waits for. */
export async function selectDueWebhooks(session: Session, now: Date): Promise<WebhookReference[]> {
  return session.prepared<WebhookReference & Record<string, unknown>>(
    'select_due_webhooks',
    'select workspace_id as "workspaceId", webhook_id as "webhookId" from due_webhooks($1)',
    [now],
  );
}

/** In the order in which the events happened, without those already `taken`. */
export async function selectDueDeliveries(
  session: Session,
  webhookId: string,
  options: { now: Date; taken: readonly string[]; limit: number },
): Promise<DueDelivery[]> {
  return session.prepared<DueDelivery & Record<string, unknown>>(
    'select_due_deliveries',
    `select event_id as "eventId", event_type as "eventType", user_id as "userId", attempt_count as "attemptCount"
     from webhook_deliveries
     where webhook_id = $1 and status = 'pending' and next_attempt_at <= $2 and event_id <> all($3::uuid[])
     order by sequence limit $4`,
    [webhookId, options.now, options.taken, options.limit],
  );
}

/**
 * Writes down what came of attempts. Like everything here that changes several rows it locks them in the order of their
 * events, so that two never wait for each other.
 */
export async function settleDeliveries(session: Session, webhookId: string, settlements: readonly Settlement[]) {
  await session.prepared(
    'settle_deliveries',
    `with locked as (
       select event_id from webhook_deliveries where webhook_id = $1 and event_id = any($2::uuid[]) order by event_id for update)
     update webhook_deliveries d
     set status = s.status, attempt_count = s.attempt_count, next_attempt_at = coalesce(s.next_attempt_at, d.next_attempt_at),
       attempts = jsonb_path_query_array(d.attempts || s.attempt, '$[last - ${KEPT_ATTEMPTS - 1} to last]')
     from locked join unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[], $6::jsonb[])
       as s(event_id, status, attempt_count, next_attempt_at, attempt) using (event_id)
     where d.webhook_id = $1 and d.event_id = s.event_id`,
    [
      webhookId,
      settlements.map(({ eventId }) => eventId),
      settlements.map(({ status }) => status),
      settlements.map(({ attemptCount }) => attemptCount),
      settlements.map(({ nextAttemptAt }) => nextAttemptAt),
      settlements.map(({ attempt }) => JSON.stringify(attempt)),
    ],
  );
}

const shownColumns = [
  'event_id as eventId',
  'event_type as eventType',
  'user_id as userId',
  'status',
  'next_attempt_at as nextAttemptAt',
  'attempts',
  'created_at as createdAt',
] as const;

/** Newest first. */
export async function selectDeliveries(
  session: Session,
  webhookId: string,
  filter: { status?: DeliveryStatus; type?: string; userId?: string; before?: string; limit: number },
): Promise<DeliveryRow[]> {
  let query = session.kysely.selectFrom('webhook_deliveries').select(shownColumns).where('webhook_id', '=', webhookId);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.type) query = query.where('event_type', '=', filter.type);
  if (filter.userId) query = query.where('user_id', '=', filter.userId);
  if (filter.before) query = query.where('event_id', '<', filter.before);
  return (await query.orderBy('event_id', 'desc').limit(filter.limit).execute()) as unknown as DeliveryRow[];
}

export async function selectDelivery(
  session: Session,
  webhookId: string,
  eventId: string,
): Promise<DeliveryRow | undefined> {
  const row = await session.kysely
    .selectFrom('webhook_deliveries')
    .select(shownColumns)
    .where('webhook_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row as unknown as DeliveryRow | undefined;
}

/** Makes them due again, with a schedule from its beginning; answers how many. */
export async function resetDeliveries(
  session: Session,
  webhookId: string,
  which: { eventId?: string; since?: Date; statuses: DeliveryStatus[] },
): Promise<number> {
  const rows = await session.query(
    `with locked as (
       select event_id from webhook_deliveries
       where webhook_id = $1 and status = any($2) and ($3::uuid is null or event_id = $3) and ($4::timestamptz is null or created_at >= $4)
       order by event_id for update)
     update webhook_deliveries d set status = 'pending', attempt_count = 0, next_attempt_at = 'epoch'
     from locked where d.webhook_id = $1 and d.event_id = locked.event_id returning 1`,
    [webhookId, which.statuses, which.eventId ?? null, which.since ?? null],
  );
  return rows.length;
}

/** Deliveries of events that were published while the webhook was off; those it has already are left alone. */
export async function insertMissedDeliveries(
  session: Session,
  reference: WebhookReference,
  events: readonly { eventId: string; type: string; userId: string | null; createdAt: Date }[],
): Promise<number> {
  const rows = await session.query(
    `insert into webhook_deliveries (workspace_id, webhook_id, event_id, event_type, user_id, created_at)
     select $1, $2, * from unnest($3::uuid[], $4::text[], $5::text[], $6::timestamptz[])
     on conflict do nothing returning 1`,
    [
      reference.workspaceId,
      reference.webhookId,
      events.map(({ eventId }) => eventId),
      events.map(({ type }) => type),
      events.map(({ userId }) => userId),
      events.map(({ createdAt }) => createdAt),
    ],
  );
  return rows.length;
}

/** The nod of `insertDeliveries`, for what became due otherwise. */
export async function notifyWorkers(session: Session) {
  await session.query(`select pg_notify('${DELIVERIES_CHANNEL}', '')`);
}

export async function deleteDeliveriesOfUser(session: Session, workspaceId: string, userId: string) {
  const rows = await session.prepared(
    'delete_deliveries_of_user',
    `with locked as (
       select webhook_id, event_id from webhook_deliveries where workspace_id = $1 and user_id = $2 order by event_id, webhook_id for update)
     delete from webhook_deliveries d using locked where d.webhook_id = locked.webhook_id and d.event_id = locked.event_id returning 1`,
    [workspaceId, userId],
  );
  return { webhook_deliveries: rows.length };
}

export async function deleteDeliveriesOfWebhook(session: Session, webhookId: string) {
  await session.query(
    `with locked as (select event_id from webhook_deliveries where webhook_id = $1 order by event_id for update)
     delete from webhook_deliveries d using locked where d.webhook_id = $1 and d.event_id = locked.event_id`,
    [webhookId],
  );
}

export function deliveryRowsOfUser(session: Session, workspaceId: string, userId: string) {
  const batches = () =>
    fetchInBatches(session, 'select * from webhook_deliveries where workspace_id = $1 and user_id = $2', [
      workspaceId,
      userId,
    ]);
  return [{ table: 'webhook_deliveries', batches }];
}

export async function deleteOldDeliveries(session: Session, days: number) {
  await session.query('select delete_webhook_deliveries(make_interval(days => $1))', [days]);
}

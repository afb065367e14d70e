import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';
import { isUuid } from '#platform/text/uuid.ts';
import type { Conversation, ConversationCustomer, ConversationEvent, EventTag } from './conversation.types.ts';

export const conversationColumns = `conversation_id as "conversationId", bot_id as "botId", user_key as "userKey", customer, source, channel, status,
  external_id as "externalId", url, subject_preview as "subjectPreview", user_attributes as "userAttributes", resolved,
  has_feedback as "hasFeedback", model_tokens as "modelTokens", model_cost_micros as "modelCostMicros", created_at as "createdAt", latest_event_at as "latestEventAt",
  taken_by as "takenBy", taken_by_name as "takenByName", taken_at as "takenAt", confirmed_at as "confirmedAt"`;

/** As it is read: who has it, in three columns. */
export type ConversationRow = Omit<Conversation, 'takenOver'> &
  Record<string, unknown> & { takenBy: string | null; takenByName: string | null; takenAt: Date | null };

export function readConversation({ takenBy, takenByName, takenAt, ...row }: ConversationRow): Conversation {
  const isTaken = takenBy !== null && takenByName !== null && takenAt !== null;
  return { ...row, takenOver: isTaken ? { by: takenBy, name: takenByName, at: takenAt } : null };
}

type Row<T> = T & Record<string, unknown>;

export interface NewConversation {
  conversationId: string;
  botId: string | null;
  customer: ConversationCustomer | null;
  source: string;
  channel: string;
  externalId: string | null;
  url: string | null;
  subjectPreview: string;
  userAttributes: Record<string, unknown>;
  createdAt: Date;
}

export async function insertConversation(session: Session, workspaceId: string, conversation: NewConversation) {
  await session.kysely
    .insertInto('conversations')
    .values({
      conversation_id: conversation.conversationId,
      workspace_id: workspaceId,
      bot_id: conversation.botId,
      user_key: conversation.customer?.userKey ?? null,
      customer: conversation.customer && JSON.stringify(namesOf(conversation.customer)),
      source: conversation.source,
      channel: conversation.channel,
      external_id: conversation.externalId,
      url: conversation.url,
      subject_preview: conversation.subjectPreview,
      user_attributes: JSON.stringify(conversation.userAttributes),
      created_at: conversation.createdAt,
      latest_event_at: conversation.createdAt,
    })
    .execute();
}

const namesOf = ({ externalId, email }: ConversationCustomer) => ({ externalId, email });

/** Makes it the conversation of a customer, with all that was said before, so that it is erased with them; only once. */
export async function updateCustomer(session: Session, conversationId: string, customer: ConversationCustomer) {
  const { userKey } = customer;
  await session.query(
    'update conversations set customer = $2, user_key = coalesce(user_key, $3) where conversation_id = $1 and customer is null',
    [conversationId, JSON.stringify(namesOf(customer)), userKey],
  );
  if (userKey === null) return;
  for (const table of ['conversation_events', 'handovers']) {
    await session.query(`update ${table} set user_key = $2 where conversation_id = $1 and user_key is null`, [
      conversationId,
      userKey,
    ]);
  }
  await session.query(
    `update event_tags set user_key = $2 where user_key is null
       and event_id in (select event_id from conversation_events where conversation_id = $1)`,
    [conversationId, userKey],
  );
}

/** The conversation; `lock` orders those who write into it until the transaction ends. */
export async function selectConversation(
  session: Session,
  workspaceId: string,
  conversationId: string,
  lock = false,
): Promise<Conversation | undefined> {
  if (!isUuid(conversationId)) return undefined;
  const [row] = await session.prepared<ConversationRow>(
    lock ? 'lock_conversation' : 'select_conversation',
    `select ${conversationColumns} from conversations where workspace_id = $1 and conversation_id = $2${lock ? ' for update' : ''}`,
    [workspaceId, conversationId],
  );
  return row && readConversation(row);
}

/** Takes the turn unless somebody has it who is not overdue; false when it was not to be had. */
export async function claimTurn(
  session: Session,
  workspaceId: string,
  turn: { conversationId: string; turnId: string; seconds: number },
): Promise<boolean> {
  const rows = await session.prepared(
    'claim_turn',
    `update conversations set turn_id = $3, turn_until = clock_timestamp() + make_interval(secs => $4)
     where workspace_id = $1 and conversation_id = $2 and (turn_until is null or turn_until < clock_timestamp())
     returning 1 as taken`,
    [workspaceId, turn.conversationId, turn.turnId, turn.seconds],
  );
  return rows.length > 0;
}

/** Keeps the turn for so much longer, if it was not lost to somebody else meanwhile. */
export async function renewTurn(session: Session, turn: { conversationId: string; turnId: string; seconds: number }) {
  await session.query(
    `update conversations set turn_until = clock_timestamp() + make_interval(secs => $3)
     where conversation_id = $1 and turn_id = $2`,
    [turn.conversationId, turn.turnId, turn.seconds],
  );
}

/** Gives the turn back, if it was not lost to somebody else meanwhile. */
export async function releaseTurn(session: Session, turn: { conversationId: string; turnId: string }) {
  await session.prepared(
    'release_turn',
    'update conversations set turn_id = null, turn_until = null where conversation_id = $1 and turn_id = $2',
    [turn.conversationId, turn.turnId],
  );
}

export interface ConversationFilter {
  since: Date;
  until: Date;
  limit: number;
  cursor: string | null;
  direction: 'next' | 'prev';
  agentId: string | null;
  source: string | null;
  channel: string | null;
}

/** In the order of the direction: `next` from the newest on, `prev` from the cursor upwards. */
export async function selectConversations(
  session: Session,
  workspaceId: string,
  filter: ConversationFilter,
): Promise<Conversation[]> {
  const [beyond, order] = filter.direction === 'next' ? ['<', 'desc'] : ['>', 'asc'];
  const rows = await session.query<ConversationRow>(
    `select ${conversationColumns} from conversations
     where workspace_id = $1 and latest_event_at >= $2 and latest_event_at < $3
       and ($4::text is null or bot_id::text = $4) and ($5::text is null or source = $5) and ($6::text is null or channel = $6)
       and ($7::uuid is null or (latest_event_at, conversation_id) ${beyond}
         (select latest_event_at, conversation_id from conversations where workspace_id = $1 and conversation_id = $7))
     order by latest_event_at ${order}, conversation_id ${order} limit $8`,
    [
      workspaceId,
      filter.since,
      filter.until,
      filter.agentId,
      filter.source,
      filter.channel,
      filter.cursor,
      filter.limit,
    ],
  );
  return rows.map(readConversation);
}

export async function deleteConversations(session: Session, workspaceId: string, ids: string[]): Promise<string[]> {
  const rows = await session.query<{ id: string }>(
    'delete from conversations where workspace_id = $1 and conversation_id::text = any($2) returning conversation_id as id',
    [workspaceId, ids],
  );
  return rows.map(({ id }) => id);
}

export type NewEvent = Omit<ConversationEvent, 'tags' | 'csatRating' | 'feedback' | 'approved' | 'resolved'> & {
  /** The verified customer of the conversation. */
  userKey: string | null;
  /** How an answer came about, without personal data; null for what others wrote. */
  trace: object | null;
};

/**
 * Stores a message with its tags and what follows from it for its conversation, in one statement: a turn waits for few answers
 * of the database. `turnId`: of the turn that it ends.
 */
export async function insertEvent(
  session: Session,
  workspaceId: string,
  event: NewEvent & { tagIds: string[]; status: string | null; turnId: string | null },
) {
  await session.prepared(
    'insert_conversation_event',
    `with touched as (
       update conversations set latest_event_at = greatest(latest_event_at, $14), status = coalesce($16, status),
         resolved = case when $16::text is null then resolved else $16 = 'Resolved' end,
         turn_until = case when turn_id = $17 then null else turn_until end, turn_id = nullif(turn_id, $17)
       where conversation_id = $3
     ), tagged as (
       insert into event_tags (event_id, tag_id, workspace_id, user_key) select $1, tag_id, $2, $4 from unnest($15::uuid[]) as tag_id
       on conflict do nothing
     )
     insert into conversation_events (event_id, workspace_id, conversation_id, user_key, role, type, message, external_id,
       external_created_at, attachments, used_articles, used_folders, trace, created_at, author, choices)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $18, $19)`,
    [
      event.eventId,
      workspaceId,
      event.conversationId,
      event.userKey,
      event.role,
      event.type,
      event.message,
      event.externalId,
      event.externalCreatedAt,
      JSON.stringify(event.attachments),
      JSON.stringify(event.usedArticles),
      JSON.stringify(event.usedFolders),
      event.trace && JSON.stringify(event.trace),
      event.createdAt,
      event.tagIds,
      event.status,
      event.turnId,
      event.author,
      JSON.stringify(event.choices),
    ],
  );
}

export type Rewriting = Pick<NewEvent, 'type' | 'message' | 'choices' | 'usedArticles' | 'usedFolders' | 'trace'>;

/** Puts a message in the place of a stored one; false when that is gone. Its tags go. */
export async function updateEvent(session: Session, eventId: string, event: Rewriting): Promise<boolean> {
  await session.kysely.deleteFrom('event_tags').where('event_id', '=', eventId).execute();
  const { numUpdatedRows } = await session.kysely
    .updateTable('conversation_events')
    .set({
      type: event.type,
      message: event.message,
      choices: JSON.stringify(event.choices),
      used_articles: JSON.stringify(event.usedArticles),
      used_folders: JSON.stringify(event.usedFolders),
      trace: event.trace && JSON.stringify(event.trace),
    })
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The status that a message gives its conversation, unless another message has come since. */
export async function updateStatusBy(session: Session, conversationId: string, eventId: string, status: string) {
  await session.query(
    `update conversations set status = $3, resolved = $3 = 'Resolved' where conversation_id = $1
       and not exists (select 1 from conversation_events where conversation_id = $1 and event_id > $2)`,
    [conversationId, eventId, status],
  );
}

export async function addModelUse(session: Session, conversationId: string, tokens: number, costMicros: number) {
  await session.query(
    `update conversations set model_tokens = model_tokens + $2, model_cost_micros = model_cost_micros + $3
     where conversation_id = $1`,
    [conversationId, tokens, costMicros],
  );
}

const eventColumns = `event_id as "eventId", conversation_id as "conversationId", role, type, message, external_id as "externalId",
  external_created_at as "externalCreatedAt", csat_rating as "csatRating", feedback, approved, resolved, attachments,
  used_articles as "usedArticles", used_folders as "usedFolders", author, choices, created_at as "createdAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', t.tag_id, 'tagName', t.tag_name, 'tagGroupId', g.tag_group_id,
      'tagGroupTitle', g.title) order by g.tag_group_id, t.tag_id)
    from event_tags et join tags t using (tag_id) join tag_groups g using (tag_group_id)
    where et.event_id = e.event_id), '[]') as tags`;

/** The messages of these conversations, oldest first, each with its tags. */
export async function selectEvents(session: Session, conversationIds: string[]): Promise<ConversationEvent[]> {
  return session.prepared<Row<ConversationEvent>>(
    'select_conversation_events',
    `select ${eventColumns} from conversation_events e where conversation_id = any($1::uuid[]) order by conversation_id, event_id`,
    [conversationIds],
  );
}

export async function selectEvent(
  session: Session,
  workspaceId: string,
  eventId: string,
): Promise<{ eventId: string; conversationId: string; trace: object | null } | undefined> {
  if (!isUuid(eventId)) return undefined;
  const row = await session.kysely
    .selectFrom('conversation_events')
    .select(['event_id as eventId', 'conversation_id as conversationId', 'trace'])
    .where('workspace_id', '=', workspaceId)
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row as { eventId: string; conversationId: string; trace: object | null } | undefined;
}

export interface Judgement {
  feedback?: string | null;
  csatRating?: number | null;
  approved?: boolean | null;
  resolved?: boolean | null;
}

/** Stores what somebody thinks of a message, and what follows from it for the conversation. */
export async function judgeEventRow(
  session: Session,
  event: { eventId: string; conversationId: string; judgedAt: Date },
  judgement: Judgement,
) {
  const { eventId, conversationId, judgedAt } = event;
  await session.kysely
    .updateTable('conversation_events')
    .set({
      event_id: eventId,
      ...(judgement.feedback !== undefined && { feedback: judgement.feedback }),
      ...(judgement.csatRating !== undefined && { csat_rating: judgement.csatRating }),
      ...(judgement.approved !== undefined && { approved: judgement.approved }),
      ...(judgement.resolved !== undefined && { resolved: judgement.resolved }),
    })
    .where('event_id', '=', eventId)
    .execute();
  await session.query(
    `update conversations set
       has_feedback = exists (select 1 from conversation_events where conversation_id = $1 and (feedback is not null or csat_rating is not null)),
       resolved = coalesce($2, resolved),
       confirmed_at = case when $2::boolean is null then confirmed_at when $2 then $3 end
     where conversation_id = $1`,
    [conversationId, judgement.resolved ?? null, judgedAt],
  );
}

export async function insertEventTags(
  session: Session,
  workspaceId: string,
  event: { eventId: string; userKey: string | null },
  tags: EventTag[],
) {
  if (tags.length === 0) return;
  await session.prepared(
    'insert_event_tags',
    `insert into event_tags (event_id, tag_id, workspace_id, user_key) select $1, tag_id, $3, $4 from unnest($2::uuid[]) as tag_id
     on conflict do nothing`,
    [event.eventId, tags.map(({ id }) => id), workspaceId, event.userKey],
  );
}

/** Everything of the conversations that a user led as a verified customer, deepest first. */
export async function deleteConversationsOfUser(session: Session, userKey: string): Promise<Record<string, number>> {
  const erased: Record<string, number> = {};
  for (const table of ['event_tags', 'handovers', 'conversation_events', 'conversations'] as const) {
    const { numDeletedRows } = await session.kysely
      .deleteFrom(table)
      .where('user_key', '=', userKey)
      .executeTakeFirst();
    erased[table] = Number(numDeletedRows);
  }
  return erased;
}

export const conversationRowsOfUser = (session: Session, userKey: string) =>
  ['conversations', 'conversation_events', 'handovers', 'event_tags'].map((table) => ({
    table,
    batches: () => fetchInBatches(session, `select * from ${table} where user_key = $1`, [userKey]),
  }));

/** Unanswered messages that are looked at; the newest. */
const MOST_UNANSWERED = 5_000;

/** The customer's message before each event whose trace says that the bot abstained. */
export async function selectUnanswered(
  session: Session,
  workspaceId: string,
  filter: { since: Date; until: Date; botId: string | null },
): Promise<{ question: string; askedAt: Date }[]> {
  const rows = await session.query<{ question: string; askedAt: Date }>(
    `select asked.message as question, asked.created_at as "askedAt"
     from conversation_events e join conversations c using (conversation_id) cross join lateral (
       select message, created_at from conversation_events q
       where q.conversation_id = e.conversation_id and q.role = 'user' and q.event_id < e.event_id
       order by q.event_id desc limit 1) asked
     where e.workspace_id = $1 and e.created_at >= $2 and e.created_at < $3 and e.role = 'finibot' and c.source <> 'playground'
       and e.trace ->> 'decision' = 'abstain' and ($4::text is null or c.bot_id::text = $4)
     order by e.event_id desc limit ${MOST_UNANSWERED}`,
    [workspaceId, filter.since, filter.until, filter.botId],
  );
  return rows.reverse();
}

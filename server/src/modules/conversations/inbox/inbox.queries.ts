import type { Session } from '#platform/db/database.ts';
import { CONVERSATION_STATUS, type ConversationStatus } from '../built-in-tags.ts';
import type { Conversation, EventTag, Holder } from '../conversation.types.ts';
import { type ConversationRow, conversationColumns, readConversation } from '../conversations.queries.ts';

export async function updateHolder(session: Session, conversationId: string, holder: Holder | null) {
  await session.query(
    'update conversations set taken_by = $2, taken_by_name = $3, taken_at = $4 where conversation_id = $1',
    [conversationId, holder?.by ?? null, holder?.name ?? null, holder?.at ?? null],
  );
}

/** Where a person says that it stands, on the conversation and as the tag of its newest message. */
export async function updateStatus(
  session: Session,
  workspaceId: string,
  { conversationId, status, confirmedAt }: { conversationId: string; status: ConversationStatus; confirmedAt?: Date },
) {
  await session.query(
    `update conversations set status = $2, resolved = $2 = 'Resolved', confirmed_at = $3 where conversation_id = $1`,
    [conversationId, status, confirmedAt ?? null],
  );
  const newest = `select event_id, user_key from conversation_events where conversation_id = $1 order by event_id desc limit 1`;
  const ofGroup = `select t.tag_id, t.tag_name from tags t join tag_groups g using (tag_group_id)
    where t.workspace_id = $2 and g.kind = 'mandatory' and g.title = $3`;
  await session.query(
    `delete from event_tags where event_id = (select event_id from (${newest}) e) and tag_id in (select tag_id from (${ofGroup}) s)`,
    [conversationId, workspaceId, CONVERSATION_STATUS],
  );
  await session.query(
    `insert into event_tags (event_id, tag_id, workspace_id, user_key)
     select e.event_id, s.tag_id, $2, e.user_key from (${newest}) e, (${ofGroup}) s where s.tag_name = $4`,
    [conversationId, workspaceId, CONVERSATION_STATUS, status],
  );
}

/** Puts these tags in the place of those of a message, but for where the conversation stands. */
export async function replaceEventTags(
  session: Session,
  workspaceId: string,
  event: { eventId: string; userKey: string | null; tagIds: string[] },
) {
  await session.query(
    `delete from event_tags where event_id = $1 and tag_id not in (
       select t.tag_id from tags t join tag_groups g using (tag_group_id) where t.workspace_id = $2 and g.kind = 'mandatory')`,
    [event.eventId, workspaceId],
  );
  await session.query(
    `insert into event_tags (event_id, tag_id, workspace_id, user_key)
     select $1, tag_id, $2, $3 from unnest($4::uuid[]) as tag_id on conflict do nothing`,
    [event.eventId, workspaceId, event.userKey, event.tagIds],
  );
}

export interface InboxFilter {
  status?: string;
  escalated?: boolean;
  resolved?: boolean;
  agentId?: string;
  tag?: string;
  channel?: string;
  source?: string;
  exceptSource?: string;
  taken?: 'nobody' | 'anybody' | 'me';
  feedback?: 'any' | 'good' | 'bad';
  search?: string;
  since: Date | null;
  until: Date | null;
}

export interface InboxEntry extends Conversation {
  escalated: boolean;
  csatRating: number | null;
  latestMessage: { role: string; text: string } | null;
  tags: EventTag[];
}

const ESCALATED = 'exists (select 1 from handovers h where h.conversation_id = c.conversation_id)';
const GOOD = '(j.csat_rating >= 4 or j.approved or j.resolved)';
const BAD = '(j.csat_rating <= 2 or not j.approved or not j.resolved)';
/** As the index of judged messages has it, so that the others need not be looked at. */
const JUDGED =
  '(j.csat_rating is not null or j.feedback is not null or j.approved is not null or j.resolved is not null)';
const judged = (what: string) =>
  `exists (select 1 from conversation_events j where j.conversation_id = c.conversation_id and ${JUDGED} and ${what})`;
const FEEDBACK = { any: judged('true'), good: judged(GOOD), bad: judged(BAD) };

/** The conditions of a filter, with what they compare with as `$n`. */
function conditionsOf(filter: InboxFilter, me: string, value: (given: unknown) => string): string[] {
  const {
    status,
    escalated,
    resolved,
    agentId,
    tag,
    channel,
    source,
    exceptSource,
    taken,
    feedback,
    search,
    since,
    until,
  } = filter;
  const conditions: (string | false)[] = [
    status !== undefined && `c.status = ${value(status)}`,
    escalated !== undefined && (escalated ? ESCALATED : `not ${ESCALATED}`),
    resolved !== undefined && `c.resolved = ${value(resolved)}`,
    agentId !== undefined && `c.bot_id::text = ${value(agentId)}`,
    tag !== undefined &&
      `exists (select 1 from conversation_events e join event_tags t using (event_id)
        where e.conversation_id = c.conversation_id and t.tag_id::text = ${value(tag)})`,
    channel !== undefined && `c.channel = ${value(channel)}`,
    source !== undefined && `c.source = ${value(source)}`,
    exceptSource !== undefined && `c.source <> ${value(exceptSource)}`,
    taken === 'nobody' && 'c.taken_by is null',
    taken === 'anybody' && 'c.taken_by is not null',
    taken === 'me' && `c.taken_by = ${value(me)}`,
    feedback !== undefined && FEEDBACK[feedback],
    since !== null && `c.latest_event_at >= ${value(since)}`,
    until !== null && `c.latest_event_at < ${value(until)}`,
  ];
  if (search !== undefined) {
    const text = value(`%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
    conditions.push(
      `(c.external_id ilike ${text} or c.customer ->> 'email' ilike ${text} or c.customer ->> 'externalId' ilike ${text}
        or exists (select 1 from conversation_events s where s.conversation_id = c.conversation_id and s.message ilike ${text}))`,
    );
  }
  return conditions.filter((condition) => condition !== false);
}

/** By their latest message, newest first, from behind the cursor on. `me`: the caller, as holders are called. */
export async function selectInbox(
  session: Session,
  workspaceId: string,
  filter: InboxFilter,
  page: { limit: number; behind: { at: Date; conversationId: string } | null; me: string },
): Promise<InboxEntry[]> {
  const values: unknown[] = [workspaceId];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = ['c.workspace_id = $1', ...conditionsOf(filter, page.me, value)];
  if (page.behind) {
    const { at, conversationId } = page.behind;
    conditions.push(`(c.latest_event_at, c.conversation_id) < (${value(at)}, ${value(conversationId)}::uuid)`);
  }
  const rows = await session.query<ConversationRow & Omit<InboxEntry, keyof Conversation>>(
    `select ${conversationColumns}, ${ESCALATED} as escalated,
       (select csat_rating from conversation_events r where r.conversation_id = c.conversation_id and csat_rating is not null
         order by event_id desc limit 1) as "csatRating",
       (select jsonb_build_object('role', role, 'text', left(message, 200)) from conversation_events m
         where m.conversation_id = c.conversation_id order by event_id desc limit 1) as "latestMessage",
       coalesce((select jsonb_agg(jsonb_build_object('id', t.tag_id, 'tagName', t.tag_name, 'tagGroupId', g.tag_group_id,
           'tagGroupTitle', g.title) order by g.tag_group_id, t.tag_id)
         from event_tags et join tags t using (tag_id) join tag_groups g using (tag_group_id)
         where g.kind <> 'mandatory' and et.event_id = (select x.event_id from conversation_events x
           join event_tags using (event_id) where x.conversation_id = c.conversation_id order by x.event_id desc limit 1)), '[]') as tags
     from (select * from conversations c where ${conditions.join(' and ')}
       order by latest_event_at desc, conversation_id desc limit ${value(page.limit)}) c
     order by latest_event_at desc, conversation_id desc`,
    values,
  );
  return rows.map((row) => readConversation(row) as InboxEntry);
}

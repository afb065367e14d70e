import type { Session } from '#platform/db/database.ts';

export interface FiguresFilter {
  since: Date;
  until: Date;
  by: 'day' | 'week' | 'month';
  timeZone: string;
  agentId: string | null;
  channel: string | null;
  /** Whoever was asked something before then and has not written since has gone. */
  abandonedBefore: Date;
}

export interface PeriodRow {
  /** `2026-03-01`. */
  from: string;
  conversations: number;
  answered: number;
  confirmed: number;
  abandoned: number;
  escalated: number;
  modelTokens: number;
  modelCostMicros: number;
}

const ANSWERED = `exists (select 1 from conversation_events e where e.conversation_id = c.conversation_id and e.role = 'finibot'
  and (e.trace ->> 'decision' = 'fact' or e.trace -> 'rule' ->> 'outcome' = 'completed'
    or jsonb_array_length(coalesce(e.trace -> 'articleVersions', '[]')) > 0))`;
const ABANDONED = `(c.status = 'Waiting for Customer' and c.taken_by is null and c.latest_event_at < $8
  and (select role from conversation_events l where l.conversation_id = c.conversation_id order by event_id desc limit 1) = 'finibot')`;

/** Every period between the two moments, oldest first, with what became of the conversations that began in it. */
export async function selectFigures(
  session: Session,
  workspaceId: string,
  { since, until, by, timeZone, agentId, channel, abandonedBefore }: FiguresFilter,
): Promise<PeriodRow[]> {
  return session.query<PeriodRow & Record<string, unknown>>(
    `with counted as (
       select date_trunc($4, c.created_at at time zone $5) as period, count(*) as conversations,
         count(*) filter (where ${ANSWERED}) as answered, count(*) filter (where c.confirmed_at is not null) as confirmed,
         count(*) filter (where ${ABANDONED}) as abandoned,
         count(*) filter (where exists (select 1 from handovers h where h.conversation_id = c.conversation_id)) as escalated,
         sum(c.model_tokens) as tokens, sum(c.model_cost_micros) as cost
       from conversations c
       where c.workspace_id = $1 and c.latest_event_at >= $2 and c.created_at >= $2 and c.created_at < $3 and c.source <> 'playground'
         and ($6::text is null or c.bot_id::text = $6) and ($7::text is null or c.channel = $7)
       group by 1
     )
     select to_char(period, 'YYYY-MM-DD') as "from", coalesce(conversations, 0)::float8 as conversations,
       coalesce(answered, 0)::float8 as answered, coalesce(confirmed, 0)::float8 as confirmed,
       coalesce(abandoned, 0)::float8 as abandoned, coalesce(escalated, 0)::float8 as escalated,
       coalesce(tokens, 0)::float8 as "modelTokens", coalesce(cost, 0)::float8 as "modelCostMicros"
     from generate_series(date_trunc($4, $2::timestamptz at time zone $5), ($3::timestamptz - interval '1 millisecond') at time zone $5,
       ('1 ' || $4)::interval) as period
     left join counted using (period) order by period`,
    [workspaceId, since, until, by, timeZone, agentId, channel, abandonedBefore],
  );
}

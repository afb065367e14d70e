-- People take conversations over from bots; who has one, who wrote, what can be answered by a click.

alter table conversations
  -- The person who writes in it while the bot is silent: `operator:<id>` or `api-key:<id>`, and what they are called.
  add column taken_by text,
  add column taken_by_name text,
  add column taken_at timestamptz,
  -- When somebody, the customer or a person, said that the problem is solved; null: nobody did, whatever the bot thinks.
  add column confirmed_at timestamptz,
  add constraint conversations_taken check ((taken_by is null) = (taken_at is null) and (taken_by is null) = (taken_by_name is null));

update conversations c set confirmed_at = latest_event_at
where exists (select 1 from conversation_events e where e.conversation_id = c.conversation_id and e.resolved);

alter table conversation_events
  -- What a person who wrote is called; null: nobody said.
  add column author text,
  -- What the customer may answer with by a click, as [text].
  add column choices jsonb not null default '[]';

-- Few messages are judged, and the inbox asks for them.
create index conversation_events_judged on conversation_events (conversation_id)
  where csat_rating is not null or feedback is not null or approved is not null or resolved is not null;

alter table test_suite_runs
  -- How many questions have been asked so far, of how many.
  add column asked int not null default 0,
  add column to_ask int not null default 0;

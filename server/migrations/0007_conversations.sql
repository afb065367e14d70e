-- Conversations of customers with bots, and the tags that are set on them.

create table tag_groups (
  tag_group_id uuid primary key,
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('mandatory', 'default', 'custom')),
  title text not null,
  description text not null,
  prompt text not null,
  multiselect boolean not null,
  is_output_tag_group boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, title)
);
comment on table tag_groups is 'conversations: a question that is asked about every exchange, answered by tags';

create table tags (
  tag_id uuid primary key,
  workspace_id uuid not null,
  tag_group_id uuid not null references tag_groups on delete cascade,
  tag_name text not null,
  tag_description text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (tag_group_id, tag_name)
);
comment on table tags is 'conversations: a possible answer of a tag group';

create table conversations (
  conversation_id uuid primary key,
  workspace_id uuid not null references workspaces,
  bot_id uuid references bots,
  user_key uuid references users,
  source text not null,
  channel text not null,
  status text,
  external_id text,
  url text,
  subject_preview text not null,
  user_attributes jsonb not null default '{}',
  resolved boolean not null default false,
  has_feedback boolean not null default false,
  created_at timestamptz not null default now(),
  latest_event_at timestamptz not null default now(),
  -- Who answers in it now, and when others need no longer wait for them.
  turn_id uuid,
  turn_until timestamptz
);
comment on table conversations is 'conversations: an exchange between a customer and a bot or people';
create index conversations_by_latest on conversations (workspace_id, latest_event_at desc, conversation_id desc);
create index conversations_by_user on conversations (user_key) where user_key is not null;

create table conversation_events (
  event_id uuid primary key,
  workspace_id uuid not null,
  conversation_id uuid not null references conversations on delete cascade,
  user_key uuid references users,
  role text not null check (role in ('user', 'agent', 'finibot', 'otherbot')),
  type text not null,
  message text not null,
  external_id text,
  external_created_at timestamptz,
  csat_rating integer,
  feedback text,
  approved boolean,
  resolved boolean,
  attachments jsonb not null default '[]',
  used_articles jsonb not null default '[]',
  used_folders jsonb not null default '[]',
  trace jsonb,
  created_at timestamptz not null default now()
);
comment on table conversation_events is 'conversations: a message of a conversation, with the trace of how an answer came about';
create index conversation_events_by_user on conversation_events (user_key) where user_key is not null;
create index conversation_events_in_order on conversation_events (conversation_id, event_id);

create table event_tags (
  event_id uuid not null references conversation_events on delete cascade,
  tag_id uuid not null references tags on delete cascade,
  workspace_id uuid not null,
  user_key uuid references users,
  primary key (event_id, tag_id)
);
comment on table event_tags is 'conversations: a tag that was set on a message';
create index event_tags_by_user on event_tags (user_key) where user_key is not null;
create index event_tags_by_tag on event_tags (tag_id);

do $$
declare t text;
begin
  foreach t in array array['tag_groups', 'tags', 'conversations', 'conversation_events', 'event_tags']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;

-- What happens by itself: old conversations go, indexes of another version are trained anew, what was asked in vain is
-- drafted, and a crawl goes on where it was.

create table conversation_settings (
  workspace_id uuid primary key references workspaces,
  -- Null: until somebody deletes them.
  keep_anonymous_days int check (keep_anonymous_days between 1 and 3650),
  updated_at timestamptz not null default now()
);
comment on table conversation_settings is 'conversations: how long what is said stays';

create index conversations_without_customer on conversations (latest_event_at) where user_key is null;

-- A workspace that never said anything keeps them for a year.
create function delete_old_conversations(at_most int)
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (delete from conversations where conversation_id in (
    select c.conversation_id from conversations c left join conversation_settings s using (workspace_id)
    where c.user_key is null
      and c.latest_event_at < now() - make_interval(days => case when s.workspace_id is null then 365 else s.keep_anonymous_days end)
    order by c.latest_event_at limit at_most) returning 1) select count(*) from gone $$;

alter table bot_indexes
  -- The version of the engine that trained it. 0: one before this column.
  add column format int not null default 0;

create function workspaces_trained_otherwise(wanted_format int)
  returns table (workspace_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct i.workspace_id from bot_indexes i where i.format <> wanted_format $$;

create table drafting_settings (
  workspace_id uuid primary key references workspaces,
  magic_articles text not null check (magic_articles in ('off', 'daily', 'weekly')),
  magic_articles_at timestamptz,
  updated_at timestamptz not null default now()
);
comment on table drafting_settings is 'drafting: what is drafted without being asked for, and when that was done last';

-- A workspace that never said anything has it done once a week.
create function workspaces_due_for_magic_articles()
  returns table (workspace_id uuid, asked_since timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select w.workspace_id, s.magic_articles_at from workspaces w left join drafting_settings s using (workspace_id)
    where coalesce(s.magic_articles, 'weekly') <> 'off'
      and (s.magic_articles_at is null
        or s.magic_articles_at < now() - case s.magic_articles when 'daily' then interval '23 hours' else interval '167 hours' end) $$;

revoke execute on function delete_old_conversations, workspaces_trained_otherwise, workspaces_due_for_magic_articles from public;

create table crawls (
  crawl_id uuid primary key,
  workspace_id uuid not null references workspaces,
  state text not null check (state in ('running', 'completed', 'failed')),
  starts jsonb not null,
  page_limit int not null check (page_limit > 0),
  -- Whether what is found is read as a document at once.
  add_documents boolean not null,
  is_partial boolean not null default false,
  error text,
  created_at timestamptz not null default now(),
  completed_at timestamptz
);
comment on table crawls is 'knowledge: a walk over the links of a site, which goes on where it was when a process dies';

create table crawl_pages (
  crawl_id uuid not null references crawls on delete cascade,
  workspace_id uuid not null,
  position int not null,
  address text not null,
  -- waiting: still to be visited.
  state text not null check (state in ('waiting', 'found', 'same', 'unreadable')),
  -- What the page calls its own address.
  canonical_url text,
  error text,
  primary key (crawl_id, position),
  unique (crawl_id, address)
);
comment on table crawl_pages is 'knowledge: an address that a crawl has come across, and what became of it';
create index crawl_pages_waiting on crawl_pages (crawl_id, position) where state = 'waiting';

do $$
declare t text;
begin
  foreach t in array array['conversation_settings', 'drafting_settings', 'crawls', 'crawl_pages']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;

-- The hosted page on which an end user connects a bank: one row per visit, a state machine.

create table connect_sessions (
  session_id uuid primary key,
  workspace_id uuid not null,
  user_key uuid not null references users,
  kind text not null check (kind in ('connect', 'manage')),
  correlation_id uuid not null,
  link_hash text not null unique,
  browser_hash text unique,
  window_hash text unique,
  return_hash text,
  language text not null check (language in ('en', 'de')),
  return_url text,
  embed_origin text,
  webhook_data jsonb,
  multiple boolean not null,
  recurring boolean not null,
  store_secrets boolean not null,
  adds_bank boolean not null,
  status text not null check (status in ('open', 'completed', 'cancelled', 'failed', 'expired')),
  step text not null check (step in ('welcome', 'find-bank', 'account-type', 'consent', 'credentials', 'choose-method', 'enter-code',
    'approve-in-app', 'redirect', 'choose-accounts', 'problem', 'overview', 'remove-login')),
  version int not null default 0,
  busy_until timestamptz,
  next_poll_at timestamptz,
  bank jsonb,
  account_type text,
  login_id uuid,
  problem text,
  connected_login_ids uuid[] not null default '{}',
  sealed_talk text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table connect_sessions is 'banking: one visit to the hosted page, as a state machine; what was said with the bank is sealed and goes when it ends';
create index connect_sessions_by_user on connect_sessions (user_key);
create index connect_sessions_by_correlation on connect_sessions (correlation_id);
create index connect_sessions_open on connect_sessions (expires_at) where status = 'open';
create index connect_sessions_by_age on connect_sessions (created_at);

alter table connect_sessions enable row level security;
create policy workspace_isolation on connect_sessions using (workspace_id = (select current_workspace_id()));

-- A browser brings the secret of a link or of a cookie, and nothing else.
create function find_connect_session(asked_hash text)
  returns table (session_id uuid, workspace_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select s.session_id, s.workspace_id from connect_sessions s
    where s.link_hash = asked_hash or s.browser_hash = asked_hash or s.window_hash = asked_hash $$;

create function overdue_connect_sessions(at_most int)
  returns table (session_id uuid, workspace_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select s.session_id, s.workspace_id from connect_sessions s where s.status = 'open' and s.expires_at <= now()
    order by s.expires_at limit at_most $$;

create function delete_connect_sessions(older_than interval)
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (delete from connect_sessions where status <> 'open' and created_at < now() - greatest(older_than, interval '1 day') returning 1)
    select count(*) from gone $$;

revoke execute on function find_connect_session, overdue_connect_sessions, delete_connect_sessions from public;

-- The company's own systems: how they are called, what is read from them for an answer, what may be done in them.

create table integrations (
  integration_id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  description text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, name)
);
comment on table integrations is 'integrations: a system of the company';

create table integration_environments (
  integration_id uuid not null references integrations on delete cascade,
  environment text not null check (environment in ('sandbox', 'staging', 'production')),
  workspace_id uuid not null,
  base_url text not null,
  sealed_key text not null,
  ca_certificate text,
  key_changed_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (integration_id, environment)
);
comment on table integration_environments is 'integrations: where a system is reached, and with which key';

create table integration_endpoints (
  endpoint_id uuid primary key,
  workspace_id uuid not null,
  integration_id uuid not null references integrations on delete cascade,
  name text not null,
  definition jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (integration_id, name)
);
comment on table integration_endpoints is 'integrations: one call that a system answers, as templates';

create table endpoint_states (
  endpoint_id uuid not null references integration_endpoints on delete cascade,
  environment text not null,
  workspace_id uuid not null,
  next_slot_at timestamptz not null default 'epoch',
  consecutive_failures int not null default 0,
  paused_until timestamptz not null default 'epoch',
  primary key (endpoint_id, environment)
);
comment on table endpoint_states is 'integrations: the rate limit and the circuit of an endpoint, for all processes together';

-- Without a foreign key: writing down a call must neither wait for nor fail with a change of the endpoint.
create table endpoint_calls (
  call_id uuid primary key,
  workspace_id uuid not null,
  endpoint_id uuid not null,
  environment text not null,
  outcome text not null,
  failure text,
  status int,
  duration_ms int not null,
  attempts int not null,
  called_at timestamptz not null
);
comment on table endpoint_calls is 'integrations: how a call ended and how long it took; nothing of what was said';
create index endpoint_calls_by_endpoint on endpoint_calls (endpoint_id, environment, called_at desc);
create index endpoint_calls_by_age on endpoint_calls (called_at);

create table endpoint_drifts (
  endpoint_id uuid not null references integration_endpoints on delete cascade,
  environment text not null,
  field text not null,
  workspace_id uuid not null,
  kind text not null check (kind in ('vanished', 'renamed', 'type_changed')),
  expected text not null,
  found text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  alarmed_at timestamptz not null,
  primary key (endpoint_id, environment, field)
);
comment on table endpoint_drifts is 'integrations: a field of an endpoint that no longer comes as it was declared';

create table attributes (
  attribute_id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  description text not null,
  source jsonb not null,
  fields jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, name)
);
comment on table attributes is 'integrations: facts about a customer that are read fresh for every message';

create table bot_attributes (
  bot_id uuid not null references bots,
  attribute_id uuid not null references attributes on delete cascade,
  workspace_id uuid not null,
  primary key (bot_id, attribute_id)
);
comment on table bot_attributes is 'integrations: which attributes a bot reads';
create index bot_attributes_by_attribute on bot_attributes (attribute_id);

create table bot_environments (
  bot_id uuid primary key references bots,
  workspace_id uuid not null,
  environment text not null check (environment in ('sandbox', 'staging', 'production')),
  updated_at timestamptz not null default now()
);
comment on table bot_environments is 'integrations: which environment of the company''s systems a bot talks to; no row: production';

create table actions (
  action_id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  description text not null,
  inputs jsonb not null,
  steps jsonb not null,
  outputs jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, name)
);
comment on table actions is 'integrations: something that can be done in the company''s systems';

-- What was or may have been done outlives the action, the bot and the conversation: no foreign keys to them.
create table action_runs (
  run_id uuid primary key,
  workspace_id uuid not null references workspaces,
  action_id uuid not null,
  action_name text not null,
  bot_id uuid,
  conversation_id uuid,
  user_key uuid references users,
  environment text not null,
  run_key text not null,
  state text not null check (state in ('running', 'done', 'refused', 'failed', 'unknown')),
  has_written boolean not null default false,
  step text,
  inputs jsonb not null,
  outputs jsonb not null default '{}',
  error_code text,
  failure text,
  message text,
  settled_as text check (settled_as in ('done', 'not_done')),
  settled_by text,
  settled_note text,
  settled_at timestamptz,
  started_at timestamptz not null,
  ended_at timestamptz,
  unique (workspace_id, run_key)
);
comment on table action_runs is 'integrations: what was asked of the company''s systems and what became of it; has_written is set before a write goes out';
create index action_runs_by_user on action_runs (user_key) where user_key is not null;
create index action_runs_open on action_runs (workspace_id, run_id) where state = 'unknown' and settled_at is null;
create index action_runs_running on action_runs (started_at) where state = 'running';
create index action_runs_by_age on action_runs (ended_at);

create table widget_secrets (
  workspace_id uuid primary key references workspaces,
  sealed_secret text not null,
  sealed_previous_secret text,
  previous_until timestamptz,
  changed_at timestamptz not null
);
comment on table widget_secrets is 'integrations: what signs the tokens by which a company''s page says who its customer is';

do $$
declare t text;
begin
  foreach t in array array['integrations', 'integration_environments', 'integration_endpoints', 'endpoint_states', 'endpoint_calls',
    'endpoint_drifts', 'attributes', 'bot_attributes', 'bot_environments', 'actions', 'action_runs', 'widget_secrets']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;

create function abandoned_action_runs(before timestamptz)
  returns table (workspace_id uuid, run_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select r.workspace_id, r.run_id from action_runs r where r.state = 'running' and r.started_at < before $$;

create function delete_old_endpoint_calls(older_than interval)
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (delete from endpoint_calls where called_at < now() - greatest(older_than, interval '7 days') returning 1) select count(*) from gone $$;

create function delete_old_action_runs(older_than interval)
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (delete from action_runs where ended_at < now() - greatest(older_than, interval '30 days')
    and (state <> 'unknown' or settled_at is not null) returning 1) select count(*) from gone $$;

revoke execute on function abandoned_action_runs, delete_old_endpoint_calls, delete_old_action_runs from public;

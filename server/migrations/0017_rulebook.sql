-- Rules: what a bot does when a customer wants something done, and where each run of one stands.

create table rules (
  rule_id uuid primary key,
  workspace_id uuid not null references workspaces,
  state text not null check (state in ('live', 'draft')),
  type text not null check (type in ('intent', 'business')),
  trigger_type text check (trigger_type in ('on_escalation')),
  name text not null,
  description text not null,
  examples text[] not null,
  input_schema jsonb not null,
  flow jsonb,
  source text not null,
  version integer not null default 1,
  original_rule_id uuid references rules on delete set null,
  original_rule_version integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint business_rules_have_a_trigger check ((type = 'business') = (trigger_type is not null)),
  constraint live_rules_have_a_flow check (state = 'draft' or flow is not null)
);
comment on table rules is 'rulebook: a rule, live or a draft of one';
create index rules_newest on rules (workspace_id, state, type, rule_id desc);
create index rules_by_original on rules (original_rule_id) where original_rule_id is not null;

create table rule_bots (
  rule_id uuid not null references rules on delete cascade,
  bot_id uuid not null references bots,
  workspace_id uuid not null,
  primary key (rule_id, bot_id)
);
comment on table rule_bots is 'rulebook: a bot that plays a rule';
create index rule_bots_by_bot on rule_bots (bot_id);

create table rule_versions (
  rule_id uuid not null references rules on delete cascade,
  version integer not null,
  workspace_id uuid not null,
  content jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (rule_id, version)
);
comment on table rule_versions is 'rulebook: what a live rule said at each of its versions';

create table rule_runs (
  run_id uuid primary key,
  workspace_id uuid not null,
  conversation_id uuid not null references conversations on delete cascade,
  user_key uuid references users,
  rule_id uuid references rules on delete set null,
  rule_version integer not null,
  -- The rule as it was when the run began: changing a rule changes no run.
  rule jsonb not null,
  state jsonb not null,
  outcome text check (outcome in ('completed', 'cancelled', 'escalated', 'timed_out')),
  reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table rule_runs is 'rulebook: one customer being led through a rule, and what was collected on the way';
create unique index rule_runs_open on rule_runs (conversation_id) where ended_at is null;
create index rule_runs_by_user on rule_runs (user_key) where user_key is not null;

alter table rules enable row level security;
create policy workspace_isolation on rules using (workspace_id = (select current_workspace_id()));
alter table rule_bots enable row level security;
create policy workspace_isolation on rule_bots using (workspace_id = (select current_workspace_id()));
alter table rule_versions enable row level security;
create policy workspace_isolation on rule_versions using (workspace_id = (select current_workspace_id()));
alter table rule_runs enable row level security;
create policy workspace_isolation on rule_runs using (workspace_id = (select current_workspace_id()));

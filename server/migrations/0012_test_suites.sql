-- Golden sets: questions with what a bot should do with them, and what it did.

create table test_suites (
  suite_id uuid primary key,
  workspace_id uuid not null references workspaces,
  bot_id uuid not null references bots,
  name text not null,
  cases jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table test_suites is 'agent: questions to a bot, each with the article that should answer it, or nobody';
create index test_suites_newest on test_suites (workspace_id, suite_id desc);

create table test_suite_runs (
  suite_run_id uuid primary key,
  workspace_id uuid not null references workspaces,
  suite_id uuid not null references test_suites on delete cascade,
  draft_id uuid,
  status text not null check (status in ('PENDING', 'COMPLETED', 'FAILED')),
  results jsonb not null default '[]',
  error text,
  requested_by text not null,
  created_at timestamptz not null default now(),
  completed_at timestamptz
);
comment on table test_suite_runs is 'agent: what a bot did with each question of a golden set, and what it did before';
create index test_suite_runs_newest on test_suite_runs (suite_id, suite_run_id desc);

alter table test_suites enable row level security;
create policy workspace_isolation on test_suites using (workspace_id = (select current_workspace_id()));
alter table test_suite_runs enable row level security;
create policy workspace_isolation on test_suite_runs using (workspace_id = (select current_workspace_id()));

-- What bots answer with: the trained index of each bot.

create table bot_indexes (
  bot_id uuid primary key references bots,
  workspace_id uuid not null,
  version bigint not null,
  fingerprint text not null,
  content bytea not null,
  built_at timestamptz not null default now()
);
comment on table bot_indexes is 'agent: the trained index of a bot over the articles it may answer from';
alter table bot_indexes enable row level security;
create policy workspace_isolation on bot_indexes using (workspace_id = (select current_workspace_id()));
